"""What the project's own readers make of the words a model quotes. They have the last word on every value."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.codebook import Codebook
from reportedly.extract.affairs import with_affairs
from reportedly.extract.claims import Draft, drafts
from reportedly.extract.claims.designation import weapon_value
from reportedly.extract.dating import date_all
from reportedly.extract.facts import Facts
from reportedly.extract.frames import frame_report
from reportedly.extract.framing import Frame, Framing, zone_of_state
from reportedly.extract.place_value import place_value
from reportedly.fields import clock, landing
from reportedly.frozen import dataclass
from reportedly.model import ClockTime, DateRange, Landing, Role, Span, Term, Value

_ROLES = {
    "distance_km": "distance", "apogee_km": "apogee", "flight_time_s": "flight_time", "yield_kt": "yield",
    "magnitude": "magnitude",
}  # fmt: skip
_UNITS = {"distance_km": "km", "apogee_km": "km", "flight_time_s": "s", "yield_kt": "kt", "magnitude": "magnitude"}
_INDIRECT = 2.0  # rank of what no rule ties to the incident: any claim that a rule does goes before it


@dataclass(frozen=True, slots=True)
class Told:
    """An incident as a model tells it: its type and acting state, and the words that say that it happened."""

    type: str
    state: str | None
    tellings: tuple[Span, ...]


class Evidence:
    """All that our readers read in a report, were the whole of it said of one incident."""

    def __init__(self, grammar: Framing, codebook: Codebook, told: Told, day: DateRange | None = None) -> None:
        self._facts = grammar.facts
        self.framing = _framing(grammar, codebook, told, day)
        self.zone = zone_of_state(codebook, told.state)
        self._drafts = tuple(drafts(self.framing))

    def at(self, field: str, span: Span) -> tuple[Draft, ...]:
        """The readings of a field in these words: by the rules that would make a claim of it, then by its finder."""
        direct = [d for d in self._drafts if d.field == field and d.value is not None and _meets(d, span)]
        return (*direct, *(d for d in self._plain(field) if _meets(d, span)))

    def withheld(self, field: str, sentence: Span) -> Draft | None:
        """What the sentence says is not told of the field, or None."""
        gaps = (d for d in self._drafts if d.field == field and d.value is None)
        return next((d for d in gaps if sentence.start <= d.start < sentence.end), None)

    def _plain(self, field: str) -> Iterator[Draft]:
        for value, start, end in self._found(field):
            yield Draft(0, field, value, start, end, "llm.found", rank=_INDIRECT)

    def _found(self, field: str) -> Iterable[tuple[Value, int, int]]:
        facts = self._facts
        if field == "weapon":
            return [(weapon_value(n), n.start, n.end) for n in facts.names if n.kind == "weapon"]
        if field == "site":
            places = ((place_value(n, self.framing), n) for n in facts.names if n.kind in ("site", "metonym"))
            return [(value, n.start, n.end) for value, n in places if value is not None]
        if field == "weapon_class":
            return [(Term(c.code), c.start, c.end) for c in facts.classes]
        if field == "count":
            return [(c.value, c.start, c.end) for c in facts.counts]
        if field == "direction":
            return [(d.value, d.start, d.end) for d in facts.directions if d.role == "movement"]
        if field in _ROLES:
            roles = (_ROLES[field], "other")
            fitting = (q for q in facts.quantities if q.role in roles and q.value.unit == _UNITS[field])
            return [(q.value, q.start, q.end) for q in fitting]
        return self._of_time(field) or self._of_flight(field)

    def _of_time(self, field: str) -> list[tuple[Value, int, int]]:
        if field == "date":
            dated = ((d.range, d) for d in self.framing.dates)
            return [(value, d.start, d.end) for value, d in dated if value is not None]
        clocks = [c for c in self._facts.clocks if not c.stamp and c.precision != "part_of_day"]
        if field == "time_local":
            own = (None, self.zone)
            local = ((clock.clock_time(c), c) for c in clocks if c.zone in own or c.named_local)
            return [(_on_the_spot(value), c.start, c.end) for value, c in local]
        if field == "time_utc":
            return [(self._moment(c), c.start, c.end) for c in clocks if c.zone == "UTC"]
        return []

    def _moment(self, found: clock.ClockExpression) -> Value:
        day = self.framing.frames[0].date
        if day is None or day.day is None or self.zone is None:
            return clock.utc_clock(found)
        return clock.instant(clock.clock_day(day.day, found, self.zone), found)

    def _of_flight(self, field: str) -> list[tuple[Value, int, int]]:
        text = self._facts.report.text
        if field == "eez":
            return [(Term(z.code), z.start, z.end) for z in landing.find_eez(text)]
        if field == "landing":
            seas = [(Landing((n.id,), n.written), n.start, n.end) for n in self._facts.names if n.kind == "sea"]
            return [*((f.value, f.start, f.end) for f in landing.find(text, self._facts.names)), *seas]
        return []


def _meets(draft: Draft, span: Span) -> bool:
    """Whether the words quoted hold what was read, or the better half of it."""
    read = Span(draft.start, draft.end)
    return span.covers(read) or read.covers(span) or 2 * span.overlap(read) >= len(read) > 0


def _on_the_spot(value: ClockTime) -> ClockTime:
    return replace(value, zone=None)


def grammar_of(facts: Facts, codebook: Codebook) -> Framing:
    """The report as the rules see it: its tellings, whatever they tell."""
    return with_affairs(frame_report(facts, codebook))


def _framing(grammar: Framing, codebook: Codebook, told: Told, day: DateRange | None) -> Framing:
    """A report in which everything belongs to one incident."""
    facts, triggers = grammar.facts, grammar.triggers
    dates = date_all(facts, triggers, zone_of_state(codebook, told.state), codebook)
    own = _numbers(told.tellings, [Span(t.start, t.end) for t in triggers])
    frame = Frame(
        number=0, type=told.type, types=frozenset({told.type}), family=codebook.types[told.type].family,
        state=told.state, date=day, triggers=own, dates=(), back=False, role=Role.MAIN,
    )  # fmt: skip
    return Framing(
        facts,
        triggers,
        dates,
        (frame,),
        dict.fromkeys(own, 0),
        dict.fromkeys(range(len(dates)), 0),
        told.state,
        codebook,
    )


def _numbers(tellings: Sequence[Span], triggers: Sequence[Span]) -> tuple[int, ...]:
    return tuple(n for n, t in enumerate(triggers) if any(telling.overlap(t) for telling in tellings))
