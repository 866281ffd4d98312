"""Which entries of two lists tell of one day: the same day, or a day apart where no other can be meant."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from reportedly.fields.registry import show
from reportedly.frozen import dataclass
from reportedly.model import DateRange

ALONE = 2  # days on either side that must be free of others before a day's difference is taken for a slip


class Match(StrEnum):
    """How an entry stands to the other list."""

    SAME_DAY = "same_day"
    WITHIN = "within"  # one of them gives a span of days only, and the other lies in it
    SLIP = "calendar_slip"  # a day apart, and neither has another near
    OTHER_KIND = "other_kind"  # the day is there, as another kind of incident
    OTHER_CLASS = "other_class"  # the other has nothing of its class of weapon on any day
    UNDECIDED = "undecided"  # something is near, but more than one entry may be meant
    ABSENT = "absent"


JOINED = frozenset({Match.SAME_DAY, Match.WITHIN, Match.SLIP})


@dataclass(frozen=True, slots=True)
class Dated:
    """An entry as the calendar sees it: its key, state, the kinds it may be of, and its days at the place."""

    key: str
    state: str
    types: frozenset[str]
    days: DateRange

    @property
    def span(self) -> tuple[date, date]:
        """Its first and last day; an entry without both is a ValueError, for it cannot be placed."""
        if self.days.earliest is None or self.days.latest is None:
            raise ValueError(f"{self.key} has no date")
        return self.days.earliest, self.days.latest


@dataclass(frozen=True, slots=True)
class DayLink:
    """An entry of the one list, the entries of the other that it meets, how, and why in words."""

    left: str
    rights: tuple[str, ...]
    match: Match
    why: str


def link_days(
    left: Iterable[Dated],
    right: Iterable[Dated],
    families: Sequence[Sequence[str]] = (),
    *,
    names: tuple[str, str] = ("one", "the other"),
) -> tuple[DayLink, ...]:
    """How each entry on the left stands to those on the right, by day, in words that call the two by their names. The order of
    either changes nothing.

    Kinds of one family (a satellite launch that others call a missile launch) count as one kind.
    """
    lefts, rights = _Entries(left, families, names[0]), _Entries(right, families, names[1])
    return tuple(_link(entry, lefts, rights) for entry in lefts.all)


class _Entries:
    """The entries of one list, found by their days; `name` is what the list is called."""

    def __init__(self, entries: Iterable[Dated], families: Sequence[Sequence[str]], name: str) -> None:
        self.name = name
        self.all = sorted(entries, key=lambda one: (one.span, one.key))
        self._families = families
        self._on: dict[int, list[Dated]] = {}
        self._spans = [one for one in self.all if one.days.day is None]
        for one in self.all:
            if one.days.day is not None:
                self._on.setdefault(one.days.day.toordinal(), []).append(one)

    def on(self, day: date, like: Dated) -> list[Dated]:
        """The entries of that very day that may be of the same kind and state."""
        return [one for one in self._on.get(day.toordinal(), ()) if self._fits(one, like)]

    def other_on(self, day: date, like: Dated) -> list[Dated]:
        """The entries of that very day and state that are of another kind."""
        return [
            one for one in self._on.get(day.toordinal(), ()) if one.state == like.state and not self._fits(one, like)
        ]

    def near(self, day: date, like: Dated, within: int) -> list[Dated]:
        """The entries of the days up to so many away, that day itself among them, of the same kind and state."""
        middle = day.toordinal()
        days = range(middle - within, middle + within + 1)
        return [one for at in days for one in self._on.get(at, ()) if self._fits(one, like)]

    def across(self, like: Dated) -> list[Dated]:
        """The entries that share a day with this one, where either gives more than one day."""
        first, last = like.span
        days = self.all if like.days.day is None else self._spans
        return [one for one in days if one.span[0] <= last and first <= one.span[1] and self._fits(one, like)]

    def _fits(self, one: Dated, other: Dated) -> bool:
        return one.state == other.state and bool(self._kinds(one) & self._kinds(other))

    def _kinds(self, one: Dated) -> frozenset[str]:
        kin = (kind for family in self._families if one.types & frozenset(family) for kind in family)
        return one.types | frozenset(kin)


def _link(entry: Dated, lefts: _Entries, rights: _Entries) -> DayLink:
    day = entry.days.day
    if day is None:
        return _across(entry, lefts, rights)
    if same := rights.on(day, entry):
        return DayLink(entry.key, _keys(same), Match.SAME_DAY, f"both say {_said(entry)}")
    if rights.across(entry):
        return _across(entry, lefts, rights)
    if other := rights.other_on(day, entry):
        return DayLink(entry.key, _keys(other), Match.OTHER_KIND, f"{rights.name} has {_said(entry)} as another kind")
    if near := rights.near(day, entry, 1):
        return _slip(entry, near, lefts, rights)
    return DayLink(
        entry.key, (), Match.ABSENT, f"{rights.name} has nothing of this kind within a day of {_said(entry)}"
    )


def _slip(entry: Dated, near: Sequence[Dated], lefts: _Entries, rights: _Entries) -> DayLink:
    """A day apart: a slip of the calendar only where each is the only one within two days of the other's day."""
    day, theirs = entry.span[0], near[0].span[0]
    rivals = [one for one in rights.near(day, entry, ALONE) if one.span[0] != theirs]
    rivals += [one for one in lefts.near(theirs, entry, ALONE) if one.span[0] != day]
    said = f"{lefts.name} says {_said(entry)}, {rights.name} {_said(near[0])}"
    if rivals:
        named = ", ".join(dict.fromkeys(_said(one) for one in sorted(rivals, key=lambda one: (one.span, one.key))))
        why = f"{said}; but there is another of {named}, within {ALONE} days, and either may be meant"
        return DayLink(entry.key, _keys(near), Match.UNDECIDED, why)
    why = f"calendar slip: {said}, and neither has another within {ALONE} days of the other's day"
    return DayLink(entry.key, _keys(near), Match.SLIP, why)


def _across(entry: Dated, lefts: _Entries, rights: _Entries) -> DayLink:
    """A span against days: one that lies in it, where nothing else does on either side."""
    found = rights.across(entry)
    said = _said(entry)
    if not found:
        return DayLink(entry.key, (), Match.ABSENT, f"{rights.name} has nothing of this kind in {said}")
    named = ", ".join(dict.fromkeys(_said(one) for one in found))
    alone = all(other.key == entry.key for one in found for other in (*lefts.across(one), *_exact(lefts, one)))
    if len({one.span for one in found}) == 1 and alone:
        return DayLink(entry.key, _keys(found), Match.WITHIN, f"{lefts.name} says {said}, {rights.name} {named}")
    why = f"{said} may be {named} of {rights.name}, and more than one may be meant"
    return DayLink(entry.key, _keys(found), Match.UNDECIDED, why)


def _exact(entries: _Entries, like: Dated) -> list[Dated]:
    return entries.on(like.days.day, like) if like.days.day is not None else []


def _keys(entries: Iterable[Dated]) -> tuple[str, ...]:
    return tuple(sorted(one.key for one in entries))


def _said(entry: Dated) -> str:
    return show("date", entry.days)


def counted(links: Iterable[DayLink]) -> Mapping[Match, tuple[DayLink, ...]]:
    """The links by how they match, every kind of match named."""
    given = tuple(links)
    return {match: tuple(link for link in given if link.match is match) for match in Match}
