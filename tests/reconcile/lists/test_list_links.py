"""Two lists by the calendar: the same day, a slip of one day where nothing else can be meant, and what stays open."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import DateRange
from reportedly.reconcile.lists import Dated, DayLink, Match, link_days
from reportedly.reconcile.lists.link import ALONE, counted

FAMILIES = (("satellite_launch", "missile_launch"),)
START = date(2024, 9, 1)


def entry(key: str, first: str, last: str | None = None, *, kind: str = "missile_launch", state: str = "PRK") -> Dated:
    """An entry of a list, of one day or of a span."""
    return Dated(key, state, frozenset({kind}), DateRange(date.fromisoformat(first), date.fromisoformat(last or first)))


def matches(left: list[Dated], right: list[Dated]) -> dict[str, tuple[Match, tuple[str, ...]]]:
    """How each entry on the left stands, and to which on the right."""
    return {link.left: (link.match, link.rights) for link in link_days(left, right, FAMILIES)}


@pytest.mark.parametrize(
    ("left", "right", "match"),
    [
        (["2024-09-18"], ["2024-09-18"], Match.SAME_DAY),
        (["2024-09-18"], ["2024-09-17"], Match.SLIP),
        (["2024-09-18"], ["2024-09-19"], Match.SLIP),
        (["2024-09-18"], ["2024-09-16"], Match.ABSENT),
        (["2024-09-18"], [], Match.ABSENT),
        (["2024-09-18"], ["2024-09-17", "2024-09-20"], Match.UNDECIDED),  # either may be meant
        (["2024-09-18"], ["2024-09-17", "2024-09-19"], Match.UNDECIDED),
        (["2024-09-18", "2024-09-19"], ["2024-09-19"], Match.UNDECIDED),  # the nineteenth has its partner
        (["2024-09-18", "2024-09-15"], ["2024-09-17"], Match.UNDECIDED),
        (["2024-09-18", "2024-09-14"], ["2024-09-17"], Match.SLIP),
        (["2024-09-18"], ["2024-09-17", "2024-09-21"], Match.SLIP),
    ],
)
def test_a_day_apart_is_a_slip_only_where_nothing_else_is_near(left: list[str], right: list[str], match: Match) -> None:
    found = link_days([entry(day, day) for day in left], [entry(day, day) for day in right], FAMILIES)
    assert next(link.match for link in found if link.left == "2024-09-18") is match


def test_a_slip_is_marked_with_its_reason() -> None:
    (link,) = link_days([entry("a", "2006-07-05")], [entry("b", "2006-07-04")], FAMILIES)
    assert link.why == (
        "calendar slip: one says 5 July 2006, the other 4 July 2006, "
        "and neither has another within 2 days of the other's day"
    )


def test_the_day_of_another_kind_is_no_slip_and_no_match() -> None:
    found = matches(
        [entry("a", "2024-03-18")], [entry("b", "2024-03-18", kind="artillery_fire"), entry("c", "2024-03-19")]
    )
    assert found["a"] == (Match.OTHER_KIND, ("b",))


def test_kinds_of_one_family_are_one_kind() -> None:
    found = matches([entry("a", "2024-05-27", kind="satellite_launch")], [entry("b", "2024-05-27")])
    assert found["a"] == (Match.SAME_DAY, ("b",))


def test_another_state_is_another_world() -> None:
    assert matches([entry("a", "2024-09-18")], [entry("b", "2024-09-18", state="IRN")])["a"] == (Match.ABSENT, ())


def test_two_kinds_of_one_day_do_not_rival_each_other() -> None:
    left = [entry("a", "2006-07-05"), entry("b", "2006-07-05", kind="satellite_launch")]
    assert {match for match, _ in matches(left, [entry("c", "2006-07-04")]).values()} == {Match.SLIP}


def test_a_month_meets_the_only_day_in_it() -> None:
    month = entry("m", "1990-05-01", "1990-05-31")
    assert matches([month], [entry("a", "1990-05-29")])["m"] == (Match.WITHIN, ("a",))
    assert matches([entry("a", "1990-05-29")], [month])["a"] == (Match.WITHIN, ("m",))
    two = [entry("a", "1990-05-29"), entry("b", "1990-05-30")]
    assert matches([month], two)["m"] == (Match.UNDECIDED, ("a", "b"))
    assert matches([month], [entry("a", "1990-06-01")])["m"] == (Match.ABSENT, ())


DAYS = st.lists(st.integers(0, 40), max_size=8, unique=True)


def days(numbers: list[int]) -> list[Dated]:
    """A list with an entry on each of these days."""
    return [entry(str(n), (START + timedelta(days=n)).isoformat()) for n in numbers]


@given(DAYS, DAYS)
def test_the_order_of_either_list_changes_nothing(left: list[int], right: list[int]) -> None:
    lefts, rights = days(left), days(right)
    straight = link_days(lefts, rights, FAMILIES)
    assert link_days(lefts[::-1], rights[::-1], FAMILIES) == straight
    assert sorted(link.left for link in straight) == sorted(one.key for one in lefts)


@given(DAYS, DAYS)
def test_who_is_compared_with_whom_changes_nothing(left: list[int], right: list[int]) -> None:
    there, back = link_days(days(left), days(right)), link_days(days(right), days(left))
    for match in (Match.SAME_DAY, Match.SLIP):
        assert pairs(there, match) == {(b, a) for a, b in pairs(back, match)}


@given(DAYS, DAYS)
def test_a_slip_is_alone_on_both_sides(left: list[int], right: list[int]) -> None:
    for a, b in pairs(link_days(days(left), days(right)), Match.SLIP):
        assert abs(int(a) - int(b)) == 1
        assert not [n for n in right if n != int(b) and abs(n - int(a)) <= ALONE]
        assert not [n for n in left if n != int(a) and abs(n - int(b)) <= ALONE]


@given(DAYS)
def test_a_list_agrees_with_itself(numbers: list[int]) -> None:
    links = link_days(days(numbers), days(numbers))
    assert len(counted(links)[Match.SAME_DAY]) == len(numbers)


def pairs(links: tuple[DayLink, ...], match: Match) -> set[tuple[str, str]]:
    """The pairs that a kind of match makes."""
    return {(link.left, right) for link in links if link.match is match for right in link.rights}
