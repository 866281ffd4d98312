"""Counts: the cases, and the laws that hold for any text."""

import itertools
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.fields.brief import count_marks, interval

from reportedly import codebook
from reportedly.fields import count
from reportedly.fields.count_words import Noun, counting, nouns_of, several_of
from reportedly.fields.number import parse, parse_ordinal
from reportedly.model import Count

BOOK = codebook.load()
SEVERAL = several_of(BOOK.count_words)
COUNTING = counting(nouns_of(BOOK), SEVERAL)
_FOLDER = Path(__file__).parent / "cases"
CASES = yaml.load((_FOLDER / "count.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
WITHHELD = yaml.load((_FOLDER / "withheld.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
PIECES = st.sampled_from(
    [
        "at least",
        "two",
        "23",
        "several",
        "a salvo of",
        "the",
        "missiles",
        "missile",
        ", ",
        ". ",
        "ballistic",
        "of",
        "them",
        "and",
        "no",
        "shells",
        "rounds of",
        "fired: ",
        "7",
        "did not say",
        "the number",
        "more than",
        "dozen",
        "1,100",
        "–",
        "“",
        "”",
        "é",
        "N. Korea's",
        "second",
        "where they fell",
        "between",
        "3 and 5",
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=60)


@pytest.mark.parametrize("case", CASES, ids=[f"{n}: {c['text'][:50]}" for n, c in enumerate(CASES)])
def test_case(case: Mapping[str, str | Sequence[Sequence[str]]]) -> None:
    found = count.find(str(case["text"]), COUNTING)
    assert [[e.written, interval(e.value), count_marks(e)] for e in found] == case["found"]


@pytest.mark.parametrize("case", WITHHELD, ids=[c["text"][:50] for c in WITHHELD])
def test_withheld(case: Mapping[str, str | Sequence[Sequence[str]]]) -> None:
    found = count.find_withheld(str(case["text"]), BOOK.phrases)
    assert [[e.written, e.field] for e in found] == case["found"]


@given(TEXTS)
def test_spans_are_the_text_in_order_and_apart(text: str) -> None:
    found = count.find(text, COUNTING)
    for e in found:
        assert text[e.start : e.end] == e.written
        assert e.start <= e.number_start <= e.number_end <= e.end
        assert e.noun is None or text[e.noun_start : e.noun_end] == e.noun
    for left, right in itertools.pairwise(found):
        assert left.end <= right.start
    for w in count.find_withheld(text, BOOK.phrases):
        assert text[w.start : w.end] == w.written


@given(TEXTS)
def test_values_are_intervals(text: str) -> None:
    for e in count.find(text, COUNTING):
        assert e.value.minimum >= 0
        assert e.value.maximum is None or e.value.minimum <= e.value.maximum


@given(st.integers(0, 99_999))
def test_numbers_in_digits_read_back(number: int) -> None:
    assert parse(f"{number:,}") == number


@pytest.mark.parametrize(
    ("written", "number"),
    [("twenty-three", 23), ("a hundred", 100), ("two dozen", 24), ("half a dozen", 6), ("2,111.5", 2111.5),
     ("one hundred and twenty", 120), ("Seven", 7), ("two thousand", 2000), ("a", None), ("sea", None)],
)  # fmt: skip
def test_numbers_in_words(written: str, number: float | None) -> None:
    assert parse(written) == number


def test_ordinals() -> None:
    assert [parse_ordinal(w) for w in ("second", "12th", "Third", "two")] == [2, 12, 3, None]


def test_another_codebook_counts_its_own_nouns() -> None:
    people = (Noun("passenger", "passengers", "person"), Noun("child", "children", "person"))
    found = count.find("At least 12 passengers and two children were aboard the ferry.", counting(people, SEVERAL))
    assert [(e.written, e.value) for e in found] == [
        ("At least 12 passengers", Count(12, None)),
        ("two children", Count(2, 2)),
    ]


@given(st.lists(st.builds(Count, st.integers(0, 9), st.none() | st.integers(9, 20), st.booleans()), min_size=1))
def test_a_fold_lies_within_the_hull(values: list[Count]) -> None:
    folded = count.fold(values)
    assert folded is not None
    assert min(v.minimum for v in values) <= folded.minimum <= max(v.minimum for v in values)
