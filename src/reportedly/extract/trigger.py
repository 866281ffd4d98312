"""Triggers: the places where a text says that an incident of some type happened, may have, or will."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.extract.lexicon import Form, Part, TermMatch
from reportedly.extract.tokens import Boundaries, Words


class Modality(StrEnum):
    """Whether the text says that it happened."""

    HAPPENED = "happened"
    POSSIBLE = "possible"  # may have
    DENIED = "denied"  # did not
    PLANNED = "planned"  # will, is to, postponed, threatened
    GENERAL = "general"  # tests in general, a capability, a rule against them


class Shape(StrEnum):
    """How the incident is told."""

    CLAUSE = "clause"  # fired two missiles; conducted a test
    NOUN = "noun"  # the launch, a missile test


@dataclass(frozen=True, slots=True)
class Trigger:
    """One telling of an incident: the phrase, its anchor word, the types it can be, and how it is told."""

    start: int
    end: int
    anchor: int
    types: tuple[str, ...]
    shape: Shape
    modality: Modality
    definite: bool
    sentence: int
    object_start: int | None = None
    object_end: int | None = None
    passive: bool = False


_BE = {"is", "are", "was", "were", "been", "be", "being", "got", "has", "have", "had"}
_MODAL_MAY = {"may", "might", "could"}
_FUTURE = {"will", "would", "shall", "to", "should", "must", "can", "cannot", "could", "may", "might", "won't", "let"}
_LIGHT = re.compile(
    r"\b(?:conduct|carr(?:y|ies|ied|ying) out|held|hold|holds|holding|perform|stag|ran\b|run\b|oversaw|overseen|"
    r"oversee|supervis|undert|underwent|made\b|mak(?:e|es|ing)\b|complet|confirm|announc|claim|detect|witness|"
    r"report(?:ed|s)? (?:a|an|its|the|another|on a)\b|follow(?:ed|s)? through|went ahead|proceed|repeat|accomplish|execut|admit|declar|took place|occurred|"
    r"was conducted|was held|succeeded|failed|went wrong|was successful|happened)\w*"
    r"(?:\s+(?!of\b|at\b|in\b|by\b|with\b|for\b|from\b|to\b|on\b|near\b|that\b|which\b|what\b)[\w'’“”\",.-]+){0,8}\s*[\"“‘']?$",
    re.IGNORECASE,
)
_TOOK_PLACE = re.compile(
    r"\s*(?:\w+\s+)?(?:took place|occurred|was (?:\w+ )?(?:conducted|held|carried out|detected|successful)|succeeded|failed|"
    r"went wrong|happened|came|had taken place|has taken place|conducted|held)\b",
    re.IGNORECASE,
)
_DEFINITE = {"the", "this", "that", "these", "those", "its", "his", "their", "latest", "such", "both", "last"}
_PLANNED_BEFORE = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|prepar\w+|upcoming|possible|potential|future|further|imminent|scheduled|expected|"
    r"threat\w*|warn(?:ed|ing|s)? (?:of|that)|ready for|readiness|ahead of|next|delay\w*|postpon\w*|put off|"
    r"cancel\w*|call(?:ed|s)? off|halt\w*|stop\w*|suspend\w*|moratorium|freez\w+|frozen|refrain\w*|avoid\w*|"
    r"another possible|new possible|would be|will be|to be|simulat\w+|mock|rehears\w+|window for|notice of|"
    r"notif\w+|intention|intend\w*|aim\w* to|vow\w*|pledg\w*|promis\w*|likely to|set (?:for|to)|could come|"
    r"abandon\w*|end(?:ing)? (?:all|its|their)|ban\w*|prohibit\w*|any|no more|against|if|whether|unless|every|each)"
    r"(?:\W+\w+){0,4}\W*$",
    re.IGNORECASE,
)
_PLANNED_AFTER = re.compile(
    r"^\W*(?:(?:may|might|could|will|would|is|was|are|were|has been|had been)\s+)?"
    r"(?:soon|next|come next|follow|be (?:held|conducted|carried)|planned|scheduled|expected|postponed|delayed|"
    r"put off|called off|cancelled|canceled|was due|is due|imminent)\b|^\s(?:will|would|may|might|could|can|should)\b(?! have)",
    re.IGNORECASE,
)
_CAPABILITY = re.compile(
    r"\b(?:capab\w+|ability|abl[ey]|program(?:me)?s?|technolog\w+|activit\w+|launchers?|sites?|facilit\w+|grounds?|"
    r"range|pads?|stations?|vehicles?|bans?|preparations?|plans?|threats?|systems? (?:against|to)|defen[cs]e|"
    r"sanctions|alerts?|drills?|warnings?)\b",
    re.IGNORECASE,
)
_CENSURED = re.compile(  # "condemns the North for its test": what is condemned is told to have happened
    r"\b(?:condemn|denounc|deplor|protest)\w*[^.;]{0,110}\b(?:for|over|against|by|conducting|of|['’]s?)\s+(?:[\w’'-]+\s+){0,4}$|"
    r"\baware of\s+(?:[\w’'-]+\s+){0,6}$",
    re.IGNORECASE,
)
_DECIDED = re.compile(r"\bcondemn\w*[^.;]{0,120}\b(?:decision|choice|move)\s+to\s+$", re.IGNORECASE)
_BETWEEN = re.compile(r"\w+ly|not|also|soon|again|then|never|even|be|have|simply")
_OWNED = re.compile(r"(?:['’]s|s['’])\s+(?:\w+\s+){0,2}$")
_NEGATION = re.compile(
    r"(?:\b(?:not|never|no|denied|denies|deny|denying|rather than|instead of)|n['’]t)[ ]+(?:\w+[ ]+){0,2}$|\bwithout[ ]+$",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\s(?:for|of)\s(?:[\w\"“”'’-]+\s){0,6}[\"“]?", re.IGNORECASE)
_LEFT_AFTER = {
    "by", "from", "toward", "towards", "into", "on", "at", "in", "over", "off", "near", "early", "late", "last",
    "yesterday", "today", "this", "successfully", "around", "about", "shortly", "earlier", "during", "with", "to",
    "northeast", "northeastward", "eastward", "as", "and", "after", "across", "simultaneously", "again",
}  # fmt: skip
_NO_OBJECT = {  # behind "tests", "launches", "fires" these make it a noun
    "by", "of", "in", "on", "and", "or", "have", "has", "had", "are", "is", "were", "was", "since", "this", "over", "that",
    "which", "as", "at", "from", "to", "for", "with", "will", "may", "could", "would", "near", "after", "before", "s",
}  # fmt: skip
_REACH = 16


def find_triggers(
    text: str,
    spans: Sequence[tuple[int, int]],
    terms: Sequence[TermMatch],
    words: Words,
    bounds: Boundaries,
) -> tuple[Trigger, ...]:
    """The triggers of a text in order; `spans` are its sentences' places. Overlapping tellings are one, the longer."""
    found: list[Trigger] = []
    index = 0
    for number, (start, end) in enumerate(spans):
        while index < len(terms) and terms[index].start < start:
            index += 1
        inside: list[TermMatch] = []
        probe = index
        while probe < len(terms) and terms[probe].end <= end:
            inside.append(terms[probe])
            probe += 1
        index = probe
        if inside:
            found.extend(_of_sentence(text, number, start, end, inside, words, bounds))
    return tuple(found)


