"""A short report's first subject has these values and no others of the fields named."""

from datetime import date

import pytest
from tests.extract.core import Case, cases, mains, reading

from reportedly.fields.registry import to_json
from reportedly.model import Quantity


def _plain(field: str, value: object) -> object:
    """A value as a case writes it: places and weapons by id, landings by their areas, days as days."""
    if isinstance(value, dict):
        if field in {"site", "weapon"}:
            return value["id"]
        if field == "landing":
            return value["areas"]
        return {key: _day(v) for key, v in value.items() if key != "partial" or v}
    return value


def _day(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("case", cases("values*.yaml"))
def test_a_report_says_these_values(case: Case) -> None:
    first = mains(reading(case))[0]
    said = {field: _plain(field, to_json(field, value)) for field, value in first.values.items()}
    wanted = {field: _plain("", value) for field, value in case.get("values", {}).items()}
    assert {field: said.get(field) for field in wanted} == wanted
    names = case.get("names", {})  # what the codebook does not know has no id
    assert {field: getattr(first.values.get(field), "name", None) for field in names} == names
    for field, allowed in case.get("one_of", {}).items():
        assert said.get(field) in allowed
    for field, (low, high) in case.get("ranges", {}).items():
        value = first.values[field]
        assert isinstance(value, Quantity)
        assert low <= (value.minimum or 0) <= (value.maximum or 0) <= high
    assert not set(case.get("absent", ())) & set(said), {f: said[f] for f in case["absent"] if f in said}
    assert len(first.shots) == case.get("shots", 0)
    derived = {field: _plain(field, to_json(field, v.value)) for field, v in first.derived_values.items()}
    assert {field: derived.get(field) for field in case.get("derived", {})} == case.get("derived", {})
