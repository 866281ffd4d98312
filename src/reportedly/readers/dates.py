"""Publication instants as outlets print them. A zone that is printed is kept; none is ever guessed."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime

from reportedly.model import Published
from reportedly.model.calendar import SHORT_MONTHS
from reportedly.patterns import compiled

# Only abbreviations that mean one offset in news use; IST, CST and BST name several zones and leave a day alone.
_ZONES = {
    "Z": 0,
    "UTC": 0,
    "GMT": 0,
    "KST": 9,
    "JST": 9,
    "EST": -5,
    "EDT": -4,
    "PST": -8,
    "PDT": -7,
    "CET": 1,
    "CEST": 2,
}
_YEARS = range(1800, 2200)
_MONTH = r"(?P<month>" + "|".join(SHORT_MONTHS) + r")[a-z]*\.?"
_CLOCK = (
    r"(?:(?:T|,?\s+(?:at\s+|-\s+)?)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"(?:\s*(?P<half>[ap])\.?m\.?)?(?:\s*(?:(?P<offset>(?:GMT|UTC)?[+-]\d{2}:?\d{2})|\(?(?P<zone>[A-Za-z]{1,4})\)?))?)?"
)
_FORMS = tuple(
    compiled(r"(?:[a-z]{3,9},?\s+)?" + form + _CLOCK, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        _MONTH + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s-]" + _MONTH + r",?[\s-](?P<year>\d{4})",
    )
)


def parse_published(written: object) -> Published | None:
    """The day an outlet printed and, where an offset stands beside the clock, the instant; None where unreadable.

    A year in which no outlet can have printed it (0001 stands for "unknown" in many systems) is unreadable too.
    """
    if not isinstance(written, str) or len(written) > 80:
        return None
    try:
        found = _parsed(written.strip())
    except (ValueError, OverflowError, TypeError, IndexError):  # month 13, hour 61, year 0
        return None
    return found if found.day.year in _YEARS else None


def is_printed(line: str) -> bool:
    """Whether a line is a day, with a clock or without one, and nothing else."""
    return any(form.fullmatch(line) for form in _FORMS)


def _parsed(written: str) -> Published:
    for form in _FORMS:
        if match := form.fullmatch(written):
            return _from_match(match)
    moment = parsedate_to_datetime(written)
    return Published(moment.date(), moment if moment.tzinfo else None)


def is_future(published: Published, now: datetime) -> bool:
    """Whether it lies after `now`; a bare day only when it has begun nowhere on Earth."""
    if published.utc is not None:
        return published.utc > now
    return datetime.combine(published.day, time.min, UTC) - timedelta(hours=14) > now


def _from_match(match: re.Match[str]) -> Published:
    day = date(int(match["year"]), _month(match["month"]), int(match["day"]))
    zone = _zone(match)
    if match["hour"] is None or zone is None:
        return Published(day)
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    clock = time(hour, int(match["minute"]), int(match["second"] or 0), tzinfo=zone)
    instant = datetime.combine(day, clock)
    instant.astimezone(UTC)  # an instant that UTC cannot hold is refused here, not far from its cause
    return Published(day, instant)


def _month(written: str) -> int:
    return int(written) if written.isdigit() else SHORT_MONTHS.index(written[:3].capitalize()) + 1


def _zone(match: re.Match[str]) -> tzinfo | None:
    if match["offset"]:
        sign, digits = match["offset"][-6:], re.sub(r"\D", "", match["offset"])
        minutes = int(digits[:2]) * 60 + int(digits[2:4])
        return timezone(timedelta(minutes=-minutes if "-" in sign else minutes))
    hours = _ZONES.get((match["zone"] or "").upper())
    return None if hours is None else timezone(timedelta(hours=hours))
