"""The claims of one real report against the lists that others keep, where their files are at hand."""

from dataclasses import replace
from datetime import date

import pytest
from evaluation.reading import DATA
from tests.check.articles import BOOK, article

from reportedly.check import Record, check, record_of
from reportedly.model import Finding, History, events_of
from reportedly.readers.lists import read_list
from reportedly.readers.lists.shape import CNS

FILE = DATA / "history" / "cns-prk-missile-tests.csv"
pytestmark = pytest.mark.skipif(not FILE.exists(), reason=f"no {FILE.name} in {FILE.parent}; set REPORTEDLY_DATA")

REPORT = (
    "North Korea fired multiple ballistic missiles on Wednesday, the second such test in a week, South Korea's military said. "
    "It follows a similar launch last Thursday. The country has not conducted a significant test since early July."
)


@pytest.fixture(scope="module")
def past() -> Record:
    found = read_list(FILE.name, FILE.read_bytes(), CNS, BOOK)
    return record_of(History((found.list,), events_of(found.rows)), (), BOOK)


def _of(kind: str, text: str, published: date, past: Record) -> Finding:
    (found,) = (f for f in check(replace(article(text, published), record=past)).findings if f.kind == kind)
    return found


def test_none_since_early_july_is_wrong_of_18_september_and_right_of_the_12th(past: Record) -> None:
    found = _of("first_since", REPORT, date(2024, 9, 18), past)
    assert found.verdict.value == "inconsistent"
    assert "12 September 2024" in found.working
    assert found.reading["fits"] == "2024-09-12"
    earlier = (
        "North Korea fired missiles on Thursday. The country has not conducted a significant test since early July."
    )
    assert _of("first_since", earlier, date(2024, 9, 12), past).verdict.value == "consistent"


def test_second_in_a_week_is_right_of_18_september(past: Record) -> None:
    found = _of("ordinal_in_window", REPORT, date(2024, 9, 18), past)
    assert (found.verdict.value, found.stands_on) == ("consistent", ("cns:2024-09-12",))


def test_the_two_together_are_a_conflict_on_one_anchor(past: Record) -> None:
    found = _of("internal_conflict", REPORT, date(2024, 9, 18), past)
    assert found.stands_on == (_of("ordinal_in_window", REPORT, date(2024, 9, 18), past).claim,)


def test_a_report_that_bears_no_day_is_dated_to_18_september_and_no_other_day(past: Record) -> None:
    text = (
        "North Korea fired multiple ballistic missiles from Kaechon at about 6:50 a.m. local time (21:50 GMT on Tuesday), the "
        "second such test in a week, South Korea's military said. North Korea's latest test comes on the heels of a similar "
        "launch last Thursday. The country has not conducted a significant test since early July."
    )
    checked = check(replace(article(text, None), record=past))
    assert checked.dated is not None
    assert (checked.dated.unique, checked.dated.candidates) == (True, (date(2024, 9, 18),))
    verdicts = {found.kind: found.verdict.value for found in checked.findings}
    assert verdicts["ordinal_in_window"] == "consistent"
    assert verdicts["first_since"] == "inconsistent"
    assert verdicts["internal_conflict"] == "internal_conflict"
