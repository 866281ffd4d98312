"""What a report prints is checked against itself, the calendar, the tz database and the gazetteer."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.check.articles import BOOK, article, cases

from reportedly.check import CHECKS, check
from reportedly.check.offsets import ahead, same
from reportedly.check.relative_place import judged as judged_place
from reportedly.check.unit_pair import judged as judged_units
from reportedly.model import Term, Verdict

WEDNESDAY = date(2024, 9, 18)
KM = {"mi": 1.609344, "nmi": 1.852, "m": 0.001, "ft": 0.0003048}
TOWNS = [site for site in BOOK.sites.values() if site.latitude is not None and site.precision < 4]
OPPOSITE = {"N": "S", "S": "N", "E": "W", "W": "E", "NE": "SW", "SW": "NE", "SE": "NW", "NW": "SE"}


@pytest.mark.parametrize("case", cases("article.yaml"), ids=lambda case: f"{case['kind']} {str(case['text'])[-50:]}")
def test_a_report_is_checked_against_itself(case: dict[str, Any]) -> None:
    given_ = article(case["text"], case.get("published", WEDNESDAY))
    found = [finding for finding in check(given_).findings if finding.kind == case["kind"]]
    assert [finding.verdict.value for finding in found] == ([case["verdict"]] if case["verdict"] else [])
    assert all(case.get("working", "") in finding.working for finding in found)
    text, claims = given_.report.text, {claim.id: claim for claim in given_.extraction.claims}
    assert all(finding.written in text and finding.claim in claims for finding in found)


def test_every_kind_of_finding_is_in_the_codebook() -> None:
    kinds = {case["kind"] for case in cases("article.yaml")}
    assert kinds <= set(BOOK.checks)
    assert len(set(CHECKS)) == len(CHECKS)


@given(st.floats(1, 5000), st.sampled_from(sorted(KM)))
def test_an_exact_conversion_is_consistent(length: float, unit: str) -> None:
    assert judged_units(length, "km", length / KM[unit], unit)[0] is Verdict.CONSISTENT
    assert judged_units(length / KM[unit], unit, length, "km")[0] is Verdict.CONSISTENT


@given(st.integers(10, 5000))
def test_a_rounded_conversion_is_consistent_and_twice_as_much_is_not(length: int) -> None:
    assert judged_units(length, "km", round(length / KM["mi"]), "mi")[0] is Verdict.CONSISTENT
    assert judged_units(length, "km", 2 * length, "mi")[0] is Verdict.INCONSISTENT


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 1439))
def test_a_clock_and_what_it_is_in_utc_are_one_difference(day: date, local: int) -> None:
    offset = ahead("Asia/Pyongyang", "UTC", day)
    assert offset == (510 if date(2015, 8, 15) <= day <= date(2018, 5, 4) else 540)
    assert same(local - (local - offset) % 1440, offset, 0)


@given(st.sampled_from(TOWNS), st.sampled_from(TOWNS), st.sampled_from(sorted(OPPOSITE)))
def test_a_place_lies_on_one_side_of_another_and_that_on_the_other_side_of_it(one: Any, other: Any, way: str) -> None:
    there = judged_place(one, other, Term(way))[0]
    if there is Verdict.CONSISTENT and one.state == other.state:
        assert judged_place(one, other, Term(OPPOSITE[way]))[0] is Verdict.INCONSISTENT
        assert judged_place(other, one, Term(way))[0] is Verdict.INCONSISTENT


@given(st.permutations(["It flew 400 kilometers (294 miles).", "It fell at 6:50 a.m. on Wednesday (2150 GMT Wednesday).",
                        "It flew 100 km (62 miles)."]))  # fmt: skip
def test_the_order_of_sentences_changes_no_verdict(sentences: list[str]) -> None:
    found = check(article(f"North Korea fired a missile on Wednesday. {' '.join(sentences)}", WEDNESDAY)).findings
    assert sorted((one.kind, one.verdict.value) for one in found if one.kind == "unit_pair") == [
        ("unit_pair", "consistent"),
        ("unit_pair", "inconsistent"),
    ]
