"""What a timeline shows: incidents counted by month, year or decade, and single ones where they are few enough."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import Enum

from reportedly.frozen import dataclass
from reportedly.model.calendar import MONTHS
from reportedly.store.timeline import Cadence, Stretch

NAMED, MONTHLY = 36, 132  # months whose names have room, and months drawn at all before years are
LETTERS = 170  # digits that can be read beside each other


class Unit(Enum):
    """What one bar counts."""

    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


@dataclass(frozen=True, slots=True)
class Bar:
    """How many incidents lie from `first` to `last`, both included, and what that time is called."""

    first: date
    last: date
    name: str
    incidents: int


@dataclass(frozen=True, slots=True)
class Times:
    """The bars, one after another without a gap; the same years summed where the bars are too many for numbers; and the
    single incidents, none where they are too many. `vague` lie in one year, more is not known; `spread` in several."""

    unit: Unit
    bars: tuple[Bar, ...]
    years: tuple[Bar, ...]
    single: tuple[Stretch, ...]
    dated: int
    undated: int
    vague: int
    spread: int

    @property
    def numbered(self) -> bool:
        """Whether each bar bears its number; else its year alone does."""
        return _readable(self.bars)


def times_of(cadence: Cadence, single: tuple[Stretch, ...], undated: int) -> Times:
    """The timeline of what was counted; by month where that is readable, else by year or decade."""
    found = sorted(
        [*cadence.months, *(f"{year}-01" for year in cadence.years), *(f"{year}-12" for year in cadence.years)]
    )
    vague = sum(cadence.years.values())
    if not found:
        return Times(Unit.MONTH, (), (), single, cadence.dated, undated, vague, cadence.spread)
    first, last = _month(found[0]), _month(found[-1])
    months, years = tuple(_months(first, last, cadence.months)), tuple(_years(first.year, last.year, cadence, 1))
    unit, bars = Unit.DECADE, tuple(_years(first.year - first.year % 10, last.year, cadence, 10))
    if len(months) <= MONTHLY:
        unit, bars = Unit.MONTH, months
    elif _readable(years):
        unit, bars = Unit.YEAR, years
    crowded = unit is Unit.MONTH and (len(months) > NAMED or not _readable(months))
    return Times(unit, bars, years if crowded else (), single, cadence.dated, undated, vague, cadence.spread)


def _readable(bars: tuple[Bar, ...]) -> bool:
    """Whether the number of each bar has room above it."""
    return len(bars) * len(str(max(bar.incidents for bar in bars))) <= LETTERS


def around(since: date | None, until: date | None) -> tuple[Bar, ...]:
    """The month or year before, the year around, and the month or year after what is asked for, where it is just a month
    or a year; their numbers are not known."""
    if since is None or until is None or since.day != 1 or until != _end(until):
        return ()
    if (since.year, since.month) == (until.year, until.month):
        before, after = since - timedelta(days=1), until + timedelta(days=1)
        found = [_of_month(before, 0), _of_years(since.year, 1, 0), _of_month(after, 0)]
    elif (since.month, until.month, since.year) == (1, 12, until.year) and 1 < since.year < 9999:
        found = [_of_years(since.year - 1, 1, 0), _of_years(since.year + 1, 1, 0)]
    else:
        return ()
    return tuple(found)


def _month(written: str) -> date:
    return date.fromisoformat(f"{written}-01")


def _end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _months(first: date, last: date, counted: Mapping[str, int]) -> Iterator[Bar]:
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        month = date(number // 12, number % 12 + 1, 1)
        yield _of_month(month, counted.get(f"{month:%Y-%m}", 0))


def _years(first: int, last: int, cadence: Cadence, step: int) -> Iterator[Bar]:
    counted = dict(cadence.years)
    for month, number in cadence.months.items():
        counted[month[:4]] = counted.get(month[:4], 0) + number
    for year in range(first, last + 1, step):
        yield _of_years(year, step, sum(counted.get(f"{one:04d}", 0) for one in range(year, year + step)))


def _of_month(day: date, incidents: int) -> Bar:
    return Bar(day.replace(day=1), _end(day), f"{MONTHS[day.month - 1]} {day.year}", incidents)


def _of_years(year: int, step: int, incidents: int) -> Bar:
    last = min(year + step - 1, 9999)
    return Bar(date(max(year, 1), 1, 1), date(last, 12, 31), str(year) if step == 1 else f"{year} to {last}", incidents)
