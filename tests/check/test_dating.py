"""Reports without a day are dated by the ledger, or not at all."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.check.articles import article, cases
from tests.check.small_ledgers import record

from reportedly.check import check
from reportedly.check.dating import Dating

CASES = cases("dating.yaml")
ARTICLE = article(CASES[0]["text"], None)


def _dated(text: str, rows: list[Any], published: date | None = None) -> Dating | None:
    past = record([{"id": "watch", "covers": {"ballistic": [date(2015, 1, 1), date(2024, 12, 31)]}, "rows": rows}])
    return check(replace(article(text, published), record=past)).dated


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_what_a_report_tells_leaves_days(case: dict[str, Any]) -> None:
    found = _dated(case["text"], case["rows"])
    assert found is not None
    assert (list(found.candidates), found.unique) == (case["left"], case["unique"])
    assert len(found.why) > 1


def test_a_report_that_bears_its_day_is_not_dated() -> None:
    assert _dated("North Korea fired a ballistic missile on Wednesday.", [date(2024, 9, 18)], date(2024, 9, 18)) is None


@given(st.lists(st.dates(date(2015, 1, 1), date(2024, 12, 31)), max_size=12, unique=True))
def test_days_are_only_ever_those_of_the_ledger_and_one_is_well_founded(days: list[date]) -> None:
    past = record([{"id": "watch", "rows": days}])
    found = check(replace(ARTICLE, record=past)).dated
    assert found is None or set(found.candidates) <= set(days)
    assert found is None or not found.unique or len(found.candidates) == 1
