"""The first since a day or month, or in a length of time: "first since early July", "first in more than two months"."""

from collections.abc import Iterator
from datetime import date, timedelta

from reportedly.check.article import Article
from reportedly.check.days import shown
from reportedly.check.reckoning import Answer, Question, doubt, reckoned
from reportedly.check.tally import Tally, tally
from reportedly.check.windows import Named, named, window_start
from reportedly.fields.date import days_on
from reportedly.model import Finding, Verdict

_DAY = timedelta(days=1)
_FUZZY = frozenset(
    {"nearly", "almost", "close to", "roughly", "some", "about", "around", "less than", "under", "just under"}
)
_SHORTER = 0.85  # of the length told that a fuzzy one must have at least
_ROUNDED = 0.95  # of a length in months that is told without a bound: 90 days are printed as three months


def first_since(article: Article) -> Iterator[Finding]:
    """Whether something of the scope happened in the time named, and nothing between it and the incident."""
    yield from reckoned(article, article.told("first_since"), _since)


def gap_at_least(article: Article) -> Iterator[Finding]:
    """Whether nothing of the scope happened for so long before the incident."""
    yield from reckoned(article, article.told("gap_at_least"), _gap)


def _since(question: Question) -> Answer:
    day, since = question.day, question.told.word("since") or ""
    said = named(since, day)
    if said is None:
        return Answer(Verdict.UNDETERMINED, f'"since {since}" names no day before {shown(day)}')
    window: dict[str, object] = {"since": [said.first.isoformat(), said.last.isoformat()]}
    between = tally(question.record, question.state, question.counted, said.last + said.pad + _DAY, day - _DAY)
    end = min(said.last + said.pad, day - _DAY)
    then = tally(question.record, question.state, question.counted, days_on(said.first, -said.pad.days), end)
    stands_on, kind = (*then.ids, *between.ids), question.counted.name
    if question.told.word("form") == "earlier" and said.alone:
        return _then(question, said, then, window)
    if between.sure:
        told = f"between {said.written} and {shown(day)} the ledger has {between.names} ({kind})"
        return Answer(Verdict.INCONSISTENT, told, window, between.ids)
    if said.alone and then.most == 0:
        told = f"the ledger has nothing in {said.written} ({shown(said.first)} to {shown(said.last)}; {kind})"
        return Answer(Verdict.INCONSISTENT, told, window, stands_on)
    told = f"the ledger has {then.names} then and {between.names} between {said.written} and {shown(day)} ({kind})"
    if between.most == 0 and (then.sure or not said.alone):
        return Answer(Verdict.CONSISTENT, told, window, stands_on)
    unsure = between if between.most != 0 else then
    return Answer(Verdict.UNDETERMINED, f"{told}; {doubt(unsure)}", window, stands_on, unsure.covered)


def _then(question: Question, said: Named, then: Tally, window: dict[str, object]) -> Answer:
    """Whether there was one then, whatever came between: "it had previously tested missiles in July"."""
    working = f"the ledger has {then.names} in {said.written} ({question.counted.name})"
    if then.most == 0:
        return Answer(Verdict.INCONSISTENT, working, window, then.ids)
    if then.sure:
        return Answer(Verdict.CONSISTENT, working, window, then.ids)
    return Answer(Verdict.UNDETERMINED, f"{working}; {doubt(then)}", window, then.ids, then.covered)


def _gap(question: Question) -> Answer:
    told, day = question.told, question.day
    start = window_start(day, told.whole("days"), told.whole("months"))
    if start is None:
        return Answer(Verdict.UNDETERMINED, "no length of time is told")
    bound = told.word("bound")
    rounded = _ROUNDED if bound is None and told.whole("months") else 1.0
    start = day - timedelta(days=int((day - start).days * (_SHORTER if bound in _FUZZY else rounded)))
    first = start if bound in ("more than", "well over", "over", "just over") else start + _DAY
    found = tally(question.record, question.state, question.counted, first, day - _DAY)
    window: dict[str, object] = {"window": [first.isoformat(), (day - _DAY).isoformat()]}
    before = _before(question, first)
    working = f"from {shown(first)} to the day before {shown(day)} the ledger has {found.names}{before}"
    working = f"{working} ({question.counted.name})"
    if found.sure:
        return Answer(Verdict.INCONSISTENT, working, window, found.ids)
    if found.most == 0:
        return Answer(Verdict.CONSISTENT, working, window, found.ids)
    return Answer(Verdict.UNDETERMINED, f"{working}; {doubt(found)}", window, found.ids, found.covered)


def _before(question: Question, first: date) -> str:
    """The last that is known from before a day, in words."""
    begin = date(max(1, first.year - 10), 1, 1)
    earlier: Tally = tally(question.record, question.state, question.counted, begin, days_on(first, -1))
    sure = [group for group in earlier.groups if group.sure]
    if not sure:
        return ""
    return f"; the last before was {sure[-1].name}, {(question.day - sure[-1].last).days} days earlier"
