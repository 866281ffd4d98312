"""Finds measured amounts in a text: number, unit, hedge, the conversion in brackets, role, and which shot."""

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from reportedly.fields.gated import Gated
from reportedly.fields.magnitude import readings, speaks_of_quakes
from reportedly.fields.quantity_amounts import Amount, amounts
from reportedly.fields.quantity_expression import QuantityExpression
from reportedly.fields.quantity_measures import AT
from reportedly.fields.quantity_roles import length_role
from reportedly.fields.quantity_rows import joins
from reportedly.fields.quantity_times import time_role, yield_role
from reportedly.fields.quantity_unitless import next_shot, unitless
from reportedly.fields.quantity_units import FOOT
from reportedly.fields.quantity_voices import of_other_voices
from reportedly.fields.taken import Taken
from reportedly.model import Quantity
from reportedly.patterns import compiled

_SENTENCE_END = compiled(
    r"[.!?](?<!\b[A-Z].)(?<!\b[ap]\.m.)(?<!\bGen.)(?<!\bLt.)(?<!\bapprox.)[\"”’)]*\s+(?=[A-Z“\"(‘-])|(?<=[.!?:;\"”’)])\n+|\n\s*\n\s*|\n(?=[-•*·–]|[A-Z][\w ]{0,30}:)",
)
_FARTHER = compiled(
    r"[^.;]{0,3}\band (?:the (?:other|second)|another)(?: one| missile)?(?: (?:flew|went"
    r"|travell?ed))?(?:,[^,.;]{1,40},)?"
    r"(?: (?:a (?:bit|little)|slightly|even|somewhat|much))? (?P<w>farther|further)\b",
    re.IGNORECASE,
)
_SHOT = Gated(
    r"\b(?:the )?(?P<n>first|one|second|other|third|latter|former)\b(?!-)(?=,| (?:missile|projectile|rocket"
    r"|one\b|fl[ey]w?\b|flying"
    r"|went|travel|covered|fell|landed|came|reached|rose|climbed|only|just|about|around|some|roughly|by|nearly|\d))",
    re.IGNORECASE,
)
_SHOTS: dict[str, int] = {"first": 1, "one": 1, "former": 1, "second": 2, "other": 2, "latter": 2, "third": 3}
_WITH_HEIGHT = compiled(
    r"(?:and|at|with)(?: [a-z]+){0,2} (?:heights?|altitudes?|apogees?|peak)(?: [a-z]+){0,2}", re.IGNORECASE
)
_BESIDE = r"(?: (?:at (?:most|the most)|or (?:so|more|less)|on average|in all))?[,.;]? ?(?:and |with |while |but )?(?:(?:the|its|their|an?) )?(?:(?:maximum|peak|top|estimated|flight) )*"
_AS_MUCH = r"(?: (?:was|were|of|at|as|being))?:?(?: (?:about|some|around|roughly|an estimated))? ?"
_THEN_HEIGHT = compiled(  # "the range was about 450 km, the altitude 37 km": no weapon's range stands beside a height
    rf"{_BESIDE}(?:altitudes?|apogees?|heights?){_AS_MUCH}", re.IGNORECASE
)
_THEN_RANGE = compiled(rf"{_BESIDE}range{_AS_MUCH}", re.IGNORECASE)
_FLOWN, _CLIMBED = r"distances?|(?:flight )?ranges?|path|trajectory", r"altitudes?|heights?|apogees?|peaks?"
_IN_TURN = Gated(  # "distance and altitude were 400 km and 50 km"
    rf"\b(?:(?P<flown>{_FLOWN})|{_CLIMBED}) and (?:(?:the|its|their|a|an|maximum|peak|top|flight) )*(?(flown)(?:{_CLIMBED})|(?:{_FLOWN}))\b[^.;\d]{{0,40}}$",
    re.IGNORECASE,
)
_ALL = compiled(r"\b(?:both|they|all|each|missiles)\b", re.IGNORECASE)
_AIRCRAFT = compiled(
    r"\b(?:jets?|(?:war)?planes?|aircraft|airliners?|flights|drones?|helicopters?)\b[^.;]*$", re.IGNORECASE
)
_HIGH = compiled(r"\b(?:high|higher|lower)\b", re.IGNORECASE)
_REACHED = compiled(
    r"(?:up to|as (?:far|high|long|much) as|no (?:more|higher|further|farther|longer) than|a maximum of)\b",
    re.IGNORECASE,
)
_TOPPED = compiled(r"\b(?:topped|surpassed) (?:the )?$")
_NEGATED = compiled(r"\b(?:none|no|not|never|nothing)\b[^.;,]{0,20}$|n[’']t [^.;,]{0,20}$", re.IGNORECASE)
_QUOTES = str.maketrans("", "", '“”"«»')
_CLOCK = compiled(r"[0-2]\d[0-5]\d\s?(?:hours|hrs)\b")  # "at around 1900 hours": a time of day
_REACH = 110
_LOFTY = 1.0  # km: what is given in feet above this is how high something flew


