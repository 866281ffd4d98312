"""Records and firsts: "the most in a single day", "longest flight to date", "first-ever ICBM launch"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from reportedly.check.article import Article, Told
from reportedly.check.counted import weapon_in
from reportedly.check.days import shown
from reportedly.check.reckoning import Answer, Question, doubt, reckoned
from reportedly.check.record import Episode
from reportedly.check.tally import tally
from reportedly.check.windows import named
from reportedly.codebook import WeaponEntry
from reportedly.model import Count, DateRange, Derived, Finding, Mention, Quantity, Role, Verdict

_DAY = timedelta(days=1)
_FIELDS: Mapping[str, re.Pattern[str]] = {
    "apogee_km": re.compile(r"\b(?:altitude|high\w*|height|apogee)\b"),
    "distance_km": re.compile(r"\b(?:distance|farther|further|farthest|furthest|longest[- ]range)\b"),
    "count": re.compile(r"\b(?:most|number)\b(?! powerful).*\b(?:day)\b|\brecord number\b.*\bday\b"),
}


def record(article: Article) -> Iterator[Finding]:
    """Whether no earlier day of the scope has a higher figure: of missiles in a day, of height, of distance."""
    yield from reckoned(article, article.told("record"), _record)


def first_ever(article: Article) -> Iterator[Finding]:
    """Whether the lists have nothing before of exactly this kind; undetermined where the words name more than a kind.

    What "was first launched in April" is the weapon named last before it.
    """
    for told in article.told("first_ever"):
        object_ = told.word("object") or (told.word("on") and _named_before(told, article)) or ""
        claim = replace(told.claim, written=object_)
        value = Derived("first_ever", {"scope": _scope(object_, article)})
        mention = _on_its_day(told, article) if told.word("on") else told.mention
        ask = replace(told, claim=claim, value=value, mention=mention)
        yield from (replace(one, written=told.claim.written) for one in _first_ever(article, ask))


def _first_ever(article: Article, ask: Told) -> Iterator[Finding]:
    if ask.claim.written:
        yield from reckoned(article, [ask], _first)
    else:
        yield ask.found(Verdict.UNDETERMINED, "what had never been before is more than a kind of incident")


def _named_before(told: Told, article: Article) -> str | None:
    """The weapon that is named last before a claim, in its sentence or the two before; None where that is a family."""
    here = article.sentence_at(told.claim.span.start)
    begin = article.sentences[max(0, here - 2)].start
    named = article.codebook.names.find(article.report.text[begin : told.claim.span.start])
    weapons = [one for one in named if isinstance(one.entry, WeaponEntry)]
    return weapons[-1].written if weapons and weapon_in(weapons[-1].written, article) else None


def _on_its_day(told: Told, article: Article) -> Mention:
    """The mention, on the first of the days that "first launched in April" names, seen from its own day or the subject's."""
    main = next((one for one in article.extraction.mentions if one.role is Role.MAIN), told.mention)
    known = article.days_of(told.mention) or article.days_of(main)
    said = named(told.word("on") or "", known.latest + _DAY) if known is not None and known.latest is not None else None
    days = DateRange(said.first, said.first) if said else None
    return replace(told.mention, values={**told.mention.values, "date": days}) if days else told.mention


def _scope(words: str, article: Article) -> str:
    found = [w for w in article.codebook.scope_words if w in words.lower()]
    return article.codebook.scope_words[max(found, key=len)] if found else "same_type"


def _first(question: Question) -> Answer:
    first = question.record.since(question.state, question.counted.types, question.day - _DAY)
    found = tally(question.record, question.state, question.counted, first or date.min, question.day - _DAY)
    working = f"before {shown(question.day)} the ledger has {found.names} ({question.counted.name})"
    if found.sure:
        return Answer(Verdict.INCONSISTENT, working, {}, found.ids)
    if first is not None and found.most == 0:
        since = f"; its lists begin on {shown(first)}"
        return Answer(Verdict.CONSISTENT, working + since, {"since": first.isoformat()}, found.ids)
    return Answer(Verdict.UNDETERMINED, f"{working}; {doubt(found)}", {}, found.ids)


def _record(question: Question) -> Answer:
    told = question.told
    words = told.claim.written.lower()
    name = next((name for name, pattern in _FIELDS.items() if pattern.search(words)), None)
    own = (_ends(told.mention.values.get(name)) or _of_the_day(question, name)) if name else None
    if name is None or own is None:
        return Answer(
            Verdict.UNDETERMINED,
            "a ledger can be asked for height, distance and the missiles of a day, where the report tells them",
        )
    first = question.record.since(question.state, question.counted.types, question.day - _DAY)
    before = question.record.between(question.state, question.counted.types, first or date.min, question.day - _DAY)
    beaten = [
        (e, ends) for e in before if e.sure and (ends := _ends(_value(e, name))) and ends[0] > (own[1] or ends[0])
    ]
    window: dict[str, object] = {"field": name, "value": own[0]}
    if beaten:
        top, ends = max(beaten, key=lambda one: (one[1][0], one[0].id))
        working = f"{shown(top.first)} has {ends[0]:g}, more than {own[0]:g} ({name.replace('_', ' ')})"
        return Answer(Verdict.INCONSISTENT, working, window, (top.id,))
    if first is None:
        return Answer(Verdict.UNDETERMINED, "no list in the ledger claims to know of all", window)
    open_ = [e for e in before if (ends := _ends(_value(e, name))) is None or ends[1] is None or ends[1] > own[0]]
    if open_:
        working = f"{len(open_)} earlier ones have no figure that is surely lower, as {shown(open_[-1].first)}"
        return Answer(Verdict.UNDETERMINED, working, window, (open_[-1].id,))
    working = f"none of {len(before)} since {shown(first)} has more than {own[0]:g} ({name.replace('_', ' ')})"
    return Answer(Verdict.CONSISTENT, working, window)


def _of_the_day(question: Question, name: str) -> tuple[float, float | None] | None:
    """The figure that the ledger has of the incident's own day, where the report tells none."""
    same = question.record.between(question.state, question.counted.types, question.day, question.day)
    found = [ends for one in same if one.day == question.day and (ends := _ends(_value(one, name)))]
    return max(found, default=None, key=lambda ends: ends[0])


def _value(episode: Episode, name: str) -> object:
    return episode.missiles if name == "count" else episode.values.get(name)


def _ends(value: object) -> tuple[float, float | None] | None:
    """The least and the most a figure can be, the most None where it is open."""
    if isinstance(value, Count):
        return value.minimum, value.maximum
    if isinstance(value, Quantity) and value.minimum is not None:
        return value.minimum, value.maximum
    return None
