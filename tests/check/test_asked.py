"""Only the days that a report asks for are read of a long list, and what the checks say is the same."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.check.articles import article
from tests.check.small_ledgers import record

from reportedly.check import Record, check, days_asked

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "reckonings.yaml").read_text("utf-8"))
WEDNESDAY = date(2024, 9, 18)


@pytest.mark.parametrize("case", [c for c in CASES if "lists" in c], ids=lambda case: str(case["name"]))
def test_the_days_asked_for_are_enough(case: Mapping[str, Any]) -> None:
    whole = record(case["lists"], case.get("incidents", ()))
    told = article(case["text"], case.get("published", WEDNESDAY))
    assert check(replace(told, record=whole)) == check(replace(told, record=_part(whole, days_asked(told))))


def _part(whole: Record, days: tuple[date, date] | None) -> Record:
    if days is None:
        return whole
    episodes = tuple(one for one in whole.episodes if one.first <= days[1] and days[0] <= one.last)
    return replace(whole, episodes=episodes, classed=whole.classing)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("flew 400 km (249 miles)", "2024-09-04"),
        ("its second test in a week", "2024-08-25"),
        ("its first launch since early July", "2024-06-14"),
        ("the fifth launch this year", "2023-12-18"),
        ("its first ICBM launch ever", None),
        ("farther than any missile before it", None),
    ],
)
def test_what_is_asked_for_begins_with_the_time_that_is_told(words: str, first: str | None) -> None:
    days = days_asked(article(f"North Korea fired ballistic missiles on Wednesday, {words}, Seoul said.", WEDNESDAY))
    assert (days and days[0].isoformat()) == first
