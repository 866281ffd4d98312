"""Whose text a report says that it prints: credits.yaml."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.codebook import load
from reportedly.model import Report
from reportedly.readers import read
from reportedly.reconcile.credits import credit

CASES = yaml.safe_load(Path(__file__).parent.joinpath("credits.yaml").read_text("utf-8"))["cases"]
BOOK = load()


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"])[-40:])
def test_credits_are_read(case: Mapping[str, Any]) -> None:
    about = {name: told for name, told in case.items() if name != "credits"}
    (report,) = read("report.json", json.dumps({"outlet": "Harbour Post", "title": "A launch", **about}).encode())
    assert isinstance(report, Report)
    found = credit(report, BOOK)
    credited = "none" if found is None else [body.id for body in found.bodies] or "unnamed"
    assert credited == case["credits"]
