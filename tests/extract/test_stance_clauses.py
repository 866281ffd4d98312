"""Every clause of what somebody says has its own stance."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.extract.core import EXTRACTOR, report

from reportedly.model import NARRATOR

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "stance_clauses.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][33:80])
def test_clauses_have_their_stances(case: dict[str, Any]) -> None:
    read = EXTRACTOR.extract(report(str(case["text"])))
    claims = [c for m in read.mentions for c in m.claims if NARRATOR not in c.voices]
    found = {str(c.stance) for c in claims if not c.inherited}
    assert set(case["stances"]) <= found
