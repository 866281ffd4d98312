"""Numbers that leave their unit to another one of their sentence: "one flew 600 km, the other only 120"."""

import re
from collections.abc import Iterator

from reportedly.fields.number import DIGITS
from reportedly.fields.quantity_units import convert, unit_of
from reportedly.frozen import dataclass
from reportedly.patterns import compiled

_WHICH = r"(?:first|one|second|other|third|last|latter|former|another)"
_WORDS = (
    r"(?:\s(?:one|missile|shot|projectile|rocket|flew|flying|went|travell?ed|covered|reached|managed|made|did|only|just|merely|barely|about"
    r"|around|some|roughly|nearly|a mere))*"
)
_AFTER = compiled(
    rf"[^.;\d]{{0,40}}?(?:[,;:—–]|\band|\bwhile|\bbut)\s(?:(?:the\s)?{_WHICH}\b{_WORDS}|(?:(?:its|the|a)\s)?(?:other|second|next|companion|partner|twin|sister|rest|third|last|latter)\b[^.;\d]{{0,40}}\s(?:after|for))\s(?P<n>{DIGITS})(?=[,.;:)]|\s(?:and|before|but|while|in)\b|\s?$|\s?[—–])",
    re.IGNORECASE,
)
_BEFORE = compiled(
    rf"\b{_WHICH}\b{_WORDS}\s(?P<n>{DIGITS})(?=,? (?:and|but|while) (?:the )?{_WHICH}\b{_WORDS}\s$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Bare:
    """A number without a unit, in kilometres by the unit of the amount it stands beside."""

    start: int
    end: int
    value: float
    second: bool  # whether it stands behind that amount


def bare_beside(text: str, start: int, end: int, unit: str, low: int, high: int) -> Iterator[Bare]:
    """The numbers that share the unit of the amount text[start:end], in its sentence text[low:high]."""
    for second, match in (
        (True, _AFTER.match(text, end, high)),
        (False, _BEFORE.search(text[:start], max(low, start - 80))),
    ):
        value = convert(match["n"], unit_of(unit)) if match is not None else None
        if match is not None and value is not None:
            yield Bare(match.start("n"), match.end("n"), value, second)
