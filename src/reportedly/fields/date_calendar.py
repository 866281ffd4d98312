"""What dates are read against: the report's own day, the clocks of outlet and place, and an anchor."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from reportedly.codebook import DayPart
from reportedly.frozen import dataclass
from reportedly.model import DateRange, Published


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates are read against.

    `outlet_zone` and `place_zone` are IANA names, `parts` the codebook's parts of the day; `anchor` is the day "three days later" counts from; `tense` is
    "past" or "future"; `year` is lent to a day and month without a year, see `document_year`.
    """

    published: Published | None = None
    outlet_zone: str | None = None
    place_zone: str | None = None
    anchor: DateRange | None = None
    tense: str = "past"
    year: int | None = None
    parts: tuple[DayPart, ...] = ()

    @property
    def today(self) -> date | None:
        """The day of publication as the outlet counts it, or None."""
        return self.published.day if self.published else None

    @property
    def place_today(self) -> date | None:
        """The latest day the report can speak of as past, in the place's calendar.

        Exact where the instant and the place are known. Where only the day is known it is one day later, for an
        outlet west of the place prints yesterday's date; not where the outlet shares the place's clock or runs ahead.
        """
        if self.published is None:
            return None
        if self.published.instant is not None:
            return _day_there(self.published.instant, self.place_zone) or self.published.day
        if (
            self.outlet_zone
            and self.place_zone
            and not _runs_behind(self.outlet_zone, self.place_zone, self.published.day)
        ):
            return self.published.day
        return days_on(self.published.day, 1)


_FURTHEST_EAST = timedelta(hours=14)


def days_on(day: date, number: int) -> date:
    """So many days later, or earlier where negative; the calendar's own end where it holds no such day."""
    try:
        return day + timedelta(days=number)
    except OverflowError:
        return date.max if number > 0 else date.min


def _day_there(instant: datetime, zone: str | None) -> date | None:
    """The day of an instant in a zone, without one that of the furthest east; None beyond the calendar's ends."""
    try:
        return (instant.astimezone(ZoneInfo(zone)) if zone else instant.astimezone(UTC) + _FURTHEST_EAST).date()
    except OverflowError:
        return None


def _runs_behind(outlet: str, place: str, day: date) -> bool:
    """Whether the outlet's clock stands behind the place's."""
    noon = datetime.combine(day, time(12))  # of neither clock: which stands behind does not hang on hours
    ahead = ZoneInfo(outlet).utcoffset(noon) or timedelta()
    return ahead < (ZoneInfo(place).utcoffset(noon) or timedelta())
