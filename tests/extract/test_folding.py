"""The values of a mention are a fold of its claims."""

from datetime import time
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.folding import fold_values
from reportedly.fields.count import fold as fold_counts
from reportedly.model import (
    Claim,
    ClockTime,
    Count,
    DateRange,
    Place,
    Quantity,
    Span,
    Stance,
    Term,
    Value,
    Voice,
    Weapon,
)

OUT = [
    Stance.DENIED, Stance.SPECULATED, Stance.WITHDRAWN, Stance.WITHHELD, Stance.PLANNED, Stance.THREATENED, Stance.URGED,
]  # fmt: skip
COUNTS = st.builds(
    lambda low, more, hedged: Count(low, None if more is None else low + more, hedged),
    st.integers(0, 30), st.one_of(st.none(), st.integers(0, 10)), st.booleans(),
)  # fmt: skip
EXACT = st.builds(lambda low, more: Count(low, low + more), st.integers(0, 30), st.integers(0, 10))


def claim(field: str, value: Value | None, number: int = 0, stance: Stance = Stance.ASSERTED) -> Claim:
    """A claim of one value, the text's `number`th."""
    return Claim(f"c{number:03}", "m", field, value, "words", Span(number, number + 5), stance=stance)


def folded(field: str, *values: Value) -> Value | None:
    """What values of one field, equally direct, fold to."""
    return fold_values([claim(field, value, n) for n, value in enumerate(values)], {}).get(field)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ([Count(2, None), Count(3, 3)], Count(3, 3)),
        ([Count(1, None), Count(2, None)], Count(2, None)),
        ([Count(2, 2), Count(3, 3)], Count(2, 3)),
        ([Count(10, 10, True), Count(11, 11)], Count(11, 11)),
        ([Count(10, 10, True)], Count(10, 10, True)),
        ([Count(5, None), Count(2, 2)], Count(2, None)),
    ],
)
def test_counts_meet_or_else_span(said: list[Count], wanted: Count) -> None:
    assert {fold_counts(list(order)) for order in permutations(said)} == {wanted}


@given(st.lists(COUNTS, min_size=1, max_size=5), st.randoms())
@settings(deadline=None)
def test_the_order_of_counts_does_not_matter(counts: list[Count], chance: object) -> None:
    turned = sorted(counts, key=lambda c: (c.minimum, c.maximum or 0, c.approximate), reverse=True)
    assert fold_counts(counts) == fold_counts(turned)


@given(COUNTS)
@settings(deadline=None)
def test_a_count_said_twice_is_that_count(count: Count) -> None:
    assert fold_counts([count]) == fold_counts([count, count]) == count


@given(st.lists(EXACT, min_size=1, max_size=5))
@settings(deadline=None)
def test_a_count_lies_within_what_was_said(counts: list[Count]) -> None:
    whole = fold_counts(counts)
    assert whole is not None
    assert min(c.minimum for c in counts) <= whole.minimum
    assert whole.maximum is not None
    assert whole.minimum <= whole.maximum <= max(c.maximum or 0 for c in counts)


@given(st.sampled_from(OUT), st.integers(4, 900))
@settings(deadline=None)
def test_what_is_denied_or_only_guessed_never_enters(stance: Stance, number: int) -> None:
    held = [claim("count", Count(2, 2)), claim("distance_km", Quantity(400, 400, "km"), 1)]
    more = [
        claim("count", Count(number, number), 2, stance),
        claim("distance_km", Quantity(number, number, "km"), 3, stance),
        claim("outcome", Term("failure"), 4, stance),
    ]
    assert fold_values([*held, *more], {}) == fold_values(held, {}) == fold_values([*more, *held], {})


def test_estimates_and_allegations_enter() -> None:
    for stance in (Stance.ESTIMATED, Stance.ALLEGED, Stance.CONFIRMED, Stance.CONDEMNED):
        assert fold_values([claim("count", Count(2, 2), stance=stance)], {}) == {"count": Count(2, 2)}


