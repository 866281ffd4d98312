"""How one field stands after some accounts: settling.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from accounts import VOICES, accounts

from reportedly.codebook import load
from reportedly.fields.registry import show
from reportedly.model import Position, Settled
from reportedly.reconcile import reconcile
from reportedly.reconcile.said import NEVER_SETTLE
from reportedly.reconcile.settle import status_in_words

CASES = yaml.safe_load(Path(__file__).parent.joinpath("settling.yaml").read_text("utf-8"))["cases"]
NAMES = {voice.id: name for name, voice in VOICES.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_field_stands_as_told(case: dict[str, Any]) -> None:
    field = case["field"]
    extractions, reports = accounts([{"date": "2024-09-18", **one} for one in case["told"]])
    (incident,) = reconcile(extractions, reports, load())
    settled = incident.values[field]
    stances = {claim.id: claim.stance for extraction in extractions for claim in extraction.claims}
    assert settled.status == case["status"], settled.why
    if "settled" in case and case["settled"] != "about what it says":
        assert (None if settled.value is None else show(field, settled.value)) == case["settled"], settled.why
    if len(settled.positions) == 1 and settled.value is not None:
        assert settled.positions[0].value == settled.value, "what is shown is what is settled"
    if "words" in case:
        assert status_in_words(settled) == case["words"]
    if "first" in case:
        assert NAMES[settled.positions[0].voices[0].id] == case["first"]
    if "positions" in case:
        assert _positions(field, settled, stances) == case["positions"]
    if "history" in case:
        told = {one.holder: [show(field, stage.value).strip() for stage in one.stages] for one in settled.history}
        assert told == case["history"]


def _positions(field: str, settled: Settled, stances: dict[str, Any]) -> dict[str, list[str]]:
    def marked(position: Position) -> str:
        mark = "~" if position.revised else "!" if stances[position.claims[0]] in NEVER_SETTLE else ""
        return mark + show(field, position.value).strip()

    return {marked(one): sorted(NAMES[voice.id] for voice in one.voices) for one in settled.positions}
