"""The incident that a reckoning is told beside: the days it may have been, the state, and the kinds that lists give it."""

import re
from calendar import day_name
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from reportedly.check.article import Article, Told
from reportedly.check.windows import named
from reportedly.model import DateRange
from reportedly.patterns import compiled

WEEKDAYS = tuple(day_name)
_SPAN = 14  # days over which an incident's day may be open, and all of them tried
_DAY = timedelta(days=1)
_UNTIL = compiled(
    r"(?:(?:but|and|yet) )?(?:before|until|up to|prior to) (?!(?:this|today|now|it|[A-Z]\w+day\b|the (?:latest|launch|test|firing)|yesterday)\b)[^.;]{3,40}$|"
    r"(?:(?:but|and|yet) )?(?:before|until|up to|prior to) (?:then|that|the weekend|last|earlier)\b",
    re.IGNORECASE,
)


def spanned(days: DateRange) -> tuple[date, ...]:
    """Each day of a short span; none of a long or open one."""
    if days.earliest is None or days.latest is None or (days.latest - days.earliest).days >= _SPAN:
        return ()
    return tuple(days.earliest + timedelta(n) for n in range((days.latest - days.earliest).days + 1))


def days_of(told: Told, article: Article) -> tuple[date, ...]:
    """The days its incident may have been, few enough to try them all; of several those on which the ledger has one."""
    days = _told_days(told, article)
    state = state_of(told, article)
    if len(days) < 2 or article.record is None or state is None:
        return days
    kinds = kinds_of(told, article)
    held = {one.day for one in article.record.between(state, kinds, min(days), max(days))}
    return tuple(day for day in days if day in held) or days


def _told_days(told: Told, article: Article) -> tuple[date, ...]:
    known = article.days_of(told.mention)
    if known is None:
        return ()
    if known.day is not None and _begins_the_time(told, known.day):
        published = article.report.published
        return (published.day, published.day - _DAY) if published and published.day > known.day + _DAY else ()
    return tuple(dict.fromkeys((*spanned(known), *by_weekday(told, article))))


def _begins_the_time(told: Told, day: date) -> bool:
    """Whether the day is the one since which it counts: "since he was sworn in on June 4" was read as its incident's."""
    since = told.word("since")
    said = named(since, day + _DAY) if since and told.word("form") is None else None
    return said is not None and said.first == said.last == day and not said.alone


def by_weekday(told: Told, article: Article) -> Iterator[date]:
    """The day that the weekday means where it does not fit the date beside it: one of the two is wrong."""
    known = article.days_of(told.mention)
    for one in article.told("weekday_date"):
        weekday = one.word("weekday")
        if known is None or known.day is None or weekday not in WEEKDAYS or not one.word("date"):
            continue
        if one.mention.id == told.mention.id and (apart := (WEEKDAYS.index(weekday) - known.day.weekday() + 3) % 7 - 3):
            yield known.day + timedelta(apart)


def told_before(told: Told, article: Article) -> bool:
    """Whether a claim is told of the time before an earlier incident: "before the weekend's, none had been fired since"."""
    sentence = article.sentences[article.sentence_at(told.claim.span.start)]
    return _UNTIL.match(article.report.text[sentence.start : told.claim.span.start]) is not None


def state_of(told: Told, article: Article) -> str | None:
    """The state that acts: its mention's, or where no list is of that state, the one that the report has
    beside it and the lists have that day."""
    own = told.mention.state
    if article.record is None or own in article.record.states:
        return own
    days, type_ = _told_days(told, article), told.mention.type
    others = {one.state for one in article.extraction.mentions if one.state in article.record.states}
    for other in others if len(others) == 1 and days else ():
        if other and article.record.between(other, [type_], min(days), max(days)):
            return other
    return own


def kinds_of(told: Told, article: Article, days: Collection[date] = ()) -> tuple[str, ...]:
    """The kinds of incident that a claim is told beside: its mention's own, and where the lists have another kind alone that
    day, that: a launcher's rockets are artillery to one and missiles to another."""
    own, state = told.mention.type, state_of(told, article)
    days = days or _told_days(told, article)
    if article.record is None or not days or state is None:
        return (own,)
    shared = {type_ for types in article.codebook.scopes.values() if own in types for type_ in types}
    that_day = article.record.between(state, shared, min(days), max(days))
    held = {next(iter(one.types)) for one in that_day if one.sure and one.day in days and len(one.types) == 1}
    return (own,) if own in held else (own, *sorted(held))
