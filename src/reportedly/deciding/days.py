"""A day, month or year as a person writes it."""

from datetime import date, timedelta

from reportedly.model.errors import UsageError


def days(written: str) -> tuple[date, date]:
    """The first and the last day of a day, month or year as the user writes it; UsageError where it is none."""
    parts = written.split("-")
    try:
        year, month, day = (int(part) for part in (*parts, *["0", "0"][len(parts) - 1 :]))
        first = date(year, month or 1, day or 1)
        if day:
            return first, first
        after = date(year + 1, 1, 1) if not month or month == 12 else date(year, month + 1, 1)
    except ValueError:
        raise UsageError(f"{written!r} is not a date; write 2024, 2024-09 or 2024-09-18") from None
    return first, after - timedelta(days=1)
