"""The day at the place, from what a list prints: its own day and clock, by the zone of the place."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from reportedly.frozen import dataclass
from reportedly.model import DateRange, DayBasis, Instant

_DAY = timedelta(days=1)
_LAST = time(23, 59)


@dataclass(frozen=True, slots=True)
class Placed:
    """When a row's incident was, in the calendar of the place."""

    days: DateRange
    possible: DateRange
    basis: DayBasis
    instant: Instant | None = None


def from_utc(days: DateRange, clock: time | None, zone: str) -> Placed:
    """A UTC date on the place's calendar: converted where a clock is given.

    Without one the day is kept as printed, and `possible` is every day at the place that shares a moment with it.
    """
    first, last = _ends(days)
    if clock is not None and first == last:
        moment = datetime.combine(first, clock, UTC)
        day = moment.astimezone(ZoneInfo(zone)).date()
        return Placed(DateRange(day, day), DateRange(day, day), DayBasis.CONVERTED, Instant(moment, moment))
    begins = datetime.combine(first, time(), UTC).astimezone(ZoneInfo(zone)).date()
    ends = datetime.combine(last, _LAST, UTC).astimezone(ZoneInfo(zone)).date()
    return Placed(days, DateRange(begins, ends), DayBasis.UNTIMED)


def from_local(days: DateRange, local: time | None, utc: time | None, zone: str) -> Placed:
    """A date of the place as it is; its moment where the row has a clock, the place's or UTC's."""
    first, last = _ends(days)
    possible = DateRange(first, last)
    if first != last or (local is None and utc is None):
        return Placed(days, possible, DayBasis.LOCAL)
    if local is not None:
        moment = datetime.combine(first, local, ZoneInfo(zone)).astimezone(UTC)
        return Placed(days, possible, DayBasis.LOCAL, Instant(moment, moment))
    moments = (datetime.combine(first + by * _DAY, utc or time(), UTC) for by in (0, -1, 1))
    found = next((one for one in moments if one.astimezone(ZoneInfo(zone)).date() == first), None)
    return Placed(days, possible, DayBasis.LOCAL, Instant(found, found) if found else None)


def _ends(days: DateRange) -> tuple[date, date]:
    if days.earliest is None or days.latest is None:
        raise ValueError(f"not a span of days: {days}")
    return days.earliest, days.latest