def find(text: str) -> tuple[QuantityExpression, ...]:
    """Every measured amount in the text, in order, none overlapping."""
    found_amounts = [a for a in amounts(text) if not _CLOCK.match(text, a.number_start)]
    if not found_amounts and not speaks_of_quakes(text):
        return ()
    bounds = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]
    found: list[QuantityExpression] = []
    previous: dict[str, tuple[int, int, str]] = {}
    for amount in found_amounts:
        place = bisect_right(bounds, amount.number_start) - 1
        begin, end = bounds[place], bounds[place + 1]
        expression = _with_role(text, amount, begin, end, previous)
        found.append(expression)
        previous[amount.unit.dimension] = (amount.right, begin, expression.role)
        if amount.unit.dimension == "length":
            previous["time"] = (amount.right, begin, expression.role)
            farther = _FARTHER.match(text, amount.right, end) if expression.role == "distance" else None
            if farther:
                found.append(_farther(expression, farther))
                found[-2] = replace(expression, shot=expression.shot or 1)
    found = _listed(text, _in_turn(text, _led_back(text, found)))
    if bare := unitless(text, found, bounds):
        found = _led_back(text, sorted((*found, *bare), key=lambda e: e.start))
    found = _with_next_shots(text, of_other_voices(text, found, bounds), bounds)
    found += _magnitudes(text, found, bounds)
    return tuple(sorted(found, key=lambda e: (e.start, e.end)))


def _with_role(
    text: str, amount: Amount, begin: int, end: int, previous: dict[str, tuple[int, int, str]]
) -> QuantityExpression:
    left = text[max(begin, amount.start - _REACH) : amount.start].translate(_QUOTES)
    right = text[amount.right : min(end, amount.right + 60)]
    before = previous.get(amount.unit.dimension)
    gap = text[before[0] : amount.start].translate(_QUOTES) if before and before[1] == begin else None
    role, rule = _role(amount, left, right, gap, before[2] if before else None)
    low, high = amount.low, amount.high
    if before and before[2] == "apogee" and gap == " " and amount.hedge == "over" and amount.unit.dimension == "length":
        role, rule = "distance", "on-a-way"  # "at 970 km over 4,500 km": the preposition, not a hedge
    if rule in ("flew-in", "on-a-way") and high is None and gap is not None and not gap.strip():
        high = low  # "6,200 km over 67 minutes": the preposition, not a hedge
    if role in ("distance", "apogee") and low is None and _REACHED.match(amount.hedge or ""):
        low = amount.high  # a missile that went "up to 60 km high" reached 60 km
    if role == "apogee" and _TOPPED.search(left):
        high = None
    if high is None and _NEGATED.search(text, max(begin, amount.start - 30), amount.start):
        high = low  # "none went farther than 124 miles"
    shot = _shot(text, begin, amount.start) if role in ("distance", "apogee", "flight_time", "offset") else None
    value = Quantity(low, high, amount.unit.canonical, amount.approximate)
    return QuantityExpression(
        amount.start,
        amount.end,
        text[amount.start : amount.end],
        value,
        amount.unit_written,
        role,
        rule,
        amount.hedge,
        amount.pair,
        amount.pair_end if amount.pair else None,
        shot,
    )


def _role(amount: Amount, left: str, right: str, gap: str | None, previous: str | None) -> tuple[str, str]:
    dimension = amount.unit.dimension
    if dimension == "yield":
        return yield_role(left, right)
    if dimension in ("length", "size") and _HIGH.search(amount.hedge or ""):
        return "apogee", "as-high-as"
    if dimension == "length":
        return length_role(left, right, gap, previous, hedge=amount.hedge or "")
    if dimension == "time":
        return time_role(left, right, gap, previous)
    if dimension == "size":
        role, rule = length_role(left, right, None, None)
        if _AIRCRAFT.search(left):
            return "other", "size"
        if amount.unit is FOOT and (amount.high or 0) > _LOFTY and AT.search(left):
            return "apogee", "flew-at"
        return (role, rule) if rule in ("height", "flew-at") else ("other", "size")
    if dimension == "calibre" and (amount.high or 0) < 20:
        return "other", "size"
    return dimension, "unit"


def _shot(text: str, begin: int, start: int) -> int | None:
    """Which missile of a salvo the words before the amount speak of: 1 for "the first", 2 for "the other"."""
    near = max(begin, start - 90)
    matches = [m for m in _SHOT.finditer(text, near, start + 12) if m.start() < start]
    if not matches or _ALL.search(text, matches[-1].end(), start):
        return None
    word: str = matches[-1]["n"].lower()
    if word == "one":
        return min(sum(1 for m in matches if m["n"].lower() == "one"), 2)
    return _SHOTS[word]


