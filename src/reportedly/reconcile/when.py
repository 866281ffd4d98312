"""When: days, dates without a year, publication, clocks."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from reportedly.codebook import Codebook
from reportedly.fields.address import Days
from reportedly.patterns import compiled
from reportedly.reconcile.days import zone_of
from reportedly.reconcile.evidence import Evidence, forbidden
from reportedly.reconcile.sketch import Look

NARROW, MONTH, YEAR = 14, 31, 366  # days; the shorter the span, the more it says
HOUR, NIGHT = 60, 22 * 60  # minutes
FRESH, RECENT = 1, 3  # days between an incident and the reports that are about it
WEST = ZoneInfo("America/New_York")  # where the outlets sit that date by a day early
PARTIAL = compiled(r"(?P<year>\d{4}|-)-(?P<month>\d\d)(?:-(?P<day>\d\d))?")


def when(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """The local day: the same, spans that meet, a date without a year that fits, or a contradiction."""
    if a.days and b.days:
        return _spans(a, b, codebook)
    if a.partial and b.partial:
        if a.partial == b.partial:
            return Evidence(0.4, f"both on {a.partial} of an unknown year", dates=True)
        return _partials(a, b, codebook)
    known, other = (a, b) if a.days else (b, a)
    partial = other.partial
    if not (partial and known.day):
        return None
    if _goes_on(partial, known):
        return Evidence(0.2, f"{partial} and {known.day}, within the days that it goes on", dates=True)
    if fits(partial, known.day):
        return Evidence(
            0.4 if _names_day(partial) else 0.1, f"{partial}, otherwise unknown, fits {known.day}", dates=True
        )
    if other.minutes is None and day_before(partial, known.day) and early(known, known.day, codebook):
        return _slip(f"{partial} and {known.day}")
    later = known.day + timedelta(days=1)
    if _names_day(partial) and fits(partial, later) and early(other, later, codebook) and _near_clocks(known, other):
        return _slip(f"{known.day} and {partial}")
    return forbidden(f"{partial} does not fit {known.day}")


@lru_cache(maxsize=65_536)
def fits(partial: str, day: date) -> bool:
    """Whether a date without a year ("--10-31"), or without a day ("2019-10", "--07"), can be that day."""
    found = PARTIAL.fullmatch(partial)
    if not found:
        return False
    said = (found["year"] not in ("-", f"{day:%Y}"), found["month"] != f"{day:%m}")
    return not any(said) and found["day"] in (None, f"{day:%d}")


def _goes_on(partial: str, known: Look) -> bool:
    """Whether a day without its year lies beside another, of a kind that goes on for days."""
    if known.day is None or fits(partial, known.day) or not _names_day(partial):
        return False
    return any(fits(partial, known.day + timedelta(days=n)) for n in range(-known.lasts, known.lasts + 1))


def _partials(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    if a.partial is None or b.partial is None or _may_meet(a.partial, b.partial):
        return None
    for first, later in ((a, b), (b, a)):
        day = in_leap_year(later.partial)
        if day and first.partial and first.minutes is None and day_before(first.partial, day):
            return _slip(f"{first.partial} and {later.partial}") if early(later, day, codebook) else _apart()
    return _apart()


def _apart() -> Evidence:
    return forbidden("different dates")


def day_before(partial: str, day: date) -> bool:
    """Whether a date without a year is the day before."""
    return _names_day(partial) and fits(partial, day - timedelta(days=1))


def in_leap_year(partial: str | None) -> date | None:
    """The day in a leap year that a month and a day are; None where they name none."""
    found = PARTIAL.fullmatch(partial or "")
    if not found or found["year"] != "-" or found["day"] is None:
        return None
    try:
        return date(2024, int(found["month"]), int(found["day"]))
    except ValueError:  # no calendar has it
        return None


def _names_day(partial: str) -> bool:
    found = PARTIAL.fullmatch(partial)
    return found is not None and found["day"] is not None


def _may_meet(a: str, b: str) -> bool:
    """Whether two incomplete dates, of which one says more, can be one day."""
    first, second = PARTIAL.fullmatch(a), PARTIAL.fullmatch(b)
    if not (first and second):
        return False
    pairs = [(first[part], second[part]) for part in ("year", "month", "day")]
    return all(x == y or None in (x, y) or "-" in (x, y) for x, y in pairs)


def _spans(a: Look, b: Look, codebook: Codebook) -> Evidence:
    shared = [span for x in a.days for y in b.days if (span := _meet(x, y))]
    if not shared:
        told = f"{_told(a.days[0])} and {_told(b.days[0])}"
        by_clock = a.minutes is not None and b.minutes is not None
        return _slip(told, by_clock=by_clock) if _may_slip(a, b, codebook) else forbidden(f"different days: {told}")
    if a.day and b.day:
        converted = "" if a.days[0] == b.days[0] else ", once the clock is brought to local time"
        return Evidence(0.5, f"both on {shared[0][0]}{converted}", dates=True)
    widest = max((last - first).days for first, last in (a.days[0], b.days[0]))
    weight = by_width(widest, rare=is_rare(a, codebook) and is_rare(b, codebook))
    narrow, wide = sorted((a.days[0], b.days[0]), key=lambda span: (span[1] - span[0], span))
    return Evidence(weight, f"{_told(narrow)} lies in {_told(wide)}", dates=True)


def is_rare(look: Look, codebook: Codebook) -> bool:
    """Whether it is of a kind that happens less than once a year."""
    return look.type in codebook.types and codebook.types[look.type].family == "nuclear"


def by_width(days: int, *, rare: bool) -> float:
    """What a span of so many days is worth."""
    if days <= NARROW or (rare and days <= YEAR):
        return 0.3
    return 0.15 if days <= MONTH else 0.05


def _may_slip(a: Look, b: Look, codebook: Codebook) -> bool:
    if not (a.day and b.day) or len(a.days) > 1 or len(b.days) > 1 or abs((a.day - b.day).days) != 1:
        return False
    first, later = (a, b) if a.day < b.day else (b, a)
    if later.minutes is None and is_night(first):
        return True
    return _near_clocks(first, later) and later.day is not None and early(later, later.day, codebook)


def is_night(look: Look) -> bool:
    """Whether it was so late that some tell it as early the next day."""
    return look.minutes is not None and look.minutes[0] >= NIGHT


def _near_clocks(a: Look, b: Look) -> bool:
    """Whether two clocks can be one launch; where one is missing they can."""
    return a.minutes is None or b.minutes is None or abs(a.minutes[0] - b.minutes[0]) <= HOUR


def early(look: Look, day: date, codebook: Codebook) -> bool:
    """Whether at its clock on that day it was still the day before in the west; it may have been without a clock."""
    zone = zone_of(look.state, codebook)
    if zone is None or look.minutes is None:
        return zone is not None
    moment = datetime.combine(day, time(*divmod(look.minutes[0], 60)), zone)
    return moment.astimezone(WEST).date() < day


def _slip(told: str, *, by_clock: bool = False) -> Evidence:
    weight = -0.05 if by_clock else -0.1
    return Evidence(weight, f"{told}: a day apart, as for readers of another zone, or in the night", slip=True)


def _meet(x: Days, y: Days) -> Days | None:
    first, last = max(x[0], y[0]), min(x[1], y[1])
    return (first, last) if first <= last else None


def _told(span: Days) -> str:
    return str(span[0]) if span[0] == span[1] else f"{span[0]} to {span[1]}"


def published(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Nothing is reported before it happens, and what a report is about mostly happened within days before it."""
    if not (a.not_after or b.not_after or a.published or b.published):
        return None
    for one, other in ((a, b), (b, a)):
        if one.not_after and other.days and min(first for first, _ in other.days) > one.not_after:
            return forbidden("reported before the other happened")
    if a.published and b.published and not (a.day or b.day or a.partial or b.partial):
        first, last = sorted((a.published, b.published))
        near = first[0] == first[1] and last[0] == last[1] and (last[0] - first[1]).days <= FRESH
        return Evidence(0.25, "reported within a day of each other", dates=True) if near else None
    for one, other in ((a, b), (b, a)):
        if one.published and not (one.days or one.partial) and (day := _day_before(other, one.published)):
            return _after(one.published, day)
    return None


def _day_before(look: Look, reported: Days) -> date | None:
    """Its day; of one told without its year that of the days before a report, where it is one of them."""
    if look.day or not look.partial or not _names_day(look.partial):
        return look.day
    wide = (reported[1] - reported[0]).days
    days = (reported[0] + timedelta(days=n) for n in range(-RECENT, wide + FRESH + 1))
    return next((day for day in days if fits(look.partial, day)), None)


def _after(reported: Days, day: date) -> Evidence | None:
    gap = (reported[0] - day).days
    if gap > MONTH:
        return Evidence(-0.2, f"reported as news on {_told(reported)}, and the other was on {day}")
    if gap > RECENT:
        return None
    if reported[0] != reported[1]:
        return Evidence(0.15, f"reported without a date in {reported[0]:%Y-%m}, and the other was on {day}", dates=True)
    told = f"reported without a date on {reported[0]}, within days of {day}"
    return Evidence(0.3 if gap <= FRESH else 0.2, told, dates=True)
