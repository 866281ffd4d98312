"""Who stands behind an incident, in short reports read as any other: origins.yaml."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.codebook import load
from reportedly.extract.extractor import Extractor
from reportedly.model import Incident, Report
from reportedly.readers import read
from reportedly.reconcile import reconcile

CASES = yaml.safe_load(Path(__file__).parent.joinpath("origins.yaml").read_text("utf-8"))["cases"]
BOOK = load()
EXTRACTOR = Extractor(BOOK)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_stands_behind_it_is_counted_as_told(case: Mapping[str, Any]) -> None:
    support = told_of(case["reports"]).support
    behind: dict[str, dict[str, list[str]]] = {}
    for one in support.backings:
        grounds = behind.setdefault(f"{'' if one.adds else '-'}{one.origin}", {})
        grounds[one.ground.value] = sorted({*grounds.get(one.ground.value, ()), *one.outlets})
    assert behind == case["behind"]
    counts = [support.outlets, support.origins, support.speakers, support.credibility]
    assert counts == case["support"]


def told_of(told: Sequence[Mapping[str, Any]]) -> Incident:
    """The incident that most of these reports tell of."""
    reports = [_read(n, one) for n, one in enumerate(told)]
    incidents = reconcile([EXTRACTOR.extract(report) for report in reports], reports, BOOK)
    return max(incidents, key=lambda incident: len({ref.report for ref in incident.mentions}))


def _read(nth: int, told: Mapping[str, Any]) -> Report:
    about = {"published": "2024-09-18", "url": f"https://{nth}.example/", **told}
    found = list(read(f"{nth}.json", json.dumps(about, default=str).encode()))
    assert len(found) == 1
    assert isinstance(found[0], Report)
    return found[0]
