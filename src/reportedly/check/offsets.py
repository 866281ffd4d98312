"""How far one clock runs ahead of another, and when: the tz database asked day by day."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from reportedly.frozen import dataclass

_FIRST, _LAST = date(1984, 1, 1), date(2036, 12, 31)
HALF, DAY = 12 * 60, 24 * 60


@dataclass(frozen=True, slots=True)
class Era:
    """A span of days, both ends in, on which a zone is so many minutes ahead of another."""

    first: date
    last: date
    minutes: int


def ahead(zone: str, other: str, day: date) -> int:
    """How many minutes the zone's clock is ahead of the other's at noon of the day."""
    noon = datetime.combine(day, time(12))
    return _minutes(ZoneInfo(zone).utcoffset(noon)) - _minutes(ZoneInfo(other).utcoffset(noon))


@lru_cache(maxsize=64)
def eras(zone: str, other: str) -> tuple[Era, ...]:
    """The spans of days on which the difference of the two is one and the same, in order."""
    found: list[Era] = []
    day = _FIRST
    while day <= _LAST:
        minutes = ahead(zone, other, day)
        if found and found[-1].minutes == minutes:
            found[-1] = Era(found[-1].first, day, minutes)
        else:
            found.append(Era(day, day, minutes))
        day += timedelta(days=1)
    return tuple(found)


def same(minutes: int, other: int, slack: int) -> bool:
    """Whether two differences of clocks are one, so many minutes more or less; a day round makes none."""
    gap = (minutes - other) % DAY
    return min(gap, DAY - gap) <= slack


def shown(minutes: int) -> str:
    """A difference as hours and minutes, within half a day: "+9:00"."""
    within = (minutes + HALF) % DAY - HALF
    return f"{'-' if within < 0 else '+'}{abs(within) // 60}:{abs(within) % 60:02d}"


def _minutes(offset: timedelta | None) -> int:
    return int((offset or timedelta()).total_seconds() // 60)