def _of_sentence(
    text: str, number: int, start: int, end: int, terms: list[TermMatch], words: Words, bounds: Boundaries
) -> Iterable[Trigger]:
    objects = [t for t in terms if t.term.part is Part.OBJECT]
    found = [
        trigger
        for verb in terms
        if verb.term.part is Part.VERB
        and (trigger := _from_verb(text, number, start, end, verb, objects, words, bounds)) is not None
    ]
    found.extend(
        _from_noun(text, number, start, end, noun, words, bounds) for noun in terms if noun.term.part is Part.NOUN
    )
    return _without_overlaps(found)


def _without_overlaps(found: list[Trigger]) -> list[Trigger]:
    """One trigger for each anchor: a noun inside a clause's phrase belongs to the clause."""
    kept: list[Trigger] = []
    for trigger in sorted(
        found, key=lambda t: (t.shape is not Shape.CLAUSE, t.types == ("combat_use",), t.end - t.start, t.start)
    ):
        if not any(k.start <= trigger.anchor < k.end or trigger.start <= k.anchor < trigger.end for k in kept):
            kept.append(trigger)
    return sorted(kept, key=lambda t: t.anchor)


def _from_verb(
    text: str, number: int, start: int, end: int, verb: TermMatch, objects: list[TermMatch], words: Words,
    bounds: Boundaries,
) -> Trigger | None:  # fmt: skip
    before = [w.lower for w in words.before(verb.start, 5) if w.start >= start]
    after = words.after(verb.end, 1)
    form = verb.term.form
    passive = form is Form.PAST and any(w in _BE for w in before[-3:]) and not _active_perfect(before)
    leftward = passive or (form is Form.PAST and (not after or after[0].start >= end or after[0].lower in _LEFT_AFTER))
    right = _head(text, _nearest(verb, objects, words, bounds, rightward=True), objects, verb)
    left = _head(text, _nearest(verb, objects, words, bounds, rightward=False), objects, verb)
    if after and (after[0].lower in {"down", "back"} or (form is Form.PRESENT and after[0].lower in _NO_OBJECT)):
        return None
    chosen = (left or right) if leftward else (right or (left if form is Form.PAST else None))
    if chosen is None:
        return None
    types = tuple(t for t in chosen.term.types if t in verb.term.types)
    if not types:
        return None
    modality = _verb_modality(text[start : verb.start], before, form)
    if form is Form.BASE and modality is Modality.GENERAL:
        return None
    phrase_start, phrase_end = min(verb.start, chosen.start), max(verb.end, chosen.end)
    nominal = form is Form.GERUND and bool(after) and after[0].lower == "of"
    floor = verb.end if chosen.start >= verb.end else start
    return Trigger(
        phrase_start, phrase_end, verb.start, types, Shape.NOUN if nominal else Shape.CLAUSE, modality,
        definite=_is_definite(text, words, chosen.start, floor), sentence=number,
        object_start=chosen.start, object_end=chosen.end, passive=leftward and chosen is left,
    )  # fmt: skip


