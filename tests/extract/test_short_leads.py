"""One plain lead of every kind of incident in each of its usual shapes: what it is about, whose it was, and when."""

from datetime import date
from typing import Any

import pytest
from tests.extract.core import EXTRACTOR, cases, mains, report

from reportedly.model import DateRange, Mention

PUBLISHED = date(2024, 9, 18)


def _row(mention: Mention) -> list[object]:
    when = mention.values.get("date")
    return [mention.type, mention.state, when.earliest.day if isinstance(when, DateRange) and when.earliest else None]


@pytest.mark.parametrize("case", cases("short_leads*.yaml"))
def test_a_lead_is_about_this(case: dict[str, Any]) -> None:
    found = EXTRACTOR.extract(report(f"{case.get('title', 'News in brief')}\n\n{case['text']}", PUBLISHED))
    assert [_row(m) for m in mains(found)] == [case["main"]] if case["main"] else mains(found) == []
