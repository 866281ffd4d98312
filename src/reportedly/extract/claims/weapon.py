"""What was fired, and how many: count, class and name."""

import re
from collections.abc import Iterable

from reportedly.extract.claims.designation import names
from reportedly.extract.claims.draft import Draft
from reportedly.extract.claims.said import doubt, telling_of
from reportedly.extract.claims.weapon_class import classes
from reportedly.extract.folding import fold_counts
from reportedly.extract.framing import Framing
from reportedly.extract.trigger import Shape, Trigger
from reportedly.model import Count

_SEVERAL = re.compile(
    r"\b(?:several|multiple|two|three|four|five|six|seven|eight|nine|ten|\d+|series|salvo|some|many)\s+(?:[\w-]+\s+){0,4}(?:of\s+)?$",
    re.IGNORECASE,
)
_A = re.compile(r"\b(?:a|an|one)\s+(?:[\w“”\"'-]+\s+){0,5}$", re.IGNORECASE)
_PARTIAL = re.compile(
    r"\b(?:including|include[sd]?|among them|of which|one of|some of|of the|another|other|remaining|more than once|each)\b\W*(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)


def weapons(framing: Framing) -> Iterable[Draft]:
    """Counts, classes and names of every frame."""
    yield from _counts(framing)
    yield from classes(framing)
    yield from names(framing)


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
        if telling_of(framing, home, number, found.start, found.noun_end) is None:
            continue
        head = facts.report.text[max(facts.sentences[number].start, found.start - 40) : found.start]
        if found.included or found.additional or found.part is not None or _PARTIAL.search(head):
            continue
        known = running.get(home)
        if known is not None and found.value.maximum is not None and found.value.maximum < known.minimum:
            continue  # a part of the total told before
        running[home] = fold_counts([found.value] if known is None else [known, found.value])
        yield Draft(home, "count", found.value, found.number_start, found.number_end, "count.object", doubt(head))
    yield from _singles(framing, set(running))


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
