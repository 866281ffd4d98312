"""A list against another list: by day, or row by row where a row of either is an incident."""

from collections.abc import Iterable

from reportedly.codebook import Codebook
from reportedly.fields.registry import agree
from reportedly.frozen import dataclass
from reportedly.model import HistoryEvent, HistoryList, HistoryRow
from reportedly.reconcile.lists.link import JOINED, DayLink, Match, link_days
from reportedly.reconcile.lists.pairs import RowPair, pair_rows
from reportedly.reconcile.lists.said import COMPARED, Listed, dated_event, in_span, listed_of


@dataclass(frozen=True, slots=True)
class ListCell:
    """One field on which two lists speak: what each says, and whether any of it agrees."""

    field: str
    here: tuple[Listed, ...]
    there: tuple[Listed, ...]
    agrees: bool


@dataclass(frozen=True, slots=True)
class ListPair:
    """An event of the one list with one of the other: how and why they were paired, and how their cells stand."""

    here: HistoryEvent
    there: HistoryEvent
    match: Match
    why: str
    cells: tuple[ListCell, ...]


@dataclass(frozen=True, slots=True)
class ListComparison:
    """A list against another: what both have, what this one has alone, what the other has alone within its span."""

    here: HistoryList
    there: HistoryList
    pairs: tuple[ListPair, ...]
    alone_here: tuple[tuple[HistoryEvent, DayLink], ...]
    alone_there: tuple[tuple[HistoryEvent, DayLink], ...]


Entries = dict[str, HistoryEvent]


def compare_lists(
    here: HistoryList,
    events_here: Iterable[HistoryEvent],
    there: HistoryList,
    events_there: Iterable[HistoryEvent],
    codebook: Codebook,
) -> ListComparison:
    """How two lists stand to each other; the order of either changes nothing.

    Where a row of both is an incident, rows are paired one to one by all they say; else days are.
    """
    rows = here.unit == there.unit == "incident"
    ours, theirs = (_entries(events, rows=rows) for events in (events_here, events_there))
    if rows:
        links, back = _by_rows(ours, theirs)
    else:
        days, other_days = ([dated_event(key, one) for key, one in some.items()] for some in (ours, theirs))
        names = (here.voice.name, there.voice.name)
        links = link_days(days, other_days, codebook.type_families, names=names)
        back = link_days(other_days, days, codebook.type_families, names=(names[1], names[0]))
    met = {right for link in links if link.match in JOINED for right in link.rights}
    return ListComparison(
        here,
        there,
        tuple(
            ListPair(ours[link.left], theirs[right], link.match, link.why, _cells(here, ours[link.left], there, theirs[right], codebook))
            for link in links
            if link.match in JOINED
            for right in link.rights
        ),
        tuple((ours[link.left], link) for link in links if link.match not in JOINED),
        tuple((theirs[link.left], link) for link in back if link.left not in met and _within(theirs[link.left], ours)),
    )  # fmt: skip


def _entries(events: Iterable[HistoryEvent], *, rows: bool) -> Entries:
    """The events by a key; each row one of its own where rows are compared."""
    if not rows:
        return {f"{one.list}:{one.rows[0].number}": one for one in events}
    return {_key(row): _alone(row) for one in events for row in one.rows}


def _key(row: HistoryRow) -> str:
    return f"{row.list}:{row.number}"


def _alone(row: HistoryRow) -> HistoryEvent:
    return HistoryEvent(row.list, row.state, row.types, row.days, row.possible, (row,))


def _by_rows(ours: Entries, theirs: Entries) -> tuple[tuple[DayLink, ...], tuple[DayLink, ...]]:
    """The links of either list's rows, in the words of the pairing."""
    found = pair_rows(*([row for one in some.values() for row in one.rows] for some in (ours, theirs)))
    unsure = "more than one row of the other list fits about as well"
    nothing = "no row of the other list fits well enough"
    return (
        (
            *(DayLink(_key(pair.left), (_key(pair.right),), _match(pair), _why(pair)) for pair in found.pairs),
            *(DayLink(_key(row), (), Match.UNDECIDED, unsure) for row in found.undecided_left),
            *(DayLink(_key(row), (), Match.ABSENT, nothing) for row in found.left),
        ),
        (
            *(DayLink(_key(row), (), Match.UNDECIDED, unsure) for row in found.undecided_right),
            *(DayLink(_key(row), (), Match.ABSENT, nothing) for row in found.right),
        ),
    )


def _match(pair: RowPair) -> Match:
    return Match.SAME_DAY if pair.left.days == pair.right.days else Match.SLIP


def _why(pair: RowPair) -> str:
    return f"{pair.score:.1f}: {'; '.join(reason.sentence for reason in pair.reasons)}"


def _within(event: HistoryEvent, ours: Entries) -> bool:
    """Whether the event lies in the time that our list spans for its state, and is of a kind that our list has."""
    own = [one for one in ours.values() if one.state == event.state and set(one.types) & set(event.types)]
    days = event.days
    return (
        days.earliest is not None
        and days.latest is not None
        and in_span((days.earliest, days.latest), (one.days for one in own))
    )


def _cells(
    here: HistoryList, ours: HistoryEvent, there: HistoryList, theirs: HistoryEvent, codebook: Codebook
) -> tuple[ListCell, ...]:
    """The fields on which both speak."""
    said = ((field, listed_of(here, ours, field), listed_of(there, theirs, field)) for field in COMPARED)
    return tuple(
        ListCell(field, a, b, any(agree(field, x.value, y.value, codebook.tolerances) for x in a for y in b))
        for field, a, b in said
        if a and b
    )
