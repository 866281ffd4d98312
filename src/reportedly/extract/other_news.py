"""Whether headline or lead tell other news than an incident: an exercise begun, missiles bought, a parade, an opinion."""

import re
from collections.abc import Iterable
from functools import lru_cache

from reportedly.codebook import Codebook, OtherNews
from reportedly.extract.facts import Facts
from reportedly.extract.inflection import Form, plural, verb_forms
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.fields.gated import Gated
from reportedly.fields.gates import Gates
from reportedly.frozen import dataclass
from reportedly.model import BlockKind
from reportedly.patterns import compiled

_LABEL = 60  # code points at the head of a text
_REACH = 90  # code points between an act and its thing
_NAME = 40  # code points before the last word of a name
_PARTED = 2.0  # the weight of boundaries that parts them
_TOLD = frozenset({Modality.HAPPENED, Modality.POSSIBLE, Modality.PLANNED})
_ASIDE = Gated(  # what follows these is the ground of what the sentence tells, or one of many
    r"\b(?:after|since|following|amid|despite|in (?:response|reaction|reply) to|in the wake of|on the heels of|"
    r"ahead of|as part of|in case|in the event|every time|each time)\b",
    re.IGNORECASE,
)
_BEHIND = compiled(
    r"\b(?:after|before|following|since|amid|despite|during|as part of|in (?:response|reaction|reply|answer|retaliation) to)\s+(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_OBJECT = compiled(
    r"(?:\s+(?!(?:from|by|at|into|in|on|off|near|with|that|which)\b)[\w’'“”\"(),.-]+){0,8}\s+"
)  # before a thing
_CLAUSE = 2.0  # the weight of boundaries behind which an aside is over
_FIRST = 20  # code points; an aside that opens its sentence is over at the comma
_COMMA = 1.0


@dataclass(frozen=True, slots=True)
class _Row:
    """One kind of other news as patterns."""

    acts: Gated
    bases: frozenset[str]  # of the acts, which may be nouns as well, and are no past forms
    things: Gated


def no_report(facts: Facts, codebook: Codebook) -> bool:
    """Whether a label over the text, or one that opens it, says that it is no report: an opinion, a review, an obituary."""
    labels, first = _labels(codebook.other_news), _first_label(codebook.other_news)
    text = facts.report.text
    if labels is None or first is None:
        return False
    titles = (s for s in facts.sentences if s.kind is BlockKind.TITLE)
    body = next((s for s in facts.sentences if s.kind is BlockKind.BODY), None)
    opened = body is not None and first.match(text, body.start, min(len(text), body.start + _LABEL)) is not None
    return opened or any(labels.search(text, s.start, s.end) is not None for s in titles)


def other_news(facts: Facts, codebook: Codebook) -> bool:
    """Whether headline or lead tell other news."""
    return any(tells_other_news(facts, codebook, number) for number in _head(facts))


def tells_other_news(facts: Facts, codebook: Codebook, number: int) -> bool:
    """Whether a sentence tells other news."""
    span, rows = facts.sentences[number], _rows(codebook.other_news)
    open_ = _things(codebook.other_news).open_in(facts.report.text, span.start, span.end)
    return any(_tells(facts, number, rows[n], codebook) for n in open_)


def of_space(facts: Facts, codebook: Codebook, end: int) -> bool:
    """Whether a text names a maker or carrier of space rockets alone before a place."""
    names = _space_names(codebook.space_names)
    return names is not None and names.search(facts.report.text, 0, end) is not None


def told_there(trigger: Trigger, facts: Facts, codebook: Codebook) -> bool:
    """Whether headline or lead tell something in a clause of its own, and not as the ground of something else or as what
    others than states do."""
    return (
        trigger.shape is Shape.CLAUSE
        and trigger.modality in _TOLD
        and trigger.sentence in _head(facts)
        and not aside(trigger, facts)
        and not _by_others(trigger, facts, codebook)
    )


def _by_others(trigger: Trigger, facts: Facts, codebook: Codebook) -> bool:
    """Whether those who do it are no state's: "pupils from forty schools launched rockets"."""
    doers = _doers(codebook.other_news)
    if doers is None:
        return False
    span = facts.sentences[trigger.sentence]
    found = [*doers.finditer(facts.report.text, span.start, trigger.anchor)]
    return bool(found) and facts.bounds.crossed(found[-1].end(), trigger.anchor) == 0.0


def aside(trigger: Trigger, facts: Facts) -> bool:
    """Whether a telling is only what something else followed: "bought interceptors after the North fired missiles"."""
    start = facts.opens(trigger.sentence)
    ground = _ASIDE.search(facts.report.text, start, trigger.start)
    named = trigger.object_start is not None and ground is not None and trigger.object_start < ground.start()
    if ground is None or named:
        return False  # "was cleared to carry the missile after firing it"
    over = _COMMA if ground.start() - start < _FIRST else _CLAUSE
    return facts.bounds.crossed(ground.end(), trigger.start) < over


