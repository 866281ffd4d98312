"""Measured amounts: the cases, and the laws that hold for any text."""

import itertools
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.fields.brief import interval, quantity_marks

from reportedly.fields import quantity
from reportedly.fields.quantity_units import MILE, convert
from reportedly.model import Quantity

CASES = yaml.load((Path(__file__).parent / "cases" / "quantity.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
ROLES = yaml.load((Path(__file__).parent / "cases" / "quantity_roles.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
PIECES = st.sampled_from(
    [
        "flew",
        "about",
        "400 km",
        "(249 miles)",
        "and",
        "120 km",
        "rose to",
        "altitude of",
        "600",
        ", ",
        ". ",
        "more than",
        "74 minutes",
        "the first",
        "the second",
        "to",
        "between",
        "magnitude",
        "5.1",
        "quake",
        "10 to 20 kilotons",
        "mm",
        "600-mm",
        "range of",
        "“over”",
        "respectively",
        "1 hour and",
        "26 minutes",
        "é",
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=60)


@pytest.mark.parametrize("case", CASES, ids=[f"{n}: {c['text'][:50]}" for n, c in enumerate(CASES)])
def test_case(case: Mapping[str, str | Sequence[Sequence[str]]]) -> None:
    found = quantity.find(str(case["text"]))
    assert [[e.written, interval(e.value), quantity_marks(e)] for e in found] == case["found"]


@pytest.mark.parametrize("case", ROLES, ids=[text for text, _ in ROLES])
def test_role_of(case: tuple[str, Mapping[str, str]]) -> None:
    text, wanted = case
    found = quantity.find(text)
    assert {n: [e.role for e in found if n in e.written][:1] for n in wanted} == {n: [r] for n, r in wanted.items()}


@given(TEXTS)
def test_spans_are_the_text_in_order_and_apart(text: str) -> None:
    found = quantity.find(text)
    for e in found:
        assert text[e.start : e.end] == e.written
    for left, right in itertools.pairwise(found):
        assert left.end <= right.start


@given(TEXTS)
def test_values_are_intervals(text: str) -> None:
    for e in quantity.find(text):
        low, high = e.value.minimum, e.value.maximum
        assert low is not None or high is not None
        assert low is None or high is None or low <= high


@given(st.integers(1, 20_000))
def test_what_is_flown_is_read_whatever_the_number(number: int) -> None:
    (found,) = quantity.find(f"It flew {number:,} kilometers before falling into the sea.")
    assert (found.role, found.value) == ("distance", Quantity(number, number, "km"))


@given(st.integers(10, 9_999))
def test_miles_come_out_as_whole_kilometres(miles: int) -> None:
    value = convert(f"{miles:,}", MILE)
    assert value is not None
    assert value == int(value)
    assert abs(value - miles * 1.609344) <= 0.5


@given(st.floats(1, 9000), st.floats(0.5, 2), st.floats(0, 0.5))
def test_wider_tolerance_never_parts_what_agreed(number: float, ratio: float, relative: float) -> None:
    left, right = Quantity(number, number, "km"), Quantity(number * ratio, number * ratio, "km")
    assert quantity.agree(left, right, relative) <= quantity.agree(left, right, relative + 0.1)


def test_show() -> None:
    assert quantity.show(Quantity(400, 400, "km", True)) == "about 400 km"
    assert quantity.show(Quantity(930, None, "km")) == "930 or more km"
    assert quantity.show(Quantity(5160, 5160, "s")) == "86 min"
    assert quantity.show(Quantity(5.1, 5.1, "magnitude")) == "magnitude 5.1"
