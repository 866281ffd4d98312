"""The lists themselves, where $REPORTEDLY_DATA has them: what must come of CNS with CSIS, and of two catalogues."""

import pytest
from evaluation.history.calendars import Calendars, calendars
from evaluation.history.catalogues import Catalogues, catalogues
from evaluation.history.nuclear import OKLAHOMA, SIPRI
from evaluation.reading import DATA

from reportedly.codebook import load

CNS, CSIS = "cns-prk-missile-tests.csv", "csis-prk-events.csv"


def need(folder: str, *names: str) -> None:
    """Nothing; the test is skipped where a file is absent."""
    if absent := [name for name in names if not (DATA / folder / name).exists()]:
        pytest.skip(f"{', '.join(absent)} not on this machine; set REPORTEDLY_DATA")


@pytest.fixture(scope="module")
def days() -> Calendars:
    """CNS with CSIS."""
    need("history", CNS, CSIS)
    return calendars(DATA / "history", CNS, CSIS, load())


@pytest.fixture(scope="module")
def rows() -> Catalogues:
    """SIPRI with Oklahoma."""
    need("nuclear-explosions", SIPRI, OKLAHOMA)
    return catalogues(DATA / "nuclear-explosions", load())


def test_local_dates_agree_where_utc_dates_do_not(days: Calendars) -> None:
    assert (days.exact, days.dates) == (137, 157)
    assert (days.exact_in_utc, days.utc_dates) == (85, 158)


def test_every_other_date_is_told_with_its_reason(days: Calendars) -> None:
    by_match = {match: [day for day, _ in links] for match, links in days.others.items()}
    assert by_match["undecided"] == ["2019-09-09"]
    assert by_match["other_kind"] == ["2023-11-21", "2024-03-18"]
    assert by_match["absent"] == ["2017-11-29", "2019-04-17", "2019-05-04", "2020-03-09", "2020-03-29", "2023-11-22"]
    assert len(by_match["calendar_slip"]) == 11
    assert all(why.startswith("calendar slip: ") for _, why in days.others["calendar_slip"])
    assert days.exact + sum(map(len, by_match.values())) == days.dates


def test_the_catalogues_are_joined_one_to_one_and_say_how_surely(rows: Catalogues) -> None:
    pairs = rows.paired.pairs
    assert len(pairs) >= 0.85 * len(rows.sipri)
    assert len({pair.right.number for pair in pairs}) == len(pairs)
    figures = rows.figures()
    read = next(str(value) for name, value in figures.items() if name.startswith("precision"))
    assert "0 wrong" in read
    assert "not read yet" not in read, (
        "the pairs drawn have changed: read them, and mend evaluation/history/checked.csv"
    )
