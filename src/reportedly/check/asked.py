"""Which days of the past the checks of a report ask a ledger for, so that of a long list only those are read."""

from datetime import date, timedelta

from reportedly.check.article import Article, Told
from reportedly.check.windows import named, window_start
from reportedly.fields.date import days_on
from reportedly.model import Role

Days = tuple[date, date]
_RECKONINGS = ("ordinal_in_window", "rank_in_period", "first_since", "gap_at_least", "record", "first_ever")
_RUNNING = ("week", "month", "year")
_BESIDE = 14  # days round an incident on which another is looked for
_LONGEST = 1.5  # of a window, as far as words like "just over" stretch it
_YEARS_BEFORE = 11  # in which the last before a gap is looked for, to be named


def days_asked(article: Article) -> Days | None:
    """The first and the last day that any check of the article looks at; None where it may be all, as of a first or a record, or
    where a day is open."""
    main = next((one for one in article.extraction.mentions if one.role is Role.MAIN), None)
    known = [article.days_of(one) for one in article.extraction.mentions]
    ends = [day for one in known if one is not None for day in (one.earliest, one.latest) if day is not None]
    if main is None or article.days_of(main) is None or not ends:
        return None
    published = article.report.published
    days = [*ends, *([published.day] if published else [])]
    first, last = min(days), max(days)
    begins = [first]
    for told in article.told(*_RECKONINGS):
        begin = _begin(told, article, first, last)
        if begin is None:
            return None
        begins.append(begin)
    return days_on(min(begins), -_BESIDE), days_on(last, _BESIDE)


def _begin(told: Told, article: Article, first: date, last: date) -> date | None:
    """Where the time begins of which a claim speaks; None where it is all."""
    days = article.days_of(told.mention)
    if days is None or days.earliest is None or days.latest is None or (days.latest - days.earliest).days >= _BESIDE:
        return None
    kind, since = told.value.kind, told.word("since")
    if kind == "first_since" or since is not None:
        return _of_days(since or "", first, last)
    if kind in ("ordinal_in_window", "gap_at_least"):
        start = window_start(first, told.whole("days"), told.whole("months"))
        if start is None:
            return None
        start = first - timedelta(min(int((first - start).days * _LONGEST), first.toordinal() - 1))
        return date(max(1, start.year - _YEARS_BEFORE), 1, 1) if kind == "gap_at_least" else start
    return _of_period(told.word("period") or "", first) if kind == "rank_in_period" else None


def _of_days(since: str, first: date, last: date) -> date:
    """The first day that "since" names, seen from any day of the report; that of the report where it names none."""
    said = [one for day in (first, days_on(last, 1)) if (one := named(since, day)) is not None]
    return min((days_on(one.first, -one.pad.days) for one in said), default=first)


def _of_period(period: str, first: date) -> date | None:
    """The first day of the year of a period; None where it may be a month of long ago."""
    if period in _RUNNING:
        return date(first.year, 1, 1)
    return date(min(int(period), first.year), 1, 1) if period.isdigit() and int(period) else None
