"""Clocks against days: to UTC, to the place, and what a pair of clocks fixes."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from reportedly.fields.clock_expression import ClockExpression, ClockPair
from reportedly.fields.date_words import WEEKDAY
from reportedly.model import ClockTime, Instant, UtcClock
from reportedly.patterns import compiled

_BESIDE = compiled(
    rf",?\s?(?:(?:on\s)?(?:{WEEKDAY}|that\sday|the\ssame\sday|today|yesterday)(?:\s(?:morning|afternoon|evening|night))?|"
    r"(?:in\sthe|that|this|at|last)\s(?:morning|afternoon|evening|night))?(?:,?\slocal\stime)?,?\s?"
    r"(?:\(|\[|/|,|;|—|–|-|or|that\sis|i\.e\.|equivalent\sto|which\s(?:is|was))\s?"
    rf"(?:{WEEKDAY},?\s)?(?:at\s|or\s|around\s|about\s)?",
)
_IN_A_ROW = compiled(r"(?:,?\sand|,|\sor|\s?/)\s?(?:again\s|then\s)?(?:at\s)?(?:around\s|about\s)?")
_DAY = timedelta(days=1)
_FURTHEST_WEST, _FURTHEST_EAST = timedelta(hours=-12), timedelta(hours=14)


def pairs(expressions: Sequence[ClockExpression], text: str) -> tuple[ClockPair, ...]:
    """The clocks told twice, on a clock of a place and on UTC's: "6:50 a.m. (2150 GMT)", also one series for another."""
    found: list[ClockPair] = []
    exact = [e for e in expressions if e.precision != "part_of_day"]
    taken: list[ClockExpression] = []
    for left, right in pairwise(_series(exact, text)):
        if left is taken or (left[0].zone == "UTC") == (right[0].zone == "UTC"):
            continue
        if _BESIDE.fullmatch(text, left[-1].end, right[0].start):
            couples = zip(left, right, strict=True) if len(left) == len(right) else [(left[-1], right[0])]
            found += [ClockPair(two, one) if one.zone == "UTC" else ClockPair(one, two) for one, two in couples]
            taken = right
    return tuple(found)


def foreign_pairs(expressions: Sequence[ClockExpression], text: str) -> tuple[ClockPair, ...]:
    """The clocks told twice, on the place's clock and on that of another place, neither of them UTC's: "6:50 a.m. (10:50
    p.m. Tuesday Lisbon time)"; the first stands as local."""
    exact = [e for e in expressions if e.precision != "part_of_day"]
    return tuple(
        ClockPair(one, two)
        for one, two in pairwise(exact)
        if two.zone not in (None, "UTC", one.zone) and one.zone != "UTC" and _BESIDE.fullmatch(text, one.end, two.start)
    )


def _series(expressions: Sequence[ClockExpression], text: str) -> list[list[ClockExpression]]:
    """The clocks with those that stand in one row on one zone together."""
    rows: list[list[ClockExpression]] = []
    for expression in expressions:
        last = rows[-1][-1] if rows else None
        if last and (last.zone == expression.zone and _IN_A_ROW.fullmatch(text, last.end, expression.start)):
            rows[-1].append(expression)
        else:
            rows.append([expression])
    return rows


def head_of_row(expression: ClockExpression, expressions: Sequence[ClockExpression], text: str) -> ClockExpression:
    """The first of the clocks in whose row one stands: "at 7:51, 8:41 and 8:51"."""
    row = next((r for r in _series(expressions, text) if expression in r), [expression])
    return row[0]


def to_utc(day: date, clock: ClockExpression, place_zone: str) -> tuple[datetime, datetime]:
    """Both ends in UTC, `day` being the day on the clock's own calendar (its zone, else the place's)."""
    zone = ZoneInfo(clock.zone or place_zone)
    first = datetime.combine(day, clock.earliest, zone)
    last = datetime.combine(day + _DAY if clock.latest < clock.earliest else day, clock.latest, zone)
    return first.astimezone(UTC), last.astimezone(UTC)


def to_local(clock: ClockExpression, place_zone: str, day: date) -> tuple[datetime, datetime]:
    """Both ends on the place's clock, `day` being the day on the clock's own calendar."""
    first, last = to_utc(day, clock, place_zone)
    return first.astimezone(ZoneInfo(place_zone)), last.astimezone(ZoneInfo(place_zone))


def clock_day(place_day: date, clock: ClockExpression, place_zone: str) -> date:
    """The day on the clock's own calendar at the moment that falls on `place_day` at the place."""
    days = (place_day, place_day - _DAY, place_day + _DAY)
    return next((d for d in days if to_local(clock, place_zone, d)[0].date() == place_day), place_day)


def pair_offset(pair: ClockPair) -> timedelta:
    """How far the pair's local clock runs ahead of UTC, within -12 and +14 hours; weekdays decide where two fit."""
    ahead = _since_midnight(pair.local.earliest) - _since_midnight(pair.utc.earliest)
    fits = [shifted for shifted in (ahead, ahead + _DAY, ahead - _DAY) if _FURTHEST_WEST <= shifted <= _FURTHEST_EAST]
    if pair.local.weekday is not None and pair.utc.weekday is not None:
        days = (pair.local.weekday - pair.utc.weekday + 3) % 7 - 3
        fits = [shifted for shifted in fits if ahead + days * _DAY == shifted] or fits
    return min(fits, key=lambda shifted: (abs(shifted), shifted))


def utc_day(local_day: date, pair: ClockPair) -> date:
    """The date of the pair's UTC clock when the local one stands on `local_day`."""
    return (datetime.combine(local_day, pair.local.earliest) - pair_offset(pair)).date()


def _since_midnight(clock: time) -> timedelta:
    return timedelta(hours=clock.hour, minutes=clock.minute)


def clock_time(clock: ClockExpression) -> ClockTime:
    """The value of a clock at the place, to the minute."""
    return ClockTime(_to_minute(clock.earliest), _to_minute(clock.latest), clock.approximate, clock.zone)


def utc_clock(clock: ClockExpression) -> UtcClock:
    """The value of a UTC clock whose day nothing fixes."""
    return UtcClock(_to_minute(clock.earliest), _to_minute(clock.latest), clock.approximate)


def instant(day: date, clock: ClockExpression, place_zone: str = "UTC") -> Instant:
    """The moment, `day` being the day on the clock's own calendar."""
    first, last = to_utc(day, clock, place_zone)
    return Instant(first.replace(second=0), last.replace(second=0), clock.approximate)


def _to_minute(clock: time) -> time:
    return clock.replace(second=0, microsecond=0)
