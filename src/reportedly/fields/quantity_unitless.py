"""Heights and distances printed without their unit, in a sentence that gives another with it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain

from reportedly.fields.gated import Gated
from reportedly.fields.number import DIGITS
from reportedly.fields.quantity_expression import QuantityExpression
from reportedly.fields.quantity_units import convert, unit_of
from reportedly.fields.taken import Taken
from reportedly.model import Quantity
from reportedly.patterns import compiled

_ABOUT = "(?:about|around|some|roughly|nearly|approximately) "
_NUMBER = rf"(?P<n>(?P<about>{_ABOUT})?(?P<number>{DIGITS}))"
_MEASURED = Gated(  # "covered 360 kilometers after peaking at 540", "the ground track as 800"
    rf"\b(?:(?P<apogee>(?:heights?|altitudes?|apogee|summit|peak|ceiling) (?:of|at|as|was)|peak(?:ed|ing|s)? at|topp(?:ed|ing) out at"
    rf"|at (?:a|its) (?:maximum|peak|top|highest)(?: of)?|clim(?:bed|bing)(?: to)?|no higher than|as high as|rose to)"
    rf"|(?P<distance>(?:distance|(?:ground )?track|trip|journey|path|flight) (?:of|at|as|was|to)"
    rf"|no (?:farther|further) than|as far as)|flew|flown|went|travell?ed|covered) {_NUMBER}"
    rf"(?=[,;]|\.\s|\.?$| (?:and|with|at|before|in|for|on|is|was|were|while|but|to|over)\b)",
    re.IGNORECASE,
)
_AGAIN = Gated(  # "the JCS put it at 300 km, Tokyo at 350"; "Chinese media spoke of roughly 10,000"
    rf"\b(?:spoke of|(?:said|says|gave|gives|puts?|estimated|measured|reported|made|had|spoke|reckoned|counted)(?: it| they| that| the \w+)?(?: at| of| was| were| to be)?|[A-Z]\w+(?: at)?|['’]s (?:number|figure|estimate|reading|count) (?:was|is|stood at)) {_NUMBER}(?=[,;]|\.\s|\.?$)"
)
_WHICH = r"(?:first|one|second|other|third|last|latter|former|another)"
_WORDS = (
    r"(?:\s(?:one|missile|shot|projectile|rocket|flew|flying|went|travell?ed|covered|reached|managed|made|did|only|just|merely|barely|about"
    r"|around|some|roughly|nearly|a mere))*"
)
_NEXT_SHOT = compiled(  # "one flew 600 km, the other only 120"
    rf"[^.;\d]{{0,40}}?(?:[,;:—–]|\band|\bwhile|\bbut)\s(?:(?:the\s)?{_WHICH}\b{_WORDS}|(?:(?:its|the|a)\s)?(?:other|second|next|companion|partner|twin|sister|rest|third|last|latter)\b[^.;\d]{{0,40}}\s(?:after|for))\s(?P<n>{DIGITS})(?=[,.;:)]|\s(?:and|before|but|while|in)\b|\s?$|\s?[—–])",
    re.IGNORECASE,
)
_FEW = 20  # a smaller number without a unit counts things rather than kilometres
_ALIKE = 2.0  # as a ratio: another voice's figure of the same


def unitless(text: str, found: Sequence[QuantityExpression], bounds: Sequence[int]) -> list[QuantityExpression]:
    """The numbers without a unit that a word of measure, or another voice, makes lengths, in sentences with a length."""
    lengths: dict[int, list[QuantityExpression]] = {}
    for e in found:
        if e.value.unit == "km" and e.unit_written.lower().startswith(("k", "mi")):
            lengths.setdefault(bisect_right(bounds, e.start), []).append(e)
    if not lengths:
        return []
    out = []
    taken = Taken(len(text), ((e.start, e.end) for e in found))
    for match in chain(_MEASURED.finditer(text), _AGAIN.finditer(text)):
        start, end = match.start("n"), match.end("n")
        place = bisect_right(bounds, start)
        beside = lengths.get(place) or (lengths.get(place - 1, []) if match.re is _AGAIN.plain else [])
        number = convert(match["number"], unit_of(beside[0].unit_written)) if beside else None
        if number is None or not taken.free(start, end):
            continue
        role = _role(match, number, beside)
        if role is not None and not (number < _FEW and role == "distance"):
            value = Quantity(number, number, "km", match["about"] is not None)
            out.append(QuantityExpression(start, end, match["n"], value, "", role, "unitless"))
    return out


def next_shot(text: str, here: QuantityExpression, high: int) -> QuantityExpression | None:
    """The amount of the next shot, which leaves its unit to the one before it, in a sentence that ends at `high`."""
    if here.role not in ("distance", "apogee") or not here.unit_written:
        return None
    match = _NEXT_SHOT.match(text, here.pair_end or here.end, high)
    number = convert(match["n"], unit_of(here.unit_written)) if match is not None else None
    if match is None or number is None:
        return None
    value = Quantity(number, number, "km", here.value.approximate)
    return QuantityExpression(match.start("n"), match.end("n"), match["n"], value, "", here.role, "shares-unit", shot=2)


def _role(match: re.Match[str], number: float, beside: Sequence[QuantityExpression]) -> str | None:
    """What a number is of: as its word of measure says, or what the length before it is of that is about as much."""
    if match.re is not _AGAIN.plain:
        return "apogee" if match["apogee"] else "distance"
    for e in reversed(beside):
        size = e.value.maximum or e.value.minimum or 0
        if e.end < match.start("n") and e.role in ("distance", "apogee") and size / _ALIKE < number < size * _ALIKE:
            return e.role
    return None
