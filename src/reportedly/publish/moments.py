"""Moments as a user writes them, and as they are shown: at the place, with UTC beside."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from reportedly.fields.registry import show
from reportedly.model import DateRange
from reportedly.model.errors import UsageError


def moment(written: str) -> datetime:
    """The moment with its zone; of a day its end in UTC. UsageError where it is none, or has an hour and no zone."""
    try:
        if len(written) == len("2024-09-18"):
            return datetime.combine(date.fromisoformat(written) + timedelta(days=1), time(), UTC)
        found = datetime.fromisoformat(written)
    except (ValueError, OverflowError):
        raise UsageError(f"{written!r} is no moment; write 2024-09-18T09:00+09:00 or 2024-09-18") from None
    if found.tzinfo is None:
        raise UsageError(f"{written!r} has no time zone; write it behind the hour, as in {written}+09:00 or {written}Z")
    return found


def shown_moment(iso: str, zone: tzinfo | None) -> str:
    """A day as "18 September 2024"; an instant at the place with UTC beside: "18 September 2024, 07:05 (22:05 UTC on
    the 17th)". In UTC alone where no zone is known."""
    if "T" not in iso:
        return shown_day(date.fromisoformat(iso))
    instant = datetime.fromisoformat(iso).astimezone(UTC)
    if zone is None:
        return f"{shown_day(instant.date())}, {instant:%H:%M} UTC"
    there = instant.astimezone(zone)
    return f"{shown_day(there.date())}, {there:%H:%M} ({beside(instant, there.date())})"


def beside(instant: datetime, day: date) -> str:
    """The moment in UTC as it stands beside one of this day at a place: "21:50 UTC", "21:50 UTC on the 17th"."""
    utc = instant.astimezone(UTC)
    if utc.date() == day:
        return f"{utc:%H:%M} UTC"
    near = abs((utc.date() - day).days) <= 1
    return f"{utc:%H:%M} UTC on {f'the {ordinal(utc.day)}' if near else shown_day(utc.date())}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 22nd."""
    last = 0 if number % 100 in (11, 12, 13) else number % 10
    return f"{number}{('th', 'st', 'nd', 'rd')[last] if last < 4 else 'th'}"


def shown_day(day: date) -> str:
    """The day in words: 18 September 2024."""
    return show("date", DateRange(day, day))
