"""What a measured amount is of: flown, climbed, a weapon's range, how far from a place.

The word right behind an amount rules it ("km high", "km away"), then a word of what could be, then the nearest word of
measure before it ("flew", "an altitude of"); one that has its amount already gives no second, save in a list.
"""

import re

from reportedly.fields.gated import Gated
from reportedly.fields.quantity_behind import AWAY, BEHIND, OFFSET
from reportedly.fields.quantity_measures import AT, MEASURE, came_down, governed
from reportedly.fields.quantity_rows import in_a_row
from reportedly.fields.quantity_way import gone_so_far, of_a_kind, of_a_map, of_an_area, read_off, unreal
from reportedly.patterns import compiled

_NEVER = compiled(  # other flights
    r"\bnever (?:before|yet|in)\b[^.;,]*$|\bnever\b[^.;,]*\b(?:gone|flown|been)\b[^.;,]*$|\bno \w+ \w+ (?:has|had) (?:ever |yet )?[^.;,]*$|\bcompares (?:with|to)\b[^.;,]*$",
    re.IGNORECASE,
)
_BETWEEN_PLACES = compiled(  # a distance on the map
    r"\bdistance (?:from|between) (?-i:[A-Z])[\w-]+ (?:to|and) (?-i:[A-Z])[\w-]+ (?:is|was|being|of)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
_CRAFT_FLEW = compiled(
    r"\b(?:jets|(?:war)?planes|aircraft|bombers?|fighters|helicopters?|drones?|balloons?|debris|wreckage|fragments|shrapnel|submarines?|ships?|boats?)\b"
    r"(?:(?!\b(?:missiles?|rockets?|projectiles?|weapons?|shells?|which|that|it|they|launch\w*|fir(?:ed|ing)|releas\w*|dropp\w*|carr\w*)\b)[^.;]){0,60}?"
    r"\b(?:flew|flown|flying|travell?ed|sailed|moved|covered|covering|went)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
_FROM_CRAFT = compiled(r"\b(?:from|by|aboard|off)\s(?:[\w’'.-]+\s){0,3}$", re.IGNORECASE)  # what it flew from
_LIES = compiled(  # where a place is: "the base lies 70 km from the launch pad"
    r"\b(?:lies?|lay|sits?|stands?|located|situated|based|(?P<is>is|are|was|were))(?: (?:just|only|roughly|about|some))? $",
    re.IGNORECASE,
)
_WHERE_IT_FELL = compiled(
    r"\b(?:fall|impact|landing|splashdown|crash|target|missile|projectile|rocket|it)\b", re.IGNORECASE
)
_DOWNED = compiled(
    r"\b(?:shot (?:it |them |\w+ \w+ )?down|brought down|intercept(?:ed|s|ing)?(?= )|downed|detonat(?:ed|es|ing))\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_GOT = compiled(
    r"\b(?:got|gets|getting|climb\w*|ris\w+|rose|push\w*|soar\w*|sent|lift\w*|flung|hurled|taken|carried|lofted|boosted|(?:took|carried|brought|sent|flung|hurled|pushed|propelled|boosted|lofted|lifted) (?:it|them|(?:the|its|their|a|both) [\w-]+)) $",
    re.IGNORECASE,
)
_AS_FAR = compiled(r"\bas far as\b", re.IGNORECASE)
_ORBITS = compiled(
    r"\borbit(?:s|ed|ing|al)?\b(?:(?!\b(?:and|after)\b)[^,;.]){0,30}$|\bspace station\b[^;.]{0,20}$|\bperigee (?:of|at|is|was)\b[^;,.]{0,15}$",
    re.IGNORECASE,
)
_RATES_MISSILES = Gated(
    r"\b(?:[ISM][CRL]BMs|missiles|which|that) (?:can |typically |usually |generally |normally )?(?:travel|reach|range|fly)\b"
    r"(?:\s[\w'’-]+){0,3}\s*$",
    re.IGNORECASE,
)
_NOUN_BEHIND = frozenset({"named-height", "named-distance"})


def length_role(left: str, right: str, gap: str | None, previous: str | None, *, hedge: str = "") -> tuple[str, str]:
    """Role and rule of a length: `left` and `right` of its sentence, `gap` and role of the length before it, its hedge."""
    if _ORBITS.search(left):
        return "other", "orbit"
    craft = _CRAFT_FLEW.search(left)
    flew = craft is not None and not _FROM_CRAFT.search(left[: craft.start()])
    if _NEVER.search(left) or flew or _BETWEEN_PLACES.search(left) or of_an_area(left):
        return "other", "another-flight"
    if hedge.lower().endswith("within"):
        return "offset" if OFFSET.match(right) else "other", "within"
    if _DOWNED.search(left):
        return "other", "downed"  # where it was hit
    if of_a_kind(left, right):
        return "range", "of-a-kind"
    if (height := read_off(left, hedge)) is not None:
        return height
    for rule in BEHIND:
        if rule.pattern.match(right):
            lies = _LIES.search(left) if rule.name == "from-launch-point" else None
            return ("offset", "lies") if lies and not _WHERE_IT_FELL.search(left) else (rule.role, rule.name)
    if unreal(left) or _RATES_MISSILES.search(left):
        return "range", "capability"
    if hedge.lower() == "up to" and _GOT.search(left):
        return "apogee", "got-up-to"
    if _AS_FAR.search(hedge):
        return "distance", "as-far-as"
    if of_a_map(left, right):
        return "offset", "lies"
    taken = gap is not None and previous in ("distance", "apogee", "range", "offset")
    if gap is not None and previous is not None and taken and (found := in_a_row(left, right, gap, previous)):
        return found
    free = len(left) - len(gap.removeprefix(_noun_behind(gap, previous))) if taken and gap is not None else 0
    if (gone := gone_so_far(left, right)) and gone[1] != "for" and (gone[1] != "onward" or OFFSET.match(right)):
        return gone
    if told := governed(MEASURE.finditer(left, max(free, 0)), left, right):
        return told
    if AWAY.match(right) and previous != "offset" and came_down(left):
        return "distance", "fell-away"
    if OFFSET.match(right):
        return "offset", "from-place"
    if gap is not None and previous == "distance" and AT.search(gap):
        return "apogee", "at"
    return gone_so_far(left, right) or ("other", "none")


def _noun_behind(gap: str, role: str | None) -> str:
    """The words behind an amount that say what it is of, which say nothing of the next: "100 km in altitude"."""
    for rule in BEHIND:
        if rule.role == role and rule.name in _NOUN_BEHIND and (match := rule.pattern.match(gap)):
            return match[0]
    return ""
