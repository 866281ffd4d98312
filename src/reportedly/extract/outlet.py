"""Where a report was written: the clock its "Friday" and "this evening" are told by."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from reportedly.codebook import Codebook
from reportedly.extract.facts import Facts
from reportedly.extract.framing import zone_of_state
from reportedly.extract.state_of import state_of

_FAR = timedelta(hours=3)
_ANY_DAY = date(2024, 1, 1)


def far_apart(codebook: Codebook, state: str | None, other: str | None) -> bool:
    """Whether the clocks of two states' capitals stand more than three hours apart."""
    one, two = (zone_of_state(codebook, s) for s in (state, other))
    return one is not None and two is not None and abs(_ahead(one, _ANY_DAY) - _ahead(two, _ANY_DAY)) > _FAR


def zone_afar(facts: Facts, codebook: Codebook, place: str | None) -> str | None:
    """The IANA zone of the outlet's clock, where that stands far behind the place's; else None.

    It is that of the capital a dateline names, without a dateline that of the outlet's own state: "WASHINGTON (AP)" is
    written by Washington's clock, and so is what Voice of America prints; a wire writes where its reporters are. A clock that does not stand behind proves
    nothing: what Seoul wrote on Friday is reprinted in America on Thursday.
    """
    zone = _zone(facts, codebook)
    published = facts.report.published
    if zone is None or place is None or published is None:
        return None
    return zone if _ahead(place, published.day) - _ahead(zone, published.day) > _FAR else None


def _ahead(zone: str, day: date) -> timedelta:
    """How far a zone's clock stands ahead of UTC at noon of a day."""
    return datetime.combine(day, time(12), UTC).astimezone(ZoneInfo(zone)).utcoffset() or timedelta()


def _zone(facts: Facts, codebook: Codebook) -> str | None:
    for start, end in facts.datelines:
        states = [state for n in facts.names_in(start, end) if n.kind == "metonym" and (state := state_of(n))]
        if states:
            return zone_of_state(codebook, states[0])
    if facts.datelines or not facts.report.outlet:
        return None
    names = codebook.names.find(facts.report.outlet)
    named = [state for n in names if getattr(n.entry, "cls", None) != "wire" and (state := state_of(n))]
    return zone_of_state(codebook, named[0]) if named else None
