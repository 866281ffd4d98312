"""How many launch days a ledger has in a span: for certain, at most, and whether it would know of all."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from types import MappingProxyType

from reportedly.check.classes import RARE
from reportedly.check.counted import Counted
from reportedly.check.days import shown
from reportedly.check.record import REPORTS, Episode, Record
from reportedly.fields.date import days_on
from reportedly.frozen import dataclass

_APART = timedelta(hours=3)
_SHOWN = 4  # days that are named in a working
_ANYWHERE: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Group:
    """The episodes that may be one and the same day's, of which source ever; `sure` says that there was one."""

    first: date
    last: date
    sure: bool
    ids: tuple[str, ...]
    launches: int = 1  # of the day that were hours apart, by the source that tells of most

    @property
    def name(self) -> str:
        """The day or days, in words."""
        days = shown(self.first) if self.first == self.last else f"{shown(self.first)} or {shown(self.last)}"
        return days if self.sure else f"perhaps {days}"


@dataclass(frozen=True, slots=True)
class Tally:
    """What a ledger has in a span, day by day, and whether lists cover all of it."""

    groups: tuple[Group, ...]
    covered: bool

    @property
    def sure(self) -> int:
        """How many there were for certain."""
        return sum(group.sure for group in self.groups)

    @property
    def most(self) -> int | None:
        """How many there were at most; None where nobody claims to know of all."""
        return len(self.groups) if self.covered else None

    @property
    def launches(self) -> int:
        """How many launches there were for certain, where those of one day that were hours apart are counted apart."""
        return sum(group.launches for group in self.groups if group.sure)

    @property
    def ids(self) -> tuple[str, ...]:
        """All episodes that were counted."""
        return tuple(id_ for group in self.groups for id_ in group.ids)

    @property
    def names(self) -> str:
        """The days in words, the last ones first where there are many."""
        if not self.groups:
            return "none"
        told = [group.name for group in self.groups[-_SHOWN:]]
        more = len(self.groups) - len(told)
        return ", ".join(told) + (f" and {more} earlier" if more else "")


def tally(record: Record, state: str, counted: Counted, first: date, last: date) -> Tally:
    """What there was from the first day to the last, both in.

    An episode is doubtful where its source doubts it, where its kind, class or day is open, and where a list that covers
    its kind has nothing that day; where its source leaves the kind open as well, it is none. Distinct days are counted,
    never missiles.
    """
    if first > last:
        return Tally((), covered=True)
    inside = record.between(state, counted.types, first, last)
    ends = (min((one.first for one in inside), default=first), max((one.last for one in inside), default=last))
    days = _by_day(record.between(state, counted.types, *ends))
    home = {one.id: n for n, same in enumerate(days) for one in same}
    groups = [
        _group(record, state, counted, (first, last), same, home, own_day=_has_a_day_of_its_own(same, days))
        for same in days
        if _within(same[0], first, last) and _may(same, counted, record)
    ]
    return Tally(
        tuple(group for group in groups if group is not None), record.covered(state, counted.types, first, last)
    )


def _may(same: Iterable[Episode], counted: Counted, record: Record) -> bool:
    """Whether what sources tell of one day leaves room for the weapon, class or outcome that is counted; the name tells more
    than the class, and what one source leaves open another may tell. A list that tells classes and leaves one open, or that
    claims to have all and lacks the day, does not mean one of the rare classes, or a weapon by name, which nobody overlooks."""
    episodes = list(same)
    outcomes = {code for one in episodes for code in one.outcomes}
    if counted.outcome and outcomes and outcomes.isdisjoint({counted.outcome, "unknown", "partial"}):
        return False
    weapons = {name for one in episodes for name in one.weapons}
    classes = {name for one in episodes for name in one.classes}
    if counted.weapons and weapons:
        return not (counted.weapons | counted.families).isdisjoint(weapons)
    if (counted.weapon_class in RARE or counted.weapons) and not classes:
        return not any(_told_of(one, counted, record) for one in episodes)
    return counted.weapon_class is None or not classes or counted.weapon_class in classes


def _told_of(one: Episode, counted: Counted, record: Record) -> bool:
    """Whether a list that tells classes has the episode, or would have it."""
    lists = {list_ for type_ in counted.types for list_ in record.covering(one.state, type_, one.first, one.last)}
    return not record.classing.isdisjoint({one.source, *lists})


