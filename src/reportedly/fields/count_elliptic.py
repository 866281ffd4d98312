"""Numbers without their noun: "Japan detected nine", "several were launched", "two of them"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.fields import count_words as cw
from reportedly.fields.count_expression import CountExpression
from reportedly.fields.gated import Gated
from reportedly.fields.number import NUMBER, parse
from reportedly.model import Count

_HEDGED = rf"(?P<hedge>\b(?:{cw.HEDGES}|a total of)\s)?"
_N = rf"\b(?P<n>{NUMBER}|several|multiple)"
_VERB = Gated(  # Japan detected nine. It fired seven from the east coast.
    r"\b(?:detect|count|fir|launch|track|confirm|spott|register|record|lobb|loos|sp[eo]ak of|spoke of|saw|sees"
    rf"|put (?:the|their) number at)(?:e[ds]|ed|ing|s|ted|ting)?\s{_HEDGED}{_N}(?=[.;:](?!\d)|,(?!\d)|\s(?:in all|in total|altogether"
    r"|fired|launched|between\b|from\b|into\b|towards?\b|within\b))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Words that a number may stand before: found first, the number is then read leftwards from them."""

    words: Gated
    number: re.Pattern[str]
    reach: int


_START = r"(?:(?<=[.!?;:]\s)|(?<=\bthat\s)|(?<=\n)|^)"
_ANCHORS = (
    _Anchor(  # Several were launched. As many as seven, of a Scud type, were fired.
        Gated(
            r"\s(?:were|was|had been|have been)\s(?:\w+ly\s)?(?:fired|launched|tested|test-fired|shot|sent up|lobbed|loosed|detected"
            r"|counted|confirmed|spotted)\b",
            re.IGNORECASE,
        ),
        re.compile(rf"{_START}{_HEDGED}{_N}(?:,\s[^,.;]{{1,60}},)?$", re.IGNORECASE),
        110,
    ),
    _Anchor(  # one of at least three fired
        Gated(r"\s(?:fired|launched)\b(?!\s(?:at|by)\b)", re.IGNORECASE),
        re.compile(rf"{_HEDGED}(?<![-–\d])\b(?P<n>(?!\d)(?:{NUMBER})|several|multiple)$", re.IGNORECASE),
        36,
    ),
    _Anchor(  # Four, according to
        Gated(r",\s(?:according to|said|says)\b", re.IGNORECASE),
        re.compile(rf"(?<=[.!?]\s)(?-i:(?=[A-Z])){_HEDGED}{_N}$", re.IGNORECASE),
        36,
    ),
    _Anchor(  # missiles again, two of them, probably
        Gated(r"\sof\sthem(?=,)", re.IGNORECASE),
        re.compile(rf"(?<=,\s){_HEDGED}{_N}$", re.IGNORECASE),
        36,
    ),
    _Anchor(  # a pair launched from Wonsan; the pair flew 400 km; all four came down
        Gated(
            r"\s(?:(?:were|was|had been)\s)?(?:fired|launched|flew|fell|travel\w+|landed|came down|splashed|covered|reached|climbed|rose"
            r"|took off|lifted off|went up|crashed|went [\d,]+)\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:an?|the|this|all|these)\s(?P<hedge>)(?P<n>pair|trio|(?!\d){NUMBER})$", re.IGNORECASE),
        24,
    ),
    _Anchor(  # two tests of the Prithvi-II, twin launches of the same missile
        Gated(
            r"\s(?:(?:successful|separate|consecutive|missile)\s)?(?:test[- ]|flight[- ])?(?:tests|launches|trials|firings|flights)\sof\s(?:the|its|an?|this)\b",
            re.IGNORECASE,
        ),
        re.compile(rf"(?P<hedge>)\b(?P<n>(?!\d)(?:{NUMBER})|twin)$", re.IGNORECASE),
        24,
    ),
)
_OF_THEM = Gated(r"\sof\sthem\b", re.IGNORECASE)
_PART = re.compile(rf"(?P<hedge>\b(?:{cw.HEDGES})\s)?\b(?P<n>{NUMBER}|several|multiple|both|some)$", re.IGNORECASE)


def elliptic(text: str) -> Iterator[CountExpression]:
    """Every number that counts without a noun, in no order; "two of them" is a part, none of the others is."""
    taken: set[int] = set()
    for match in (*_VERB.finditer(text), *_before_anchors(text)):
        if match.start("n") not in taken and (found := _expression(match, "elliptic")):
            taken.add(match.start("n"))
            yield found
    for place in _OF_THEM.finditer(text):
        part = _PART.search(text, max(0, place.start() - 40), place.start())
        if part and part.start("n") not in taken and (found := _expression(part, None)):
            yield found


def _before_anchors(text: str) -> Iterator[re.Match[str]]:
    for anchor in _ANCHORS:
        for place in anchor.words.finditer(text):
            found = anchor.number.search(text, max(0, place.start() - anchor.reach), place.start())
            if found is not None:
                yield found


def _expression(match: re.Match[str], kind: str | None) -> CountExpression | None:
    value = _value(match["n"].lower(), match["hedge"] or "")
    if value is None:
        return None
    start, end = match.start("hedge") if match["hedge"] else match.start("n"), match.end("n")
    cue = match["hedge"].strip() if match["hedge"] else None
    written = match.string[start:end]
    return CountExpression(
        start, end, written, value, None, end, end, match.start("n"), end, kind, cue, part=None if kind else value
    )


def _value(word: str, before: str) -> Count | None:
    amount = None if word.startswith("0") else parse(word)
    value = cw.QUANTIFIERS.get(word) or (Count(int(amount), int(amount)) if amount and amount == int(amount) else None)
    hedge = cw.HEDGE.search(before)
    return cw.hedged(value, hedge) if value is not None and hedge and value.maximum is not None else value
