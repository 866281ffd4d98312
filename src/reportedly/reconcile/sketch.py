"""What of a mention can be compared with another's, in plain terms: days, minutes of the day, place, class, name."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from reportedly.codebook import Codebook
from reportedly.model import (
    ClockTime,
    Count,
    DateRange,
    Instant,
    Mention,
    Participants,
    Place,
    Quantity,
    Report,
    Role,
    Statement,
    Term,
    UtcClock,
    Value,
    Weapon,
)

Days = tuple[date, date]
VAGUE_CLASSES = frozenset({"BM", "unknown"})


@dataclass(frozen=True, slots=True)
class Look:
    """The comparable side of a mention; two mentions that look alike are compared once.

    `days` are the spans the local date may lie in: what is said and, where a clock in UTC tells otherwise, what that
    makes of it. `minutes` is the local clock as minutes of the day. `not_after` is the last day it can have happened:
    the day after publication, for an outlet west of the place.
    """

    type: str
    state: str | None
    days: tuple[Days, ...]
    partial: str | None
    minutes: tuple[int, int] | None
    site: Place | None
    weapon_class: str | None
    weapon: Weapon | None
    count: Count | None
    distance: tuple[float, float] | None
    act: str | None
    people: frozenset[str]
    not_after: date | None

    @property
    def day(self) -> date | None:
        """The one local day it is, or None."""
        return next((first for first, last in self.days if first == last), None)


def look(mention: Mention, report: Report | None, codebook: Codebook) -> Look:
    """What of the mention can be compared."""
    zone = _zone(mention.state, codebook)
    said = _value(mention, "date")
    clock, utc = _value(mention, "time_local"), _value(mention, "time_utc")
    days = _days(said, utc, zone)
    weapon_class = _value(mention, "weapon_class")
    weapon, site, count = (_value(mention, name) for name in ("weapon", "site", "count"))
    statement, people = _value(mention, "statement"), _value(mention, "participants")
    return Look(
        type=mention.type,
        state=mention.state,
        days=days,
        partial=said.partial if isinstance(said, DateRange) and not days else None,
        minutes=_minutes(clock, utc, zone, days[0][0] if days else None),
        site=replace(site, written="") if isinstance(site, Place) else None,
        weapon_class=weapon_class.code if isinstance(weapon_class, Term) else None,
        weapon=replace(weapon, written="") if isinstance(weapon, Weapon) else None,
        count=count if isinstance(count, Count) else None,
        distance=_ends(_value(mention, "distance_km")),
        act=statement.act if isinstance(statement, Statement) else None,
        people=frozenset(p.name for p in people.people) if isinstance(people, Participants) else frozenset(),
        not_after=_not_after(mention, report),
    )


def _value(mention: Mention, name: str) -> Value | None:
    if name in mention.values:
        return mention.values[name]
    derived = mention.derived_values.get(name)
    return None if derived is None else derived.value


def _zone(state: str | None, codebook: Codebook) -> ZoneInfo | None:
    entry = codebook.states.get(state or "")
    return ZoneInfo(entry.zone) if entry else None


def _days(said: Value | None, utc: Value | None, zone: ZoneInfo | None) -> tuple[Days, ...]:
    spans: list[Days] = []
    if isinstance(said, DateRange) and said.earliest and said.latest:
        spans.append((said.earliest, said.latest))
    if isinstance(utc, Instant) and zone is not None:
        local = utc.earliest.astimezone(zone).date(), utc.latest.astimezone(zone).date()
        if local not in spans:
            spans.append(local)
    return tuple(spans)


def _minutes(clock: Value | None, utc: Value | None, zone: ZoneInfo | None, day: date | None) -> tuple[int, int] | None:
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


def _ends(value: Value | None) -> tuple[float, float] | None:
    if not isinstance(value, Quantity):
        return None
    ends = [end for end in (value.minimum, value.maximum) if end is not None]
    return (min(ends), max(ends)) if ends else None


def _not_after(mention: Mention, report: Report | None) -> date | None:
    if report is None or report.published is None or mention.role is not Role.MAIN:
        return None
    published = report.published.utc
    day = published.astimezone(UTC).date() if published else report.published.day
    return max(day, report.published.day) + timedelta(days=1)
