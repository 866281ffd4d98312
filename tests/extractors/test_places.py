"""Words are found as whole words in title and body, or not at all."""

import pytest
from served import report

from reportedly.extractors.llm.places import choose, occurrences
from reportedly.model import Block, BlockKind, Report, Span

TEXT = "Two tests\n\nTwo tests in 2022, and the\nsecond of two was not 22. Two tests."


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Two tests", ["Two tests", "Two tests", "Two tests"]),
        ("the second", ["the\nsecond"]),
        ("22", ["22"]),
        ("two", ["two"]),
        ("2022,", ["2022,"]),
        ("TWO", []),
        ("three", []),
        ("  ", []),
        ("[a-z]+", []),
    ],
)
def test_words_are_found_as_they_stand(words: str, written: list[str]) -> None:
    of = report(TEXT)
    found = occurrences(of, words)
    assert [span.of(of.text) for span in found] == written


def test_captions_and_boilerplate_hold_no_words() -> None:
    text = "Two tests. A photo of two tests."
    blocks = (Block(Span(0, 10), BlockKind.BODY), Block(Span(11, len(text)), BlockKind.CAPTION))
    assert occurrences(Report(id="r", path="p", text=text, blocks=blocks, raw=b""), "two tests") == ()


def test_the_one_meant_is_chosen() -> None:
    a, b, c = Span(0, 3), Span(10, 13), Span(20, 23)
    assert choose((a, b, c), nth=None, around=(), prefer=()) == a
    assert choose((a, b, c), nth=None, around=(), prefer=(Span(8, 15),)) == b
    assert choose((a, b, c), nth=3, around=(), prefer=(Span(8, 15),)) == c
    assert choose((a, b, c), nth=3, around=(Span(8, 30),), prefer=()) == b
    assert choose((a, b, c), nth=4, around=(), prefer=()) is None
    assert choose((a,), nth=4, around=(), prefer=()) == a
    assert choose((a, b), nth=None, around=(Span(14, 30),), prefer=()) is None
    assert choose((), nth=None, around=(), prefer=()) is None
