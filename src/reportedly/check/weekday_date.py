"""A weekday beside its date: "Wednesday, September 18"."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reportedly.check.article import BEST, Article, Told
from reportedly.check.days import shown
from reportedly.fields.date import find
from reportedly.fields.date_expression import DateExpression, real_day
from reportedly.model import Finding, Verdict
from reportedly.model.calendar import WEEKDAYS
from reportedly.patterns import compiled

_FIGURES = compiled(r"\d{1,2}[./]\d{1,2}[./]\d{4}")
_MONTHS = 12


def weekday_date(article: Article) -> Iterator[Finding]:
    """Whether the calendar agrees; the year is the date's own, else the incident's or the one the report last saw."""
    for told in article.told("weekday_date"):
        written, weekday = told.word("date"), told.word("weekday")
        if written is None or weekday not in WEEKDAYS:
            continue
        said = next((e for e in find(written) if e.month is not None and e.day is not None), None)
        if said is None:
            continue
        named = WEEKDAYS.index(weekday)
        tried = [_judged(one, named, _year(one, told, article)) for one in (said, *_turned(said, written))]
        verdict, working, day = min(tried, key=lambda one: BEST.index(one[0]))
        yield told.found(verdict, working, {"day": day.isoformat()} if day else {})


def _turned(said: DateExpression, written: str) -> Iterator[DateExpression]:
    """The date with day and month the other way round, where figures leave it open: "12/9/2024"."""
    if _FIGURES.fullmatch(written) and (said.day or 13) <= _MONTHS:
        yield replace(said, month=said.day, day=said.month)


def _year(said: DateExpression, told: Told, article: Article) -> int | None:
    """The year that is meant: of the two beside the day of publication the one that is nearer."""
    if said.year is not None:
        return said.year
    near = told.day or (article.report.published.day if article.report.published else None)
    if near is None or said.month is None or said.day is None:
        return None
    days = [real_day(near.year + step, said.month, said.day) for step in (-1, 0, 1)]
    return min((d for d in days if d), key=lambda d: abs(d - near), default=near).year


def _judged(said: DateExpression, weekday: int, year: int | None) -> tuple[Verdict, str, date | None]:
    month, number = said.month or 0, said.day or 0
    if year is None:
        return Verdict.UNDETERMINED, f"neither the date nor the report tells a year in which it is {said.written}", None
    day = real_day(year, month, number)
    if day is None:
        return Verdict.INCONSISTENT, f"{year} has no {said.written}", None
    told = f"{shown(day)} was a {WEEKDAYS[day.weekday()]}"
    if day.weekday() == weekday:
        return Verdict.CONSISTENT, told, day
    return Verdict.INCONSISTENT, f"{told}, not a {WEEKDAYS[weekday]}", day
