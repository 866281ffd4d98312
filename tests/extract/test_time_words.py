"""Every time word of the codebook is read as the codebook says; one without a case here is one that nobody checked."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.extract.core import BOOK, reading

from reportedly.model import DateRange, Derived

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "time_words.yaml").read_text("utf-8"))


def test_every_time_word_has_a_case() -> None:
    assert set(CASES) == set(BOOK.time_words)


@pytest.mark.parametrize("case", [c for cases in CASES.values() for c in cases], ids=lambda c: str(c["text"])[:60])
def test_a_time_word_is_read_as_the_codebook_says(case: dict[str, Any]) -> None:
    found = reading({"text": f"News of the day\n\n{case['text']}", "published": date(2024, 9, 18)}).mentions
    if "counts" in case:
        values = [c.value for m in found for c in m.claims if isinstance(c.value, Derived)]
        assert case["counts"] in [v.arguments.get("days") or v.arguments.get("months") for v in values]
    else:
        first, last = case.get("day") or case["from"], case.get("day") or case["to"]
        days = [m.values["date"] for m in found if "date" in m.values]
        assert (first, last) in [(d.earliest, d.latest) for d in days if isinstance(d, DateRange)]
