"""The laws that every field of the contract keeps."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fields.strategies import FIELD_VALUES, fields_with_lists, fields_with_values

from reportedly.fields import registry
from reportedly.model import Count, DateRange, Place, Quantity, Term, Value, Weapon


def _km(number: float) -> Quantity:
    return Quantity(float(number), float(number), "km")


TOLERANCES = {"time_min": 10.0, "distance_rel": 0.2, "distance_abs_km": 50.0, "site_km": 60.0}


def test_every_field_of_the_contract_is_registered_and_has_a_strategy() -> None:
    assert set(registry.FIELDS) == set(FIELD_VALUES)


@given(fields_with_values)
def test_json_and_back_is_the_same_value(case: tuple[str, Value]) -> None:
    field, value = case
    assert registry.from_json(field, json.loads(json.dumps(registry.to_json(field, value)))) == value


@given(fields_with_values)
def test_a_value_agrees_with_itself_and_shows_something(case: tuple[str, Value]) -> None:
    field, value = case
    assert registry.agree(field, value, value, TOLERANCES)
    assert isinstance(registry.show(field, value), str)


@given(st.sampled_from(sorted(FIELD_VALUES)).flatmap(lambda f: st.tuples(st.just(f), FIELD_VALUES[f], FIELD_VALUES[f])))
def test_agreement_is_mutual(case: tuple[str, Value, Value]) -> None:
    field, a, b = case
    assert registry.agree(field, a, b, TOLERANCES) == registry.agree(field, b, a, TOLERANCES)


@given(fields_with_lists, st.randoms())
def test_fold_does_not_depend_on_the_order(case: tuple[str, list[Value]], rng: random.Random) -> None:
    field, values = case
    shuffled = list(values)
    rng.shuffle(shuffled)
    assert registry.fold(field, shuffled) == registry.fold(field, values)


@given(fields_with_lists)
def test_fold_of_a_fold_is_the_fold(case: tuple[str, list[Value]]) -> None:
    field, values = case
    once = registry.fold(field, values)
    assert registry.fold(field, [once]) == once


@pytest.mark.parametrize("field", sorted(FIELD_VALUES))
def test_a_withheld_value_is_null_and_agrees_with_withheld_only(field: str) -> None:
    assert registry.to_json(field, None) is None
    assert registry.from_json(field, None) is None
    assert registry.fold(field, [None]) is None
    assert registry.agree(field, None, None, TOLERANCES)


def test_the_class_of_a_value_is_checked() -> None:
    with pytest.raises(TypeError, match="field count holds Count"):
        registry.to_json("count", Term("SRBM"))
    with pytest.raises(KeyError, match="no field"):
        registry.fold("colour", [Term("red")])


@pytest.mark.parametrize(
    ("field", "values", "folded"),
    [
        ("count", [Count(2, None), Count(2, 2)], Count(2, 2)),
        ("count", [Count(2, None), Count(2, None)], Count(2, None)),
        ("count", [Count(1, 1), Count(2, 2)], Count(1, 2)),
        ("count", [Count(24, 24, True), Count(23, 23)], Count(23, 23)),
        ("count", [Count(20, None), Count(23, 23)], Count(23, 23)),
        ("distance_km", [_km(1100), _km(1500)], Quantity(1100, 1500, "km")),
        ("distance_km", [Quantity(350, None, "km"), _km(360)], Quantity(350, 360, "km")),
        ("distance_km", [Quantity(930, None, "km")], Quantity(930, None, "km")),
        ("apogee_km", [Quantity(2500, None, "km"), _km(2800)], Quantity(2500, 2800, "km")),
        ("weapon_class", [Term("unknown"), Term("BM"), Term("SRBM"), Term("BM")], Term("SRBM")),
        ("outcome", [Term("failure"), Term("unknown")], Term("failure")),
    ],
)
def test_folds(field: str, values: list[Value], folded: Value) -> None:
    assert registry.fold(field, values) == folded


def test_the_most_specific_name_and_place_win() -> None:
    family = Weapon("hwasong-11-series", "Hwasong-11 series", "Hwasong-11", family=True)
    member = Weapon("hwasong-11a", "Hwasong-11A", "KN-23")
    assert registry.fold("weapon", [family, family, member]) == member
    assert registry.agree("weapon", family, member, {})
    site = Place("sunan", "Sunan", "Sunan", "PRK", 39.2, 125.69, 1)
    state = Place("prk", "North Korea", "North Korea", "PRK", 40.0, 127.0, 6)
    assert registry.fold("site", [state, site]) == site
    assert registry.agree("site", state, site, {})


def test_positions_agree_within_tolerances() -> None:
    assert registry.agree("count", Count(2, None), Count(2, 2), {})
    assert registry.agree("distance_km", Quantity(400, 400, "km"), Quantity(360, 360, "km"), TOLERANCES)
    assert not registry.agree("distance_km", Quantity(400, 400, "km"), Quantity(1100, 1100, "km"), TOLERANCES)
    assert registry.agree("weapon_class", Term("BM"), Term("SRBM"), {})
    assert not registry.agree("weapon_class", Term("SRBM"), Term("ICBM"), {})
    assert registry.agree("direction", Term("NE"), Term("E"), {})
    assert not registry.agree("direction", Term("NE"), Term("W"), {})
    assert registry.show("date", DateRange(None, None, "--10-31")) == "31 October, year unknown"
