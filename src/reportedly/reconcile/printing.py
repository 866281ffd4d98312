"""Days told by their name alone: weekdays, days of the month, the day a report prints of itself without its year."""

import calendar
from collections.abc import Iterable
from datetime import date, timedelta

from reportedly.extract.sentences import dateline, split
from reportedly.fields.date_find import find
from reportedly.model import BlockKind, Claim, Derived, Report

HEAD = 4  # sentences among which a report prints its own day
WEEKDAYS = {name: n for n, name in enumerate(calendar.day_name)}


def names_of(claims: Iterable[Claim]) -> frozenset[str]:
    """The weekdays and days of the month that claims tell of a day: "weekday 2", "day 25"."""
    found = set[str]()
    for claim in claims:
        if isinstance(claim.value, Derived) and claim.value.kind == "weekday_date":
            weekday, day = (claim.value.arguments.get(name) for name in ("weekday", "day"))
            if weekday in WEEKDAYS:
                found.add(f"weekday {WEEKDAYS[str(weekday)]}")
            if isinstance(day, int):
                found.add(f"day {day}")
    return frozenset(found)


def contradicts(claims: Iterable[Claim], days: Iterable[tuple[date, date]]) -> bool:
    """Whether weekdays that are told alone are none that these days were, nor the day beside: they were of another day."""
    told = {
        WEEKDAYS[weekday]
        for claim in claims
        if isinstance(claim.value, Derived)
        and claim.value.kind == "weekday_date"
        and claim.value.arguments.keys() == {"weekday"}
        and (weekday := str(claim.value.arguments["weekday"])) in WEEKDAYS
    }
    may = {
        (first + timedelta(days=n)).weekday()
        for first, last in days
        for n in range(-1, min((last - first).days, 6) + 2)
    }
    return bool(told) and told.isdisjoint(may)


def printed_day(report: Report) -> str | None:
    """The month and day that a report prints over its text or in its dateline, where no year stands beside them."""
    body = [s for s in split(report.text, report.blocks) if s.kind is BlockKind.BODY][:HEAD]
    for sentence in body:
        text = report.text[sentence.start : sentence.end]
        head = dateline(text)
        for found in find(text):
            stamp = (head is not None and found.start < head.end) or len(text) - len(found.written) < 4
            if stamp and found.kind == "month_day" and found.month and found.day:
                return f"--{found.month:02}-{found.day:02}"
    return None
