"""What a ledger knows of what happened before: its incidents, and the lists of others with what they cover."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date, datetime
from functools import cached_property
from itertools import accumulate

from reportedly.codebook import Codebook
from reportedly.frozen import dataclass
from reportedly.model import (
    Count,
    DateRange,
    History,
    HistoryEvent,
    Incident,
    Instant,
    Place,
    Quantity,
    Stance,
    Term,
    Value,
    Weapon,
)

_WITNESSES = frozenset(
    {"detector", "command", "government", "intel", "science", "claimant", "state_media", "un_monitor"}
)
REPORTS = "reports"
FAILURE = "failure"
UNCLASSED = frozenset({"unknown", "BM"})
"""Codes of a class that tell none."""


@dataclass(frozen=True, slots=True)
class Episode:
    """One thing that happened, as one source of the ledger has it.

    `id` is "incident:ID", or the list and the day, "cns:2024-09-12". It fell between `first` and `last`, both ends in.
    `sure` says that the source does not doubt it. `classes` are of its missiles, `weapons` the ids of their names, none where not told; `missiles` how
    many, where that is told; `values` its other figures; `outcomes` how its source says that they ended; `moments` when its
    missiles left, in UTC; `sites` the ids of places.
    """

    id: str
    source: str
    state: str
    types: frozenset[str]
    first: date
    last: date
    sure: bool
    classes: frozenset[str] = frozenset()
    missiles: Count | None = None
    values: Mapping[str, Quantity] = field(default_factory=dict)
    moments: tuple[datetime, ...] = ()
    sites: frozenset[str] = frozenset()
    weapons: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()

    @property
    def failed(self) -> bool:
        """Whether its source calls all of it a failure."""
        return self.outcomes == {FAILURE}

    @property
    def day(self) -> date | None:
        """The one day it was, or None."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True, slots=True)
class Limit:
    """What a body (`by`, its id) could not find, in a report's words; `stands_on` the claim or "incident:ID" that has it.

    `day` is when it was told. `told_with` are the incidents that the same reports tell: state, kind, first and last day.
    """

    by: str
    text: str
    stands_on: str
    day: date | None
    told_with: tuple[tuple[str, str, date, date], ...]


@dataclass(frozen=True)
class Record:
    """All episodes of a ledger by day, and which lists claim to be complete for which kinds and days."""

    episodes: tuple[Episode, ...]
    history: History
    scopes: Mapping[str, tuple[str, ...]]
    limits: tuple[Limit, ...] = ()
    classed: frozenset[str] | None = None  # the lists that tell classes, where only a part of what they tell is held

    def between(self, state: str, types: Iterable[str], first: date, last: date) -> tuple[Episode, ...]:
        """The episodes of a state that may be of these kinds and may lie in this span, both ends in."""
        kinds = frozenset(types)
        held = self._of_state.get(state)
        if held is None:
            return ()
        begin, end = bisect_left(held.latest, first), bisect_right(held.firsts, last)
        return tuple(one for one in held.episodes[begin:end] if one.types & kinds and first <= one.last)

    def by_id(self, id_: str) -> tuple[Episode, ...]:
        """The episodes of one source and day that bear an id."""
        return self._ids.get(id_, ())

    @cached_property
    def _ids(self) -> Mapping[str, tuple[Episode, ...]]:
        by_id: dict[str, tuple[Episode, ...]] = {}
        for one in self.episodes:
            by_id[one.id] = (*by_id.get(one.id, ()), one)
        return by_id

    @cached_property
    def _of_state(self) -> Mapping[str, "_Held"]:
        by_state: dict[str, list[Episode]] = {}
        for one in self.episodes:
            by_state.setdefault(one.state, []).append(one)
        return {state: _held(tuple(some)) for state, some in by_state.items()}

    @cached_property
    def states(self) -> frozenset[str]:
        """The states of which a list claims to know."""
        return frozenset(c.state for one in self.history.lists for c in one.coverage)

    @cached_property
    def classing(self) -> frozenset[str]:
        """The sources that tell the class of what they list, if not of all."""
        if self.classed is not None:
            return self.classed
        return frozenset(one.source for one in self.episodes if one.classes and one.source != REPORTS)

    def covering(self, state: str, type_: str, first: date, last: date) -> tuple[str, ...]:
        """The lists that claim to have every incident of this kind in all of this span."""
        return tuple(
            one.id
            for one in self.history.lists
            if any(
                c.state == state and type_ in self.scopes.get(c.scope, ()) and c.since <= first and last <= c.until
                for c in one.coverage
            )
        )

    def covered(self, state: str, types: Iterable[str], first: date, last: date) -> bool:
        """Whether for each of these kinds a list claims to be complete in all of this span; an empty one needs none."""
        return first > last or all(self.covering(state, type_, first, last) for type_ in types)

    def since(self, state: str, types: Iterable[str], last: date) -> date | None:
        """The first day from which on all these kinds are covered until `last`, or None."""
        begun = [
            min(
                (
                    c.since
                    for one in self.history.lists
                    for c in one.coverage
                    if c.state == state and type_ in self.scopes.get(c.scope, ()) and last <= c.until
                ),
                default=None,
            )
            for type_ in types
        ]
        return None if None in begun or not begun else max(day for day in begun if day)


