"""Derived claims: found with their arguments, on the incident they are about."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.affair_reading import cases, read_text

from reportedly.codebook import load
from reportedly.fields.derived import find
from reportedly.model import Derived, Role

SCOPES = load().scope_words


@pytest.mark.parametrize("case", cases("derived.yaml"), ids=lambda case: str(case["text"])[-50:])
def test_a_reckoning_is_a_claim_of_its_incident(case: dict[str, Any]) -> None:
    read = read_text(case["text"], date(2024, 9, 20))
    found = [(m, c, c.value) for m in read.mentions for c in m.claims if isinstance(c.value, Derived)]
    if case.get("none"):
        assert not found
        return
    ours = [(m, c, v) for m, c, v in found if v.kind == case["kind"]]
    assert len(ours) == 1, found
    mention, claim, value = ours[0]
    assert mention.role is Role.MAIN
    assert claim.written == case.get("written", claim.written)
    assert {key: value.arguments.get(key) for key in case.get("arguments", {})} == case.get("arguments", {})


_PIECES = ["first", "second", "12th", "such", "test", "launch", "in", "a", "two", "week", "months", "since", "July", "this",
           "year", "ever", "the", "most", "record", "for", "time", "Wednesday", "(November", "2)", ",", "."]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join))
def test_finds_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = find(text, SCOPES)
    assert all(text[f.start : f.end] == f.written for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.integers(2, 20), st.integers(2, 30), st.sampled_from(["day", "week"]))
def test_a_rank_in_a_window_keeps_its_numbers(rank: int, amount: int, unit: str) -> None:
    ending = "th" if 10 <= rank % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    (found,) = find(f"the {rank}{ending} missile test in {amount} {unit}s", SCOPES)
    assert found.kind == "ordinal_in_window"
    assert found.arguments["n"] == rank
    assert found.arguments["days"] == amount * (7 if unit == "week" else 1)
