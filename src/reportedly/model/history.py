"""What lists kept by others say: rows in a voice of their own, never mixed with what reports claim."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from reportedly.frozen import dataclass
from reportedly.model.claim import Stance, Voice
from reportedly.model.value import Count, DateRange, Instant, Value


class DayBasis(StrEnum):
    """How the day at the place was come by."""

    LOCAL = "local"  # the list counts days at the place
    CONVERTED = "converted"  # from the list's UTC day and clock, by the zone of the place
    UNTIMED = "untimed"  # the list counts in UTC but gives no clock: the day as printed


@dataclass(frozen=True, slots=True)
class HistoryClaim:
    """One cell of a list: what its voice says of one field, as written in which column."""

    field: str
    value: Value
    written: str
    column: str
    stance: Stance = Stance.ASSERTED


@dataclass(frozen=True, slots=True)
class Coverage:
    """Where a list claims to be complete: one state, one counting scope of the codebook, a span of days, inclusive.

    Outside it, that a list has no row says nothing. `note` tells what the list leaves out by its own rules.
    """

    state: str
    scope: str
    since: date
    until: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class HistoryList:
    """A list, as imported: who keeps it, the file it came from, what a row of it counts, where it is complete.

    `id` is its voice's; a list imported anew takes the place of the older one. `unit` is "missile" or "incident".
    """

    id: str
    voice: Voice
    source: str
    sha256: str
    unit: str
    coverage: tuple[Coverage, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One row of a list: `number` is its line in the file, the first line being 1.

    `types` are the kinds of incident it may be, one where the list tells them apart, none where it is no kind of the
    codebook. `days` is the day or the days at the place, `possible` all days it may have been, `instant` the moment
    in UTC. `confirmed` is False where the list itself doubts the row.
    """

    list: str
    number: int
    state: str
    types: tuple[str, ...]
    days: DateRange
    possible: DateRange
    basis: DayBasis
    instant: Instant | None = None
    confirmed: bool = True
    claims: tuple[HistoryClaim, ...] = ()

    def value(self, field: str) -> Value | None:
        """What the row says of the field, or None."""
        return next((claim.value for claim in self.claims if claim.field == field), None)


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """The rows of one list that tell of one state's one kind of incident on one day: a launch day with its missiles."""

    list: str
    state: str
    types: tuple[str, ...]
    days: DateRange
    possible: DateRange
    rows: tuple[HistoryRow, ...]

    def claims(self, field: str) -> tuple[HistoryClaim, ...]:
        """What its rows say of the field, in their order."""
        return tuple(claim for row in self.rows for claim in row.claims if claim.field == field)

    def missiles(self, unit: str) -> Count | None:
        """How many missiles its rows tell of: what they count, one where a row is one; None where nothing tells."""
        told = [next((c.value for c in row.claims if c.field == "count"), None) for row in self.rows]
        each = Count(1, 1 if unit == "missile" else None)
        counts = [one if isinstance(one, Count) else each for one in told]
        if unit != "missile" and not any(isinstance(one, Count) for one in told):
            return None
        highs = [one.maximum for one in counts if one.maximum is not None]
        top = sum(highs) if len(highs) == len(counts) else None
        return Count(sum(one.minimum for one in counts), top, any(one.approximate for one in counts))

    def may_fall(self, types: Iterable[str], first: date, last: date) -> bool:
        """Whether it may be of one of these kinds and may have happened in this span, both ends in."""
        return bool(set(self.types) & set(types)) and may_overlap(self.possible, first, last)

    def surely_falls(self, types: Iterable[str], first: date, last: date) -> bool:
        """Whether it is of these kinds and happened in this span, both ends in, and its list does not doubt it."""
        days = self.possible
        within = (
            days.earliest is not None and days.latest is not None and first <= days.earliest and days.latest <= last
        )
        kinds = bool(self.types) and set(self.types) <= set(types)
        return within and kinds and any(row.confirmed for row in self.rows)


@dataclass(frozen=True, slots=True)
class History:
    """The lists of a ledger and their events, by day."""

    lists: tuple[HistoryList, ...] = ()
    events: tuple[HistoryEvent, ...] = ()

    def between(self, state: str, types: Iterable[str], first: date, last: date) -> tuple[HistoryEvent, ...]:
        """The events of a state that may be of these kinds and may lie in this span of days at the place, by day.

        `HistoryEvent.surely_falls` tells which of them do for certain.
        """
        kinds = frozenset(types)
        return tuple(event for event in self.events if event.state == state and event.may_fall(kinds, first, last))

    def covering(self, state: str, scope: str, first: date, last: date) -> tuple[HistoryList, ...]:
        """The lists that claim to be complete for the state and scope in all of this span."""
        return tuple(
            one
            for one in self.lists
            if any((c.state, c.scope) == (state, scope) and c.since <= first and last <= c.until for c in one.coverage)
        )

    def of(self, list_: str) -> tuple[HistoryEvent, ...]:
        """The events of one list."""
        return tuple(event for event in self.events if event.list == list_)


def events_of(rows: Iterable[HistoryRow]) -> tuple[HistoryEvent, ...]:
    """The events that rows make, by day: rows of one list, state, kind and date are one. Their order changes nothing."""
    groups: dict[tuple[str, str, tuple[str, ...], DateRange], list[HistoryRow]] = {}
    unique: dict[tuple[str, int], HistoryRow] = {}
    for row in rows:
        other = unique.setdefault((row.list, row.number), row)
        if other is not row and repr(row) > repr(other):
            unique[row.list, row.number] = row
    for _, row in sorted(unique.items()):
        groups.setdefault((row.list, row.state, row.types, row.days), []).append(row)
    made = [
        HistoryEvent(list_, state, types, date_, min((row.possible for row in rows_), key=_width), tuple(rows_))
        for (list_, state, types, date_), rows_ in groups.items()
    ]
    return tuple(sorted(made, key=lambda event: (_first(event.days), event.list, event.rows[0].number, event.types)))


def may_overlap(days: DateRange, first: date, last: date) -> bool:
    """Whether the span of days shares a day with another; an undated one shares none."""
    return days.earliest is not None and days.latest is not None and days.earliest <= last and first <= days.latest


def _width(days: DateRange) -> tuple[int, date]:
    if days.earliest is None or days.latest is None:
        return date.max.toordinal(), date.max
    return (days.latest - days.earliest).days, days.earliest


def _first(days: DateRange) -> tuple[date, date]:
    return days.earliest or date.max, days.latest or date.max
