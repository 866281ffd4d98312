"""Days as a reporter prints them, and months counted."""

from calendar import monthrange
from datetime import date


def shown(day: date) -> str:
    """A day in words: "18 September 2024"."""
    return f"{day.day} {day:%B} {day.year}"


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or earlier; the last of a month that has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if year < 1:
        return date.min
    return date(year, month, min(day.day, monthrange(year, month)[1]))
