"""What a text says is not told: "did not specify the number", "remain undisclosed", "without saying where"."""

import re
from dataclasses import dataclass
from itertools import pairwise

from reportedly.fields.gated import Gated

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”’']?(?=\s+[A-Z“\"]|\s*$)|(?=\n)|$)")
_WITHHELD = Gated(
    r"\b(?:(?:did|do|does|has|have|would|could)(?: not|n[’']t| never)|without|declin\w+ to|refus\w+ to|yet to"
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
    r"|unclear|undisclosed|unspecified|word|neither|no)\b",
    re.IGNORECASE,
)
_WORD = r"(?:(?!(?:and|or|was|were|is|are|remain\w*|had|has|but|not|nor|it|they)\b)[\w-]+)"
_HINTS: tuple[tuple[str, Gated], ...] = (
    (
        "count",
        Gated(
            rf"\b(?!a number of)(?:(?:the|their|its|an?|no|neither)\s)?(?:exact |precise |total )?(?:numbers? of"
            rf" {_WORD}"
            rf"(?: {_WORD}){{0,3}}|numbers? (?:fired|launched)|numbers?|how many(?: {_WORD}){{0,2}}(?: there)?"
            r"(?: (?:was|were|had been)(?: \w+(?:ed|en))?)?|figure for the number(?: \w+)?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "date",
        Gated(
            r"\b(?:(?:the|its|their|an?|any|no|on (?:what|which))\s)?(?:exact |precise |specific )?(?:dates?|day)(?! of the)\b(?:\s(?:of|on which)\b[^.;,]*"
            r"|\s(?:it|the \w+)\s(?:was|took place|had)\b[^.;,]*)?|\bwhen(?=[.;,]|$| (?:it|they|and where|or where|the (?:test|launch|firing|trial|missile|engine|visit)\w*)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "landing",
        Gated(
            r"(?:(?:the|their|its|an?|any)\s)?\b(?:landing (?:places?|sites?|points?|spots?|areas?|zones?|locations?)"
            r"|impact (?:points?|sites?|areas?|zones?)|where (?:they|it|the (?:\w+ )?\w+) (?:\w+ ){0,2}"
            r"(?:landed|fell|were|came down|ended|hit|splashed|had landed|had fallen|crashed|impacted)(?: down)?(?! (?:fired|launched|tested|from|built|made)\b))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "weapon_class",
        Gated(
            rf"(?:(?:the|their|its|what|which)\s)?(?:exact |specific )?\b(?:types?|kinds?|class)"
            rf"(?: of {_WORD}(?: {_WORD}){{0,2}})?(?: (?:it was|they were|was fired|were fired|was launched))?\b",
            re.IGNORECASE,
        ),
    ),
    (
        "distance_km",
        Gated(
            r"(?:(?:the|their|its)\s)?\b(?:flight (?:distance|range)|distances?|how far(?:"
            r" \w+){0,3})\b",
            re.IGNORECASE,
        ),
    ),
    (
        "apogee_km",
        Gated(
            r"(?:(?:the|their|its|an?)\s)?\b(?:(?:maximum|peak|top|flight|highest)\s)?(?:altitudes?|apogees?|heights?|how high(?: \w+){0,3})\b",
            re.IGNORECASE,
        ),
    ),
    (
        "site",
        Gated(
            rf"(?:(?:the|their|its|an?|any)\s)?\b(?:exact |precise |specific )?(?:(?:launch|firing|test|testing) (?:sites?|locations?|places?|points?|areas?)"
            rf"|locations?|whereabouts|from where)\b|\bwhere (?:it|they|(?:the|its|this) {_WORD}(?: {_WORD}){{0,2}}) (?:was|were|is|are|had been|has been|took place|lies|stands)"
            r"(?: (?:fired|launched|tested|located|held|conducted|carried out|taken|built|from|situated))*\b(?! \w+ed\b)|\bwhere(?=[.;,]|$| (?:and|or) when\b)",
            re.IGNORECASE,
        ),
    ),
)
_BREAK = Gated(r"[;:]|,\s(?:but|while|and (?:said|says|that))\b|\b(?:said|says|saying) that\b")
_WAS_COUNTED = re.compile(
    r"\bnumber of (?:dead|deaths|injur\w+|casualt\w+|people|times|tests|countries|states|years)\b"
)


@dataclass(frozen=True, slots=True)
class WithheldExpression:
    """A thing that somebody says is not told: `field` names which; `cue` the words that withhold it."""

    start: int
    end: int
    written: str
    field: str
    cue: str


def find_withheld(text: str) -> tuple[WithheldExpression, ...]:
    """Everything the text says is not told, in order."""
    if _WITHHELD.search(text) is None:
        return ()
    found: list[WithheldExpression] = []
    for sentence in _SENTENCE.finditer(text):
        for start, end in _clauses(text, sentence.start(), sentence.end()):
            found += _in_clause(text, start, end)
    return tuple(sorted(found, key=lambda e: (e.start, e.end)))


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a sentence, so that "not" of one does not reach into the next."""
    cuts = [m.start() for m in _BREAK.finditer(text, start, end)]
    edges = [start, *cuts, end]
    return [(a, b) for a, b in pairwise(edges) if a < b]


def _in_clause(text: str, start: int, end: int) -> list[WithheldExpression]:
    cue = _WITHHELD.search(text, start, end)
    if cue is None or _SAYING.search(text, cue.start(), end) is None:
        return []
    found = []
    for name, pattern in _HINTS:
        match = pattern.search(text, start, end)
        if match is None or _WAS_COUNTED.match(text, match.start()):
            continue
        if match.end() < cue.start() - 60 or match.start() > cue.end() + 70:
            continue
        found.append(WithheldExpression(match.start(), match.end(), match.group(), name, cue.group().lower()))
    return found