@pytest.mark.parametrize(
    ("field", "said", "wanted"),
    [
        ("weapon_class", [Term("BM"), Term("SRBM")], Term("SRBM")),
        ("weapon_class", [Term("unknown"), Term("BM")], Term("BM")),
        ("weapon_class", [Term("hypersonic"), Term("IRBM")], Term("IRBM")),
        ("weapon", [Weapon("hwasong", "Hwasong", "Hwasong", family=True), Weapon("hwasong-17", "Hwasong-17", "it")],
         Weapon("hwasong-17", "Hwasong-17", "it")),
        ("site", [Place("pyongan", "Pyongan", "Pyongan", precision=4), Place("sunan", "Sunan", "Sunan", precision=2)],
         Place("sunan", "Sunan", "Sunan", precision=2)),
        ("direction", [Term("E"), Term("NE"), Term("NE")], Term("NE")),
    ],
)  # fmt: skip
def test_the_most_specific_stands_and_of_those_the_most_said(field: str, said: list[Value], wanted: Value) -> None:
    assert {repr(folded(field, *order)) for order in permutations(said)} == {repr(wanted)}


def test_of_equals_the_first_in_the_text_stands() -> None:
    assert folded("direction", Term("E"), Term("NE")) == Term("E")


def test_a_direct_claim_stands_before_an_indirect_one() -> None:
    near, far = (
        claim("site", Place("sunan", "Sunan", "Sunan", precision=2), 1),
        claim("site", Place("sinpo", "Sinpo", "Sinpo", precision=2), 0),
    )
    assert fold_values([far, near], {far.id: 1.0})["site"] == near.value
    assert fold_values([far, near], {near.id: 1.0})["site"] == far.value


def test_a_finer_class_told_later_stands_before_a_plain_one() -> None:
    plain, fine = claim("weapon_class", Term("BM"), 0), claim("weapon_class", Term("SRBM"), 1)
    assert fold_values([plain, fine], {fine.id: 1.0})["weapon_class"] == Term("SRBM")


@given(st.lists(st.dates().map(lambda d: DateRange(d, d)), min_size=1, max_size=4, unique=True))
@settings(deadline=None)
def test_a_single_day_stands_before_a_span_or_a_part(days: list[DateRange]) -> None:
    first = days[0]
    others = [DateRange(None, None, "--07"), *days[1:]]
    assert folded("date", DateRange(None, None, "--07"), first, *others) == first


@given(st.lists(st.integers(1, 9000), min_size=1, max_size=5))
@settings(deadline=None)
def test_a_distance_is_the_hull_of_what_is_printed(kilometres: list[int]) -> None:
    value = folded("distance_km", *(Quantity(float(k), float(k), "km") for k in kilometres))
    assert isinstance(value, Quantity)
    assert (value.minimum, value.maximum) == (min(kilometres), max(kilometres))


def test_nothing_said_is_nothing() -> None:
    assert fold_values([], {}) == {}
    assert fold_values([claim("count", None, stance=Stance.WITHHELD)], {}) == {}
    assert fold_values([claim("type", Term("missile_launch"))], {}) == {}


def clocked(number: int, told: str, whose: str) -> Claim:
    """The clock that a body of a state gives, the text's `number`th."""
    at = time.fromisoformat(told)
    voice = Voice(id=whose.lower(), name=f"military of {whose}", kind="detector", state=whose)
    where = Span(number, number + 5)
    return Claim(f"c{number}", "m", "time_local", ClockTime(at, at), told, where, voices=(voice,))


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ([("16:32", "KOR"), ("16:31", "JPN")], ("16:32", "16:32")),  # one shot, seen by two
        ([("06:50", "KOR"), ("07:10", "KOR"), ("06:49", "JPN")], ("06:50", "07:10")),
        ([("06:50", "KOR"), ("07:10", "JPN")], ("06:50", "07:10")),  # too far apart to be one shot
        ([("06:50", "KOR"), ("06:55", "KOR")], ("06:50", "06:55")),
    ],
)
def test_a_shot_has_the_clock_of_the_account_told_first(told: list[tuple[str, str]], wanted: tuple[str, str]) -> None:
    value = fold_values([clocked(n, at, whose) for n, (at, whose) in enumerate(told)], {})["time_local"]
    assert isinstance(value, ClockTime)
    assert (value.earliest, value.latest) == tuple(time.fromisoformat(end) for end in wanted)
