"""When a mention says it was: spans of local days, dates without a year, minutes of the local day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from reportedly.codebook import Codebook
from reportedly.fields.address import Days, told_by
from reportedly.model import ClockTime, DateRange, Instant, Report, UtcClock, Value

Minutes = tuple[int, int]


def zone_of(state: str | None, codebook: Codebook) -> ZoneInfo | None:
    """The zone a state's clocks are read in."""
    entry = codebook.states.get(state or "")
    return ZoneInfo(entry.zone) if entry else None


def days_of(said: Value | None, utc: Value | None, zone: ZoneInfo | None) -> tuple[Days, ...]:
    """The spans the local day may lie in: what is said and, where a clock in UTC tells otherwise, what that makes."""
    spans: list[Days] = []
    if isinstance(said, DateRange) and said.earliest and said.latest:
        spans.append((said.earliest, said.latest))
    if isinstance(utc, Instant) and zone is not None:
        local = utc.earliest.astimezone(zone).date(), utc.latest.astimezone(zone).date()
        if local not in spans:
            spans.append(local)
    return tuple(spans)


def minutes_of(clock: Value | None, utc: Value | None, zone: ZoneInfo | None, day: date | None) -> Minutes | None:
    """The local clock as minutes of the day; None where another zone's cannot be converted."""
    if isinstance(clock, ClockTime):
        spans = _local(clock.earliest, clock.latest, clock.zone, zone, day)
    elif isinstance(utc, UtcClock):
        spans = _local(utc.earliest, utc.latest, "UTC", zone, day)
    elif isinstance(utc, Instant) and zone is not None:
        spans = utc.earliest.astimezone(zone).time(), utc.latest.astimezone(zone).time()
    else:
        return None
    return None if spans is None else (_of_day(spans[0]), _of_day(spans[1]))


def _local(
    earliest: time, latest: time, written_in: str | None, zone: ZoneInfo | None, day: date | None
) -> tuple[time, time] | None:
    """The clock at the place; None where another zone cannot be converted because day or place is unknown."""
    if written_in is None or (zone is not None and written_in == zone.key):
        return earliest, latest
    if zone is None or day is None:
        return None
    source = ZoneInfo(written_in)
    first, last = (datetime.combine(day, end, source).astimezone(zone).time() for end in (earliest, latest))
    return first, last


def _of_day(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def publication(report: Report | None) -> Days | None:
    """The day a report was published, or where only its address bears one that day, or that month, as a span."""
    if report is None:
        return None
    return (report.published.day, report.published.day) if report.published else told_by(report.url)


def day_after_publication(report: Report | None) -> date | None:
    """The last day that what a report is about can have happened: an outlet to the west prints a day early."""
    if report is None or report.published is None:
        span = publication(report)
        return span[1] + timedelta(days=1) if span else None
    published = report.published.utc
    day = published.astimezone(UTC).date() if published else report.published.day
    return max(day, report.published.day) + timedelta(days=1)
