"""Clock times as they stood at the place: what is told by another place's clock, or in UTC, is brought to it."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from reportedly.codebook import Codebook
from reportedly.model import ClockTime, DateRange, Instant, Mention, Value
from reportedly.reconcile.days import zone_of


def at_the_place(value: Value | None, mention: Mention, codebook: Codebook) -> Value | None:
    """A clock time by the clock of the place, where it was told by another's and the day is known; else the value."""
    zone, day = zone_of(mention.state, codebook), _day(mention)
    if not isinstance(value, ClockTime) or value.zone is None or zone is None or day is None:
        return value
    first, last = (_moved(end, day, ZoneInfo(value.zone), zone) for end in (value.earliest, value.latest))
    return ClockTime(first, last, value.approximate) if first <= last else value


def in_local_time(value: Value | None, mention: Mention, codebook: Codebook) -> ClockTime | None:
    """The clock time at the place that an instant was; None for anything else, and over midnight."""
    zone = zone_of(mention.state, codebook)
    if not isinstance(value, Instant) or zone is None:
        return None
    first, last = (end.astimezone(zone).time() for end in (value.earliest, value.latest))
    return ClockTime(first, last, value.approximate) if first <= last else None


def _moved(clock: time, day: date, there: ZoneInfo, here: ZoneInfo) -> time:
    return datetime.combine(day, clock, there).astimezone(here).time()


def _day(mention: Mention) -> date | None:
    told = mention.values.get("date")
    return told.day if isinstance(told, DateRange) else None
