"""A rank within a window, a calendar period, or among all: "second such test in a week", "seventh launch this month"."""

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from reportedly.check.ahead import AFTER, ahead
from reportedly.check.article import BEST, Article, Told
from reportedly.check.classes import RARE
from reportedly.check.counted import SAME, Counted
from reportedly.check.days import add_months, shown
from reportedly.check.reckoning import Answer, Question, doubt, ranked, reckoned
from reportedly.check.tally import Group, Tally, tally
from reportedly.check.windows import named, window_start
from reportedly.fields.wording import name_of
from reportedly.model import Finding, Verdict, Weapon

_LONGER, _SHORTER = (1.0, 1.1, 1.25), (1.0, 0.9, 0.8)
_ABOUT = (1.0, 0.9, 1.15)
_LENGTHS = {"less than": _SHORTER, "under": _SHORTER, "just under": _SHORTER, "well under": _SHORTER, "nearly": _SHORTER, "almost": _SHORTER,
            "fewer than": _SHORTER, "not quite": _SHORTER, "a little under": _SHORTER, "a little less than": _SHORTER,
            "slightly under": _SHORTER, "slightly less than": _SHORTER, "more than": _LONGER, "over": _LONGER, "just over": _LONGER,
            "well over": _LONGER, "little more than": _LONGER, "a little over": _LONGER, "a little more than": _LONGER,
            "slightly over": _LONGER, "slightly more than": _LONGER, "about": _ABOUT, "around": _ABOUT, "close to": _ABOUT,
            "roughly": _ABOUT, "some": _ABOUT}  # fmt: skip
"""What a bound leaves open of a window: the parts of its length that are tried in turn."""
_DAY = timedelta(days=1)
_ROUNDED = 1.05
_LAUNCH = "launch"  # the scope of that name
_PAST = {"past week": (7, None), "past month": (None, 1), "past year": (None, 12)}
_MONTHS = tuple(name.lower() for name in month_name)


def ordinal_in_window(article: Article) -> Iterator[Finding]:
    """Whether the incident's rank among the days of its scope in the window is the one that is printed.

    The window reaches back from the incident's day, both ends in; where that does not fit, without its first day, and longer or
    shorter by what "just over" and the like leave open. Without a window it is all that the lists cover.
    """
    for told in article.told("ordinal_in_window"):
        yield from reckoned(article, [ahead(told, article) or told], _in_window)


def rank_in_period(article: Article) -> Iterator[Finding]:
    """The same in a calendar period, from its first day."""
    for told in article.told("rank_in_period"):
        to_come = ahead(told, article)
        yield from reckoned(article, [to_come or told], _in_window if to_come else _in_period)


def _in_window(question: Question) -> Answer:
    told, day = question.told, question.day
    rank, since = told.whole("n") or 0, told.word("since")
    if since is not None:
        return _since(question, since, rank)
    first = window_start(day, told.whole("days"), told.whole("months"))
    if first is None:
        return _of_all(question, rank)
    length = (day - first).days
    if rank > length + 1:
        return Answer(
            Verdict.UNDETERMINED, f"{rank} in {length} days are no days with a launch; it counts missiles", {}
        )
    starts = [day - timedelta(days=min(round(length * part), day.toordinal() - 1)) for part in _lengths(told)]
    answers = [_from(question, start, rank) for start in dict.fromkeys((*starts, first + _DAY))]
    return min(answers, key=lambda one: BEST.index(one.verdict))


def _lengths(told: Told) -> tuple[float, ...]:
    """The parts of its length that a window may have; months are told rounded."""
    return _LENGTHS.get(told.word("bound") or "", (1.0, _ROUNDED) if (told.whole("months") or 0) > 1 else (1.0,))


def _since(question: Question, since: str, rank: int) -> Answer:
    """A rank since a day or month: what happened then is counted, or what came after it."""
    said = named(since, question.day)
    if said is None:
        return Answer(Verdict.UNDETERMINED, f'"since {since}" names no day before {shown(question.day)}')
    answers = [_from(question, first, rank) for first in (said.first, said.last + _DAY)]
    return min(answers, key=lambda one: BEST.index(one.verdict))


def _of_all(question: Question, rank: int) -> Answer:
    """A rank without a window: among all where the noun names one kind; else a window may be understood."""
    first = question.record.since(question.state, question.counted.types, question.day - _DAY)
    if first is None:
        return Answer(Verdict.UNDETERMINED, "no list in the ledger claims to know of all", {"window": None})
    found = tally(question.record, question.state, question.counted, first, question.day - _DAY)
    answer = ranked(question, found, rank, f"from {shown(first)}, where the lists begin, to {shown(question.day)}")
    vague = question.counted.weapon is None and (question.counted.scope == SAME or _is_common(question))
    if answer.verdict is Verdict.INCONSISTENT and (nth := _an_earlier_one(question, found, rank)) is not None:
        return Answer(
            Verdict.CONSISTENT, f"{answer.working}; number {rank} was that of {nth.name}", answer.window, nth.ids
        )
    if answer.verdict is Verdict.INCONSISTENT and vague:
        for weapon in _weapons_that_day(question):
            again = _of_all(replace(question, counted=weapon), rank)
            if again.verdict is Verdict.CONSISTENT:
                return again
        return Answer(Verdict.UNDETERMINED, "no window is told", answer.window, answer.stands_on)
    return answer


