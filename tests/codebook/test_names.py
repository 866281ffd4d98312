"""Names found in texts: cases beside this file, and laws that hold for every text."""

import os
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.codebook import load

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "cases" / "names.yaml").read_text(encoding="utf-8"))
DATA = Path(os.environ.get("REPORTEDLY_DATA", HERE.parents[2] / "shared" / "data"))
SOURCES = DATA / "reports-dev" / "sources.txt"
WORDS = sorted({surface.written for surface in load().names.surfaces()})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_case(case: dict) -> None:
    found = [[match.kind, match.id, match.written] for match in load().names.find(case["text"])]
    assert found == case["names"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=8), st.sampled_from(["the", "’s", "-", "\n", "İ"]))))
def test_matches_stand_in_order_without_overlap_and_as_written(parts: list[str]) -> None:
    text = " ".join(parts)
    done = 0
    for match in load().names.find(text):
        assert done <= match.start < match.end
        assert text[match.start : match.end] == match.written
        done = match.end


def test_every_written_form_finds_its_entry() -> None:
    names = load().names
    for surface in names.surfaces():
        text = " ".join([surface.written, *surface.needs[:1]])
        assert any(surface.id in (match.id, *match.others) for match in names.find(text)), surface.written


@pytest.mark.skipif(not SOURCES.exists(), reason="the marked reports are not here; set REPORTEDLY_DATA")
def test_every_known_source_resolves() -> None:
    codebook = load()
    named = {body.name for body in codebook.bodies.values()}
    for name in SOURCES.read_text(encoding="utf-8").splitlines():
        rest = name
        for match in reversed(codebook.names.find(name)):
            assert not match.id.startswith("?"), name
            rest = rest[: match.start] + rest[match.end :]
        assert name in named or not re.sub(r"\band\b|[ ,]", "", rest), f"{name}: {rest!r} is left"
