"""What a long report says beside its news leaves the news as it was; what it goes on to say of the news is read."""

from functools import cache
from pathlib import Path

import pytest
import yaml
from tests.extract.core import Case, cases, mains, reading

from reportedly.fields.registry import to_json

_HELD = yaml.safe_load((Path(__file__).parent / "cases" / "beside.yaml").read_text("utf-8"))
_VALUES = frozenset(
    {"date", "count", "weapon_class", "weapon", "outcome", "site", "distance_km", "apogee_km", "time_local"}
)


def _news(text: str) -> list[dict[str, object]]:
    """What is read of each subject of the lead with a text below it."""
    found = reading({"text": f"{_HELD['lead']}\n{text}\n", "published": _HELD["published"]})
    return [{f: to_json(f, v) for f, v in m.values.items() if f in _VALUES} for m in mains(found)]


@cache
def _alone() -> list[dict[str, object]]:
    """What is read of the lead by itself."""
    return _news("")


def test_the_lead_is_read() -> None:
    assert [set(values) for values in _alone()] == [{"date", "count", "weapon_class"}]


@pytest.mark.parametrize("case", cases("beside.yaml"))
def test_what_stands_beside_the_news_changes_nothing_of_it(case: Case) -> None:
    assert _news(case["text"]) == _alone()


@pytest.mark.parametrize("case", cases("of_the_news.yaml"))
def test_what_is_said_of_the_news_below_it_is_read(case: Case) -> None:
    (field,) = case.keys() & _VALUES
    (values,) = _news(case["text"])
    assert _plain(values.get(field)) == case[field]


def _plain(value: object) -> str:
    """A value as the case files write it: its code, its id, or the lower end of an interval."""
    return str(value.get("id") or f"{value['min']:g}") if isinstance(value, dict) else str(value)
