"""Compass words: the cases, and the laws of the compass."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportedly.fields import direction
from reportedly.model import Term

CASES = yaml.load((Path(__file__).parent / "cases" / "direction.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:50] for c in CASES])
def test_case(case: Mapping[str, str | Sequence[Sequence[str]]]) -> None:
    found = direction.find(str(case["text"]))
    assert [[e.written, e.value.code, e.role] for e in found] == case["found"]


@given(st.sampled_from(direction.POINTS))
def test_every_point_shows_and_reads_back(code: str) -> None:
    assert direction.point(direction.show(Term(code))) == code


@given(st.text(alphabet="northeasuw -", max_size=40))
def test_spans_are_the_text(text: str) -> None:
    for e in direction.find(text):
        assert text[e.start : e.end] == e.written
