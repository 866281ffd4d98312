"""Cells as curators write them, by the cases beside this file and by laws."""

from datetime import date, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import DateRange, DayBasis, Quantity
from reportedly.readers.lists import cell
from reportedly.readers.lists.cell import CellError
from reportedly.readers.lists.day import from_local, from_utc

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "cells.yaml").read_text("utf-8"))
DAYS = st.dates(date(1951, 1, 1), date(2049, 12, 31))
CLOCKS = st.times().map(lambda t: t.replace(second=0, microsecond=0))
PYONGYANG = "Asia/Pyongyang"


def read(case: dict[str, Any]) -> object:
    """What the reader a case names makes of its cell, in plain terms."""
    written = case["written"]
    match case["as"]:
        case "days":
            days = cell.days(written)
            return [days.earliest and days.earliest.isoformat(), days.latest and days.latest.isoformat(), days.partial]
        case "clock":
            return cell.clock(written).strftime("%H:%M")
        case "outcome":
            return cell.outcome(written).code
        case "count":
            number = cell.count(written)
            return [number.minimum, number.maximum, number.approximate]
        case "blank":
            return cell.is_blank(written)
        case unit:
            return plain(cell.quantity(written, unit))


def plain(amount: Quantity) -> list[object]:
    """Both ends to two decimals, and whether they are approximate."""
    low, high = (None if end is None else round(end, 2) for end in (amount.minimum, amount.maximum))
    return [low, high, amount.approximate]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['as']}: {case['written']}")
def test_a_cell_says_what_its_curator_meant(case: dict[str, Any]) -> None:
    if "refused" in case:
        with pytest.raises(CellError, match=case["refused"]) as told:
            read(case)
        assert told.value.remedy
    else:
        assert read(case) == case["gives"]


@given(DAYS, st.sampled_from(("%Y-%m-%d", "%Y%m%d", "%d-%b-%y", "%d %B %Y", "%B %d, %Y", "%Y/%m/%d")))
def test_a_day_comes_back_from_every_way_to_write_it(day: date, form: str) -> None:
    assert cell.days(day.strftime(form)) == DateRange(day, day)


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_a_range_comes_back_from_every_way_to_write_it(a: int, b: int) -> None:
    low, high = sorted((a, b))
    for written in (f"{low}-{high}", f"{low} – {high}"):
        assert cell.quantity(written, "km") == Quantity(low, high, "km")


@given(DAYS, CLOCKS)
def test_a_moment_in_utc_lies_on_the_day_of_the_place(day: date, clock: time) -> None:
    placed = from_utc(DateRange(day, day), clock, PYONGYANG)
    assert placed.instant is not None
    assert placed.basis is DayBasis.CONVERTED
    assert placed.days.day == placed.instant.earliest.astimezone(ZoneInfo(PYONGYANG)).date()
    back = from_local(placed.days, None, clock, PYONGYANG)
    assert back.instant is not None
    apart = abs(back.instant.earliest - placed.instant.earliest)
    assert apart in (timedelta(0), timedelta(1))  # a day of 24 hours and a half has some clocks of UTC twice
    assert back.instant.earliest.astimezone(ZoneInfo(PYONGYANG)).date() == placed.days.day


@given(DAYS, CLOCKS)
def test_a_day_without_a_clock_may_be_every_day_a_clock_would_make_it(day: date, clock: time) -> None:
    untimed, timed = (from_utc(DateRange(day, day), one, PYONGYANG) for one in (None, clock))
    assert untimed.days == DateRange(day, day)
    assert untimed.basis is DayBasis.UNTIMED
    assert untimed.possible.earliest is not None
    assert untimed.possible.latest is not None
    assert timed.days.day is not None
    assert untimed.possible.earliest <= timed.days.day <= untimed.possible.latest
    assert untimed.possible.latest - untimed.possible.earliest == timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "local"),
    [
        ("2015-08-13", "2015-08-14"),
        ("2016-03-01", "2016-03-01"),
        ("2018-05-03", "2018-05-03"),
        ("2018-05-04", "2018-05-05"),
    ],
)
def test_pyongyang_stood_half_an_hour_behind_from_2015_to_2018(day: str, local: str) -> None:
    """15:15 UTC is a quarter past midnight at +09:00, and a quarter to it at +08:30."""
    days = DateRange(date.fromisoformat(day), date.fromisoformat(day))
    assert from_utc(days, time(15, 15), PYONGYANG).days.day == date.fromisoformat(local)


@pytest.mark.parametrize(
    ("column", "first"),
    [
        (["12/09/2024", "18/09/2024"], True),
        (["9/12/2024", "9/18/2024", ""], False),
        (["12/09/2024", "9/12/2024"], None),
        (["18/09/2024", "9/18/2024"], None),
    ],
)
def test_a_column_tells_whether_its_dates_begin_with_the_day(column: list[str], first: bool | None) -> None:
    assert cell.day_first(column) is first
    if first is not None:
        assert cell.days(column[0], day_first=first) == DateRange(date(2024, 9, 12), date(2024, 9, 12))
