"""What a text says is not told: "did not specify the number", "remain undisclosed", "without saying where"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from reportedly.codebook import Phrases
from reportedly.fields.gated import Gated
from reportedly.frozen import dataclass
from reportedly.patterns import compiled

_SENTENCE = compiled(r"[^\n]+?(?:[.!?][\"”’']?(?=\s+[A-Z“\"]|\s*$)|(?=\n)|$)")
_WITHHELD = Gated(
    r"\b(?:(?:did|do|does|has|have|would|could)(?: not|n[’']t| never)|without|nor (?:did|does|do|has|have)|le(?:ft|aves?|aving) open|declin\w+ to|refus\w+ to|yet to"
    r"|fail\w+ to"
    r"|gave no|giving (?:neither|no)|gave neither|no word (?:on|of)|no (?:figure|number|details?) (?:for|of|on)|no (?:exact )?(?:day|dates?)\b"
    r"|undisclosed|unspecified|unknown|unclear|not (?:immediately |yet |initially )?(?:clear|known|given|disclosed|revealed|named|said|told|identified"
    r"|specified|released|announced|reported|stated|available|made public)|neither|withheld|still (?:being"
    r" )?analy[sz]\w+)\b",
    re.IGNORECASE,
)
_SAYING = Gated(
    r"\b(?:specif\w+|disclos\w+|giv\w+|gave|named?|told|sa(?:y|id|ying)|mention\w*|elaborat\w+|provid\w+|reveal\w*|stat(?:e"
    r"|ed|ing)"
    r"|clear|known|announc\w+|detail\w*|identif\w+|releas\w+|report\w*|clarif\w+|confirm\w*|offer\w*|figure|unknown"
    r"|unclear|undisclosed|unspecified|word|neither|no|open)\b",
    re.IGNORECASE,
)
_BREAK = Gated(r"[;:]|,\s(?:but|while|and (?:said|says|that))\b|\b(?:said|says|saying) that\b")
_WAS_COUNTED = compiled(
    r"(?:(?:\w+ ){0,2}number of|how many) (?:dead|deaths|injur\w+|casualt\w+|people|times|tests|countries|states|years)\b"
)


@dataclass(frozen=True, slots=True)
class WithheldExpression:
    """A thing that somebody says is not told: `field` names which; `cue` the words that withhold it."""

    start: int
    end: int
    written: str
    field: str
    cue: str


@lru_cache(maxsize=8)
def _hints(phrases: Phrases) -> tuple[tuple[str, Gated], ...]:
    """What is not told, by its field, once a codebook."""
    return tuple((name, Gated("|".join(told), re.IGNORECASE)) for name, told in phrases.withheld.items() if told)


def find_withheld(text: str, phrases: Phrases) -> tuple[WithheldExpression, ...]:
    """Everything the text says is not told, in order."""
    if _WITHHELD.search(text) is None:
        return ()
    found: list[WithheldExpression] = []
    for sentence in _SENTENCE.finditer(text):
        for start, end in _clauses(text, sentence.start(), sentence.end()):
            found += _in_clause(text, start, end, _hints(phrases))
    return tuple(sorted(found, key=lambda e: (e.start, e.end)))


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a sentence, so that "not" of one does not reach into the next."""
    cuts = [m.start() for m in _BREAK.finditer(text, start, end)]
    edges = [start, *cuts, end]
    return [(a, b) for a, b in pairwise(edges) if a < b]


def _in_clause(text: str, start: int, end: int, hints: Sequence[tuple[str, Gated]]) -> list[WithheldExpression]:
    cue = _WITHHELD.search(text, start, end)
    if cue is None or _SAYING.search(text, cue.start(), end) is None:
        return []
    found = []
    for name, pattern in hints:
        match = pattern.search(text, start, end)
        if match is None or _WAS_COUNTED.match(text, match.start()):
            continue
        if match.end() < cue.start() - 60 or match.start() > cue.end() + 70:
            continue
        found.append(WithheldExpression(match.start(), match.end(), match.group(), name, cue.group().lower()))
    return found
