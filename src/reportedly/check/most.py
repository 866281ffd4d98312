"""Records: "the most in a single day", "higher than any before", "its longest flight this year"."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property, partial
from math import inf

from reportedly.check.article import Article, Told
from reportedly.check.busiest import busiest, period_of_record
from reportedly.check.classes import RARE
from reportedly.check.days import shown
from reportedly.check.measured import field_of
from reportedly.check.ordinal import period_start
from reportedly.check.reckoning import Answer, Question, doubt, reckoned
from reportedly.check.record import Episode, Record
from reportedly.check.tally import Group, tally
from reportedly.check.windows import named
from reportedly.frozen import dataclass
from reportedly.model import Count, Finding, Quantity, Verdict
from reportedly.patterns import compiled

_DAY = timedelta(days=1)
_UNIT = r"(?P<unit>minutes?|seconds?|hours?|km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?)"
_AMOUNT = compiled(rf"\b(?P<figure>\d[\d,]*(?:\.\d+)?)[ -]?{_UNIT}\b")
_OLD_ONE = r"(?:record|best|marks?|high|longest|highest|farthest|furthest|figure)"
_OLD = compiled(
    rf"(?:\b(?:old|previous|former|existing|standing|earlier|last|current|prior) {_OLD_ONE}\b[^.;]{{0,50}}?|"
    rf"\b{_OLD_ONE} (?:so far|until (?:then|now)|before (?:it|that|this)|to date|till (?:then|now)|up to (?:then|now)|held by|set by)\b[^.;]{{0,40}}?|"
    r"\b(?:up from|compared (?:with|to)|(?:topp|surpass|beat|eclips|exceed|better|break|broke|outdo|outdid)(?:ed|es|ing|s|en)?) (?:the|a|its)\b[^.;]{0,40}?)"
    rf"(?<![\w.,-])(?P<figure>\d[\d,]*(?:\.\d+)?)\b(?:[ -]?{_UNIT}\b)?"
)
_THIS = compiled(r"\bthis (?P<period>week|month|year)\b|\bof the (?P<of>week|month|year)\b")
_SINCE = compiled(r"\bsince (?P<since>.+)")

_MORE_THAN_TOLD, _ENOUGH_TOLD = 1.25, 3

Ends = tuple[float, float | None]


@dataclass(frozen=True, slots=True)
class _Rival:
    """A day of the past with the figure that a ledger has of it: the least and the most it can be, None where it has none."""

    group: Group
    ends: Ends | None


def record(article: Article) -> Iterator[Finding]:
    """Whether no earlier day of the scope has a higher figure: of missiles in a day, of height, of distance.

    What failed is no rival, nor is a doubtful day without a figure, and what has no figure is none where its class cannot reach so far.
    """
    reach = article.codebook.class_km
    for told in article.told("record"):
        name = field_of(told, article)
        rule = partial(_record, name=name, reach=reach)
        yield _by_the_old_one(told, article) or next(reckoned(article, [told], rule))


def _by_the_old_one(told: Told, article: Article) -> Finding | None:
    """The finding where the report tells the old record beside its own figure: "74 minutes, the longest ever; the old record, 71"."""
    here = article.sentence_at(told.claim.span.start)
    first, last = max(0, here - 1), min(len(article.sentences) - 1, here + 1)
    text = article.report.text[article.sentences[first].start : article.sentences[last].end]
    old = _OLD.search(text)
    amounts = [one for one in _AMOUNT.finditer(text) if old and not old.start() <= one.start() < old.end()]
    wanted = (old["unit"] or "").rstrip("s") if old else ""
    own = [one for one in amounts if not wanted or one["unit"].rstrip("s") == wanted]
    if old is None or not own:
        return None
    mine = min(own, key=lambda one: (abs(one.start() - old.start()), one.start()))
    was, now = (float(figure.replace(",", "")) for figure in (old["figure"], mine["figure"]))
    unit = mine["unit"] if now != 1 else mine["unit"].rstrip("s")
    working = f"the report has {now:g} {unit}, and {was:g} for the old record"
    return told.found(Verdict.CONSISTENT if now >= was else Verdict.INCONSISTENT, working, {"value": now, "old": was})


def _record(question: Question, *, name: str | None, reach: Mapping[str, float]) -> Answer:
    told = question.told
    words = told.claim.written.lower()
    if (length := period_of_record(words)) is not None:
        return busiest(question, length, _since(words, question.day))
    if name is None:
        return Answer(
            Verdict.UNDETERMINED,
            "a ledger can be asked for height, distance and the missiles of a day, where the report tells them",
        )
    own = _own(question, name)
    if name == "count" and own is not None and own[0] <= 1:
        return Answer(Verdict.UNDETERMINED, "one missile is no record of how many")
    if own is None:
        return Answer(Verdict.UNDETERMINED, f"neither the report nor the ledger tells its own figure ({_plain(name)})")
    begun = question.record.since(question.state, question.counted.types, question.day - _DAY)
    first = _first(words, question.day) or begun or date.min
    found = tally(question.record, question.state, question.counted, first, question.day - _DAY)
    bounds = _Bounds(name, {**reach} if name != "count" else {}, question.record)
    rivals = [_Rival(group, _figure(group, question, bounds)) for group in found.groups]
    window: dict[str, object] = {"field": name, "value": own[0], "since": first.isoformat()}
    beaten = [one for one in rivals if one.group.sure and one.ends and one.ends[0] > (own[1] or one.ends[0])]
    if beaten:
        top = max(beaten, key=lambda one: (one.ends[0] if one.ends else 0, one.group.ids))
        least = top.ends[0] if top.ends else 0
        working = f"{top.group.name} has {least:g}, more than {own[0]:g} ({_plain(name)}; {question.counted.name})"
        return Answer(Verdict.INCONSISTENT, working, window, top.group.ids)
    if not found.covered:
        return Answer(Verdict.UNDETERMINED, doubt(found), window, covered=False)
    open_ = [one for one in rivals if (one.group.sure or one.ends) and not _lower(one.ends, own[0])]
    if open_:
        working = f"of {len(rivals)} earlier days {len(open_)} {'has' if len(open_) == 1 else 'have'} no figure that is surely lower, as {open_[-1].group.name}"
        return Answer(Verdict.UNDETERMINED, f"{working} ({question.counted.name})", window, open_[-1].group.ids)
    days = "day" if len(rivals) == 1 else "days"
    working = f"none of {len(rivals)} earlier {days} since {shown(first)} has more than {own[0]:g} ({_plain(name)}; {question.counted.name})"
    return Answer(Verdict.CONSISTENT, working, window)


def _lower(ends: Ends | None, figure: float) -> bool:
    return ends is not None and ends[1] is not None and ends[1] <= figure


def _plain(name: str) -> str:
    return {"count": "missiles of a day", "apogee_km": "height in km", "distance_km": "distance in km"}[name]


def _first(words: str, day: date) -> date | None:
    """The first day of the time that a record is of: "this year", "since 2017"; None where it is of all."""
    if this := _THIS.search(words):
        return period_start(this["period"] or this["of"], day)
    return _since(words, day)


def _since(words: str, day: date) -> date | None:
    since = _SINCE.search(words)
    said = named(since["since"], day) if since else None
    return said.last + said.pad + _DAY if said else None


@dataclass(frozen=True)
class _Bounds:
    """What a figure of a class cannot surpass: the line above the class, or a quarter more than the highest that lists tell of
    it, where they tell enough of them."""

    name: str
    reach: Mapping[str, float]
    record: Record

    @cached_property
    def of_class(self) -> Mapping[str, float]:
        """The bound of each class that has one."""
        told: dict[str, list[float]] = {}
        for one in self.record.episodes:
            ends = _ends(_value(one, self.name)) if len(one.classes) == 1 else None
            if ends is not None:
                told.setdefault(next(iter(one.classes)), []).append(ends[1] or ends[0])
        seen = {class_: max(of) * _MORE_THAN_TOLD for class_, of in told.items() if len(of) >= _ENOUGH_TOLD}
        return {
            class_: min(seen.get(class_, inf), self.reach.get(class_, inf))
            for class_ in {*seen, *self.reach}
            if self.reach
        }


def _figure(group: Group, question: Question, bounds: _Bounds) -> Ends | None:
    """What the sources of a day tell of it: the highest figure, none of a failure more than it has; else what its class cannot
    surpass."""
    same = [one for id_ in group.ids for one in question.record.by_id(id_)]
    told = [ends for one in same if (ends := _ends(_value(one, bounds.name)))]
    if told:
        return max(told, key=lambda ends: ends[0])
    if any(one.failed for one in same):
        return 0.0, 0.0
    classes = {class_ for one in same for class_ in one.classes}
    if not classes and not question.record.classing.isdisjoint(one.source for one in same):
        classes = set(bounds.reach) - RARE  # a list that tells classes would have told those
    if classes and all(class_ in bounds.of_class for class_ in classes):
        return 0.0, max(bounds.of_class[class_] for class_ in classes)
    return None


def _own(question: Question, name: str) -> Ends | None:
    """The incident's own figure: the report's, which the ledger's closes where it is open ("more than 930 km"); else the ledger's."""
    told = _ends(question.told.mention.values.get(name))
    listed = _of_the_day(question, name) if told is None or told[1] is None else None
    if told is None or listed is None:
        return told or listed
    return listed if listed[0] >= told[0] else told


def _of_the_day(question: Question, name: str) -> Ends | None:
    """The figure that the ledger has of the incident's own day, where the report tells none."""
    same = question.record.between(question.state, question.counted.types, question.day, question.day)
    found = [ends for one in same if one.day == question.day and (ends := _ends(_value(one, name)))]
    return max(found, default=None, key=lambda ends: ends[0])


def _value(episode: Episode, name: str) -> object:
    return episode.missiles if name == "count" else episode.values.get(name)


def _ends(value: object) -> Ends | None:
    """The least and the most a figure can be, the most None where it is open."""
    if isinstance(value, Count):
        return value.minimum, value.maximum
    if isinstance(value, Quantity) and value.minimum is not None:
        return value.minimum, value.maximum
    return None
