"""What a list says of one of its events, field by field, and where its events lie."""

from collections.abc import Iterable, Iterator
from datetime import date

from reportedly.frozen import dataclass
from reportedly.model import DateRange, HistoryEvent, HistoryList, Stance, Value
from reportedly.reconcile.lists.link import Dated

COMPARED = (
    *("date", "time_local", "count", "weapon_class", "weapon", "site", "distance_km", "apogee_km", "flight_time_s"),
    *("landing", "outcome", "yield_kt", "magnitude"),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One value of a list for a field, as written, and the lines it stands on."""

    value: Value
    written: str
    lines: tuple[int, ...]
    stance: Stance = Stance.ASSERTED


def listed_of(list_: HistoryList, event: HistoryEvent, field: str, *, alone: bool = True) -> tuple[Listed, ...]:
    """The values of the list, each once with its lines; missiles are counted where the event has one counterpart."""
    if field == "count":
        number = event.missiles(list_.unit) if alone else None
        told = event.claims("count")
        written = " + ".join(claim.written for claim in told) if told else f"{len(event.rows)} rows"
        lines = tuple(row.number for row in event.rows)
        return () if number is None else (Listed(number, written, lines),)
    return tuple(_by_words(event, field))


def _by_words(event: HistoryEvent, field: str) -> Iterator[Listed]:
    said: dict[tuple[str, Stance], list[tuple[Value, int]]] = {}
    for row in event.rows:
        for claim in row.claims:
            if claim.field == field:
                said.setdefault((claim.written, claim.stance), []).append((claim.value, row.number))
    for (written, stance), same in said.items():
        yield Listed(same[0][0], written, tuple(number for _, number in same), stance)


def dated_event(key: str, event: HistoryEvent) -> Dated:
    """The event as the calendar sees it."""
    return Dated(key, event.state, frozenset(event.types), event.days)


def in_span(span: tuple[date, date], days: Iterable[DateRange]) -> bool:
    """Whether the span shares a day with the time from the first of these days to the last."""
    given = [(one.earliest, one.latest) for one in days if one.earliest and one.latest]
    return bool(given) and min(first for first, _ in given) <= span[1] and span[0] <= max(last for _, last in given)
