"""Rows of two catalogues, one to one: by name, clock, place and figures; where two fit alike, neither is taken."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import DateRange, DayBasis, HistoryClaim, HistoryRow, Instant, Quantity, Text, Value
from reportedly.reconcile.lists.pairs import pair_rows

DAY = date(1970, 5, 1)


def row(
    number: int, day: int = 0, *, name: str = "", clock: str = "", kt: float | None = None, of: str = "USA"
) -> HistoryRow:
    """A row of a catalogue, so many days behind the first."""
    said: list[tuple[str, Value]] = [("object", Text(name))] if name else []
    said += [("yield_kt", Quantity(kt, kt, "kt"))] if kt is not None else []
    when = DAY + timedelta(days=day)
    moment = datetime.combine(when, time.fromisoformat(clock), UTC) if clock else None
    days = DateRange(when, when)
    claims = tuple(HistoryClaim(field, value, str(value), field) for field, value in said)
    instant = Instant(moment, moment) if moment else None
    return HistoryRow("x", number, of, ("nuclear_test",), days, days, DayBasis.LOCAL, instant, True, claims)


def numbers(left: list[HistoryRow], right: list[HistoryRow]) -> set[tuple[int, int]]:
    """The lines of the pairs."""
    return {(pair.left.number, pair.right.number) for pair in pair_rows(left, right).pairs}


def test_names_tell_the_tests_of_one_day_apart() -> None:
    left = [row(1, name="ARMADILLO"), row(2, name="BEEBALM")]
    assert numbers(left, [row(7, name="BEEBALM"), row(8, name="ARMADILL")]) == {(1, 8), (2, 7)}


def test_clocks_tell_the_tests_of_one_day_apart() -> None:
    left = [row(1, clock="02:32"), row(2, clock="04:57")]
    assert numbers(left, [row(7, clock="04:57"), row(8, clock="02:31")]) == {(1, 8), (2, 7)}


def test_one_of_a_day_meets_one_of_the_day_whatever_its_yield() -> None:
    assert numbers([row(1, kt=400)], [row(7, kt=25)]) == {(1, 7)}


def test_other_names_are_other_tests() -> None:
    assert not numbers([row(1, name="SEDAN")], [row(7, name="MISSISSIPPI")])


def test_where_two_fit_alike_neither_is_taken() -> None:
    found = pair_rows([row(1, name="TUN"), row(2)], [row(7, name="TUN"), row(8, name="TUN")])
    assert not found.pairs
    assert [one.number for one in found.undecided_left] == [1]
    assert [one.number for one in found.undecided_right] == [7, 8]


def test_a_day_apart_needs_more_than_the_calendar() -> None:
    assert numbers([row(1)], [row(7, day=1)]) == {(1, 7)}  # nothing else within two days
    assert not numbers([row(1), row(2, day=-1, name="A")], [row(7, day=1)])
    assert numbers([row(1, name="TURQUOISE", kt=9), row(2, day=-1)], [row(7, day=1, name="TURQUOIS", kt=9)]) == {(1, 7)}


ROWS = st.lists(
    st.tuples(
        st.integers(0, 6), st.sampled_from(("", "ACE", "STOAT", "AGOUTI")), st.sampled_from(("", "02:32", "18:00"))
    ),
    max_size=7,
).map(lambda given_: [row(n, day, name=name, clock=clock) for n, (day, name, clock) in enumerate(given_)])


@given(ROWS, ROWS)
def test_the_order_of_either_list_changes_nothing_and_no_row_is_used_twice(
    left: list[HistoryRow], right: list[HistoryRow]
) -> None:
    found = pair_rows(left, right)
    assert pair_rows(left[::-1], right[::-1]) == found
    assert len({pair.left.number for pair in found.pairs}) == len(found.pairs)
    assert len({pair.right.number for pair in found.pairs}) == len(found.pairs)
    accounted = [pair.left for pair in found.pairs] + list(found.undecided_left) + list(found.left)
    assert sorted(one.number for one in accounted) == sorted(one.number for one in left)


@given(ROWS)
def test_each_pair_explains_itself(rows: list[HistoryRow]) -> None:
    for pair in pair_rows(rows, rows).pairs:
        assert pair.score == sum(reason.weight for reason in pair.reasons)
        assert all(reason.sentence for reason in pair.reasons)