def _an_earlier_one(question: Question, found: Tally, rank: int) -> Group | None:
    """The so-manieth of all, where the ledger has none on the day that the claim was read to be told of: it is named, and told of
    as past."""
    that_day = question.record.between(question.state, question.counted.types, question.day, question.day)
    sure = [group for group in found.groups if group.sure]
    if that_day or _is_common(question) or found.sure != len(found.groups) or len(sure) < rank:
        return None
    return sure[rank - 1]


def _is_common(question: Question) -> bool:
    """Whether what is counted is launched so often, or by so many programmes, that nobody counts all: missiles and satellites,
    but for the classes that are seldom seen."""
    launched = set(question.record.scopes.get(_LAUNCH, ()))
    return question.counted.weapon_class not in RARE and not launched.isdisjoint(question.counted.types)


def _weapons_that_day(question: Question) -> Iterator[Counted]:
    """The weapon of the incident, by its report or the ledger: "the second attempt" may be that of its rocket."""
    told = question.told.mention.values.get("weapon")
    day = date.fromisoformat(question.told.word(AFTER) or question.day.isoformat())
    that_day = question.record.between(question.state, question.counted.types, day, day)
    ids = {id_ for one in that_day if one.day is not None for id_ in one.weapons}
    for id_ in sorted(ids | {told.id} if isinstance(told, Weapon) and told.id else ids):
        yield replace(question.counted, weapon=name_of(id_), weapons=frozenset({id_}))


def _in_period(question: Question) -> Answer:
    told, day = question.told, question.day
    period, rank = told.word("period") or "", told.whole("n") or 0
    first = period_start(period, day)
    if first is None:
        return _in_an_earlier(question, period, rank)
    answer = _from(question, first, rank)
    if period == "week" and answer.verdict is Verdict.INCONSISTENT:  # "this week" may be the last seven days
        seven = _from(question, day - timedelta(days=7), rank)
        return seven if seven.verdict is not Verdict.INCONSISTENT else answer
    month = period.split(" ")[0]
    if (
        month in _MONTHS and answer.verdict is Verdict.INCONSISTENT
    ):  # "its third test in February" may be its third of all
        ever = _of_all(question, rank)
        return ever if ever.verdict is not Verdict.INCONSISTENT else answer
    return answer


def _in_an_earlier(question: Question, period: str, rank: int) -> Answer:
    """Whether a year or month that was over by the incident's day had so many: "had been its fifth of 2023"."""
    past = _past_period(period, question.day)
    if past is None:
        return Answer(Verdict.UNDETERMINED, f"{shown(question.day)} does not lie in the period told", {"window": None})
    found = tally(question.record, question.state, question.counted, *past)
    window = {"window": [past[0].isoformat(), past[1].isoformat()], "unit": "day with a launch"}
    told = f"from {shown(past[0])} to {shown(past[1])} the ledger has {found.names} ({question.counted.name})"
    if found.sure >= rank:
        nth = [group for group in found.groups if group.sure][rank - 1]
        return Answer(Verdict.CONSISTENT, f"{told}: number {rank} was that of {nth.name}", window, nth.ids)
    if (ever := _fell_in(question, *past, rank)) is not None:
        working = f"number {rank} of all in the ledger was that of {ever.name} ({question.counted.name})"
        return Answer(Verdict.CONSISTENT, working, window, ever.ids)
    if found.launches >= rank:
        apart = f"{told}; several of a day are launches of their own"
        return Answer(Verdict.CONSISTENT, apart, window, found.ids)
    if found.most is not None and found.most < rank and period.isdigit():
        return Answer(Verdict.INCONSISTENT, f"{told}: that is {found.most}, and there was no number {rank}", window)
    return Answer(Verdict.UNDETERMINED, f"{told}; {doubt(found)}", window, found.ids, found.covered)


def _fell_in(question: Question, first: date, last: date, rank: int) -> Group | None:
    """The so-manieth of all that a list knows of, where it fell between two days: "the fifth test, in September 2016"."""
    if question.record.since(question.state, question.counted.types, last) is None:
        return None
    every = tally(question.record, question.state, question.counted, date.min, last)
    sure = [group for group in every.groups if group.sure]
    nth = sure[rank - 1] if len(sure) >= rank and every.sure == len(every.groups) else None
    return nth if nth is not None and first <= nth.first and nth.last <= last else None


def _past_period(period: str, day: date) -> tuple[date, date] | None:
    """The first and last day of a year, or of the last month of that name, that was over before a day."""
    name, _, year = period.partition(" ")
    if re.fullmatch(r"\d{4}", period):
        first, last = date(int(period), 1, 1), date(int(period), 12, 31)
    elif name in _MONTHS[1:]:
        month = _MONTHS.index(name)
        first = date(int(year) if year else day.year - (month >= day.month), month, 1)
        last = add_months(first, 1) - _DAY
    else:
        return None
    return (first, last) if last < day else None


def _from(question: Question, first: date, rank: int) -> Answer:
    found = tally(question.record, question.state, question.counted, first, question.day - _DAY)
    return ranked(question, found, rank, f"from {shown(first)} to {shown(question.day)}")


def period_start(period: str, day: date) -> date | None:
    """The first day of the calendar period that the day lies in: a week, a month, a year by name or number; of "the past week" the
    day a week before."""
    if period in _PAST:
        return window_start(day, *_PAST[period])
    if period == "week":
        return day - timedelta(days=day.weekday())
    if period in ("month", _MONTHS[day.month], f"{_MONTHS[day.month]} {day.year}"):
        return day.replace(day=1)
    if period == "year" or (re.fullmatch(r"\d{4}", period) and int(period) == day.year):
        return date(day.year, 1, 1)
    return None
