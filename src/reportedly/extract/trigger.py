"""Triggers: the places where a text says that an incident of some type happened, may have, or will."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.extract.lexicon import Form, Part, TermMatch
from reportedly.extract.sentences import Sentence
from reportedly.extract.tokens import Boundaries, Words
from reportedly.model import BlockKind


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
    r"\b(?:conduct|carr(?:y|ies|ied|ying) out|held|hold|holds|holding|perform|stag|ran\b|run\b|oversaw|overseen|guid(?:ed|es|ing)|observ(?:ed|es|ing)|attend(?:ed|s)|"
    r"oversee|supervis|undert|underwent|made\b|mak(?:e|es|ing)\b|complet|confirm|announc|claim|detect|witness|"
    r"(?:answer|respond)(?:ed|s)? with\b|report(?:ed|s)? (?:a|an|its|the|another|on a)\b|follow(?:ed|s)? through|went ahead|proceed|repeat|accomplish|execut|admit|declar|took place|occurred|"
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
_INDEFINITE = {
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
}
_PLANNED_BEFORE = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|prepar\w+|upcoming|possible|potential|future|further|imminent|scheduled|expected|"
    r"threat\w*|warn(?:ed|ing|s)? (?:of|that)|ready for|readiness|ahead of|next|delay\w*|postpon\w*|put off|"
    r"cancel\w*|scrap\w*|scrub\w*|ax(?:ed|es)|shelv\w*|abort\w*|call(?:ed|s)? off|halt\w*|stop\w*|suspend\w*|moratorium|freez\w+|frozen|refrain\w*|avoid\w*|"
    r"another possible|new possible|would be|will be|to be|simulat\w+|mock|rehears\w+|window for|notice of|"
    r"notif\w+|intention|intend\w*|aim\w* to|vow\w*|pledg\w*|promis\w*|likely to|set (?:for|to)|could come|"
    r"abandon\w*|end(?:ing)? (?:all|its|their)|ban\w*|prohibit\w*|any|no more|against|if|whether|unless|every|each)"
    r"(?:\W+\w+){0,6}\W*$",
    re.IGNORECASE,
)
_PLANNED_AFTER = re.compile(
    r"^\W*(?:(?:may|might|could|will|would|is|was|are|were|has(?: now| since| again)? been|had(?: now| since| again)? been)\s+)?"
    r"(?:soon|next|come next|follow|be (?:held|conducted|carried)|planned|scheduled|expected|postponed|delayed|"
    r"put off|called off|cancelled|canceled|scrapped|scrubbed|aborted|shelved|axed|was due|is due|imminent)\b|^\s(?:will|would|may|might|could|can|should)\b(?! have)",
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
_COMPOUND = {"station", "stations", "pad", "pads", "site", "sites", "vehicle", "vehicles", "system", "systems", "ground", "grounds",
             "platform", "platforms", "range", "ranges", "capability", "capabilities", "line", "tube", "tubes"}  # fmt: skip
_ENDS = re.compile(r"\s*(?:[,.;:)—–”\"]|$)")
_IF = re.compile(r"\b(?:if|whether|unless|once|until|whenever|should|suppose)\b[^;.]{0,70}$", re.IGNORECASE)
_INTRANSITIVE = {"fly"}  # "missiles flew 430 km"; but "the agency flew its new missile"
_WHICH = re.compile(r"\s+(?:that\s+)?(?:it|they|he|she)\s+(?:has\s+|had\s+|have\s+)?")
_NUMBERED = re.compile(r"\d|\b(?:two|three|four|five|six|several)\b")
_OF_THE_THING = re.compile(  # "satellite images", "missile defence": not the thing itself
    r"\s(?:images?|imagery|photos?|photographs?|pictures?|data|navigation|tv|television|phones?|broadcast\w*|defen[cs]e|shield|"
    r"program(?:me)?s?|scientists?|engineers?|silos?|alerts?|bases?|factor(?:y|ies)|sites?|plants?|technolog\w+|parts|components?|"
    r"makers?|deals?|sales?|stocks?|crews?|forces?|units?|brigades?|debris|fragments?|experts?|fuel|engines?|motors?|activit\w+|"
    r"capabilit\w+|threats?|attack(?=\s+drill))\b",
    re.IGNORECASE,
)
_REACH = 16  # words between a verb and its object
_PARTED = 2.4  # the weight of boundaries that parts them
_HEAD = 150  # code points before a noun that are looked at


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence of a text, as the rules look at it."""

    text: str
    number: int
    start: int
    end: int
    words: Words
    bounds: Boundaries
    in_title: bool