def _active_perfect(before: list[str]) -> bool:
    """Whether "has", "had" or "have" stands right before (an adverb between), which makes no passive."""
    return bool(before) and (
        before[-1] in {"has", "have", "had"}
        or (len(before) > 1 and before[-2] in {"has", "have", "had"} and before[-1] not in {"been", "be"})
    )


def _nearest(
    verb: TermMatch, objects: list[TermMatch], words: Words, bounds: Boundaries, *, rightward: bool
) -> TermMatch | None:
    """The nearest object on one side that the verb can take, within reach and within the clause."""
    side = (
        [o for o in objects if o.start >= verb.end]
        if rightward
        else [o for o in reversed(objects) if o.end <= verb.start]
    )
    for candidate in side:
        left, right = (verb, candidate) if rightward else (candidate, verb)
        if len(words.between(left.end, right.start)) > _REACH or bounds.crossed(left.end, right.start) > 2.4:
            return None
        if set(candidate.term.types) & set(verb.term.types):
            return candidate
    return None


def _head(text: str, chosen: TermMatch | None, objects: list[TermMatch], verb: TermMatch) -> TermMatch | None:
    """The head of the chosen noun's phrase: in "an engine for a missile" it is the engine."""
    for other in objects:
        if (
            chosen is not None
            and other.end <= chosen.start
            and set(other.term.types) & set(verb.term.types)
            and not verb.start <= other.start < verb.end
            and _OF_IT.fullmatch(text[other.end : chosen.start])
        ):
            return other
    return chosen


