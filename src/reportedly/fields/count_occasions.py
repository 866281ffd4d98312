"""How often something was fired: "fired twice", "launched missiles on two occasions", "three times shot"."""

import re
from collections.abc import Iterator

from reportedly.fields.count_expression import CountExpression
from reportedly.fields.gated import Gated
from reportedly.fields.number import NUMBER, parse
from reportedly.model import Count
from reportedly.patterns import compiled

_OFTEN = Gated(
    rf"\b(?:(?P<twice>twice)|(?P<n>{NUMBER}) (?:separate |different )?times|on (?P<on>{NUMBER}) (?:separate |different )?occasions)\b"
    r"(?!,? (?:as|the|its|their|more|larger|bigger|farther|further|longer|higher|faster|stronger|greater|weekly|daily|a (?:day|week|month|year)|in (?:recent|the (?:past|last)))\b)",
    re.IGNORECASE,
)
_DEED = r"(?:fir(?:ed|es)|launch(?:ed|es)|test(?:s|ed)|test-(?:fired|launched)|shot|lobbed|loosed|let fly|struck out|sent up)"
_BEFORE = compiled(
    rf"\b(?P<has>(?:has|have|had|having)\s(?:\w+ly )?)?{_DEED}\b(?:(?!\b(?:and|but|after|that|which|who|when|while|than)\b)[^.;:]){{0,60}}\s$",
    re.IGNORECASE,
)
_BEHIND = compiled(rf"(?: on (?-i:[A-Z])\w+)?,? (?:\w+ly )?{_DEED}\b", re.IGNORECASE)
_PERFECT = compiled(r"\b(?:has|have|had|having) $", re.IGNORECASE)
_OF_OLD = compiled(
    r"\b(?:weeks?|months?|years?|decades?|since|before|earlier|previous\w*|ago|already|so far|(?:19|20)\d\d|last|(?-i:January|February|March|April|June|July|August|September|October|November|December))\b",
    re.IGNORECASE,
)


def occasions(text: str) -> Iterator[CountExpression]:
    """How often something was fired on the day that is told; what has been done often before is none of it."""
    for match in _OFTEN.finditer(text):
        low = max(0, match.start() - 90)
        before, behind = _BEFORE.search(text, low, match.start()), _BEHIND.match(text, match.end())
        told = (before is not None and not before["has"]) or (behind and not _PERFECT.search(text, low, match.start()))
        if not told or _OF_OLD.search(_clause(text, match.start(), match.end())):
            continue
        amount = 2 if match["twice"] else int(parse(match["n"] or match["on"]) or 0)
        if amount > 1:
            start, end = match.start(), match.end()
            value = Count(amount, amount)
            yield CountExpression(start, end, match.group(), value, None, end, end, start, end, "launches")


def _clause(text: str, start: int, end: int) -> str:
    """The words around a place as far as the next full stop."""
    low = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start), start - 100)
    high = min((n for n in (text.find(". ", end), text.find("\n", end), end + 80) if n >= 0), default=end)
    return text[max(0, low) : high]