def find_triggers(
    text: str, sentences: Sequence[Sentence], terms: Sequence[TermMatch], words: Words, bounds: Boundaries
) -> tuple[Trigger, ...]:
    """The triggers of a text in order. Overlapping tellings are one."""
    found: list[Trigger] = []
    starts = [t.start for t in terms]
    for number, s in enumerate(sentences):
        inside = terms[bisect_left(starts, s.start) : bisect_left(starts, s.end)]
        if inside:
            scene = Scene(text, number, s.start, s.end, words, bounds, s.kind is BlockKind.TITLE)
            found.extend(_of_sentence(scene, [t for t in inside if t.end <= s.end]))
    return tuple(found)


def _of_sentence(scene: Scene, terms: Sequence[TermMatch]) -> Iterable[Trigger]:
    objects = [t for t in terms if t.term.part is Part.OBJECT]
    verbs = [t for t in terms if t.term.part is Part.VERB]
    found = [told for verb in verbs if (told := _from_verb(scene, verb, objects)) is not None]
    found.extend(_from_noun(scene, noun) for noun in terms if noun.term.part is Part.NOUN)
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


def _from_verb(scene: Scene, verb: TermMatch, objects: Sequence[TermMatch]) -> Trigger | None:
    """The telling a verb makes with the nearest object it can take, or None."""
    before = [w.lower for w in scene.words.before(verb.start, 5) if w.start >= scene.start]
    following = scene.words.after(verb.end, 1)
    after = following[0].lower if following and following[0].start < scene.end else ""
    form = verb.term.form
    if _is_no_verb(form, after):
        return None
    chosen, passive = _object_of(scene, verb, objects, before, after)
    types = tuple(t for t in chosen.term.types if t in verb.term.types) if chosen is not None else ()
    if chosen is None or not types:
        return None
    modality = _verb_modality(scene.text[scene.start : verb.start], before, form, in_title=scene.in_title)
    if form is Form.BASE and modality is Modality.GENERAL:
        return None
    floor = verb.end if chosen.start >= verb.end else scene.start
    return Trigger(
        min(verb.start, chosen.start), max(verb.end, chosen.end), verb.start, types,
        Shape.NOUN if (form is Form.GERUND and after == "of") or _is_relative(scene, chosen, verb) else Shape.CLAUSE, modality,
        definite=_is_definite(scene.text, scene.words, chosen.start, floor), sentence=scene.number,
        object_start=chosen.start, object_end=chosen.end, passive=passive,
    )  # fmt: skip


def _is_relative(scene: Scene, chosen: TermMatch, verb: TermMatch) -> bool:
    """Whether a clause without "that" only says which: "the missiles it tested"."""
    return chosen.end <= verb.start and _WHICH.fullmatch(scene.text, chosen.end, verb.start) is not None


def _is_no_verb(form: Form | None, after: str) -> bool:
    """Whether the next word makes it a noun or another verb: "launching pad", "shot down", "tests by"."""
    if form is Form.GERUND and after in _COMPOUND:
        return True
    return after in {"down", "back"} or (form is Form.PRESENT and after in _NO_OBJECT)


