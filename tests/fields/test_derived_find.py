"""Derived claims found in a sentence: the cases."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.codebook import load
from reportedly.fields.derived import find

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "derived_find.yaml").read_text("utf-8"))
SCOPES = load().scope_words


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:60] for c in CASES])
def test_case(case: Mapping[str, Any]) -> None:
    found = find(case["text"], SCOPES)
    if case.get("none"):
        assert not found
        return
    kinds = case["kind"] if isinstance(case["kind"], list) else [case["kind"]]
    ours = [one for one in found if one.kind in kinds]
    assert len(ours) == 1, found
    held, words = case.get("holds", ""), ours[0].written
    assert held in words or words in held, words
    assert {key: ours[0].arguments.get(key) for key in case.get("arguments", {})} == case.get("arguments", {})
