"""How a reckoning is judged: every reading of its noun, every day its incident may have been, and other anchors near by."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date

from reportedly.check.article import BEST, Article, Told
from reportedly.check.counted import Counted, of_what, readings
from reportedly.check.days import shown
from reportedly.check.focal import days_of, kinds_of, state_of, told_before
from reportedly.check.last_days import last_days
from reportedly.check.narrowing import untold
from reportedly.check.record import Record
from reportedly.check.tally import Tally, launches_of, tally
from reportedly.fields.date import days_on
from reportedly.frozen import dataclass
from reportedly.model import Finding, Role, Verdict

_OF_ANYTHING = frozenset({"first_since", "gap_at_least", "first_ever"})
_FORTNIGHT = 14
_RUNNING = frozenset({"week", "month", "year"})  # periods that only the day of the incident tells
_COUNTED_OTHERWISE = 10  # of so many one may be two of a day to others, or too short a flight for a list


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
    """The findings on claims of an article, by a rule that judges one reading at one day.

    What does not hold of an earlier incident beside which it is told, and holds of the report's subject, is told of that.
    """
    for told in claims:
        finding = _judged(article, told, rule)
        main = next((one for one in article.extraction.mentions if one.role is Role.MAIN), None)
        elsewhere = told.mention.role is not Role.MAIN and told.value.kind != "first_ever" and main is not None
        if elsewhere and main is not None and finding.verdict is not Verdict.CONSISTENT:
            again = _judged(article, replace(told, mention=main), rule)
            finding = again if again.verdict is Verdict.CONSISTENT else finding
        yield finding


def _judged(article: Article, told: Told, rule: Rule) -> Finding:
    reason = _unfit(article, told)
    days = days_of(told, article) or _nth_of_all(told, article)
    state = state_of(told, article)
    if reason is None and article.record is not None and state is not None:
        return _found(article, told, days, article.record, state, rule)
    return told.found(Verdict.UNDETERMINED, reason or "no state is told")


def _unfit(article: Article, told: Told) -> str | None:
    """Why a claim cannot be judged at all, or None."""
    if article.record is None:
        return "what happened before stands in a ledger; name one with --ledger"
    scope = article.codebook.scopes.get(told.word("scope") or "")
    if scope is not None and told.value.kind != "first_ever" and not set(kinds_of(told, article)) & set(scope):
        return f"it counts {' or '.join(kind.replace('_', ' ') for kind in scope)}, and is told beside another kind of incident"
    if (whose := of_another(told, article)) is not None:
        return f"it is told of {whose}, and beside what another did"
    if other := untold(told, article):
        return f'it counts by "{" ".join(other)}", which a ledger does not tell apart'
    return None if days_of(told, article) or _nth_of_all(told, article) else "the day of the incident is not known"


def of_another(told: Told, article: Article) -> str | None:
    """The state whose it is said to be ("the South's first"), where that is not the one that acts."""
    words = told.claim.written.replace("’", "'")
    states = article.codebook.states
    named = [
        one for one in states.values() if any(f"{name}'s " in words for name in (one.name, *one.names, *one.contextual))
    ]
    acting = state_of(told, article)
    return None if not named or acting in {one.id for one in named} else named[0].name


def _nth_of_all(told: Told, article: Article) -> tuple[date, ...]:
    """The day of the so-manieth of all, where a rank or a first of all is told of an incident without a day; none where the
    ledger has not so many."""
    month = told.word("period") not in _RUNNING and not (told.word("period") or "").isdigit()
    ranks = told.value.kind == "ordinal_in_window" or (told.value.kind == "rank_in_period" and month)
    rank = 1 if told.value.kind == "first_ever" else told.whole("n") if ranks else None
    state, record = state_of(told, article), article.record
    if rank is None or state is None or record is None or {"days", "months", "since", "until"} & set(told.arguments):
        return ()
    published = article.report.published
    until = published.day if published else date.max
    for counted in readings(told, article)[:1]:
        named = counted.weapons or counted.weapon_class or counted.types == ("nuclear_test",)
        found = tally(record, state, counted, date.min, until) if named else None
        sure = [group for group in found.groups if group.sure] if found else []
        if len(sure) >= rank:
            return (sure[rank - 1].first,)
    return ()


def _found(article: Article, told: Told, days: Sequence[date], record: Record, state: str, rule: Rule) -> Finding:
    tried = [
        (counted, _over_days([rule(Question(told, state, counted, day, record)) for day in days]))
        for counted in readings(told, article)
    ]
    tried += [
        (counted, rule(Question(told, state, counted, day, record)))
        for day in _before_that(told, article, state, days)
        for counted in readings(told, article)
    ]
    plain = [one for one in tried if not one[0].wider or one[1].verdict is Verdict.CONSISTENT]
    counted, answer = min(plain or tried, key=lambda one: (BEST.index(one[1].verdict), not one[1].covered))
    reading: dict[str, object] = {
        "scope": counted.scope, "types": list(counted.types), **answer.window,
        "anchor": days[0].isoformat() if len(days) == 1 else [days[0].isoformat(), days[-1].isoformat()],
    }  # fmt: skip
    if counted.weapon_class:
        reading["class"] = counted.weapon_class
    if word := told.word("subjective"):
        reading["subjective"] = word
    working, verdict = answer.working, answer.verdict
    if verdict is Verdict.INCONSISTENT and told.value.kind in _OF_ANYTHING and not of_what(told, counted):
        verdict, working = Verdict.UNDETERMINED, f"{working}; but it does not say the first of what"
    if verdict is Verdict.INCONSISTENT:
        for other in _near(article, told):
            again = rule(Question(told, state, counted, other, record))
            if again.verdict is Verdict.CONSISTENT:
                reading["fits"] = other.isoformat()
                working += f"; it would hold of {shown(other)}, which is told beside it: {again.working}"
                break
    return told.found(verdict, working, reading, answer.stands_on)


def _before_that(told: Told, article: Article, state: str, days: Sequence[date]) -> Iterator[date]:
    """The days of the fortnight before on which the ledger has one, where the claim is told of the time before an earlier one:
    "until the weekend it had fired nothing since December"."""
    if article.record is None or not told_before(told, article):
        return
    first = days_on(min(days), -_FORTNIGHT)
    kinds = kinds_of(told, article)
    yield from dict.fromkeys(one.day for one in article.record.between(state, kinds, first, max(days)) if one.day)


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
        working = f"{told}: that makes it number {number}, not {rank}"
        if most is not None and most < rank <= found.launches + _that_day(question):
            return Answer(Verdict.CONSISTENT, f"{told}: several of a day are launches of their own", looked, found.ids)
        apart = least - rank if least > rank else rank - (most or 0)
        if apart <= least // _COUNTED_OTHERWISE:
            return Answer(Verdict.UNDETERMINED, f"{working}; of so many some are counted otherwise", looked, found.ids)
        return Answer(Verdict.INCONSISTENT, working, looked, found.ids)
    if least == most:
        return Answer(Verdict.CONSISTENT, f"{told}: that makes it number {rank}", looked, found.ids)
    return Answer(Verdict.UNDETERMINED, f"{told}; {doubt(found)}", looked, found.ids, found.covered)


def _that_day(question: Question) -> int:
    """How many launches the ledger has on the day itself that were hours apart."""
    same = question.record.between(question.state, question.counted.types, question.day, question.day)
    return max((launches_of(one) for one in same), default=1)


def doubt(found: Tally) -> str:
    """Why a ledger cannot tell for certain."""
    if found.covered:
        return "it depends on what is doubtful there"
    return "no list in it claims to know of all"
