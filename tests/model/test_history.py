"""The nouns of history: what a checker may ask of the lists of others."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Coverage, DateRange, DayBasis, History, HistoryList, HistoryRow, Voice, events_of

START = date(2024, 1, 1)
BALLISTIC, ANY = ("missile_launch",), ("missile_launch", "cruise_missile_launch", "satellite_launch")


def row(number: int, day: int, *, types: tuple[str, ...] = BALLISTIC, spread: int = 0, sure: bool = True) -> HistoryRow:
    """A row of a list; its day may have been up to `spread` days later."""
    when = START + timedelta(days=day)
    possible = DateRange(when, when + timedelta(days=spread))
    return HistoryRow("x", number, "PRK", types, DateRange(when, when), possible, DayBasis.LOCAL, None, sure)


ROWS = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from((BALLISTIC, ANY, ())), st.integers(0, 1), st.booleans()), max_size=9
).map(
    lambda told: [row(n, day, types=kinds, spread=wide, sure=sure) for n, (day, kinds, wide, sure) in enumerate(told)]
)
SPANS = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(
    lambda ends: (START + timedelta(days=min(ends)), START + timedelta(days=max(ends)))
)


@given(ROWS)
def test_the_order_of_rows_changes_nothing_and_twice_is_once(rows: list[HistoryRow]) -> None:
    assert events_of(rows[::-1]) == events_of(rows) == events_of([*rows, *rows])


@given(ROWS)
def test_every_row_is_in_one_event(rows: list[HistoryRow]) -> None:
    assert sorted(one.number for event in events_of(rows) for one in event.rows) == [one.number for one in rows]


@given(ROWS, SPANS)
def test_what_surely_falls_in_a_span_may_fall_in_it(rows: list[HistoryRow], span: tuple[date, date]) -> None:
    history = History((), events_of(rows))
    for event in history.events:
        if event.surely_falls(BALLISTIC, *span):
            assert event in history.between("PRK", BALLISTIC, *span)
    assert not history.between("IRN", BALLISTIC, *span)


def test_a_wider_kind_a_wider_day_or_a_doubted_row_is_only_possible() -> None:
    span = (START, START)
    for one in (row(1, 0, types=ANY), row(1, 0, spread=1), row(1, 0, sure=False)):
        (event,) = events_of([one])
        assert event.may_fall(BALLISTIC, *span)
        assert not event.surely_falls(BALLISTIC, *span)
    (sure,) = events_of([row(1, 0)])
    assert sure.surely_falls(BALLISTIC, *span)


def test_a_list_covers_what_it_declares_and_no_day_more() -> None:
    covered = Coverage("PRK", "ballistic", START, START + timedelta(days=30))
    one = HistoryList("x", Voice("x", "X", "list"), "x.csv", "0", "missile", (covered,))
    history = History((one,))
    assert history.covering("PRK", "ballistic", START, START + timedelta(days=30)) == (one,)
    for state, scope, last in (("PRK", "ballistic", 31), ("PRK", "missile", 3), ("IRN", "ballistic", 3)):
        assert not history.covering(state, scope, START, START + timedelta(days=last))
