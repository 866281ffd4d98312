"""How dates marked by others are compared with those the program reads."""

from datetime import date

import pytest
from evaluation.times import Mark, Marked, clocks, dates, read, span_of

from reportedly.model import DateRange
from reportedly.score import Tally


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1941-12-07", date(1941, 12, 7), date(1941, 12, 7)),
        ("1941-12-07TMO", date(1941, 12, 7), date(1941, 12, 7)),
        ("1944-06", date(1944, 6, 1), date(1944, 6, 30)),
        ("1944", date(1944, 1, 1), date(1944, 12, 31)),
        ("1944-SU", date(1944, 6, 1), date(1944, 8, 31)),
        ("1944-WI", date(1944, 12, 1), date(1945, 2, 28)),
        ("2008-Q1", date(2008, 1, 1), date(2008, 3, 31)),
        ("2008-H2", date(2008, 7, 1), date(2008, 12, 31)),
        ("2008-W50", date(2008, 12, 8), date(2008, 12, 14)),
    ],
)
def test_a_marked_value_stands_for_days(value: str, first: date, last: date) -> None:
    assert span_of(value) == DateRange(first, last)


@pytest.mark.parametrize("value", ["P2W", "PRESENT_REF", "XXXX-XX-XX", "BC0490", "194", "1941-12-07T06:30", ""])
def test_durations_clocks_and_what_no_calendar_fixes_stand_for_none(value: str) -> None:
    assert span_of(value) is None


def _marked(text: str, **values: str) -> Marked:
    words = {word.replace("_", " "): value for word, value in values.items()}
    marks = [Mark(text.index(word), text.index(word) + len(word), value) for word, value in words.items()]
    return Marked("text", text, tuple(marks))


def test_a_month_takes_the_year_it_falls_nearest_to() -> None:
    found = read(_marked("It began on 7 December 1941. In January it spread."))
    assert (found[-1][1].earliest, found[-1][1].latest) == (date(1942, 1, 1), date(1942, 1, 31))


def test_a_range_is_right_where_both_its_ends_are_marked() -> None:
    marked = _marked("It lasted from June 1950 to July 1953.", June_1950="1950-06", July_1953="1953-07")
    assert dates(marked, []) == Tally(right=2)


def test_what_is_marked_and_not_read_is_named() -> None:
    wrong: list[str] = []
    marked = _marked("On D-Day, and on 7 June 1944, they landed.", **{"D-Day": "1944-06-06"})
    assert dates(marked, wrong) == Tally(right=0, wrong=1, missed=1, extra=1)
    assert len(wrong) == 2


def test_clocks_are_compared_to_the_minute() -> None:
    marked = _marked(
        "It came at 6:30 a.m. and at noon.", **{"6:30_a.m.": "1941-12-07T06:30", "noon": "1941-12-07T13:00"}
    )
    assert clocks(marked) == Tally(right=1, wrong=1, missed=1)
