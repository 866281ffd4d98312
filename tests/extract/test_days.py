"""The day on which a report's main incident happened."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.extract.core import EXTRACTOR, report

from reportedly.model import DateRange, Role

PUBLISHED = date(2024, 9, 18)
FILE = yaml.safe_load((Path(__file__).parent / "cases" / "days.yaml").read_text(encoding="utf-8"))
FAULTS = [pytest.param(case, marks=pytest.mark.xfail(reason=case["why"], strict=True)) for case in FILE["known_faults"]]


@pytest.mark.parametrize("case", [*FILE["cases"], *FAULTS], ids=lambda case: case["text"][:60])
def test_it_happened_on_the_day(case: dict[str, Any]) -> None:
    told = report(f"{case['title']}\n\n{case['text']}", published=PUBLISHED, outlet=case.get("outlet", "Reuters"))
    mains = [m for m in EXTRACTOR.extract(told).mentions if m.role is Role.MAIN]
    days = [value.day if isinstance(value := m.values.get("date"), DateRange) else None for m in mains]
    assert [day.isoformat() if day else None for day in days] == [case["day"]]


@pytest.mark.parametrize(
    ("address", "day"),
    [
        (None, "2023-12-07"),
        ("https://news.example/2023/12/rocket-fails/", "2023-12-07"),
        ("https://news.example/2023/08/rocket-fails/", None),
        ("https://news.example/2023-08-24-rocket-fails/", None),
    ],
)
def test_a_day_printed_long_after_that_of_the_address_dates_nothing(address: str | None, day: str | None) -> None:
    text = (
        "Rocket fails\n\nDecember 09, 2023. A rocket launched by North Korea on Thursday morning failed, according to KCNA, "
        "which announced a third attempt in October."
    )
    told = replace(report(text), url=address)
    (main,) = (m for m in EXTRACTOR.extract(told).mentions if m.role is Role.MAIN)
    value = main.values.get("date")
    assert (value.day.isoformat() if isinstance(value, DateRange) and value.day else None) == day
