"""What was fired, and how many: count, class and name."""

import re
from collections.abc import Iterable

from reportedly.codebook import NameMatch
from reportedly.extract.claims.draft import Draft
from reportedly.extract.folding import fold_counts
from reportedly.extract.framing import Framing
from reportedly.extract.trigger import Shape, Trigger
from reportedly.model import Count, Stance, Term, Weapon

_COMPARED = re.compile(
    r"\b(?:than|like|unlike|similar to|based on|derive[sd]? from|modelled on|modeled on|(?:older|improved|earlier) version of|variant of|"
    r"replace|replaces|replacing|successor to|compared (?:to|with)|resembl\w+|as (?:powerful|large|big) as|longer than|"
    r"also has|usual for|typical (?:of|for)|instead of|not|besides|including the|known as|past the|against|armed with|developing|develop|such as)\s+"
    r"(?:the\s+|a\s+|an\s+|its\s+|older\s+|earlier\s+|Russia['’]s\s+|Soviet\s+)*$",
    re.IGNORECASE,
)
_NOT_FLOWN = re.compile(
    r"\b(?:would be|could be|capable|range|program(?:me)?|deterrent|deterrence|warheads?|defen[cs]e|launchers?|shield|"
    r"technology|club|owners?|stockpile|arsenal|possess\w*|has the|threat)\b",
    re.IGNORECASE,
)
_SUSPECTED = re.compile(
    r"\b(?:suspected|presumed|apparent|possible|probable|unconfirmed|believed to be|thought to be|likely)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of\s+(?:\w+\s+)?", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:several|multiple|two|three|four|five|six|seven|eight|nine|ten|\d+|series|salvo|some|many)\s+(?:[\w-]+\s+){0,4}(?:of\s+)?$",
    re.IGNORECASE,
)
_A = re.compile(r"\b(?:a|an|one)\s+(?:[\w“”\"'-]+\s+){0,5}$", re.IGNORECASE)
_CARRIER = re.compile(r"\b(?:rockets?|carrier|launch vehicle|satellites?|Chollima-\d|Unha-\d)\b", re.IGNORECASE)
_PARTIAL = re.compile(
    r"\b(?:including|include[sd]?|among them|of which|one of|some of|of the|another|other|remaining|more than once|each)\b\W*(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)


def weapons(framing: Framing) -> Iterable[Draft]:
    """Counts, classes and names of every frame."""
    yield from _counts(framing)
    yield from _classes(framing)
    yield from _names(framing)


def _counts(framing: Framing) -> Iterable[Draft]:
    facts = framing.facts
    running: dict[int, Count] = {}
    for found in facts.counts:
        if found.ordinal is not None or found.definite or found.kind == "launches":
            continue
        home = framing.owner(found.start, found.end)
        number = facts.sentence_at(found.start)
        if home is None or number is None:
            continue
        if _telling_of(framing, home, number, found.start, found.noun_end) is None:
            continue
        head = facts.report.text[max(facts.sentences[number].start, found.start - 40) : found.start]
        if found.included or found.additional or found.part is not None or _PARTIAL.search(head):
            continue
        known = running.get(home)
        if known is not None and found.value.maximum is not None and found.value.maximum < known.minimum:
            continue  # a part of the total told before
        running[home] = fold_counts([found.value] if known is None else [known, found.value])
        yield Draft(home, "count", found.value, found.number_start, found.number_end, "count.object", _doubt(head))
    yield from _singles(framing, set(running))


def _doubt(head: str) -> Stance | None:
    return Stance.ESTIMATED if _SUSPECTED.search(head) else None


def _telling_of(framing: Framing, home: int, sentence: int, start: int, end: int) -> Trigger | None:
    """The telling whose object a counted noun is, or which counts by itself."""
    for number in framing.frames[home].triggers:
        trigger = framing.triggers[number]
        if trigger.sentence != sentence:
            continue
        low = trigger.object_start if trigger.object_start is not None else trigger.start
        high = trigger.object_end if trigger.object_end is not None else trigger.end
        if start <= high and low <= end:
            return trigger
        if high < start and _OF_THEM.fullmatch(framing.facts.report.text, high, start):  # "a volley of ten missiles"
            return trigger
    return None


def _singles(framing: Framing, counted: set[int]) -> Iterable[Draft]:
    """One, where nothing counts and the words that tell it are singular: "the Hwasong-18 was fired", "a nuclear test"."""
    for frame in framing.frames:
        if frame.number in counted or frame.family not in {"launch", "nuclear"}:
            continue
        for number in sorted(frame.triggers, key=lambda n: framing.triggers[n].shape is not Shape.CLAUSE):
            trigger = framing.triggers[number]
            start = trigger.object_start if trigger.object_start is not None else trigger.start
            end = trigger.object_end if trigger.object_end is not None else trigger.end
            if _is_single(framing, trigger, start, end, frame.family):
                yield Draft(frame.number, "count", Count(1, 1), start, end, "count.singular")
                break


def _is_single(framing: Framing, trigger: Trigger, start: int, end: int, family: str) -> bool:
    text = framing.facts.report.text
    words = text[start:end].lower()
    if (words.endswith("s") and not words.endswith(("ss", "us"))) or _SEVERAL.search(text[max(0, start - 40) : start]):
        return False
    if re.match(r"\s+(?:missiles|rockets|tests|launches|systems|launchers|shells)\b", text[end : end + 12]):
        return False
    if family == "nuclear":
        return True
    if trigger.object_start is None:
        return (
            not trigger.definite
            and trigger.shape is Shape.CLAUSE
            and _A.search(text[max(0, start - 60) : start]) is not None
        )
    return trigger.shape is Shape.CLAUSE and not words.endswith(
        ("artillery", "salvo", "barrage", "volley", "system", "launcher")
    )


def _classes(framing: Framing) -> Iterable[Draft]:
    facts = framing.facts
    for match in _CARRIER.finditer(facts.report.text):
        home = framing.owner(match.start(), match.end())
        if home is not None and framing.frames[home].type == "satellite_launch":
            yield Draft(home, "weapon_class", Term("SLV"), match.start(), match.end(), "class.carrier")
    for found in facts.classes:
        home = framing.owner(found.start, found.end)
        if home is None or framing.frames[home].family != "launch":
            continue
        sentence = facts.sentence_at(found.start)
        if sentence is None:
            continue
        span = facts.sentences[sentence]
        tail = facts.report.text[found.end : min(span.end, found.end + 24)]
        head = facts.report.text[max(span.start, found.start - 60) : found.start]
        if (
            _NOT_FLOWN.match(tail.lstrip(" -"))
            or _COMPARED.search(head)
            or _beyond(framing, home, sentence, found.start)
        ):
            continue
        trigger = _telling_of(framing, home, sentence, found.start, found.end)
        rank = 0.0 if trigger is not None else 1.0
        yield Draft(
            home, "weapon_class", Term(found.code), found.start, found.end, "class.word", _doubt(head), rank=rank
        )


def _beyond(framing: Framing, home: int, sentence: int, place: int) -> bool:
    """Whether a clause boundary of weight parts the words from the telling of their sentence ("seen as a step to")."""
    tellings = [framing.triggers[t] for t in framing.frames[home].triggers if framing.triggers[t].sentence == sentence]
    if not tellings:
        text = framing.facts.report.text
        span = framing.facts.sentences[sentence]
        return (
            re.search(r"\b(?:may|might|could|would|will|next|plans?|able|can)\b", text[span.start : place]) is not None
        )
    return False


def _names(framing: Framing) -> Iterable[Draft]:
    facts = framing.facts
    for name in facts.names:
        if name.kind != "weapon":
            continue
        home = framing.owner(name.start, name.end)
        sentence = facts.sentence_at(name.start)
        if home is None or sentence is None or framing.frames[home].family != "launch":
            continue
        span = facts.sentences[sentence]
        head = facts.report.text[max(span.start, name.start - 60) : name.start]
        tail = facts.report.text[name.end : min(span.end, name.end + 40)]
        if _COMPARED.search(head) or not _of_state(framing, home, name):
            continue
        if re.match(r"\s*(?:reaches|can reach|has a range)\b", tail):
            continue
        rank = 0.0 if _telling_of(framing, home, sentence, name.start, name.end) is not None else 1.0
        yield Draft(home, "weapon", weapon_value(name), name.start, name.end, "weapon.name", _doubt(head), rank=rank)


def _of_state(framing: Framing, home: int, name: NameMatch) -> bool:
    """Whether the frame's state has this weapon, as far as the codebook says whose it is."""
    state = framing.frames[home].state
    owner = getattr(name.entry, "state", None)
    return owner is None or state is None or owner == state or framing.frames[home].type == "combat_use"


def weapon_value(name: NameMatch) -> Weapon:
    """The weapon a name stands for, as written."""
    code = getattr(name.entry, "weapon_class", None)
    return Weapon(name.id, name.name, name.written, code, bool(getattr(name.entry, "is_family", False)))
