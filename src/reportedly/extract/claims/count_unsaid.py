"""How many, where nothing counts them: one or several by the number of the words that tell it."""

import re
from collections.abc import Iterator, Sequence

from reportedly.extract.claims.count_of import only_urged
from reportedly.extract.claims.draft import Draft
from reportedly.extract.claims.said import doubt
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.sentences import LEAD
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.fields.count import CountExpression
from reportedly.fields.number import parse
from reportedly.model import Count, Role, Stance
from reportedly.patterns import compiled

_SEVERAL = compiled(
    r"\b(?:several|multiple|two|three|four|five|six|seven|eight|nine|ten|\d+|series|salvo|some|many)\s+(?:[\w-]+\s+){0,4}(?:of\s+)?$",
    re.IGNORECASE,
)
_A = compiled(r"\b(?:a|an|one)\s+(?:[\w“”\"'-]+\s+){0,5}$", re.IGNORECASE)
_PLURAL_BEHIND = compiled(
    r"\s+(?:missiles|rockets|tests|launches|systems|launchers|shells|(?:missile )?(?:strikes?|attacks?|barrage|salvo|volley))\b"
)
_PLURALS = compiled(
    r"\b(?:missiles|rockets|shells|rounds|projectiles|(?:launches|tests|firings)$)(?! (?:launch|test|fir)\w*)",
    re.IGNORECASE,
)
_DRILL = compiled(r"\b(?:drills?|exercises?|manoeuvres?|maneuvers?)\b", re.IGNORECASE)
_MASS = ("artillery", "salvo", "barrage", "volley", "system", "launcher", "strike", "attack")
SOME = 3  # the least that a word for many says: "a barrage"
_COUNTED = frozenset({"launch", "nuclear"})


def unstated(framing: Framing, frame: Frame) -> Iterator[Draft]:
    """One, where nothing counts and the words are singular: "the Hwasong-18 was fired", "a nuclear test"."""
    if frame.family not in _COUNTED:
        return
    triggers = [framing.triggers[n] for n in frame.triggers]
    triggers.sort(key=lambda t: (t.modality is not Modality.HAPPENED, t.shape is not Shape.CLAUSE))
    triggers = [t for t in triggers if not _is_drill(framing, t)]
    jointly = [t for t in triggers if of_several_states(framing, t.start, t.end)]
    triggers = [t for t in triggers if t not in jointly]
    if triggers and _tells_several(framing, triggers[0]):
        return
    for trigger in triggers:
        start = trigger.object_start if trigger.object_start is not None else trigger.start
        end = trigger.object_end if trigger.object_end is not None else trigger.end
        if _is_single(framing, trigger, start, end, frame.family):
            yield Draft(
                frame.number, "count", Count(1, 1), start, end, "count.singular", doubted(framing, start, start)
            )
            return
    spoken = {t.anchor for t in framing.facts.triggers}
    naming = [
        t
        for t in (*triggers, *jointly)
        if (t.anchor in spoken or t.object_start is not None)
        and not _of_launcher(framing, t)
        and not only_urged(
            framing.facts.report.text, framing.facts.sentences[t.sentence].start, t.object_start or t.start
        )
    ]  # what an affair is told by counts nothing
    if frame.role is Role.MAIN and naming:
        told = [t for t in naming if t not in jointly]
        by_number = _by_number_of_noun(framing, frame) or (_by_telling(framing, frame, told) if told else None)
        yield from [by_number] if by_number else []


def of_several_states(framing: Framing, start: int, end: int) -> bool:
    """Whether words tell of several states' incidents at once, and so count none's: "India and Pakistan tested missiles"."""
    states: dict[int, set[str | None]] = {}
    for number, trigger in enumerate(framing.triggers):
        if trigger.start < end and start < trigger.end and number in framing.of_trigger:
            states.setdefault(trigger.anchor, set()).add(framing.frames[framing.of_trigger[number]].state)
    return any(len(told) > 1 for told in states.values())


