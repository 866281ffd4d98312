"""Dates: find what a text writes, read it against a calendar, and the value's own arithmetic and JSON."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from reportedly.fields.date_calendar import Calendar, days_on
from reportedly.fields.date_expression import DateExpression
from reportedly.fields.date_find import find
from reportedly.fields.date_resolve import document_year, resolve
from reportedly.model import DateRange
from reportedly.model.calendar import MONTHS

__all__ = [
    "Calendar",
    "DateExpression",
    "agree",
    "days_on",
    "document_year",
    "find",
    "fold",
    "from_json",
    "resolve",
    "show",
    "to_json",
]


def to_json(value: DateRange) -> dict[str, str | None]:
    """The contract's shape: ISO days at both ends, and `partial` where it is set."""
    ends: dict[str, str | None] = {
        "earliest": value.earliest.isoformat() if value.earliest else None,
        "latest": value.latest.isoformat() if value.latest else None,
    }
    return ends | ({"partial": value.partial} if value.partial else {})


def from_json(obj: Mapping[str, str | None]) -> DateRange:
    """The value of which `to_json` made this."""
    earliest, latest = obj.get("earliest"), obj.get("latest")
    return DateRange(
        date.fromisoformat(earliest) if earliest else None,
        date.fromisoformat(latest) if latest else None,
        obj.get("partial"),
    )


def fold(values: Sequence[DateRange]) -> DateRange | None:
    """What the values have in common; where they share nothing, the most precise, and of those the earliest.

    A partial date counts only where no value has days. The order of the values does not matter.
    """
    dated = sorted(((v.earliest, v.latest) for v in values if v.earliest and v.latest), key=_precision)
    if not dated:
        partial = sorted((v for v in values if v.partial), key=lambda v: (-len(v.partial or ""), v.partial or ""))
        return partial[0] if partial else None
    earliest, latest = max(d[0] for d in dated), min(d[1] for d in dated)
    if earliest > latest:
        earliest, latest = dated[0]
    named = sorted(v.partial for v in values if v.partial and (v.earliest, v.latest) == (earliest, latest))
    return DateRange(earliest, latest, named[0] if named else None)


def _precision(span: tuple[date, date]) -> tuple[timedelta, date]:
    """Shorter spans first, then earlier ones."""
    return span[1] - span[0], span[0]


def agree(a: DateRange, b: DateRange, tolerance: float = 0) -> bool:
    """Whether the two can be one day, `tolerance` days apart at most; partials by what they say of month and day."""
    if a.earliest and a.latest and b.earliest and b.latest:
        slack = timedelta(days=tolerance)
        return a.earliest - slack <= b.latest and b.earliest - slack <= a.latest
    if a.earliest is None and b.earliest is None:
        return a.partial is not None and b.partial is not None and _fits(a.partial, b.partial)
    partial, dated = (a, b) if a.earliest is None else (b, a)
    if partial.partial is None or dated.earliest is None or dated.latest is None:
        return False
    days = min((dated.latest - dated.earliest).days, 366)
    return any(_fits(partial.partial, (dated.earliest + timedelta(days=n)).isoformat()) for n in range(days + 1))


def _fits(a: str, b: str) -> bool:
    """Whether two ISO dates, either of them incomplete, agree in every part that both have."""
    return all(x == y for x, y in zip(_parts(a), _parts(b), strict=True) if x and y)


def _parts(partial: str) -> tuple[str, str, str]:
    """Year, month and day of "2019-10", "--10-31", "--10", "2019"; the empty string for what is not said."""
    if partial.startswith("--"):
        return "", partial[2:4], partial[5:7]
    return partial[:4], partial[5:7], partial[8:10]


def show(value: DateRange) -> str:
    """As a person reads it: 18 September 2024; 1 to 10 July 2024; 31 October, year unknown."""
    if value.earliest is None or value.latest is None:
        return _show_partial(value.partial)
    if value.day:
        return _show_day(value.day)
    if value.partial and len(value.partial) <= 7 and (value.latest - value.earliest).days > 26:
        return _show_partial(value.partial)
    return f"{_show_day(value.earliest)} to {_show_day(value.latest)}"


def _show_day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _show_partial(partial: str | None) -> str:
    year, month, day = _parts(partial or "")
    name = MONTHS[int(month) - 1] if month else ""
    words = " ".join(word for word in (str(int(day)) if day else "", name, year) if word)
    return words if year or not words else f"{words}, year unknown"
