"""Stretches of time that a reckoning names: "in a week", "since early July", "since 2006"."""

import re
from datetime import date, timedelta

from reportedly.check.days import add_months
from reportedly.fields.date import Calendar, find, resolve
from reportedly.frozen import dataclass
from reportedly.model import Published
from reportedly.patterns import compiled

_PAD = timedelta(days=3)  # what "early", "mid" and "late" leave open at either end
_YEAR = compiled(r"((?:19|20)\d\d)\b")
_NEXT_CLAUSE = compiled(r"\s(?:and|but|as|while|when|after|amid|with)\b.*")
_FEASTS = {
    "new year's day": "January 1", "new year’s day": "January 1", "new year's eve": "December 31", "new year’s eve": "December 31",
    "the new year": "January 1", "new year": "January 1", "christmas day": "December 25", "christmas eve": "December 24",
    "boxing day": "December 26", "christmas": "December 25", "halloween": "October 31", "valentine's day": "February 14",
}  # fmt: skip
_FEAST = compiled("|".join(rf"\b{re.escape(name)}\b" for name in sorted(_FEASTS, key=len, reverse=True)), re.IGNORECASE)
_LITTLE = compiled(r"\b(?:the|in|on|of|its|last|this|year|month|week|day)\b|[\s,.]", re.IGNORECASE)


def window_start(day: date, days: int | None, months: int | None) -> date | None:
    """The first day of a window that reaches back from a day; None where no length is told."""
    if days is not None:
        return day - timedelta(days=min(days, day.toordinal() - 1))
    return add_months(day, -months) if months is not None else None


@dataclass(frozen=True, slots=True)
class Named:
    """The days that "since ..." names: as written, from first to last, what the words leave open at either end, and whether
    they name nothing beside ("the summit in June" names a summit)."""

    written: str
    first: date
    last: date
    pad: timedelta
    alone: bool


def named(since: str, day: date) -> Named | None:
    """What the words name, seen from a day; None where that is no day before it."""
    since = _FEAST.sub(lambda match: _FEASTS[match.group().lower()], since)
    for said in find(f"in {since}"):
        days = resolve(said, Calendar(published=Published(day)))
        if days is not None and days.earliest is not None and days.latest is not None and days.latest < day:
            beside = since[: max(0, said.start - len("in "))] + _NEXT_CLAUSE.sub("", since[said.end - len("in ") :])
            pad = _PAD if said.part else timedelta(0)
            return Named(said.written, days.earliest, days.latest, pad, alone=not _LITTLE.sub("", beside))
    year = _YEAR.match(since)
    if year is None or int(year[1]) >= day.year:
        return None
    return Named(year[1], date(int(year[1]), 1, 1), date(int(year[1]), 12, 31), timedelta(0), alone=True)
