"""Which accounts become one incident."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from accounts import UNITS, accounts

from reportedly.codebook import load
from reportedly.model import content_id
from reportedly.reconcile import reconcile

FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
CASES: list[Mapping[str, Any]] = [
    case for file in FILES for case in yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)
]


def _plain(told: Mapping[str, Any]) -> dict[str, Any]:
    """YAML without guesses gives strings; numbers and truths are made here, dates and clocks stay as written."""
    numbers = {"count": int, "background": bool, **dict.fromkeys(UNITS, float)}
    return {name: numbers[name](value) if name in numbers else value for name, value in told.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_accounts_become_the_incidents_a_person_sees(case: Mapping[str, Any]) -> None:
    told = [_plain(one) for one in case["accounts"]]
    extractions, reports = accounts(told)
    number = {mention.id: n for n, mention in enumerate(_in_order(told))}
    found = reconcile(extractions, reports, load())
    joined = sorted(sorted(number[member.mention] for member in incident.mentions) for incident in found)
    if "count" in case:
        assert len(joined) == int(case["count"])
    else:
        assert joined == [[int(n) for n in numbers] for numbers in case["incidents"]]
    for incident in found:
        assert incident.id == min(member.mention for member in incident.mentions)
        assert len(incident.reasons) == len(incident.mentions) - 1
        assert all(reason.sentence for reason in incident.reasons)


def _in_order(told: list[dict[str, Any]]) -> list[Any]:
    extractions, _ = accounts(told)
    by_id = {mention.id: mention for extraction in extractions for mention in extraction.mentions}
    nth: dict[str, int] = {}
    ids = []
    for n, one in enumerate(told):
        report = str(one.get("report", f"r{n}"))
        ids.append(content_id(report, nth.get(report, 0)))
        nth[report] = nth.get(report, 0) + 1
    return [by_id[id_] for id_ in ids]
