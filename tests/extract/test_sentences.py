"""Sentences survive abbreviations, clocks, bullets and wraps, and never cross a block."""

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.sentences import dateline, split
from reportedly.model import Block, BlockKind, Span

CASES = Path(__file__).parent / "cases"


def _cases(name: str) -> list[dict[str, object]]:
    return list(yaml.safe_load((CASES / name).read_text(encoding="utf-8")))


def _body(text: str) -> tuple[Block, ...]:
    return (Block(Span(0, len(text)), BlockKind.BODY),)


@pytest.mark.parametrize("case", _cases("sentences.yaml"), ids=lambda c: str(c["text"])[:40])
def test_cuts_where_the_case_says(case: dict[str, object]) -> None:
    text = str(case["text"])
    assert [s.span.of(text) for s in split(text, _body(text))] == case["are"]


@pytest.mark.parametrize("case", _cases("datelines.yaml"), ids=lambda c: str(c["text"])[:40])
def test_dateline(case: dict[str, object]) -> None:
    text = str(case["text"])
    found = dateline(text)
    assert (found.of(text) if found else "") == case["is"]


_TEXT = st.text(alphabet=st.sampled_from(list('aAbZ .,!?"“”\n:;-•0123US')), max_size=200)


@given(_TEXT, st.integers(0, 200))
def test_sentences_stand_in_order_inside_their_blocks_and_lose_nothing(text: str, at: int) -> None:
    cut = min(at, len(text))
    blocks = (Block(Span(0, cut), BlockKind.TITLE), Block(Span(cut, len(text)), BlockKind.BODY))
    found = split(text, blocks)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for s in found:
        assert s.start < s.end
        assert text[s.start : s.end].strip() == text[s.start : s.end]
        assert any(b.kind is s.kind and b.span.covers(s.span) for b in blocks)
    kept = "".join(text[s.start : s.end] for s in found)
    assert "".join(kept.split()) == "".join(text.split())