@dataclass(frozen=True, slots=True)
class _Held:
    """The episodes of one state by their first day; those days, and the latest day of each and all before it."""

    episodes: tuple[Episode, ...]
    firsts: tuple[date, ...]
    latest: tuple[date, ...]


def _held(episodes: tuple[Episode, ...]) -> _Held:
    latest = accumulate((one.last for one in episodes), max)
    return _Held(episodes, tuple(one.first for one in episodes), tuple(latest))


def record_of(
    history: History, incidents: Iterable[Incident], codebook: Codebook, limits: Iterable[Limit] = ()
) -> Record:
    """What the lists and the incidents of a ledger tell of the past; `limits` is what bodies could not find."""
    by_missile = {one.id for one in history.lists if one.unit == "missile"}
    told = [
        *(_of_list(event, event.list in by_missile) for event in history.events),
        *(_of_reports(one) for one in incidents),
    ]
    episodes = sorted((one for one in told if one is not None), key=lambda one: (one.first, one.last, one.id))
    return Record(tuple(episodes), history, codebook.scopes, tuple(limits))


def _of_list(event: HistoryEvent, by_missile: bool) -> Episode | None:
    days = event.possible
    if days.earliest is None or days.latest is None:
        return None
    return Episode(
        id=f"{event.list}:{_days(days)}",
        source=event.list,
        state=event.state,
        types=frozenset(event.types),
        first=days.earliest,
        last=days.latest,
        sure=any(row.confirmed for row in event.rows),
        classes=_classes(claim.value for claim in event.claims("weapon_class")),
        missiles=event.missiles("missile" if by_missile else "incident"),
        values=_highest((claim.field, claim.value) for row in event.rows for claim in row.claims),
        moments=tuple(row.instant.earliest for row in event.rows if row.instant is not None),
        sites=_sites(claim.value for claim in event.claims("site")),
        weapons=_weapons(claim.value for claim in event.claims("weapon")),
        outcomes=_outcomes([[c.value for c in row.claims if c.field == "outcome"] for row in event.rows]),
    )


def _days(days: DateRange) -> str:
    ends = [day.isoformat() for day in (days.earliest, days.latest) if day]
    return "/".join(dict.fromkeys(ends))


def _of_reports(incident: Incident) -> Episode | None:
    settled = {name: one.value for name, one in incident.values.items()}
    days = settled.get("date")
    if incident.state is None or not isinstance(days, DateRange) or days.earliest is None or days.latest is None:
        return None
    count = settled.get("count")
    return Episode(
        id=f"incident:{incident.id}",
        source=REPORTS,
        state=incident.state,
        types=frozenset({incident.type}),
        first=days.earliest,
        last=days.latest,
        sure=_witnessed(incident),
        classes=_classes([settled.get("weapon_class")]),
        missiles=count if isinstance(count, Count) else None,
        values=_highest((name, value) for name, value in settled.items()),
        moments=(clock.earliest, clock.latest) if isinstance(clock := settled.get("time_utc"), Instant) else (),
        sites=_sites([settled.get("site")]),
        weapons=_weapons([settled.get("weapon")]),
        outcomes=_outcomes([[settled.get("outcome")]]),
    )


def _outcomes(missiles: Iterable[Iterable[Value | None]]) -> frozenset[str]:
    """How each of the missiles ended, "unknown" where that is not told."""
    told = [[one.code for one in values if isinstance(one, Term)] for values in missiles]
    return frozenset(codes[0] if codes else "unknown" for codes in told)


def _witnessed(incident: Incident) -> bool:
    """Whether an organ that would know says that it happened, the acting state or one that detects."""
    said = incident.values.get("type")
    kinds = {one.kind for one in incident.support.backings if one.adds}
    taken_back = said is not None and any(
        stage.stance is Stance.WITHDRAWN for revision in said.history for stage in revision.stages[-1:]
    )
    return bool(kinds & _WITNESSES) and not taken_back


def _classes(values: Iterable[Value | None]) -> frozenset[str]:
    return frozenset(value.code for value in values if isinstance(value, Term)) - UNCLASSED


def _weapons(values: Iterable[Value | None]) -> frozenset[str]:
    named = (value for value in values if isinstance(value, Weapon))
    return frozenset(value.id for value in named if value.id is not None)


def _sites(values: Iterable[Value | None]) -> frozenset[str]:
    return frozenset(value.id for value in values if isinstance(value, Place) and value.id is not None)


def _highest(told: Iterable[tuple[str, Value | None]]) -> dict[str, Quantity]:
    """The highest figure told of each quantity."""
    found: dict[str, Quantity] = {}
    for name, value in told:
        if not isinstance(value, Quantity):
            continue
        before = found.get(name)
        if before is None or (value.maximum or value.minimum or 0) > (before.maximum or before.minimum or 0):
            found[name] = value
    return found
