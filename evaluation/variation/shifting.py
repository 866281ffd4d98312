"""Every day of a report moved by as many days, or to another month, where nothing else in it tells of days."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from evaluation.variation.dates import DAY_FIRST, MONTH_FIRST, MONTHS, SHORT, WEEKDAYS, month_of
from evaluation.variation.printed import Printed, Told, Variant, any_of, rewritten
from reportedly.score.predicted import FoundMention, FoundReport

_UNSAFE = re.compile(
    r"\b(?:week|weekend|weeks|this month|last month|month|anniversary|holiday|Christmas|New Year|Independence Day|founding day|"
    r"birthday|earlier this|(?:[Ll]ast|next|previous|following) \w+day|days?|Day|(?:early|late|mid)[- ](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*|"
    r"\d{4}-\d\d|\d{1,2}/\d{1,2}|GMT|UTC|\d+ (?:and|to|or) \d+ [A-Z][a-z]+|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?)\b"
)
_MONTHS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_WEEKDAY = re.compile(any_of(WEEKDAYS))
_UNSAFE_YEARS = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:anniversary|holiday|Christmas|New Year|[A-Z]\w+ Day|birthday|GMT|UTC|\d{1,2}/\d{1,2}|this month|last month|month)\b"
)
_TO_MONTHS = (3, 5, 6, 8)
_YEARS = (-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6)
_WEEK, _EVERY_MONTH = 7, 28
_BY = (1, 2, 3, 4, 5, 6)


def shifted(told: Told) -> Iterator[Variant]:
    """The report as if all had happened some days later or earlier, in the same months."""
    text, published = told.printed.text, told.printed.published
    if not published or len(published) != len("2024-09-18") or _UNSAFE.search(text) or not _WEEKDAY.search(text):
        return
    dates = [m for pattern in (MONTH_FIRST, DAY_FIRST) for m in pattern.finditer(text)]
    if len(_MONTHS.findall(text)) != len(dates) or any("year" in m.groupdict() and m["year"] for m in dates):
        return
    days = (
        [int(m["day"]) for m in dates] + [int(published[8:10])] + [int(i.date[8:10]) for i in told.gold.mains if i.date]
    )
    for by in _BY:
        step = by if max(days) + by <= 28 else -by if min(days) > by else 0
        if step:
            yield Variant(f"by {step}", _moved(told.printed, step), undo=partial(_back, step=step))


def months(told: Told) -> Iterator[Variant]:
    """The report as if all had happened in another month, and in a year in which its days bear the same weekdays."""
    text, published = told.printed.text, told.printed.published
    if not published or len(published) != len("2024-09-18") or _UNSAFE_YEARS.search(text):
        return
    dates = [m for pattern in (MONTH_FIRST, DAY_FIRST) for m in pattern.finditer(text)]
    day = date.fromisoformat(published)
    if not dates or len(_MONTHS.findall(text)) != len(dates) or {month_of(m) for m in dates} != {day.month - 1}:
        return
    for month in _TO_MONTHS:
        step = next((step for step in _steps(day, month) if step % _WEEK == 0), None)
        if step is not None and month != day.month:
            new = told.printed
            for pattern in (MONTH_FIRST, DAY_FIRST):
                new = rewritten(new, pattern, partial(_in_month, month=month))
            beside = {key: value for key, value in new.beside.items() if key not in ("url", "paraphrase_of")}
            moved = replace(new, published=str(day + timedelta(days=step)), beside=beside)
            yield Variant(f"to {MONTHS[month - 1]}", moved, undo=partial(_back, step=step))


def _steps(day: date, month: int) -> Iterator[int]:
    """How many days lie between a day and the same day of another month, in the years around it."""
    if day.day <= _EVERY_MONTH:
        yield from ((date(day.year + years, month, day.day) - day).days for years in _YEARS)


def _in_month(match: re.Match[str], month: int) -> str:
    return match[0].replace(match["month"], (SHORT if match["month"].endswith(".") else MONTHS)[month - 1], 1)


def _moved(printed: Printed, step: int) -> Printed:
    def weekday(match: re.Match[str]) -> str:
        return WEEKDAYS[(WEEKDAYS.index(match[0]) + step) % 7]

    new = rewritten(printed, _WEEKDAY, weekday)
    for pattern in (MONTH_FIRST, DAY_FIRST):
        new = rewritten(new, pattern, lambda m: m[0].replace(m["day"], str(int(m["day"]) + step), 1))
    beside = {key: value for key, value in printed.beside.items() if key not in ("url", "paraphrase_of")}
    return replace(
        new, published=str(date.fromisoformat(printed.published or "") + timedelta(days=step)), beside=beside
    )


def _back(found: FoundReport, step: int) -> FoundReport:
    return replace(found, mentions=tuple(_moved_back(one, step) for one in found.mentions))


def _moved_back(mention: FoundMention, step: int) -> FoundMention:
    day = mention.values.get("date")
    if not isinstance(day, Mapping) or not day.get("earliest"):
        return mention
    back = {end: _day(day.get(end), step) for end in ("earliest", "latest")}
    return replace(mention, values={**mention.values, "date": {**day, **back}})


def _day(value: Any, step: int) -> Any:
    return str(date.fromisoformat(value[:10]) - timedelta(days=step)) if value else value
