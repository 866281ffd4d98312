"""Dates: the cases, and the laws that hold for any text, day and zone."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from reportedly.codebook import load
from reportedly.fields import date as dates
from reportedly.fields.date import Calendar, DateExpression
from reportedly.model import DateRange, Published

CASES = yaml.load((Path(__file__).parent / "cases" / "date.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)


def _calendar(case: Mapping[str, str]) -> Calendar:
    anchor = date.fromisoformat(case["anchor"]) if "anchor" in case else None
    return Calendar(
        published=_published(case.get("published")),
        outlet_zone=case.get("outlet"),
        place_zone=case.get("place"),
        anchor=DateRange(anchor, anchor) if anchor else None,
        tense=case.get("tense", "past"),
        year=int(case["year"]) if "year" in case else None,
        parts=load().day_parts,
    )


def _published(written: str | None) -> Published | None:
    if written is None:
        return None
    if "T" in written:
        instant = datetime.fromisoformat(written)
        return Published(instant.date(), instant)
    return Published(date.fromisoformat(written))


def _brief(value: DateRange | None) -> str:
    if value is None:
        return "null"
    if value.partial:
        return value.partial
    return f"{value.earliest}" if value.day else f"{value.earliest}/{value.latest}"


@pytest.mark.parametrize("case", CASES, ids=[f"{n}: {case['text'][:50]}" for n, case in enumerate(CASES)])
def test_case(case: Mapping[str, object]) -> None:
    text = str(case["text"])
    calendar = _calendar({k: str(v) for k, v in case.items() if k not in ("text", "found")})
    read = [[e.written, e.kind, _brief(dates.resolve(e, calendar))] for e in dates.find(text)]
    assert read == case["found"]


WORDS = st.lists(
    st.from_regex(r"[0-9]{1,4}(st|th|s)?", fullmatch=True)
    | st.sampled_from(
        ("on", "early", "late", "last", "this", "next", "the", "morning", "of", "yesterday", "today", "overnight")
    )
    | st.sampled_from(
        ("Wednesday", "Thu.", "May", "March", "July", "Sept.", "summer", "2006", "2024-09-18", "18.9.2024")
    )
    | st.sampled_from(
        ("(", ")", ",", ".", "-", "to", "and", "a", "until", "in", "since", "mid", "Juche", "km", "\n", "\n\n")
    )
    | st.sampled_from(("day", "week", "months", "later", "earlier", "ago", "before", "after", "previous", "same")),
    max_size=14,
).map(" ".join)
DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
ZONES = st.sampled_from(
    [None, "Asia/Pyongyang", "America/New_York", "Asia/Kolkata", "Europe/Moscow", "Pacific/Honolulu"]
)
RANGES = st.tuples(DAYS, st.integers(0, 400)).map(
    lambda d: DateRange(d[0], d[0] + timedelta(days=d[1]))
) | st.sampled_from(
    [
        DateRange(None, None, "--10-31"),
        DateRange(None, None, "--07"),
        DateRange(date(2019, 10, 1), date(2019, 10, 31), "2019-10"),
    ]
)


@given(WORDS | st.text(max_size=60))
def test_spans_hold_what_was_written_and_do_not_overlap(text: str) -> None:
    end = 0
    for expression in dates.find(text):
        assert end <= expression.start < expression.end
        assert text[expression.start : expression.end] == expression.written
        end = expression.end


@given(WORDS, DAYS, ZONES, ZONES)
def test_whatever_is_found_resolves_in_order(text: str, day: date, outlet: str | None, place: str | None) -> None:
    calendar = Calendar(Published(day), outlet, place, DateRange(day, day))
    for expression in dates.find(text):
        value = dates.resolve(expression, calendar)
        if value and value.earliest and value.latest:
            assert value.earliest <= value.latest


@given(st.integers(0, 6), DAYS, ZONES, ZONES)
def test_a_past_weekday_lies_in_the_week_that_ends_a_day_after_publication(
    weekday: int, day: date, outlet: str | None, place: str | None
) -> None:
    expression = DateExpression(0, 0, "", "weekday", weekday=weekday, relation_to="publication")
    value = dates.resolve(expression, Calendar(Published(day), outlet, place))
    assert value is not None and value.day is not None
    assert value.day.weekday() == weekday
    assert day - timedelta(days=6) <= value.day <= day + timedelta(days=1)
    last = dates.resolve(replace(expression, qualifier="last"), Calendar(Published(day), outlet, place))
    assert last is not None and last.day is not None
    assert day - timedelta(days=7) <= last.day < day


@given(DAYS, DAYS)
@example(date(2000, 2, 29), date(1999, 1, 1))
@example(date(2000, 2, 29), date(1903, 1, 1))
def test_a_past_day_without_a_year_is_never_after_the_day_behind_publication(day: date, published: date) -> None:
    expression = DateExpression(0, 0, "", "month_day", month=day.month, day=day.day)
    value = dates.resolve(expression, Calendar(Published(published)))
    assert value is not None and value.day is not None
    assert (value.day.month, value.day.day) == (day.month, day.day)
    assert value.day <= published + timedelta(days=1)
    if (day.month, day.day) != (2, 29):
        assert value.day > published - timedelta(days=366)


@given(DAYS, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y", "%A, %d %B %Y", "%b. %d, %Y"]))
def test_a_full_date_reads_as_itself_whatever_it_is_read_against(day: date, style: str) -> None:
    style = style.replace("%b.", "%b." if day.month != 5 else "%b")
    (expression,) = dates.find(f"The launch of {day.strftime(style)} was seen.")
    assert dates.resolve(expression, Calendar()) == DateRange(day, day)


@given(WORDS)
def test_nothing_relative_is_resolved_without_publication_or_anchor(text: str) -> None:
    for expression in dates.find(text):
        if expression.kind in ("relative", "weekday", "day_of_month", "window"):
            assert dates.resolve(expression, Calendar()) is None


@given(RANGES)
def test_json_and_back(value: DateRange) -> None:
    assert dates.from_json(dates.to_json(value)) == value
    assert dates.show(value)
    assert dates.agree(value, value)


@given(st.lists(RANGES, max_size=5), st.randoms())
def test_fold_does_not_depend_on_order_and_folds_once(values: list[DateRange], random: object) -> None:
    folded = dates.fold(values)
    assert folded == dates.fold(values[::-1])
    if folded is not None:
        assert dates.fold([folded, folded]) == folded
        assert dates.agree(folded, folded)


@given(RANGES, RANGES, st.integers(0, 3))
def test_agreement_is_mutual_and_grows_with_tolerance(a: DateRange, b: DateRange, tolerance: int) -> None:
    assert dates.agree(a, b, tolerance) == dates.agree(b, a, tolerance)
    if dates.agree(a, b, tolerance):
        assert dates.agree(a, b, tolerance + 1)


def test_a_dateline_lends_its_year_and_a_date_further_down_does_not() -> None:
    dateline = "September 3, 2017 (Wire) - A quake was felt on September 3."
    assert dates.document_year(dates.find(dateline)) == 2017
    story = "A missile came down at sea on October 31, and it was the longest flight that anybody had timed so far. "
    assert dates.document_year(dates.find(story + "Its last flight was on December 18, 2023.")) is None


def test_a_person_reads_days_spans_and_partials() -> None:
    assert dates.show(DateRange(date(2024, 9, 18), date(2024, 9, 18))) == "18 September 2024"
    assert dates.show(DateRange(date(2024, 7, 1), date(2024, 7, 10))) == "1 July 2024 to 10 July 2024"
    assert dates.show(DateRange(None, None, "--10-31")) == "31 October, year unknown"
    assert dates.show(DateRange(date(2019, 10, 1), date(2019, 10, 31), "2019-10")) == "October 2019"
