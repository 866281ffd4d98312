"""Spans of days: parts of months and years, and weeks, months and years counted from a base."""

from calendar import monthrange
from datetime import date, timedelta

from reportedly.fields.date_calendar import days_on
from reportedly.fields.date_expression import DateExpression
from reportedly.model import DateRange

_A_WEEK = 7  # days
_HALF_WEEK = timedelta(days=3)
_ROUGHLY = ("ago", "back", "earlier", "later")  # not "two weeks after the test of May 3"


def one(day: date | None) -> DateRange | None:
    return DateRange(day, day) if day else None


def days(earliest: date, latest: date, partial: str | None = None) -> DateRange | None:
    return DateRange(earliest, latest, partial) if earliest <= latest else None


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def part_of_month(year: int, month: int, part: str | None) -> DateRange | None:
    """The month or its third: 1-10, 11-20, 21 to the end."""
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}.get(part or "", (1, 31))
    end = month_end(year, month)
    partial = None if part in ("early", "mid", "late") else f"{year:04d}-{month:02d}"
    return days(date(year, month, first), date(year, month, min(last, end.day)), partial)


def part_of_year(year: int, part: str | None) -> DateRange | None:
    """The year or its third."""
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}.get(part or "", (1, 12))
    partial = None if part in ("early", "mid", "late") else f"{year:04d}"
    return days(date(year, first, 1), month_end(year, last), partial)


def counted(first: date, last: date, expression: DateExpression) -> DateRange | None:
    """The days so many units from the base; calendar weeks, months and years where the words name them."""
    unit, shift = expression.unit, expression.shift or 0
    if unit == "day":
        return days(first + timedelta(days=shift), last + timedelta(days=shift))
    if unit == "night":  # "overnight" counts as the day it ends on, "last night" may be either
        return one(last) if expression.written.lower() == "overnight" else days(first - timedelta(days=1), last)
    if unit == "weekend":
        saturday = weekday_up_to(last, 5)
        return days(saturday, saturday + timedelta(days=1))
    if unit == "week":
        return _week(first, last, expression)
    if unit == "month":
        return _calendar_month(last, shift, expression)
    return _calendar_year(last, shift, expression)


def _named_span(expression: DateExpression) -> bool:
    """Whether a calendar span is named ("last week") and not a distance counted ("a week ago")."""
    return not expression.written.lower().endswith(
        ("ago", "earlier", "later", "before", "after", "back", "afterwards", "afterward")
    )


def _week(first: date, last: date, expression: DateExpression) -> DateRange | None:
    shift = timedelta(weeks=expression.shift or 0)
    if not _named_span(expression):  # "two weeks ago" is no day: to the nearest week
        slack = (
            _HALF_WEEK if abs(shift.days) > _A_WEEK and expression.written.lower().endswith(_ROUGHLY) else timedelta()
        )
        return days(first + shift - slack, last + shift + slack)
    monday = last - timedelta(days=last.weekday()) + shift
    begin, end = {"early": (0, 2), "mid": (1, 3), "late": (3, 6)}.get(expression.part or "", (0, 6))
    latest = days_on(monday, end)
    if expression.shift == 0 and expression.part != "later" and not expression.bound:
        latest = min(latest, last)
    return days(min(monday + timedelta(days=begin), latest), latest)


def _calendar_month(base: date, shift: int, expression: DateExpression) -> DateRange | None:
    index = base.year * 12 + base.month - 1 + shift
    span = part_of_month(index // 12, index % 12 + 1, expression.part)
    if span is None or shift or span.latest is None or span.earliest is None or expression.part == "later":
        return span
    return span if span.latest <= base else days(min(span.earliest, base), base)


def _calendar_year(base: date, shift: int, expression: DateExpression) -> DateRange | None:
    span = part_of_year(base.year + shift, expression.part)
    if span is None or shift or span.latest is None or span.earliest is None or expression.part == "later":
        return span
    return span if span.latest <= base else days(min(span.earliest, base), base)


def weekday_up_to(day: date, weekday: int) -> date:
    """The latest such weekday not after the day."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)