def _head(facts: Facts) -> list[int]:
    """The headline and the first sentence of some length."""
    return [n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE] + list(facts.body[:1])


def _tells(facts: Facts, number: int, row: _Row, codebook: Codebook) -> bool:
    """Whether an act stands beside its thing in one clause, behind it or, as a passive's subject, before it."""
    span, text = facts.sentences[number], facts.report.text
    for act in row.acts.finditer(text, span.start, span.end):
        for thing in row.things.finditer(
            text, max(span.start, act.start() - _REACH), min(span.end, act.end() + _REACH)
        ):
            if not _stand_together(facts, act, thing, row) or _of_a_name(facts, thing.span()):
                continue
            if not _of_an_incident(facts, number, thing.span(), codebook):
                return True
    return False


def _of_a_name(facts: Facts, thing: tuple[int, int]) -> bool:
    """Whether a thing is part of a body's name, of more than one word: the US Geological Survey asks nobody's opinion."""
    names = facts.names_in(max(0, thing[0] - _NAME), thing[1])
    return any(n.kind == "body" and n.start < thing[0] and thing[1] <= n.end for n in names)


def _stand_together(facts: Facts, act: re.Match[str], thing: re.Match[str], row: _Row) -> bool:
    """Whether a thing is what an act is done to, or stands before it in its clause: "the drills begin", and no "order"."""
    left, right = min(act.end(), thing.end()), max(act.start(), thing.start())
    if facts.bounds.crossed(left, right) >= _PARTED:
        return False
    if thing.end() <= act.start():
        if _BEHIND.search(facts.report.text, max(0, thing.start() - _NAME), thing.start()):
            return False  # "hours after a parade, Iran shows"
        return thing[0].endswith("s") or act[0].lower() not in row.bases
    return _OBJECT.fullmatch(facts.report.text, act.end(), thing.start()) is not None


def _of_an_incident(facts: Facts, number: int, thing: tuple[int, int], codebook: Codebook) -> bool:
    """Whether a thing belongs to a telling, which may speak of a firing drill or a launched submarine missile; or begins
    a noun of use in war ("ordered a missile strike")."""
    return any(
        t.shape is Shape.CLAUSE or all(codebook.is_a(kind, "strike") for kind in t.types)
        for t in facts.triggers
        if t.sentence == number and t.start < thing[1] and thing[0] < t.end
    )


@lru_cache(maxsize=4)
def _rows(news: tuple[OtherNews, ...]) -> tuple[_Row, ...]:
    return tuple(
        _Row(
            _any(form for verb in row.acts for form, _ in verb_forms(verb)),
            frozenset(verb for verb in row.acts if (verb, Form.PAST) not in verb_forms(verb)),
            _any(form for thing in row.things for form in (thing, plural(thing))),
        )
        for row in news
        if row.acts and row.things
    )


@lru_cache(maxsize=4)
def _doers(news: tuple[OtherNews, ...]) -> Gated | None:
    named = {form for row in news for doer in row.doers for form in (doer, plural(doer))}
    return _any(named) if named else None


@lru_cache(maxsize=4)
def _things(news: tuple[OtherNews, ...]) -> Gates:
    """Of each row the things, without which it is not told."""
    return Gates([row.things for row in _rows(news)])


@lru_cache(maxsize=4)
def _space_names(names: tuple[str, ...]) -> Gated | None:
    longest = sorted(names, key=lambda name: (-len(name), name))
    return Gated(rf"\b(?:{'|'.join(map(re.escape, longest))})\b") if names else None


@lru_cache(maxsize=4)
def _labels(news: tuple[OtherNews, ...]) -> re.Pattern[str] | None:
    named = _named_labels(news)
    return (
        compiled(
            rf"(?m:^)\W*(?:{named})\s*(?:[:|–—]|-\s|$)|[:|–—]\s*(?:(?-i:[A-Z]{{2,}})\s+)?(?:{named})\W*$", re.IGNORECASE
        )
        if named
        else None
    )


@lru_cache(maxsize=4)
def _first_label(news: tuple[OtherNews, ...]) -> re.Pattern[str] | None:
    """A label that opens a text, in capitals or before a colon or a bar: "ANALYSIS.", "Opinion |"."""
    named = _named_labels(news)
    return compiled(rf"\W*(?:(?:{named.upper()})\s*[.:|–—/-]|(?i:{named})\s*[:|])") if named else None


def _named_labels(news: tuple[OtherNews, ...]) -> str:
    words = sorted({label for row in news for label in row.labels}, key=lambda w: (-len(w), w))
    return "|".join(map(re.escape, words))


def _any(forms: Iterable[str]) -> Gated:
    ordered = sorted(set(forms), key=lambda w: (-len(w), w))
    return Gated(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?![\w-])", re.IGNORECASE)
