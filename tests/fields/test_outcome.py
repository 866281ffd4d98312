"""Words of success and failure: the cases, and that every find is the text."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportedly import codebook
from reportedly.fields import outcome

WORDS = outcome.words_of(codebook.load().phrases)
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "outcome.yaml").read_text("utf-8"))
LINES = [(kind, text) for kind, texts in CASES.items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), LINES, ids=[text for _, text in LINES])
def test_case(kind: str, text: str) -> None:
    assert {e.code for e in outcome.find(text, WORDS)} == ({kind} if kind != "none" else set())


@given(
    st.lists(st.sampled_from(["failed", "the test", "was", "a success", "hit its target", "not", ". ", "one of"])).map(
        " ".join
    )
)
def test_spans_are_the_text(text: str) -> None:
    for found in outcome.find(text, WORDS):
        assert text[found.start : found.end] == found.written


def test_a_part_is_told_from_the_whole() -> None:
    assert [e.of_part for e in outcome.find("The second missile failed.", WORDS)] == [True]
    assert [e.of_part for e in outcome.find("The missile failed.", WORDS)] == [False]