def _object_of(
    scene: Scene, verb: TermMatch, objects: Sequence[TermMatch], before: list[str], after: str
) -> tuple[TermMatch | None, bool]:
    """What was launched, and whether it stands before the verb as the passive's subject."""
    past = verb.term.form is Form.PAST
    perfect = _active_perfect(before)
    passive = past and any(w in _BE for w in before[-3:]) and not perfect
    ends = not after or _ENDS.match(scene.text, verb.end) is not None
    leftward = passive or (past and (ends or after in _LEFT_AFTER or verb.term.base in _INTRANSITIVE) and not perfect)
    right = _head(scene.text, _nearest(scene, verb, objects, rightward=True), objects, verb)
    if not leftward or (right is not None and verb.term.base in _INTRANSITIVE):
        return right, False
    left = _head(scene.text, _nearest(scene, verb, objects, rightward=False), objects, verb)
    return (left, True) if left is not None else (right, False)


def _active_perfect(before: list[str]) -> bool:
    """Whether "has", "had" or "have" stands right before (an adverb between), which makes no passive."""
    return bool(before) and (
        before[-1] in {"has", "have", "had"}
        or (len(before) > 1 and before[-2] in {"has", "have", "had"} and before[-1] not in {"been", "be"})
    )


def _nearest(scene: Scene, verb: TermMatch, objects: Sequence[TermMatch], *, rightward: bool) -> TermMatch | None:
    """The nearest object on one side that the verb can take, within reach and within the clause."""
    if rightward:
        side = [o for o in objects if o.start >= verb.end]
    else:
        side = [o for o in reversed(objects) if o.end <= verb.start]
    for candidate in side:
        if _OF_THE_THING.match(scene.text, candidate.end):
            continue
        left, right = (verb, candidate) if rightward else (candidate, verb)
        far = len(scene.words.between(left.end, right.start)) > _REACH
        if far or scene.bounds.crossed(left.end, right.start) > _PARTED:
            return None
        if set(candidate.term.types) & set(verb.term.types):
            return candidate
    return None


def _head(text: str, chosen: TermMatch | None, objects: Sequence[TermMatch], verb: TermMatch) -> TermMatch | None:
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


def _verb_modality(head: str, before: list[str], form: Form | None, *, in_title: bool) -> Modality:
    near = before[-4:]
    if form is not Form.GERUND and _IF.search(head):
        return Modality.GENERAL
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
    if form is Form.PRESENT or (in_title and near):  # headlines: "Guards fire two missiles"
        return Modality.HAPPENED
    return Modality.GENERAL


def _from_noun(scene: Scene, noun: TermMatch) -> Trigger:
    """The telling a noun makes by itself, or with the verb that carries it ("conducted a test")."""
    low = max(scene.start, noun.start - _HEAD)
    head = scene.text[low : noun.start]
    clause_head = head[_last_boundary(scene.bounds, low, noun.start) :]
    tail = scene.text[noun.end : min(scene.end, noun.end + 60)]
    definite = _is_definite(scene.text, scene.words, noun.start, scene.start)
    modality = _noun_modality(noun, clause_head, tail, definite=definite)
    carried = _LIGHT.search(clause_head) or _TOOK_PLACE.match(tail) or _CENSURED.search(clause_head)
    shape = Shape.CLAUSE if modality is Modality.HAPPENED and carried else Shape.NOUN
    return Trigger(noun.start, noun.end, noun.start, noun.term.types, shape, modality, definite, scene.number)


def _noun_modality(noun: TermMatch, clause_head: str, tail: str, *, definite: bool) -> Modality:
    following = tail.split(maxsplit=1)
    joined = not tail.startswith((",", ".", ";"))
    if following and joined and _CAPABILITY.fullmatch(following[0].strip(".,;:")):
        return Modality.GENERAL
    if _NEGATION.search(clause_head):
        return Modality.DENIED
    if _PLANNED_BEFORE.search(clause_head) or _PLANNED_AFTER.match(tail):
        return Modality.PLANNED
    owned = definite or _OWNED.search(clause_head) or _NUMBERED.search(clause_head[-30:])
    return Modality.HAPPENED if not noun.term.plural or owned else Modality.GENERAL


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
        if word.lower in _INDEFINITE:
            return False
        if text[word.end : place].strip().startswith((",", ";", ".")):
            return False
    return False
