"""Affairs around incidents: mentions of their own, in their place."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.affair_reading import cases, first_of, read_text

from reportedly.fields.registry import to_json
from reportedly.model import Role

CASES = cases("affairs.yaml")


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_an_affair_is_told_in_its_place(case: dict[str, Any]) -> None:
    read = read_text(case["text"], case["published"])
    assert read.relevant is case["relevant"]
    assert not {m.type for m in read.mentions} & set(case.get("without", ()))
    if "type" not in case:
        return
    mention = first_of(read, case["type"])
    assert mention is not None
    assert mention.role.value == case["role"]
    assert mention.state == case.get("state", mention.state)
    for field, wanted in case.get("values", {}).items():
        assert to_json(field, mention.values[field]) == wanted, field
    assert set(case.get("fields", ())) <= set(mention.values)


@settings(max_examples=40, deadline=None)
@given(st.permutations([case["text"].split("\n\n", 1)[1].strip() for case in CASES]))
def test_every_claim_stands_where_it_says_and_one_kind_of_subject_leads(parts: list[str]) -> None:
    text = "\n\n".join(parts[:4])
    read = read_text(text, None)
    mentions = {m.id for m in read.mentions}
    assert len(mentions) == len(read.mentions)
    for claim in read.claims:
        assert claim.span.of(text) == claim.written
        assert claim.mention in mentions
    affairs = [m for m in read.mentions if m.role is Role.MAIN and m.type == "official_statement"]
    assert len(affairs) <= 1
