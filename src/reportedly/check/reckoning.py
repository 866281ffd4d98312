"""How a reckoning is judged: every reading of its noun, every day its incident may have been, and other anchors near by."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from reportedly.check.article import Article, Told
from reportedly.check.counted import Counted, of_what, readings, untold
from reportedly.check.days import shown
from reportedly.check.last_days import last_days
from reportedly.check.record import Record
from reportedly.check.tally import Tally
from reportedly.model import DateRange, Finding, Verdict

_SPAN = 14  # days over which an incident's day may be open, and all of them tried
_OF_ANYTHING = frozenset({"first_since", "gap_at_least"})
BEST = (Verdict.CONSISTENT, Verdict.UNDETERMINED, Verdict.INCONSISTENT)
"""Which answer counts of several readings: it can be as it is written in any of them."""


@dataclass(frozen=True, slots=True)
class Question:
    """A claim in one reading, at one day, for one state, before a record."""

    told: Told
    state: str
    counted: Counted
    day: date
    record: Record


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict with its working, the window that was looked at, the episodes it stands on, and whether a list claims to
    know of all there."""

    verdict: Verdict
    working: str
    window: Mapping[str, object] = field(default_factory=dict)
    stands_on: tuple[str, ...] = ()
    covered: bool = True


Rule = Callable[[Question], Answer]


def reckoned(article: Article, claims: Iterable[Told], rule: Rule) -> Iterator[Finding]:
    """The findings on claims of an article, by a rule that judges one reading at one day."""
    for told in claims:
        reason = _unfit(article, told)
        days = _days(told, article)
        if reason is None and article.record is not None and told.mention.state is not None:
            yield _found(article, told, days, article.record, told.mention.state, rule)
        else:
            yield told.found(Verdict.UNDETERMINED, reason or "no state is told")


def _unfit(article: Article, told: Told) -> str | None:
    """Why a claim cannot be judged at all, or None."""
    if article.record is None:
        return "what happened before stands in a ledger; name one with --ledger"
    scope = article.codebook.scopes.get(told.word("scope") or "")
    if scope is not None and told.mention.type not in scope and told.value.kind != "first_ever":
        return f"it counts {' or '.join(kind.replace('_', ' ') for kind in scope)}, and is told beside another kind of incident"
    if other := untold(told, article):
        return f'it counts by "{" ".join(other)}", which a ledger does not tell apart'
    return None if _days(told, article) else "the day of the incident is not known"


def _days(told: Told, article: Article) -> tuple[date, ...]:
    """The days its incident may have been, few enough to try them all; of several those on which the ledger has one."""
    known = article.days_of(told.mention)
    days = spanned(known) if known else ()
    if len(days) < 2 or article.record is None or told.mention.state is None:
        return days
    held = {one.day for one in article.record.between(told.mention.state, [told.mention.type], days[0], days[-1])}
    return tuple(day for day in days if day in held) or days


def spanned(days: DateRange) -> tuple[date, ...]:
    """Each day of a short span; none of a long or open one."""
    if days.earliest is None or days.latest is None or (days.latest - days.earliest).days >= _SPAN:
        return ()
    return tuple(days.earliest + timedelta(n) for n in range((days.latest - days.earliest).days + 1))


def _found(article: Article, told: Told, days: Sequence[date], record: Record, state: str, rule: Rule) -> Finding:
    tried = [
        (counted, _over_days([rule(Question(told, state, counted, day, record)) for day in days]))
        for counted in readings(told, article)
    ]
    counted, answer = min(tried, key=lambda one: (BEST.index(one[1].verdict), not one[1].covered))
    reading: dict[str, object] = {
        "scope": counted.scope, "types": list(counted.types), **answer.window,
        "anchor": days[0].isoformat() if len(days) == 1 else [days[0].isoformat(), days[-1].isoformat()],
    }  # fmt: skip
    if counted.weapon_class:
        reading["class"] = counted.weapon_class
    if word := told.word("subjective"):
        reading["subjective"] = word
    working, verdict = answer.working, answer.verdict
    if verdict is Verdict.INCONSISTENT and told.value.kind in _OF_ANYTHING and not of_what(told):
        verdict, working = Verdict.UNDETERMINED, f"{working}; but it does not say the first of what"
    if verdict is Verdict.INCONSISTENT:
        for other in _near(article, told):
            again = rule(Question(told, state, counted, other, record))
            if again.verdict is Verdict.CONSISTENT:
                reading["fits"] = other.isoformat()
                working += f"; it would hold of {shown(other)}, which is told beside it: {again.working}"
                break
    return told.found(verdict, working, reading, answer.stands_on)


def _over_days(answers: Sequence[Answer]) -> Answer:
    """The one answer of all days, or that it depends on the day."""
    if len({answer.verdict for answer in answers}) == 1:
        return answers[0]
    return Answer(Verdict.UNDETERMINED, f"it depends on the day: {answers[0].working}", answers[0].window)


def _near(article: Article, told: Told) -> Iterator[date]:
    """The days of other incidents that are told in the same sentence or beside it, the nearest first."""
    here = article.sentence_at(told.claim.span.start)
    near = {
        day: gap for day, at in last_days(article, told.mention.id) if (gap := abs(article.sentence_at(at) - here)) <= 1
    }
    for mention in article.extraction.mentions:
        days = article.days_of(mention)
        if mention.id == told.mention.id or days is None or days.day is None or mention.state != told.mention.state:
            continue
        gap = min((abs(article.sentence_at(c.span.start) - here) for c in mention.claims), default=2)
        if gap <= 1:
            near[days.day] = min(gap, near.get(days.day, gap))
    yield from sorted(near, key=lambda day: (near[day], day))


def ranked(question: Question, found: Tally, rank: int, window: str) -> Answer:
    """Whether the incident is the so-manieth of what there was before it in a window."""
    least, most = found.sure + 1, None if found.most is None else found.most + 1
    told = f"{window} the ledger has {found.names} before it ({question.counted.name})"
    looked: dict[str, object] = {"window": window, "unit": "day with a launch"}
    if least > rank or (most is not None and most < rank):
        number = f"{least}" if least == most else f"{least} or more" if most is None else f"{least} to {most}"
        return Answer(Verdict.INCONSISTENT, f"{told}: that makes it number {number}, not {rank}", looked, found.ids)
    if least == most:
        return Answer(Verdict.CONSISTENT, f"{told}: that makes it number {rank}", looked, found.ids)
    return Answer(Verdict.UNDETERMINED, f"{told}; {doubt(found)}", looked, found.ids, found.covered)


def doubt(found: Tally) -> str:
    """Why a ledger cannot tell for certain."""
    if found.covered:
        return "it depends on what is doubtful there"
    return "no list in it claims to know of all"