def _of_launcher(framing: Framing, trigger: Trigger) -> bool:
    """Whether what is told to be tested is a launcher or a system, which fires any number."""
    told = framing.facts.report.text[trigger.object_start or trigger.start : trigger.object_end or trigger.end].lower()
    return trigger.object_start is not None and told.endswith(("launcher", "launchers"))


def _is_drill(framing: Framing, trigger: Trigger) -> bool:
    """Whether it is told as a drill, which counts no shots: "a firing drill of launchers"."""
    return _DRILL.search(framing.facts.report.text, trigger.start, trigger.end) is not None


def _tells_several(framing: Framing, trigger: Trigger) -> bool:
    """Whether what first tells an incident is a noun in the plural: "conducted test-fires of two missiles"."""
    told = framing.facts.report.text[trigger.start : trigger.end].lower()
    return (
        trigger.object_start is None and trigger.shape is Shape.CLAUSE and told.endswith(("fires", "firings", "tests"))
    )


def _is_single(framing: Framing, trigger: Trigger, start: int, end: int, family: str) -> bool:
    text = framing.facts.report.text
    words = text[start:end].lower()
    if (words.endswith("s") and not words.endswith(("ss", "us"))) or _SEVERAL.search(text[max(0, start - 40) : start]):
        return False
    if _PLURAL_BEHIND.match(text, end):
        return False
    if family == "nuclear":
        return True
    if trigger.object_start is None:
        return (
            not trigger.definite
            and trigger.shape is Shape.CLAUSE
            and _A.search(text[max(0, start - 60) : start]) is not None
        )
    return trigger.shape is Shape.CLAUSE and not words.endswith(_MASS)


def _by_number_of_noun(framing: Framing, frame: Frame) -> Draft | None:
    """One or several by the number of the nouns that name what flew: "the missile fell", "the missiles fell"."""
    if frame.family != "launch":
        return None
    single, several = _named_again(framing, frame)
    chosen = single or several
    if not chosen or (single and len(several) >= len(single)):
        return None
    found = chosen[0]
    return Draft(frame.number, "count", found.value, found.start, found.end, "count.noun")


def _named_again(framing: Framing, frame: Frame) -> tuple[list[CountExpression], list[CountExpression]]:
    """The nouns that name again what flew, those of one and those of several."""
    nouns = [
        f for f in framing.facts.counts
        if f.kind in {"missile", "projectile", "rocket"} and f.definite and f.ordinal is None
        and framing.owner(f.start, f.end) == frame.number
    ]  # fmt: skip
    return [f for f in nouns if f.value.maximum == 1], [f for f in nouns if f.value.minimum > 1]


def is_one(framing: Framing, frame: Frame, drafts: Sequence[Draft]) -> bool:
    """Whether a report that speaks of several only in passing goes on about one: "the missile ... the projectile"."""
    if frame.role is not Role.MAIN or frame.family != "launch":
        return False
    text = framing.facts.report.text
    vague = all(
        isinstance(d.value, Count) and d.value.maximum is None and parse(text[d.start : d.end].lower()) is None
        for d in drafts
    )
    first = min(framing.facts.sentence_at(d.start) or 0 for d in drafts)
    if not vague or first <= LEAD:
        return False
    single, several = _named_again(framing, frame)
    return len(single) > 1 and len(single) > 2 * len(several)


def _by_telling(framing: Framing, frame: Frame, triggers: Sequence[Trigger]) -> Draft:
    """One or several by the number of the words that tell it: "Thursday's launch", "the missile tests"."""
    for trigger in triggers:
        if _PLURALS.search(framing.facts.report.text, trigger.start, trigger.end):
            return Draft(frame.number, "count", Count(2, None), trigger.start, trigger.end, "count.telling")
    first = triggers[0]
    return Draft(frame.number, "count", Count(1, 1), first.start, first.end, "count.telling")


def doubted(framing: Framing, start: int, noun: int) -> Stance | None:
    """Estimated where the noun is only suspected to be what it is; that so many flew is not in doubt with it."""
    number = framing.facts.sentence_at(start)
    low = framing.facts.sentences[number].start if number is not None else start
    return doubt(framing.facts.report.text[max(low, start - 40) : noun])