def _by_day(found: Iterable[Episode]) -> list[list[Episode]]:
    """Episodes of one day together; one of several days joins a day of another source that it may be, else stands alone.

    What reports leave vague ("in 2009") is taken for a day that is known, of reports too.
    """
    episodes = list(found)
    days: dict[date, list[Episode]] = {}
    for one in episodes:
        if one.day is not None:
            days.setdefault(one.day, []).append(one)
    groups = list(days.values())
    for one in (e for e in episodes if e.day is None):
        home = next((g for g in groups if _same(one, g)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return sorted(groups, key=lambda group: (group[0].first, group[0].id))


def _same(one: Episode, group: list[Episode]) -> bool:
    """Whether an episode of several days may be this group's: not where its own list has both."""
    apart = one.source == REPORTS or all(other.source != one.source for other in group)
    return apart and all(_within(other, one.first, one.last) for other in group)


def _within(one: Episode, first: date, last: date) -> bool:
    return one.first <= last and first <= one.last


def _has_a_day_of_its_own(same: list[Episode], days: Iterable[list[Episode]]) -> bool:
    """Whether what is left open of its day can be no day that is told beside it: days are counted, and each once."""
    return same[0].day is not None or not any(
        other[0].day is not None and _within(other[0], same[0].first, same[0].last) for other in days
    )


def _group(
    record: Record,
    state: str,
    counted: Counted,
    span: tuple[date, date],
    same: list[Episode],
    home: Mapping[str, int],
    *,
    own_day: bool,
) -> Group | None:
    """The episodes as one day's; None where a list that would know has nothing that day, and no other is sure of the kind."""
    sure = [one for one in same if _surely(one, _left(record, state, one, same), counted, span)]
    denied = any(_denied(record, state, counted, one, same, home) for one in sure or same)
    if denied and not any(one.sure and len(one.types) == 1 for one in same):
        return None
    return Group(
        same[0].first,
        same[0].last,
        bool(sure) and not denied and own_day,
        tuple(sorted(one.id for one in same)),
        max(launches_of(one) for one in same),
    )


def launches_of(one: Episode) -> int:
    """How many launches an episode is: its missiles that left hours apart are launches of their own."""
    moments = sorted(one.moments)
    return 1 + sum(later - earlier > _APART for earlier, later in pairwise(moments))


def _denied(
    record: Record, state: str, counted: Counted, one: Episode, same: list[Episode], home: Mapping[str, int]
) -> bool:
    """Whether for each kind that it may be of here a list that claims to have all has none that day; what that list leaves
    open between two days, and was taken for the other, is none of this one."""
    sources = {other.source for other in same}
    return all(
        _lacks(record, state, type_, one, sources, home if one.day else _ANYWHERE)
        for type_ in one.types & set(counted.types)
    )


def _left(record: Record, state: str, one: Episode, same: list[Episode]) -> frozenset[str]:
    """The kinds it can be of: what its source leaves open is narrowed by what lists that claim to have all of a kind lack that
    day and beside it, for a day beside it may be a slip of the calendar."""
    if len(one.types) == 1:
        return one.types
    sources = {other.source for other in same}
    around = replace(one, first=days_on(one.first, -1), last=days_on(one.last, 1))
    return frozenset(type_ for type_ in one.types if not _lacks(record, state, type_, around, sources))


def _lacks(
    record: Record,
    state: str,
    type_: str,
    one: Episode,
    sources: Collection[str],
    home: Mapping[str, int] = _ANYWHERE,
) -> bool:
    """Whether another list that claims to have all of a kind has none on the days of an episode, but for what is at home on
    other days."""
    here = home.get(one.id)
    return any(
        list_ not in sources
        and all(
            other.source != list_ or home.get(other.id, here) != here
            for other in record.between(state, [type_], one.first, one.last)
        )
        for list_ in record.covering(state, type_, one.first, one.last)
    )


def _surely(one: Episode, kinds: frozenset[str], counted: Counted, span: tuple[date, date]) -> bool:
    of_class = counted.weapon_class is None or counted.weapon_class in one.classes
    of_name = not one.weapons.isdisjoint(counted.weapons) if counted.weapons else of_class
    ended = counted.outcome is None or counted.outcome in one.outcomes
    of_kind = bool(kinds) and kinds <= set(counted.types)
    return one.sure and of_kind and of_name and ended and span[0] <= one.first and one.last <= span[1]
