"""Reads what a text says of a day against the report's own day, the place's calendar and an anchor."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.fields.date_calendar import Calendar, days_on
from reportedly.fields.date_expression import DateExpression, real_day
from reportedly.fields.date_spans import counted, days, month_end, one, part_of_month, part_of_year, weekday_up_to
from reportedly.fields.date_words import SEASONS
from reportedly.fields.day_parts import there
from reportedly.model import DateRange, Published

_HEAD = 90  # a dateline or stamp stands within the first code points of a text


def resolve(expression: DateExpression, calendar: Calendar) -> DateRange | None:
    """The day or days meant; None where nothing fixes them; a partial where only month and day are known.

    Days that lie beyond the ends of the calendar are fixed by nothing.
    """
    readers = {
        "full": _full,
        "month_day": _month_day,
        "weekday": _weekday,
        "month": _month,
        "year": _year,
        "season": _season,
        "day_of_month": _day_of_month,
        "relative": _relative,
        "range": _range,
    }
    reader = readers.get(expression.kind)
    try:
        return reader(expression, calendar) if reader else None
    except (OverflowError, ValueError):
        return None


def document_year(expressions: Sequence[DateExpression]) -> int | None:
    """The year a text's head lends to its dates without one: that of the full dates in its dateline, if they agree.

    Full dates further down tell of earlier incidents as often as of this one, and lend nothing.
    """
    years = {e.year for e in expressions if e.kind == "full" and e.start < _HEAD}
    return years.pop() if len(years) == 1 else None


def _full(expression: DateExpression, calendar: Calendar) -> DateRange | None:
    year, month, day = expression.year, expression.month, expression.day
    if year is None or month is None or day is None:
        return None
    written, swapped = real_day(year, month, day), real_day(year, day, month)
    if not expression.swappable or written is None or swapped is None:
        return one(written)
    if calendar.today is None:
        return days(min(written, swapped), max(written, swapped))
    today = calendar.today
    return one(min((written, swapped), key=lambda d: abs(d - today)))


def _month_day(expression: DateExpression, calendar: Calendar) -> DateRange | None:
    month, day = expression.month, expression.day
    if month is None or day is None:
        return None
    partial = DateRange(None, None, f"--{month:02d}-{day:02d}")
    if calendar.today is None:
        return one(real_day(calendar.year, month, day)) if calendar.year else partial
    if expression.relative_year is not None:
        return one(real_day(calendar.today.year + expression.relative_year, month, day))
    candidates = [real_day(calendar.today.year + step, month, day) for step in range(-8, 9)]
    chosen = _nearest([c for c in candidates if c], calendar, bound=expression.bound)
    return one(chosen) or partial


def _nearest(candidates: list[date], calendar: Calendar, *, bound: bool) -> date | None:
    """The last candidate not after the report for the past, the first not before it for the future.

    An end ("until August 29") may lie on either side: the nearest.
    """
    today = calendar.today
    if today is None or not candidates:
        return None
    if bound:
        return min(candidates, key=lambda c: abs(c - today))
    if calendar.tense == "future":
        return min((c for c in candidates if c >= today), default=None)
    return max((c for c in candidates if c <= days_on(today, 1)), default=None)


def _weekday(expression: DateExpression, calendar: Calendar) -> DateRange | None:
    weekday, today = expression.weekday, calendar.today
    if weekday is None:
        return None
    if expression.relation_to == "anchor":
        return _weekday_from_anchor(weekday, expression.qualifier, calendar)
    if today is None:
        return None
    if expression.shift is not None:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=expression.shift)
        return one(monday + timedelta(days=weekday))
    if expression.qualifier == "last":
        return one(weekday_up_to(today - timedelta(days=1), weekday))
    if expression.qualifier == "next":
        return one(_weekday_from(today + timedelta(days=1), weekday))
    if calendar.tense == "future":
        return one(_weekday_from(today, weekday))
    if expression.bound:
        return one(_weekday_from(today - timedelta(days=3), weekday))
    return one(weekday_up_to(calendar.place_today or today, weekday))


def _weekday_from(day: date, weekday: int) -> date:
    """The first such weekday not before the day."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _weekday_from_anchor(weekday: int, qualifier: str | None, calendar: Calendar) -> DateRange | None:
    """ "the following Tuesday": counted from the anchor's day."""
    anchor = calendar.anchor.day if calendar.anchor else None
    if anchor is None:
        return None
    if qualifier == "preceding":
        return one(weekday_up_to(anchor - timedelta(days=1), weekday))
    return one(_weekday_from(anchor + timedelta(days=1), weekday))