def _farther(first: QuantityExpression, match: re.Match[str]) -> QuantityExpression:
    """ "and the other farther": open above the first distance."""
    value = Quantity(first.value.minimum, None, first.value.unit, first.value.approximate)
    return QuantityExpression(
        match.start("w"), match.end("w"), match["w"], value, "", "distance", "farther", match["w"].lower(), shot=2
    )


def _led_back(text: str, found: list[QuantityExpression]) -> list[QuantityExpression]:
    """Amounts without a role take it from the one they are listed with: "600 and 120 km east of ...".

    One that is told together with a height is the distance: "400 km and a height of 100".
    """
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        here, after = out[i], out[i + 1]
        gap = text[here.pair_end or here.end : after.start].strip(" ,")
        if here.role == "other" and after.rule == "named-height" and gap == "and" and here.unit_written:
            out[i] = replace(here, role="distance", rule="with-height")
        elif (
            here.role == "other" != after.role
            and here.value.unit == after.value.unit
            and gap in ("and", "or", "to", "")
        ):
            out[i] = replace(here, role=after.role, rule="listed")
        elif here.role == "range" and out[i + 1].rule == "with-height" and gap == "and":
            out[i] = replace(here, role="distance", rule="with-height")
        elif (
            here.role == "apogee"
            and after.role == "range"
            and _THEN_RANGE.fullmatch(text[here.pair_end or here.end : after.start])
        ):
            out[i + 1] = replace(after, role="distance", rule="with-height")
        elif (
            here.role == "range"
            and after.role == "apogee"
            and _THEN_HEIGHT.fullmatch(text[here.pair_end or here.end : after.start])
        ) or (
            here.role == "other"
            and here.rule != "orbit"
            and after.role == "apogee"
            and here.value.unit == "km"
            and _WITH_HEIGHT.fullmatch(gap)
        ):
            out[i] = replace(here, role="distance", rule="with-height")
    return out


def _in_turn(text: str, found: list[QuantityExpression]) -> list[QuantityExpression]:
    """Two amounts behind two measures named together are of the first and of the second."""
    out = list(found)
    for i in range(len(out) - 1):
        a, b = out[i], out[i + 1]
        if a.value.unit != "km" or b.value.unit != "km" or text[a.pair_end or a.end : b.start].strip(" ,") != "and":
            continue
        named = _IN_TURN.search(text, max(0, a.start - _REACH), a.start)
        if named is not None:
            first, second = ("distance", "apogee") if named["flown"] else ("apogee", "distance")
            out[i], out[i + 1] = replace(a, role=first, rule="in-turn"), replace(b, role=second, rule="in-turn")
    return out


def _listed(text: str, found: list[QuantityExpression]) -> list[QuantityExpression]:
    """Amounts of one role listed with "and" are the first, the second and so on shot, where nothing else says so."""
    out = list(found)
    first = 0  # of the amounts that stand in one list
    for i in range(len(out) - 1):
        a, b = out[i], out[i + 1]
        gap = text[a.pair_end or a.end : b.start]
        alike = a.role == b.role and a.role in ("distance", "apogee", "flight_time") and b.rule != "farther"
        if not alike or gap.strip(" ,") not in ("", "and"):
            first = i + 1
        if alike and a.shot is None and b.shot is None and gap.strip(" ,") == "and":
            out[first : i + 2] = [replace(e, shot=n) for n, e in enumerate(out[first : i + 2], start=1)]
        elif alike and a.shot is None and b.shot == 2 and joins(gap):
            out[i] = replace(a, shot=1)
    return out


def _with_next_shots(text: str, found: list[QuantityExpression], bounds: list[int]) -> list[QuantityExpression]:
    """The amounts, each with the number of the next shot that leaves its unit to it."""
    out: list[QuantityExpression] = []
    for here in found:
        following = next_shot(text, here, bounds[bisect_right(bounds, here.start)])
        out += [here] if following is None else [replace(here, shot=here.shot or 1), following]
    return sorted(out, key=lambda e: e.start)


def _magnitudes(text: str, found: list[QuantityExpression], bounds: list[int]) -> list[QuantityExpression]:
    sentences = [(a, b) for a, b in pairwise(bounds) if a < b]
    taken = Taken(len(text), ((e.start, e.end) for e in found))
    return [
        QuantityExpression(
            r.start,
            r.end,
            text[r.start : r.end],
            Quantity(r.number, r.number, "magnitude"),
            "magnitude",
            "magnitude",
            r.rule,
        )
        for r in readings(text, sentences)
        if taken.free(r.start, r.end)
    ]
