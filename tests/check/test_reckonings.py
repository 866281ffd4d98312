"""Ranks, firsts, gaps and records against small ledgers, and the laws they obey."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.check.articles import BOOK, article, cases
from tests.check.small_ledgers import record

from reportedly.check import Article, check
from reportedly.check.counted import Counted
from reportedly.check.tally import tally
from reportedly.model import Finding, Verdict

WEDNESDAY = date(2024, 9, 18)
RANKED = article("North Korea fired ballistic missiles on Wednesday, its second such test in a week.", WEDNESDAY)
SINCE = article("North Korea fired ballistic missiles on Wednesday, the first launch since July.", WEDNESDAY)
YEAR = [date(2024, 1, 1), date(2024, 12, 31)]
DAYS = st.dates(date(2024, 6, 1), date(2024, 9, 17))
ROWS = st.lists(
    st.builds(lambda day, sure: {"day": day, "confirmed": sure}, DAYS, st.booleans()),
    max_size=8,
    unique_by=lambda r: r["day"],
)


@pytest.mark.parametrize("case", cases("reckonings.yaml"), ids=lambda case: str(case["name"]))
def test_a_reckoning_is_checked_against_its_ledger(case: dict[str, Any]) -> None:
    past = record(case["lists"], case.get("incidents", ())) if "lists" in case else None
    given_ = replace(article(case["text"], case.get("published", WEDNESDAY)), record=past)
    expect = case["expect"]
    found = [finding for finding in check(given_).findings if finding.kind == expect["kind"]]
    assert [one.verdict.value for one in found] == ([expect["verdict"]] if expect["verdict"] else []), found
    for one in found:
        assert expect.get("working", "") in one.working
        assert {key: one.reading.get(key) for key in ("scope", "fits") if key in expect} == {
            key: expect[key] for key in ("scope", "fits") if key in expect
        }
        assert set(one.stands_on) <= _known(given_)


def _known(given_: Article) -> set[str]:
    episodes = {one.id for one in given_.record.episodes} if given_.record else set()
    return episodes | {claim.id for claim in given_.extraction.claims}


def _found(given_: Article, rows: list[dict[str, Any]], *, covers: list[date] | None) -> Finding:
    past = record([{"id": "watch", "covers": {"ballistic": covers} if covers else {}, "rows": rows}])
    (found,) = (
        f for f in check(replace(given_, record=past)).findings if f.kind in ("ordinal_in_window", "first_since")
    )
    return found


@given(ROWS, st.sampled_from([RANKED, SINCE]), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows: list[dict[str, Any]], given_: Article, random: Any) -> None:
    shuffled = random.sample(rows, len(rows))
    assert _found(given_, rows, covers=YEAR) == _found(given_, shuffled, covers=YEAR)


@given(
    ROWS,
    st.sampled_from([RANKED, SINCE]),
    st.dates(date(2024, 1, 1), WEDNESDAY),
    st.dates(WEDNESDAY, date(2024, 12, 1)),
)
def test_to_widen_what_a_list_covers_turns_no_verdict_into_its_opposite(
    rows: list[dict[str, Any]], given_: Article, since: date, until: date
) -> None:
    verdicts = [_found(given_, rows, covers=covers).verdict for covers in (None, [since, until], YEAR)]
    for narrow, wide in pairwise(verdicts):
        assert narrow in (Verdict.UNDETERMINED, wide)


@given(ROWS, st.sampled_from([RANKED, SINCE]))
def test_to_settle_a_doubt_turns_no_verdict_into_its_opposite(rows: list[dict[str, Any]], given_: Article) -> None:
    verdict = _found(given_, rows, covers=YEAR).verdict
    for settled in ([{**row, "confirmed": True} for row in rows], [row for row in rows if row["confirmed"]]):
        assert verdict in (Verdict.UNDETERMINED, _found(given_, settled, covers=YEAR).verdict)


@given(ROWS)
def test_a_second_list_of_the_same_days_counts_nothing_twice(rows: list[dict[str, Any]]) -> None:
    lists = [{"id": id_, "covers": {"ballistic": YEAR}, "rows": rows} for id_ in ("watch", "other")]
    ends = (date(2024, 6, 1), date(2024, 9, 17))
    one, two = (
        tally(record(some), "PRK", Counted("same_type", ("missile_launch",)), *ends) for some in (lists[:1], lists)
    )
    assert (one.sure, one.most) == (two.sure, two.most)


@settings(max_examples=30)
@given(st.integers(1, 6), st.integers(8, 60))
def test_a_true_rank_is_consistent_and_every_other_is_not(before: int, days: int) -> None:
    rows = [{"day": WEDNESDAY - timedelta(days=n + 1), "confirmed": True} for n in range(before)]
    words = ["second", "third", "fourth", "fifth", "sixth", "seventh"]
    for rank, word in enumerate(words, 2):
        told = article(
            f"North Korea fired ballistic missiles on Wednesday, its {word} ballistic missile test in {days} days.",
            WEDNESDAY,
        )
        verdict = _found(told, rows, covers=YEAR).verdict
        assert verdict is (Verdict.CONSISTENT if rank == before + 1 else Verdict.INCONSISTENT)


@pytest.mark.parametrize(
    "words",
    ["its first launch in more than 90000 years", "its second test in 999999999 days", "its first launch in almost 999999 decades",
     "its 999th test in a week", "the first launch since January 1, 0001", "a record 99999999999 missiles in a day"],
)  # fmt: skip
def test_no_length_is_too_absurd_to_be_checked(words: str) -> None:
    past = record(
        [{"id": "watch", "covers": {"ballistic": [date.min, date.max]}, "rows": [date.min, WEDNESDAY, date.max]}]
    )
    assert check(
        replace(article(f"North Korea fired missiles on Wednesday, {words}.", WEDNESDAY), record=past)
    ).findings


def test_every_derived_kind_of_the_codebook_has_a_check() -> None:
    reckoned = {case["expect"]["kind"] for case in cases("reckonings.yaml")} | {"first_ever"}
    assert reckoned | {case["kind"] for case in cases("article.yaml")} == set(BOOK.checks)