def _month(expression: DateExpression, calendar: Calendar) -> DateRange | None:
    if expression.month is None:
        return None
    year = _year_of_month(expression, calendar)
    if year is None:
        return DateRange(None, None, f"--{expression.month:02d}")
    return part_of_month(year, expression.month, expression.part)


def _year_of_month(expression: DateExpression, calendar: Calendar) -> int | None:
    """The year of a month, where it is written, told ("last year") or fixed by publication."""
    month, today = expression.month or 1, calendar.today
    if expression.year is not None:
        return expression.year
    if expression.relation_to == "anchor" and calendar.anchor is not None and calendar.anchor.earliest is not None:
        return calendar.anchor.earliest.year  # "November of that year"
    if today is None:
        return calendar.year if expression.relative_year is None and expression.qualifier is None else None
    if expression.relative_year is not None:
        return today.year + expression.relative_year
    if expression.qualifier == "last":
        return today.year - (month >= today.month)
    if expression.qualifier == "next":
        return today.year + (month <= today.month)
    if expression.qualifier == "this":
        return today.year
    if calendar.tense == "future" or expression.bound:
        return today.year + (month < today.month)
    return today.year - (month > today.month)


def _year(expression: DateExpression, calendar: Calendar) -> DateRange | None:
    return part_of_year(expression.year, expression.part) if expression.year else None


def _season(expression: DateExpression, calendar: Calendar) -> DateRange | None:
    if expression.season is None:
        return None
    first, last = SEASONS[expression.season]
    year, today = expression.year, calendar.today
    if year is None and today is None:
        year = calendar.year
    if year is None and today is not None:
        step = {"last": -1, "next": 1}.get(expression.qualifier or "", 0)
        begun = today.month >= first
        year = (
            today.year + (step if begun or step > 0 else 0) - (not begun and step <= 0 and calendar.tense != "future")
        )
    if year is None:
        return None
    return days(date(year, first, 1), month_end(year + (last < first), last), None)


def _day_of_month(expression: DateExpression, calendar: Calendar) -> DateRange | None:
    day, base = expression.day, calendar.anchor.day if calendar.anchor and calendar.anchor.day else calendar.today
    if day is None or base is None:
        return None
    months = [(base.year * 12 + base.month - 1 + step) for step in (-2, -1, 0, 1, 2)]
    by_month = {m: real_day(m // 12, m % 12 + 1, day) for m in months}
    step = {"last": -1, "this": 0, "next": 1}.get(expression.qualifier or "")
    if step is not None:
        return one(by_month[months[2 + step]])
    return one(
        _nearest(
            [d for d in by_month.values() if d], replace(calendar, published=Published(base)), bound=expression.bound
        )
    )


def _relative(expression: DateExpression, calendar: Calendar) -> DateRange | None:
    if expression.shift is None or expression.unit is None:
        return None
    if expression.relation_to == "anchor":
        return _from_anchor(expression, calendar.anchor)
    today = calendar.today
    if today is None:
        return None
    return _there(expression, calendar, today) or counted(today, today, expression)


def _there(expression: DateExpression, calendar: Calendar, today: date) -> DateRange | None:
    """The place's day of the outlet's "this evening" or "last night", where both clocks are known and it is one day."""
    if not (calendar.outlet_zone and calendar.place_zone):
        return None
    day = days_on(today, (expression.shift or 0) - (expression.unit == "night"))
    span = there(day, expression.part_of_day, calendar.parts, calendar.outlet_zone, calendar.place_zone)
    return one(span[0].date()) if span is not None and span[0].date() == span[1].date() else None


def _from_anchor(expression: DateExpression, anchor: DateRange | None) -> DateRange | None:
    """Counted from the anchor's days; nothing where no anchor is known."""
    if anchor is None or anchor.earliest is None or anchor.latest is None:
        return None
    return counted(anchor.earliest, anchor.latest, expression)


def _range(expression: DateExpression, calendar: Calendar) -> DateRange | None:
    """From the first day of the near end to the last day of the far end."""
    if expression.until is None:
        return None
    kind = (
        "full"
        if expression.day and expression.year
        else "month_day"
        if expression.day
        else "month"
        if expression.month
        else "year"
    )
    far = resolve(expression.until, calendar)
    near = resolve(replace(expression, kind=kind, until=None), calendar)
    if near is None or far is None:
        return None
    if near.earliest is None or far.latest is None:
        return DateRange(None, None, near.partial)
    if near.earliest > far.latest:  # the near end was read a year too late: December 30 to January 2
        shifted = real_day(near.earliest.year - 1, near.earliest.month, near.earliest.day)
        return days(shifted, far.latest) if shifted else None
    return days(near.earliest, far.latest)