def _verb_modality(head: str, before: list[str], form: Form | None) -> Modality:
    near = before[-4:]
    if _NEGATION.search(head):
        return Modality.DENIED
    if form is Form.PAST:
        if "have" in near and any(w in _MODAL_MAY for w in near):
            return Modality.POSSIBLE
        if "would" in near and "have" in near:
            return Modality.GENERAL
        if any(
            w in {"will", "would", "to", "can", "should", "must", "shall", "may", "might", "could"} for w in near
        ) and ("be" in near):
            return Modality.PLANNED
        return Modality.HAPPENED
    if form is Form.GERUND:
        if near and near[-1] in {"of", "for", "from", "without", "against", "consider", "considering", "stop", "keep"}:
            return Modality.GENERAL if near[-1] != "of" else Modality.HAPPENED
        return Modality.PLANNED if near and near[-1] in {"be", "planning"} else Modality.HAPPENED
    if _DECIDED.search(head):
        return Modality.HAPPENED
    if near and (near[-1] in _FUTURE or (len(near) > 1 and near[-2] in _FUTURE and _BETWEEN.fullmatch(near[-1]))):
        return Modality.PLANNED
    return Modality.HAPPENED if form is Form.PRESENT else Modality.GENERAL


def _from_noun(
    text: str, number: int, start: int, end: int, noun: TermMatch, words: Words, bounds: Boundaries
) -> Trigger:
    head, tail = text[max(start, noun.start - 150) : noun.start], text[noun.end : min(end, noun.end + 60)]
    clause_head = head[_last_boundary(bounds, noun.start - len(head), noun.start) :]
    definite = _is_definite(text, words, noun.start, start)
    next_words = tail.split(maxsplit=1)
    if next_words and _CAPABILITY.fullmatch(next_words[0].strip(".,;:")) and not tail.startswith((",", ".", ";")):
        modality = Modality.GENERAL
    elif _NEGATION.search(clause_head):
        modality = Modality.DENIED
    elif _PLANNED_BEFORE.search(clause_head) or _PLANNED_AFTER.match(tail):
        modality = Modality.PLANNED
    elif (
        noun.term.plural
        and not definite
        and not _OWNED.search(clause_head)
        and not re.search(r"\d|\b(?:two|three|four|five|six|several)\b", clause_head[-30:])
    ):
        modality = Modality.GENERAL
    else:
        modality = Modality.HAPPENED
    shape = Shape.NOUN
    if modality is Modality.HAPPENED and (
        _LIGHT.search(clause_head) or _TOOK_PLACE.match(tail) or _CENSURED.search(clause_head)
    ):
        shape = Shape.CLAUSE
    return Trigger(noun.start, noun.end, noun.start, noun.term.types, shape, modality, definite, number)


def _last_boundary(bounds: Boundaries, start: int, end: int) -> int:
    """How far into [start, end) the last clause boundary of weight stands, so that only the clause is looked at."""
    for place in reversed(bounds.places):
        if place < start:
            break
        if place < end and bounds.crossed(place - 1, place + 1) >= 2.0:
            return place - start
    return 0


def _is_definite(text: str, words: Words, place: int, floor: int) -> bool:
    """Whether the noun phrase that holds this place, and begins at `floor` or later, opens with a word that points back."""
    for word in reversed(words.before(place, 6)):
        if word.start < floor:
            return False
        if word.lower in _DEFINITE:
            return True
        if word.lower in {
            "a",
            "an",
            "one",
            "another",
            "two",
            "three",
            "several",
            "multiple",
            "of",
            "at",
            "by",
            "in",
            "was",
            "were",
        }:
            return False
        if text[word.end : place].strip().startswith((",", ";", ".")):
            return False
    return False
