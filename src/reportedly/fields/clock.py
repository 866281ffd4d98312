"""Clock times: find what a text writes, convert it, and the arithmetic and JSON of the three values it can become.

`ClockTime` is a time of day at the place, `Instant` a moment in UTC, `UtcClock` a UTC time whose day nothing fixes.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta

from reportedly.fields.clock_convert import (
    clock_day,
    clock_time,
    foreign_pairs,
    head_of_row,
    instant,
    pair_offset,
    pairs,
    to_local,
    to_utc,
    utc_clock,
    utc_day,
)
from reportedly.fields.clock_expression import ClockExpression, ClockPair
from reportedly.fields.clock_find import find
from reportedly.fields.clock_grammar import PARTS
from reportedly.fields.clock_zones import may_be
from reportedly.model import ClockTime, Instant, UtcClock

__all__ = [
    "PARTS",
    "ClockExpression",
    "ClockPair",
    "ClockValue",
    "agree",
    "clock_day",
    "clock_time",
    "find",
    "fold",
    "foreign_pairs",
    "from_json",
    "head_of_row",
    "instant",
    "may_be",
    "pair_offset",
    "pairs",
    "show",
    "to_json",
    "to_local",
    "to_utc",
    "utc_clock",
    "utc_day",
]

ClockValue = ClockTime | Instant | UtcClock
_HALF = 12
_EVENING, _MORNING = time(22), time(2)
_DAY = 24 * 60


def to_json(value: ClockValue) -> dict[str, object]:
    """The contract's shape: "06:50" at the place, "2024-09-17T21:50Z" for a moment, "21:50Z" where no day is fixed."""
    body: dict[str, object] = {"earliest": _write(value, value.earliest), "latest": _write(value, value.latest)}
    if value.approximate:
        body["approximate"] = True
    if isinstance(value, ClockTime) and value.zone:
        body["zone"] = value.zone
    return body


def _write(value: ClockValue, end: time | datetime) -> str:
    if isinstance(end, datetime):
        return end.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
    return end.strftime("%H:%MZ" if isinstance(value, UtcClock) else "%H:%M")


def from_json(obj: Mapping[str, object]) -> ClockValue:
    """The value of which `to_json` made this."""
    earliest, latest = str(obj["earliest"]), str(obj["latest"])
    approximate = bool(obj.get("approximate", False))
    if "T" in earliest:
        return Instant(_moment(earliest), _moment(latest), approximate)
    if earliest.endswith("Z"):
        return UtcClock(time.fromisoformat(earliest[:-1]), time.fromisoformat(latest[:-1]), approximate)
    zone = obj.get("zone")
    return ClockTime(
        time.fromisoformat(earliest), time.fromisoformat(latest), approximate, str(zone) if zone is not None else None
    )


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written).astimezone(UTC)


def fold(values: Sequence[ClockValue]) -> ClockValue | None:
    """From the earliest shot to the latest; approximate where any is. The order of the values does not matter.

    Moments go before UTC clocks, and these before clocks of places. Clocks of several zones do not fold: those on the
    place's own clock stand, else those of the commonest zone.
    """
    moments = [v for v in values if isinstance(v, Instant)]
    if moments:
        approximate = any(v.approximate for v in moments)
        return Instant(min(v.earliest for v in moments), max(v.latest for v in moments), approximate)
    utc = [v for v in values if isinstance(v, UtcClock)]
    if utc:
        return UtcClock(*_stretch(utc), any(v.approximate for v in utc))
    clocks = _without_half(_of_one_zone([v for v in values if isinstance(v, ClockTime)]))
    return ClockTime(*_stretch(clocks), any(v.approximate for v in clocks), clocks[0].zone) if clocks else None


def _of_one_zone(clocks: Sequence[ClockTime]) -> Sequence[ClockTime]:
    """The clocks without a zone of their own, else those of the commonest zone."""
    counts = Counter(clock.zone for clock in clocks)
    chosen = None if None in counts or not counts else min(counts, key=lambda zone: (-counts[zone], zone or ""))
    return [clock for clock in clocks if clock.zone == chosen]


def _without_half(clocks: Sequence[ClockTime]) -> Sequence[ClockTime]:
    """The clocks but those that only lack the half of the day that another tells: "half past four", "4:30 p.m."."""
    told = {c.earliest for c in clocks if c.earliest.hour >= _HALF}
    return [
        c for c in clocks if c.earliest.hour >= _HALF or c.earliest.replace(hour=c.earliest.hour + _HALF) not in told
    ]


def _stretch(clocks: Sequence[ClockTime] | Sequence[UtcClock]) -> tuple[time, time]:
    """From the earliest start to the latest end; a stretch over midnight ends on the next day, and so do clocks of which
    some stand right before midnight and the others right behind it."""
    late = [c for c in clocks if c.earliest >= _EVENING]
    if late and len(late) < len(clocks) and all(c.latest < _MORNING for c in clocks if c.earliest < _EVENING):
        return min(c.earliest for c in late), max(c.latest for c in clocks if c.earliest < _EVENING)
    latest = max(_minutes(c.latest) + (_DAY if c.latest < c.earliest else 0) for c in clocks)
    return min(c.earliest for c in clocks), time(latest % _DAY // 60, latest % 60)


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def agree(a: ClockValue, b: ClockValue, tolerance: float = 0) -> bool:
    """Whether the two can be one time, `tolerance` minutes apart at most; round midnight too.

    A moment and a UTC clock compare by their hours. A place's clock compares only with its like on the same zone.
    """
    if isinstance(a, Instant) and isinstance(b, Instant):
        slack = timedelta(minutes=tolerance)
        return a.earliest - slack <= b.latest and b.earliest - slack <= a.latest
    if isinstance(a, ClockTime) != isinstance(b, ClockTime):
        return False
    if isinstance(a, ClockTime) and isinstance(b, ClockTime) and a.zone and b.zone and a.zone != b.zone:
        return False
    return _meet(_ends(a), _ends(b), tolerance)


def _ends(value: ClockValue) -> tuple[int, int]:
    """Start and end in minutes since midnight; the end counts on where the stretch runs over midnight."""
    if isinstance(value, Instant):
        start = _minutes(value.earliest.time())
        return start, start + int((value.latest - value.earliest).total_seconds() // 60)
    start, end = _minutes(value.earliest), _minutes(value.latest)
    return start, end + (_DAY if end < start else 0)


def _meet(a: tuple[int, int], b: tuple[int, int], tolerance: float) -> bool:
    """Whether two stretches of the round clock touch."""
    return any(
        a[0] - tolerance <= b[1] + turn and b[0] + turn - tolerance <= a[1]
        for turn in (-2 * _DAY, -_DAY, 0, _DAY, 2 * _DAY)
    )


def show(value: ClockValue) -> str:
    """As a person reads it: about 06:50; 05:05 to 05:15; 21:50 UTC; 17 September 2024, 21:50 UTC."""
    hedge = "about " if value.approximate else ""
    earliest, latest = (_show_end(value, end) for end in (value.earliest, value.latest))
    span = earliest if earliest == latest else f"{earliest} to {latest}"
    zone = f" ({value.zone})" if isinstance(value, ClockTime) and value.zone else ""
    return f"{hedge}{span}{'' if isinstance(value, ClockTime) else ' UTC'}{zone}"


def _show_end(value: ClockValue, end: time | datetime) -> str:
    return end.strftime("%Y-%m-%d %H:%M" if isinstance(value, Instant) else "%H:%M")
