"""Earlier days that a report without a day tells by their weekday: "last Thursday", once its own day is known."""

from collections.abc import Iterator
from datetime import date, timedelta

from reportedly.check.article import Article, Told
from reportedly.model.calendar import WEEKDAYS


def points_back(one: Told) -> bool:
    """Whether a weekday is that of an earlier incident."""
    return "last" in one.claim.written.lower().split()


def weekday_before(day: date, weekday: int) -> date:
    """The last day of that weekday before a day."""
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def last_days(article: Article, mention: str) -> Iterator[tuple[date, int]]:
    """The days that are told so of a mention whose day is known from elsewhere, each with its place in the text."""
    known = article.known_days.get(mention)
    if known is None or known.day is None:
        return
    for one in article.told("weekday_date"):
        weekday = one.word("weekday")
        if one.mention.id == mention and weekday in WEEKDAYS and points_back(one):
            yield weekday_before(known.day, WEEKDAYS.index(weekday)), one.claim.span.start
