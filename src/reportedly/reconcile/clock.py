"""Clocks: launch times at the place, and those that a report prints by the clock of another place."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from reportedly.codebook import Codebook
from reportedly.reconcile.days import zone_of
from reportedly.reconcile.evidence import Evidence
from reportedly.reconcile.place import is_routine
from reportedly.reconcile.sketch import Look
from reportedly.reconcile.when import is_rare

HOURS_APART = 180  # minutes; two launches, whatever else agrees
DAY = 24 * 60
NEIGHBOURS = 60  # minutes; the clocks of places so near are taken for each other by many


def clock(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Local launch times; several shots may lie an hour apart, three hours are two incidents, unless they are one moment
    by the clocks of two places."""
    if a.minutes is None or b.minutes is None:
        return None
    apart = _apart(a.minutes, b.minutes)
    if apart <= codebook.tolerances.get("time_min", 10):
        told = f"clocks agree within {apart} minutes" if apart else "the same clock time"
        return Evidence(0.3, told, marks=0.0 if is_routine(a, codebook) else _marks(a, b))
    if (zone := _elsewhere(a, b, codebook)) is not None:
        near = abs(_ahead(zone, zone_of(a.state, codebook), a.day or b.day)) <= NEIGHBOURS
        told = f"one moment by the clocks of the place and of {zone.key}"
        return Evidence(0.3, told, marks=1.5) if near else Evidence(0.05, told)
    if apart <= codebook.tolerances.get("time_min_multi_shot", 60):
        return Evidence(0.1, f"clocks {apart} minutes apart, as several shots may be")
    return Evidence(-0.2, f"clocks {apart} minutes apart", forbids=apart > HOURS_APART and not is_rare(a, codebook))


def _marks(a: Look, b: Look) -> float:
    """How far an hour singles out one incident: round ones are told of many, the same odd minute of hardly two."""
    if a.minutes is None or b.minutes is None or a.minutes[0] % 30 == 0 or b.minutes[0] % 30 == 0:
        return 0.5
    return 1.75 if a.minutes[0] == b.minutes[0] and a.minutes[0] % 5 else 1.5


def _apart(a: tuple[int, int], b: tuple[int, int]) -> int:
    gap = max(a[0], b[0]) - min(a[1], b[1])
    return max(0, min(gap, DAY - gap if gap > DAY // 2 else gap))


def _elsewhere(a: Look, b: Look, codebook: Codebook) -> ZoneInfo | None:
    """A zone in which one of the two clocks is the moment of the other at the place; None where the day is unknown."""
    day, place = a.day or b.day, zone_of(a.state, codebook)
    if day is None or place is None or a.minutes is None or b.minutes is None:
        return None
    for zone, ahead in _others(place, day, codebook.reader_zones):
        if _apart(a.minutes, _moved(b.minutes, ahead)) <= 2 or _apart(b.minutes, _moved(a.minutes, ahead)) <= 2:
            return zone
    return None


@lru_cache(maxsize=65_536)  # the days of some decades, in the states that launch
def _others(place: ZoneInfo, day: date, readers: tuple[str, ...]) -> tuple[tuple[ZoneInfo, int], ...]:
    """The zones of readers whose clocks stood otherwise than the place's on a day, with the minutes they were ahead."""
    return tuple((zone, ahead) for key in readers if (ahead := _ahead(zone := ZoneInfo(key), place, day)))


def _moved(minutes: tuple[int, int], by: int) -> tuple[int, int]:
    first = (minutes[0] + by) % DAY
    return first, first + minutes[1] - minutes[0]


def _ahead(zone: ZoneInfo, place: ZoneInfo | None, day: date | None) -> int:
    """How many minutes a zone's clock runs ahead of the place's on a day."""
    if place is None or day is None:
        return 0
    own, others = _offset(place, day), _offset(zone, day)
    return int((others - own).total_seconds()) // 60 if own is not None and others is not None else 0


@lru_cache(maxsize=100_000)  # the days of some decades, in the zones of places and readers
def _offset(zone: ZoneInfo, day: date) -> timedelta | None:
    """How far a zone's clock is from UTC at noon of a day."""
    return datetime.combine(day, time(12), UTC).astimezone(zone).utcoffset()
