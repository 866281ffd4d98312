"""Which strike left the wreckage that somebody examined: what it was found to be is that strike's weapon."""

import re
from collections.abc import Sequence
from functools import lru_cache

from reportedly.codebook import BodyEntry, NameMatch, Phrases
from reportedly.extract.claims.said import named_with
from reportedly.extract.framing import Frame, Framing
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_IS = compiled(  # right before a name: what a thing was found to be
    r"\b(?:was|were|is|are|been|be|as|from|to)\s+(?:(?:a|an|the|either|likely|probably|one|those|that|of|part|in|fact|from|[A-Z]\w+)\s+)*"
    r"(?:[A-Z][\w.]*(?: [A-Z][\w.]*)?(?:['’]s)?\s+)?[\"“‘']?$"
)
_EXAMINERS = frozenset({"un_monitor", "ngo_monitor", "science"})


@lru_cache(maxsize=8)
def _wreck(phrases: Phrases) -> Gated:
    return Gated(rf"\b(?:{'|'.join(phrases.wreckage) or '(?!)'})\b", re.IGNORECASE)


def strike_of(framing: Framing, home: int | None, name: NameMatch) -> int | None:
    """The frame of the strike that a weapon is named of in words of a finding (`home`) or of none: the one it is the object
    of; else, where the sentence says what wreckage was, that of the same sentence, of the one before, or the only one told."""
    start, sentence = name.start, framing.facts.sentence_at(name.start)
    strikes = [f for f in framing.frames if f.triggers and _is_strike(framing, f)]
    if sentence is None or not strikes:
        return None
    direct = (f.number for f in strikes if named_with(framing, f.number, sentence, start, name.end))
    if (number := next(direct, None)) is not None:
        return number
    told = home is not None and framing.codebook.is_a(framing.frames[home].type, "findings")
    if not _finds(framing, sentence, start, told=told):
        return None
    for number in (sentence, sentence - 1, sentence - 2):
        here = [f for f in strikes if number in _sentences(framing, f)]
        if here:
            return min(here, key=lambda f: _apart(framing, f, start)).number
    return strikes[0].number if len(strikes) == 1 else None


def _finds(framing: Framing, sentence: int, start: int, *, told: bool) -> bool:
    """Whether a sentence says what something was found to be, of wreckage or by those who examine it."""
    facts = framing.facts
    span = facts.sentences[sentence]
    if _IS.search(facts.report.text, max(span.start, start - 60), start) is None:
        return False
    if told or _wreck(framing.codebook.phrases).search(facts.report.text, span.start, span.end) is not None:
        return True
    named = facts.names_in(span.start, span.end)
    return any(isinstance(n.entry, BodyEntry) and n.entry.cls in _EXAMINERS for n in named)


def _is_strike(framing: Framing, frame: Frame) -> bool:
    return framing.codebook.is_a(frame.type, "strike") or framing.codebook.is_a(frame.type, "missile")


def _sentences(framing: Framing, frame: Frame) -> Sequence[int]:
    return [framing.triggers[t].sentence for t in frame.triggers]


def _apart(framing: Framing, frame: Frame, place: int) -> int:
    """How far the nearest telling of a frame stands from a place."""
    return min(abs(framing.triggers[t].anchor - place) for t in frame.triggers)
