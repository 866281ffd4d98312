"""What the nearest word of measure before an amount makes of it ("flew", "an altitude of")."""

import re
from collections.abc import Iterable

from reportedly.fields.gated import Gated
from reportedly.fields.quantity_behind import AWAY, OFFSET
from reportedly.fields.quantity_way import unreal
from reportedly.patterns import compiled

_CAME_DOWN = compiled(
    r"\b(?:fell|fall(?:en|ing|s)?|land(?:s|ed|ing)|reach(?:ed|es|ing)|arriv(?:ed|es|ing)|(?:came|come|coming|touch\w+|went|splash\w+) down|(?:fl(?:ew|own)|travell?ed|went|sent|carried)\s(?:[\w-]+\s){0,3}?to\s(?:the\s)?(?-i:[A-Z])[\w-]+|came to rest|hit|hits|hitting|str[iu]\w+|ended up|crash\w+|impact)\b[^.;]{0,70}$",
    re.IGNORECASE,
)
_LOST = compiled(
    r"(?:vanish|disappear|lost|explod|burst|disintegrat|blew up|broke)", re.IGNORECASE
)  # from sight, high up
_NOT_HEIGHT = compiled(r"\s(?:away|from|inland|in (?:range|distance))", re.IGNORECASE)

# The words of measure, by what the amount behind them is of.
_MEASURES = {
    "height": r"altitudes?|heights?|apogees?|ceiling|peak(?:ed|ing)|(?:peaks?|highest(?: points?)?|apex|summit|top)(?: of (?:the|its|their) (?:flights?|paths?|arcs?"
    r"|trajector(?:y|ies)|courses?))?|climb\w*|rose|ris(?:e[sn]?|ing)|soar\w*"
    r"|ascend\w*|lift(?:ed|s|ing)?(?! off)|vault\w*|zoom\w*|crest\w*|maxed out|culminat\w*|zenith|elevations?|skimm\w*|hugg\w*|dived?|dove|exceed\w*|lofted|(?:shot|went|goes|going|gone) up|got (?:up )?to|topp(?:ed|ing)(?: out)?|higher than",
    "path": r"(?<![\w-])(?:distance (?:from|between) (?:the |its )?(?:launch|firing|start|lift-?off|take-?off)[^,;.\d]{0,30}? (?:to|and) [^,;.\d]{3,30}?(?= (?:was|is|came|comes)\b)|distances?(?: (?:(?:it|they) )?(?:travell?ed|flown|flew|covered|traversed))?|flight[- ](?:range|distance|path|trajectory)s?|flights?|trajector(?:y|ies)|paths?|courses?|tracks?"
    r"|orbits|patterns?|journeys?|trips?|voyages?|lengths?|hops?|rides?|(?<!half)way (?=(?:of|at|as|was)\b))",
    "flown": r"fl(?:ew|own|y|ies|ying)|travel(?:l?ed|l?ing|s)?|cover(?:ed|ing|s)?|traversed|journeyed|trac(?:k?ed|king)|followed|went"
    r"|gone|going|goes|airborne|managed|made it|tore|raced|streaked|hurtled|sped|screamed|roared|sailed|zipped|whizzed"
    r"|(?:(?<!was )(?<!were )(?<!been )made|shot|took (?:it|them|(?:the|a|one|its) [\w-]+))(?= $)|logg(?:ed|ing)|(?:clock|rack|notch)(?:ed|ing)(?: up)?|barrell?ed|rocketed|cruised|blazed|thundered|overflew|overflown|(?<=an )arc|arced|glided|cross(?:ed|ing)(?= (?:(?:a|the|about|some|over|nearly|roughly|almost|distance|of) )*$)|got(?! (?:up )?to\b)|did",
    "range": r"(?<![\w-])(?:ranges?(?! from)(?! (?:in|at|on) (?-i:[A-Z]))|reach(?!ed|ing)|reaches)|credited with",
    "reached": r"reach(?:ed|ing)",
    "fallen": r"fell|fall(?:en|ing|s)?|land\w*|came down|coming down|came(?! to (?!rest\b))|coming(?! to (?!rest\b))|touch(?:ed|es|ing) down|ended|went down|going down|descend\w*|slam\w*|smash\w*|ditch\w*|splash\w*|crash\w*|plung\w*|dropp\w*"
    r"|(?:impact\w*)|disappear\w*|vanish\w*|disintegrat\w*|gave out|came apart|explod\w*|burst|blew up|broke (?:up|apart)|failed|lost",
    "aimed": r"hit|hits|hitting|struck|strikes|destroy\w*|targets?|target set|area|zone|spot|islet",
    "depth": r"depth",
}
MEASURE = Gated(
    r"\b(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _MEASURES.items()) + r")\b", re.IGNORECASE
)
_ROLE_OF_MEASURE = {
    "height": "apogee",
    "reached": "apogee",
    "path": "distance",
    "flown": "distance",
    "range": "range",
    "depth": "other",
}
_NEAR = {"height": 60, "path": 60, "flown": 60, "reached": 40, "fallen": 50, "aimed": 60, "depth": 40, "range": 45}
ASIDE = compiled(r",\s[^,;.\d]{1,45},(?=\s)")  # ", the Joint Chiefs said,"
_CLAUSE_END = compiled(r"[;.]\s|[:;]|\b(?:every|apart|while|whereas)\b", re.IGNORECASE)
AT = compiled(r"\bat (?:(?:[a-z]+|a maximum of) ){0,2}$", re.IGNORECASE)
_CARRIED_SO_FAR = compiled(
    r"\b(?:up to|correspond\w*|equal\w*|equivalent|equat\w+|amount\w*|translat\w+|work\w* out|carr\w+|deliver\w*|point\w*|hint\w*|increas\w*|extend\w*|upgrad\w*)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_TO_A = compiled(r"\bto (?:a|its|the) $", re.IGNORECASE)
_SHOWN = compiled(  # "covered a range of": what it flew, not what it can
    r"\b(?:cover|show|fl[ey]w?|travel|reach|record|register|log|achiev|attain|demonstrat|clock|logg|show)\w*\s(?:(?:over|for|across|at|to|a|an|its|the|maximum|total|full|whole|entire|firing|flight|flying) )+$"
    r"|\b(?:hit|struck|destroyed|reached)\s(?:(?:its|the|their|a|all)\s)?(?:[\w-]+\s){0,2}(?:targets?|points?|areas?)\s(?:at|over)\s(?:an?|the|its)\s(?:maximum\s|full\s)?$"
    r"|\b(?:test|fir|launch)\w*\s(?:\w+\s)?(?:for|to|over|at|up to|out to)\s(?:(?:a|an|its|the|full|whole|entire|maximum|total)\s)+$",
    re.IGNORECASE,
)
_BY_RADAR = compiled(  # "the JCS put the range at", "the estimated range was": of this flight, where no expert rates a weapon
    r"\b(?:estimat\w+|put|puts|putting|gave|gives|giving|tallied|measured|calculated|reckoned|clocked)\s(?:the|their)\s(?:flight |maximum |estimated |total )?$"
    r"|\bthe\s(?:estimated|measured|recorded|observed|calculated)\s$",
    re.IGNORECASE,
)
_RATES = compiled(
    r"\b(?:experts?|analysts?|scientists?|engineers?|think[- ]tanks?|specialists?|observers?|project|missile['’]s|weapon['’]s)\b",
    re.IGNORECASE,
)
_IS_RATED = compiled(r"\s?(?:of (?:the|its|an?)|is|are|could|can|would)\b", re.IGNORECASE)
_INTO = compiled(
    r"\b(?:into|down in|onto) the\b", re.IGNORECASE
)  # "tracked it into the water 165 km west of": where it fell
_THIS_TIME = compiled(
    r"\b(?:this time|on (?:this|the) (?:flight|occasion|day)|in (?:this|the) (?:test|launch|flight))\b", re.IGNORECASE
)


def came_down(left: str) -> bool:
    """Whether words speak last of where something fell or hit, and not of where it could."""
    found = _CAME_DOWN.search(left)
    return found is not None and not unreal(left)


def governed(measures: Iterable[re.Match[str]], left: str, right: str) -> tuple[str, str] | None:
    """What the nearest word of measure makes of the amount behind it."""
    last = next(iter(reversed(list(measures))), None)
    if last is None:
        return None
    kind, between = last.lastgroup or "", ASIDE.sub("", left[last.end() :].removeprefix(":"))
    offset = OFFSET.match(right) is not None
    if kind == "depth" and offset:
        return None
    if len(between) > _NEAR[kind] or _CLAUSE_END.search(between):
        return None
    if offset and "," in between and kind != "aimed" and not (kind == "fallen" and AWAY.match(right)):
        return None
    if offset and kind == "flown" and _INTO.search(between):
        return None
    if kind == "flown" and AT.search(between):
        return "apogee", "flew-at"
    if kind == "reached" and _NOT_HEIGHT.match(right):
        return "distance", "reached-away"
    if kind == "fallen" and AT.search(between) and _LOST.match(last[0]) and not offset:
        return "apogee", "lost-at"
    if kind in ("fallen", "aimed"):
        far = AWAY.match(right) is not None or (kind == "aimed" and AT.search(between) is not None)
        return ("distance", "aimed" if kind == "aimed" else "fell-away") if far else None
    if kind == "range" and _shown(left[: last.start()], between):
        return "distance", "flown-to-a-range"
    return _ROLE_OF_MEASURE[kind], kind


def _shown(before: str, between: str) -> bool:
    """Whether a range is that of the flight told, and none that a weapon is credited with."""
    if _SHOWN.search(before) or _THIS_TIME.search(between):
        return True
    if _BY_RADAR.search(before) and not _IS_RATED.match(between) and not _RATES.search(before):
        return True
    return _TO_A.search(before) is not None and _CARRIED_SO_FAR.search(before) is None
