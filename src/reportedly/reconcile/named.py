"""Days told by their name alone: a weekday, a number, the day a report without a year prints of itself."""

import calendar
from datetime import date

from reportedly.codebook import Codebook
from reportedly.reconcile.evidence import Evidence
from reportedly.reconcile.sketch import Look
from reportedly.reconcile.when import FRESH, MONTH, RECENT, in_leap_year, is_rare


def named_day(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """A weekday or a day of the month that was told of an unknown day, against the day or the name that another tells.

    The weekday beside says nothing: for readers far to the west it was still the day before.
    """
    if not (a.named or b.named):
        return None
    if any(len(_weekdays(look)) > 1 for look in (a, b)):
        return _of_two(a, b)
    for one, other in ((a, b), (b, a)):
        if one.named and other.day:
            return _against(one.named, other.day, rare=is_rare(a, codebook) and is_rare(b, codebook))
    if not (a.named and b.named) or a.day or b.day:
        return None
    shared = sorted(a.named & b.named)
    if shared:
        return Evidence(0.1, f"both told as {_shown(shared[0])}", marks=0.5)
    apart = {(x - y) % 7 for x in _weekdays(a) for y in _weekdays(b)}
    return Evidence(-0.2, "told of different weekdays") if apart and not apart & {1, 6} else None


def _weekdays(look: Look) -> set[int]:
    return {int(told.split()[1]) for told in look.named if told.startswith("weekday")}


def _of_two(a: Look, b: Look) -> Evidence | None:
    """What two weekdays say that are told of one day: which is its own is not known, but the other's day is one of them."""
    for one, other in ((a, b), (b, a)):
        if other.day and other.day.weekday() in _weekdays(one):
            told = f"told with {calendar.day_name[other.day.weekday()]}, which {other.day} was, and another day"
            return Evidence(0.05, told, marks=0.25)
    return None


def _against(named: frozenset[str], day: date, *, rare: bool) -> Evidence | None:
    was = {f"weekday {day.weekday()}", f"day {day.day}"}
    if was & named:
        return Evidence(0.1, f"told as {_shown(min(was & named))}, which {day} was", marks=0.75 if rare else 0.5)
    if {f"weekday {(day.weekday() + n) % 7}" for n in (-1, 1)} & named or {
        f"day {day.day + n}" for n in (-1, 1)
    } & named:
        return None
    return Evidence(-0.2, f"told as {_shown(min(named))}, and {day} was a {calendar.day_name[day.weekday()]}")


def _shown(told: str) -> str:
    kind, number = told.split()
    return calendar.day_name[int(number)] if kind == "weekday" else f"day {number} of a month"


def printed(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """The day a report prints of itself, without its year: what it is about mostly happened within days before."""
    if not (a.printed or b.printed):
        return None
    for one, other in ((a, b), (b, a)):
        if one.printed and not one.partial:
            known = in_leap_year(f"--{other.day:%m-%d}" if other.day else other.partial or other.printed)
            stamp = in_leap_year(one.printed)
            if known is None or stamp is None:
                return None
            gap = (stamp - known).days
            gap = (gap + 183) % 366 - 183
            if -FRESH <= gap <= RECENT or (other.day is None and other.partial is None and abs(gap) <= FRESH):
                return Evidence(0.2, f"printed on {one.printed} of an unknown year", dates=True, marks=1.0)
            return (
                Evidence(-0.2, f"printed on {one.printed}, far from {other.day or other.partial or other.printed}")
                if abs(gap) > MONTH
                else None
            )
    return None
