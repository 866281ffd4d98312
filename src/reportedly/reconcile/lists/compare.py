"""A list against a ledger's incidents: rows without incident, incidents without row, and cells that differ."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Self

from reportedly.codebook import Codebook
from reportedly.fields.registry import agree, show
from reportedly.frozen import dataclass
from reportedly.model import DateRange, HistoryEvent, HistoryList, Incident, Position, Term, Weapon
from reportedly.reconcile.label import dated
from reportedly.reconcile.lists.link import JOINED, Dated, DayLink, Match, link_days
from reportedly.reconcile.lists.said import COMPARED, Listed, dated_event, in_span, listed_of

LEDGER = "the ledger"
VAGUE = 31  # days; an incident that is dated no better than that is no row's


class Verdict(StrEnum):
    """How a cell stands to what reports say of the field."""

    AGREES = "agrees"
    TAKES_A_SIDE = "takes_a_side"  # reports disagree, and the list holds with some of them
    DIFFERS = "differs"  # no report says what the list says
    UNTOLD = "untold"  # no report says anything of it


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a row, or of the rows of a day: what the list says, what reports say, how the two stand."""

    field: str
    listed: tuple[Listed, ...]
    told: tuple[Position, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Pair:
    """A day of the list with an incident of that day: how and why they were paired, and cell by cell how they stand."""

    event: HistoryEvent
    incident: Incident
    match: Match
    why: str
    cells: tuple[Cell, ...]

    @property
    def differing(self) -> tuple[Cell, ...]:
        """The cells a curator has to look at."""
        return tuple(cell for cell in self.cells if cell.verdict in (Verdict.DIFFERS, Verdict.TAKES_A_SIDE))


@dataclass(frozen=True, slots=True)
class Comparison:
    """A list against a ledger.

    `unpaired` are the days of the list without an incident, each with its link (absent, undecided, another kind);
    `unlisted` the incidents of the list's states, kinds and span without a row, each with its own link (absent; of another
    class, where the list has none of its class; or undecided, where it may be a row that more than one incident fits). `undated` counts the incidents that no calendar
    can place within a month, `outside` those before or behind the list's span.
    """

    list: HistoryList
    pairs: tuple[Pair, ...]
    unpaired: tuple[tuple[HistoryEvent, DayLink], ...]
    unlisted: tuple[tuple[Incident, DayLink], ...]
    undated: int = 0
    outside: int = 0


def compare(
    list_: HistoryList, events: Iterable[HistoryEvent], incidents: Iterable[Incident], codebook: Codebook
) -> Comparison:
    """The list against the incidents, day by day; the order of either changes nothing."""
    listed = {f"{event.list}:{event.rows[0].number}": event for event in events}
    states = {event.state for event in listed.values()}
    kinds = _kin({kind for event in listed.values() for kind in event.types}, codebook)
    relatives = {kind for kind, entry in codebook.types.items() if entry.family in _families(kinds, codebook)}
    related = [one for one in incidents if one.state in states and one.type in (relatives or codebook.types)]
    told = {one.id: placed for one in related if (placed := _placed(one)) is not None}
    by_id = {one.id: one for one in related}
    rows = [dated_event(key, event) for key, event in listed.items()]
    name = list_.voice.name
    links = link_days(rows, told.values(), codebook.type_families, names=(name, LEDGER))
    joined = [link for link in links if link.match in JOINED]
    pairs = tuple(
        Pair(event, by_id[right], some[0].match, some[0].why, _cells(list_, event, by_id[right], codebook, alone=all(len(one.rights) == 1 for one in some)))
        for right, some in _by_incident(joined, listed)
        for event in [_together([listed[link.left] for link in some])]
    )  # fmt: skip
    met = {right for link in joined for right in link.rights}
    in_kind = [one for one in related if one.type in kinds]
    free = [one for one in in_kind if one.id in told and one.id not in met]
    states_days = {state: [event.days for event in listed.values() if event.state == state] for state in states}
    within = [told[one.id] for one in free if in_span(told[one.id].span, states_days[told[one.id].state])]
    back = link_days(told.values(), rows, codebook.type_families, names=(LEDGER, name))
    alone = {one.key for one in within}
    held = _Held.of(listed.values())
    return Comparison(
        list_,
        pairs,
        tuple((listed[link.left], link) for link in links if link.match not in JOINED),
        tuple((by_id[link.left], _by_class(link, by_id[link.left], held, name)) for link in back if link.left in alone),
        undated=sum(one.id not in told for one in in_kind),
        outside=len(free) - len(within),
    )


def _by_incident(joined: Iterable[DayLink], listed: Mapping[str, HistoryEvent]) -> list[tuple[str, list[DayLink]]]:
    """Each incident with the links of one day of the list to it: a list may tell of a day's satellite rocket apart."""
    groups: dict[tuple[str, DateRange], list[DayLink]] = {}
    for link in joined:
        for right in link.rights:
            groups.setdefault((right, listed[link.left].days), []).append(link)
    return [(right, some) for (right, _), some in groups.items()]


def _together(events: Sequence[HistoryEvent]) -> HistoryEvent:
    """The events of one day as one, for an incident may be told of any of their missiles."""
    if len(events) == 1:
        return events[0]
    types = tuple(sorted({kind for event in events for kind in event.types}))
    in_lines = sorted((row for event in events for row in event.rows), key=lambda row: row.number)
    return replace(events[0], types=types, rows=tuple(in_lines))


@dataclass(frozen=True, slots=True)
class _Held:
    """The classes and the weapons, by their ids, that a list has on any day."""

    classes: frozenset[str]
    weapons: frozenset[str]

    @classmethod
    def of(cls, events: Iterable[HistoryEvent]) -> Self:
        """Those of these events."""
        values = [claim.value for event in events for row in event.rows for claim in row.claims]
        classes = frozenset(one.code for one in values if isinstance(one, Term))
        return cls(classes, frozenset(one.id for one in values if isinstance(one, Weapon) and one.id))


def _by_class(link: DayLink, incident: Incident, held: _Held, name: str) -> DayLink:
    """The link of an incident without a row; where the list has no weapon of its class at all, it says so."""
    settled = (incident.values.get(field) for field in ("weapon_class", "weapon"))
    class_, weapon = (one.value if one else None for one in settled)
    if link.match in JOINED or link.match is Match.UNDECIDED or not isinstance(class_, Term) or not held.classes:
        return link
    if class_.code in held.classes or (isinstance(weapon, Weapon) and weapon.id in held.weapons):
        return link
    return replace(
        link, match=Match.OTHER_CLASS, why=f"{name} tells of no weapon of this class ({show('weapon_class', class_)})"
    )


def _placed(incident: Incident) -> Dated | None:
    """The incident as the calendar sees it, None where it has no days, or too many."""
    days = dated(incident.values)
    if days is None or days.earliest is None or days.latest is None or incident.state is None:
        return None
    if (days.latest - days.earliest).days > VAGUE:
        return None
    return Dated(incident.id, incident.state, frozenset({incident.type}), days)


def _kin(kinds: set[str], codebook: Codebook) -> set[str]:
    return kinds | {kind for family in codebook.type_families if kinds & set(family) for kind in family}


def _families(kinds: set[str], codebook: Codebook) -> set[str]:
    return {codebook.types[kind].family for kind in kinds if kind in codebook.types}


def _cells(
    list_: HistoryList, event: HistoryEvent, incident: Incident, codebook: Codebook, *, alone: bool
) -> tuple[Cell, ...]:
    return tuple(
        Cell(field, listed, told, _verdict(field, listed, told, codebook))
        for field in COMPARED
        if (listed := listed_of(list_, event, field, alone=alone))
        for told in [_told(incident, field)]
    )


def _told(incident: Incident, field: str) -> tuple[Position, ...]:
    settled = incident.values.get(field)
    return tuple(one for one in settled.positions if one.value is not None) if settled else ()


def _verdict(field: str, listed: Sequence[Listed], told: Sequence[Position], codebook: Codebook) -> Verdict:
    if not told:
        return Verdict.UNTOLD
    held = [any(agree(field, one.value, said.value, codebook.tolerances) for one in listed) for said in told]
    return Verdict.AGREES if all(held) else Verdict.TAKES_A_SIDE if any(held) else Verdict.DIFFERS
