"""What happened, in one sentence: a case for every kind of incident, and the laws that hold for all."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly import codebook
from reportedly.fields.registry import from_json
from reportedly.model import Backing, Ground, Incident, Position, Settled, Status, Support
from reportedly.publish.telling import happened

BOOK = codebook.load(None)
CASES = yaml.safe_load(Path(__file__).with_name("telling.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_an_incident_is_told_in_one_sentence(case: Mapping[str, Any]) -> None:
    assert happened(incident(case), BOOK) == " ".join(case["told"].split())


def test_every_kind_of_the_codebook_has_a_case() -> None:
    assert set(BOOK.types) <= {case["type"] for case in CASES}


@pytest.mark.parametrize("type_", sorted(BOOK.types))
def test_an_incident_of_which_nothing_is_settled_is_told_all_the_same(type_: str) -> None:
    told = happened(Incident("0", "", type_, None, {}, ()), BOOK)
    assert told.startswith("Told without a named source: ")
    assert told.endswith(" on a day that is not told.")
    assert "None" not in told


def incident(case: Mapping[str, Any]) -> Incident:
    origins = tuple(
        Backing(
            one, BOOK.states[one].name if one in BOOK.states else one, Ground.QUOTES, one, "state", ("Harbour Post",)
        )
        for one in case["origins"]
    )
    support = Support(outlets=1, origins=len(origins), backings=origins)
    values = {name: settled(name, told) for name, told in case["values"].items()}
    return Incident("0", "", case["type"], case["state"], values, (), support=support)


def settled(name: str, told: Any) -> Settled:
    if isinstance(told, dict) and "status" in told:
        positions = tuple(position(name, one) for one in told["positions"])
        return Settled(from_json(name, plain(told["value"])), Status(told["status"]), positions)
    value = from_json(name, plain(told))
    return Settled(value, Status.AGREED, (position(name, told),))


def position(name: str, told: Any) -> Position:
    return Position(from_json(name, plain(told)), (), (), (), (), credibility=2)


def plain(told: Any) -> Any:
    """YAML reads days as dates; the contract writes them as words."""
    if isinstance(told, dict):
        return {key: plain(value) for key, value in told.items()}
    if isinstance(told, list):
        return [plain(one) for one in told]
    return told.isoformat() if isinstance(told, date) else told
