"""Records: "the most in a single day", "higher than any before", "its longest flight this year"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.check.article import Article, Told
from reportedly.check.counted import RARE
from reportedly.check.days import shown
from reportedly.check.ordinal import period_start
from reportedly.check.reckoning import Answer, Question, doubt, reckoned
from reportedly.check.record import Episode
from reportedly.check.tally import Group, tally
from reportedly.check.windows import named
from reportedly.model import Count, Finding, Quantity, Verdict

_DAY = timedelta(days=1)
_FIELDS: Mapping[str, re.Pattern[str]] = {
    "apogee_km": re.compile(r"\b(?:altitude|high\w*|height|apogee|climbed|rose)\b"),
    "distance_km": re.compile(r"\b(?:distance|farther|further|farthest|furthest|longest[- ]range)\b"),
    "count": re.compile(
        r"\b(?:most|more|number|(?:so|as) many)\b(?! powerful).*\bday\b|\bno (?:\w+ )?day\b.*\b(?:many|more)\b|\b(?:daily|one-day|single-day)\b|"
        r"\b(?:largest|biggest|greatest)\b.*\b(?:salvo|barrage|volley|number of (?:missiles|rockets|projectiles))\b"
    ),
}
_NO_FIGURE = re.compile(r"\b(?:(?<!no )time|duration|minutes?|hours?|air(?:borne)?|magnitude|yield|powerful)\b")
_UNIT = r"(?P<unit>minutes?|seconds?|hours?|km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?)"
_AMOUNT = re.compile(rf"\b(?P<figure>\d[\d,]*(?:\.\d+)?)[ -]?{_UNIT}\b")
_OLD = re.compile(
    r"\b(?:old|previous|former|existing|standing|earlier|last|current) (?:record|best|mark|high)\b[^.;]{0,50}?\b(?P<figure>\d[\d,]*(?:\.\d+)?)\b"
    rf"(?:[ -]?{_UNIT}\b)?|\brecord (?:so far|until then|until now|before it|to date)\b[^.;]{{0,40}}?\b"
    rf"(?P<then>\d[\d,]*(?:\.\d+)?)\b(?:[ -]?{_UNIT.replace('unit', 'of')}\b)?"
)
_THIS = re.compile(r"\bthis (?P<period>week|month|year)\b|\bof the (?P<of>week|month|year)\b")
_SINCE = re.compile(r"\bsince (?P<since>.+)")

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
        yield _by_the_old_one(told, article) or next(
            reckoned(article, [told], lambda question: _record(question, reach))
        )


def _by_the_old_one(told: Told, article: Article) -> Finding | None:
    """The finding where the report tells the old record beside its own figure: "74 minutes, the longest ever; the old record, 71"."""
    here = article.sentence_at(told.claim.span.start)
    first, last = max(0, here - 1), min(len(article.sentences) - 1, here + 1)
    text = article.report.text[article.sentences[first].start : article.sentences[last].end]
    old = _OLD.search(text)
    amounts = [one for one in _AMOUNT.finditer(text) if old and not old.start() <= one.start() < old.end()]
    wanted = (old["unit"] or old["of"] or "").rstrip("s") if old else ""
    own = [one for one in amounts if not wanted or one["unit"].rstrip("s") == wanted]
    if old is None or not own:
        return None
    mine = min(own, key=lambda one: (abs(one.start() - old.start()), one.start()))
    was, now = (float(figure.replace(",", "")) for figure in (old["figure"] or old["then"], mine["figure"]))
    unit = mine["unit"] if now != 1 else mine["unit"].rstrip("s")
    working = f"the report has {now:g} {unit}, and {was:g} for the old record"
    return told.found(Verdict.CONSISTENT if now >= was else Verdict.INCONSISTENT, working, {"value": now, "old": was})


def _record(question: Question, reach: Mapping[str, float]) -> Answer:
    told = question.told
    words = told.claim.written.lower()
    name = next((name for name, pattern in _FIELDS.items() if pattern.search(words)), None)
    if name is None or _NO_FIGURE.search(words):
        return Answer(
            Verdict.UNDETERMINED,
            "a ledger can be asked for height, distance and the missiles of a day, where the report tells them",
        )
    own = _ends(told.mention.values.get(name)) or _of_the_day(question, name)
    if own is None:
        return Answer(Verdict.UNDETERMINED, f"neither the report nor the ledger tells its own figure ({_plain(name)})")
    begun = question.record.since(question.state, question.counted.types, question.day - _DAY)
    first = _first(words, question.day) or begun or date.min
    found = tally(question.record, question.state, question.counted, first, question.day - _DAY)
    rivals = [_Rival(group, _figure(group, name, question, reach)) for group in found.groups]
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
    since = _SINCE.search(words)
    said = named(since["since"], day) if since else None
    return said.last + said.pad + _DAY if said else None


def _figure(group: Group, name: str, question: Question, reach: Mapping[str, float]) -> Ends | None:
    """What the sources of a day tell of it: the highest figure, none of a failure more than it has; else what its class cannot
    surpass."""
    same = [one for one in question.record.episodes if one.id in group.ids]
    told = [ends for one in same if (ends := _ends(_value(one, name)))]
    if told:
        return max(told, key=lambda ends: ends[0])
    if any(one.failed for one in same):
        return 0.0, 0.0
    classes = {class_ for one in same for class_ in one.classes}
    if not classes and not question.record.classing.isdisjoint(one.source for one in same):
        classes = set(reach) - RARE  # a list that tells classes would have told those
    if name != "count" and classes and all(class_ in reach for class_ in classes):
        return 0.0, max(reach[class_] for class_ in classes)
    return None


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
