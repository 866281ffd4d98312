"""Each speaker of a sentence behind a lead means it as an expert coder would have it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.extract.core import EXTRACTOR, report

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "stance_of_whom.yaml").read_text(encoding="utf-8"))
LEAD = (
    "North Korea fires ballistic missile, Seoul says\n\nSEOUL (Reuters) - North Korea fired a ballistic missile into the sea off its east coast on Thursday, South Korea's"
    " military said.\n\n"
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_speaker_means_it_so(case: dict[str, Any]) -> None:
    read = EXTRACTOR.extract(report(LEAD + case["text"], published=date(2022, 11, 3)))
    claims = [c for m in read.mentions for c in m.claims if c.span.start >= len(LEAD)]
    wanted = {case["stance"]} if isinstance(case["stance"], str) else set(case["stance"])
    assert wanted & {str(c.stance) for c in claims if any(case["voice"] in v.name for v in c.voices)}
