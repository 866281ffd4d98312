"""Relations between the incidents of a report, statements on them, and what is withheld."""

from datetime import date
from typing import Any

import pytest
from tests.extract.affair_reading import cases, read_text

from reportedly.model import Relation, Statement


@pytest.mark.parametrize("case", cases("relations.yaml"), ids=lambda case: str(case["text"])[-50:])
def test_what_stands_between_incidents(case: dict[str, Any]) -> None:
    read = read_text(case["text"], date(2024, 9, 20))
    types = {m.id: m.type for m in read.mentions}
    claims = [c for c in read.claims if c.field == case["field"]]
    if case.get("none"):
        assert not claims
        return
    if "kind" in case:
        claims = [c for c in claims if _kind(c.value) == case["kind"]]
    if case.get("stance") == "withheld":
        claims = [c for c in claims if c.value is None]
    assert claims
    claim = claims[0]
    assert claim.stance.value == case.get("stance", claim.stance.value)
    assert claim.written == case.get("written", claim.written)
    if "voice" in case:
        assert claim.voices[-1].id == case["voice"]
    if "to" in case:
        about = claim.value.to if isinstance(claim.value, Relation) else getattr(claim.value, "about", None)
        assert types[str(about)] == case["to"]


def _kind(value: object) -> str | None:
    if isinstance(value, Relation):
        return value.kind
    return value.act if isinstance(value, Statement) else None
