"""Blocks: each case file row is a text and what its blocks must be; the laws hold for any text."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import BlockKind, Span
from reportedly.readers.blocks import headline, mark
from reportedly.readers.split import markdown_paragraphs

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "blocks.yaml").read_text(encoding="utf-8"))
LINES = st.lists(
    st.sampled_from(
        ["The army said so.", "Also read: more", "Comments", "Related", "A B c", "", " ", "-", "U.S. x", "(AP Photo)"]
    )
    | st.text(max_size=40)
).map("\n".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_blocks_are_told_apart(case: dict[str, object]) -> None:
    text = str(case["text"])
    blocks = mark(text, headline(text))
    begun = [[block.kind.value, block.span.of(text)] for block in blocks]
    expected = case["blocks"]
    assert isinstance(expected, list)
    assert [kind for kind, _ in begun] == [kind for kind, _ in expected], begun
    for (_, found), (_, words) in zip(begun, expected, strict=True):
        assert found.lstrip().startswith(words)


@given(LINES)
def test_blocks_partition_the_text(text: str) -> None:
    blocks = mark(text, headline(text))
    assert "".join(block.span.of(text) for block in blocks) == text
    assert all(len(block.span) for block in blocks)


@given(LINES)
def test_a_text_marked_twice_is_marked_the_same(text: str) -> None:
    assert mark(text, headline(text)) == mark(text, headline(text))


@given(st.lists(st.sampled_from(["# Head", "- item", "words go", "on here.", "", "1. one", "> said"])).map("\n".join))
def test_markdown_paragraphs_hold_every_word(text: str) -> None:
    spans = list(markdown_paragraphs(text))
    assert spans == sorted(spans)
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())


@given(st.text(alphabet="abc .\n", min_size=1, max_size=60))
def test_a_title_is_the_first_block_only(text: str) -> None:
    kinds = [block.kind for block in mark(text, headline(text))]
    assert BlockKind.TITLE not in kinds[1:]


@pytest.mark.parametrize(
    "text", ["One sentence only", "It was fired on Monday.\nMore was said.", "Dateline:\nText.", ""]
)
def test_a_first_line_that_is_no_headline(text: str) -> None:
    assert headline(text) is None


def test_more_patterns_may_be_passed() -> None:
    text = "A rocket flew. Ahoy there, sailors. It fell."
    kinds = [block.kind for block in mark(text, None, patterns=("^ahoy\\b",))]
    assert kinds == [BlockKind.BODY, BlockKind.BOILERPLATE, BlockKind.BODY]


def test_a_title_given_is_a_block_of_its_own() -> None:
    text = "Rocket flies\n\nA rocket flew."
    assert mark(text, Span(0, 12))[0].kind == BlockKind.TITLE
