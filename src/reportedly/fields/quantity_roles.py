"""What a measured amount is of: flown, climbed, a weapon's range, how far from a place. One ordered table of rules."""

import re
from dataclasses import dataclass

_FLIGHT = r"fl(?:ew|own|y|ies|ying)|travel(?:l?ed|l?ing|s)?|cover(?:ed|ing|s)?|traversed|journeyed|tracked"
_FALL = (
    r"fell|fall\w*|land\w*|came|coming|splash\w*|crash\w*|hit\w*|rose|rising|climb\w*|reach\w*|plung\w*"
    r"|dropp\w*|peak\w*"
)
_COMPASS = r"(?:north|south|east|west)[\w-]*(?:[- ](?:north|south|east|west)\w*)?"
_CAPABLE = (
    r"\b(?:able to|capable of|can|could|would|should|must|might|may|will|designed to|enough to|potentially"
    r"|theoretically)"
    r"(?! have (?!(?:flown|gone|travel\w*|had|reached out)\b))(?<!may have)(?<!might have)"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, the role it gives, and the patterns that must fit on the left and on the right."""

    name: str
    role: str
    left: re.Pattern[str] | None = None
    right: re.Pattern[str] | None = None

    def fits(self, left: str, right: str) -> bool:
        """Whether both sides fit."""
        if self.right is not None and not self.right.match(right):
            return False
        return self.left is None or self.left.search(left) is not None


def _rule(name: str, role: str, left: str | None = None, right: str | None = None) -> Rule:
    compiled_left = re.compile(rf"(?:{left})$", re.IGNORECASE) if left else None
    return Rule(name, role, compiled_left, re.compile(right, re.IGNORECASE) if right else None)


_WORDS = r"(?:\s[\w'’-]+)"
_QUIET = rf"(?:\s(?!(?:{_FALL})\b)[\w'’-]+)"
LENGTH_RULES: tuple[Rule, ...] = (
    _rule("orbit", "other", left=r"\borbit\w*\b(?:(?!\band\b)[^,;.]){0,30}"),
    _rule("distance-noun-right", "distance", right=r"\s(?:in )?(?:distance|downrange|in range)\b"),
    _rule(
        "from-launch-point",
        "distance",
        right=r"\s(?:away )?from (?:its|the|their) (?:launch|firing|starting|take-?off|lift-?off)",
    ),
    _rule(
        "range-right",
        "range",
        right=r"[-\s](?:of )?(?:potential |maximum )?ranges?\b|\s(?:that|which) (?:defin|separat|mark)"
        r"|\s(?:threshold|class)\b",
    ),
    _rule(
        "high",
        "apogee",
        right=r"\s(?:(?:in|of) )?(?:altitude|high\b|height|apogee|up\b(?! to)|above (?:the )?(?:earth|sea|ground"
        r"|surface)|into (?:space|the (?:sky|air|atmosphere)))",
    ),
    _rule("estimate", "distance", right=r"\s(?:estimate|flight|journey|trip)\b"),
    _rule(
        "flown-to-a-range",
        "distance",
        left=r"^(?!.*\b(?:can|could|would|able|capable|extend\w*|increas\w*|upgraded)\b).*\bto (?:a|its|the)"
        r" range of\s*",
    ),
    _rule(
        "may-have-flown", "distance", left=rf"\b(?:may|might) have (?:flown|travel\w*|covered|gone){_WORDS}{{0,3}}\s*"
    ),
    _rule("capability", "range", left=rf"{_CAPABLE}(?:{_WORDS}){{1,5}}\s*"),
    _rule(
        "range-noun",
        "range",
        left=rf"(?<![-\w])(?:range|reach),? (?:of|is|was|at|between|exceed\w*|estimated|said|put|up|over|about"
        rf"|around|some)\b(?:{_WORDS}){{0,4}}\s*|(?<![-\w])range:?\s*",
    ),
    _rule(
        "class-of-missiles",
        "range",
        left=rf"\b(?:[ISM][CRL]BMs|missiles|which|that) (?:can |typically |usually |generally |normally"
        rf" )?(?:travel|reach|range)\b(?:{_WORDS}){{0,3}}\s*",
    ),
    _rule("reaches", "range", left=r"\breaches (?:[\w-]+ ){0,2}"),
    _rule("flew-at", "apogee", left=r"\b(?:flew|flying|fly|flown) (?:along )?at (?:[\w-]+ ){0,3}"),
    _rule("distance-noun", "distance", left=rf"\bdistances?(?:,|:)? (?:of|was|is|at|between)?(?:{_WORDS}){{0,3}}\s*"),
    _rule(
        "altitude-noun",
        "apogee",
        left=r"\b(?:altitudes?|heights?|apogees?|ceiling|peaks?)\b(?:(?!\b(?:flew|flying|flown|distance|cover\w*"
        r"|travel\w*|range|and|but)\b)[^;.]){0,45}",
    ),
    _rule(
        "climbed",
        "apogee",
        left=rf"\b(?:climb\w*|rose|ris(?:e[sn]?|ing)|peak\w*|soar\w*|ascend\w*|lofted|shot up)\b{_QUIET}{{0,4}}\s*",
    ),
    _rule("flew", "distance", left=rf"\b(?:{_FLIGHT})\b(?:(?!\b(?:{_FALL}|at|apart|every)\b)[^,;.]){{0,40}}"),
    _rule("went", "distance", left=r"\b(?:went|gone|going|goes)(?: on| for| as far as)? "),
    _rule(
        "reached",
        "apogee",
        left=rf"\breach(?:ed|ing)\b{_QUIET}{{0,3}}\s*",
        right=r"(?!\s(?:away|from|inland|in (?:range|distance)))",
    ),
    _rule(
        "target-away",
        "distance",
        left=r"\b(?:hit|hits|hitting|struck|targets?|area|zone|spot|reach(?:ed|ing))(?:\s[\w'’-]+){0,3}\s*",
        right=r"\s(?:away|downrange)\b",
    ),
    _rule(
        "from-place",
        "offset",
        right=rf"\s(?:to the )?(?:{_COMPASS}|away|off|offshore|inland|outside|inside|from|of (?:the|its|a)|out\b"
        rf"|short of|beyond)\b",
    ),
    _rule("distance-and-continued", "distance", left=r"\b(?:flight|trip|journey) of "),
    _rule("missile-of", "range", left=r"\b(?:missiles?|rockets?|[ISM][CRL]BMs?) of "),
    _rule("at", "apogee", left=r"\bat (?:[a-z]+ )?"),
)
TIME_RULES: tuple[Rule, ...] = (
    _rule(
        "flew-for",
        "flight_time",
        left=r"\b(?:flew|flown|fly|flying|airborne|aloft|in the air|stayed up|flight lasted|flight time (?:of"
        r"|was|is))(?: for)? ",
    ),
    _rule(
        "not-a-flight",
        "duration",
        right=r"\s(?:after (?!(?:it|its|the) (?:launch|lift))|before|later|apart|ahead|earlier|ago|past|behind"
        r"|into|of talks)\b",
    ),
    _rule(
        "in-flight",
        "flight_time",
        right=r"[-\s](?:in flight|in the air|of flight|flight\b|aloft|airborne)|[- ]long flight",
    ),
    _rule(
        "flight",
        "flight_time",
        left=r"\b(?:flew|flown|fl(?:y|ying|ies)|flight|airborne|aloft|in the air|stayed up|lasted|lasting"
        r"|took)\b(?:(?!\b(?:after|before|later|within|every|took place)\b)[^,;.]){0,35}",
    ),
    _rule(
        "hit-after",
        "flight_time",
        left=rf"\b(?:targets?|splash\w*|landed|fell|landing|fall|down|impact)\b(?:{_WORDS}){{0,5}} after ",
    ),
)
_SAME = re.compile(
    r"(?:,|;)?\s*(?:and|or|to|but|-|–|,)?\s*(?:the (?:other|second|first|third|latter|rest)|another|one|a second)?"
    r"(?:\s(?:one|missile|just|only|some|flew|went))*\s*(?:about|around)?\s*",
    re.IGNORECASE,
)
_SAME_NAME = re.compile(r",? (?:and )?[A-Z][\w-]+ (?:\d+ )?")
_COMPARED = re.compile(
    r",? (?:well )?(?:beyond|above|against|versus|below|compared (?:with|to)|not|rather than|up from|down from)"
    r" (?:the )?"
)
_RECORD = re.compile(r"[^.]{0,80}\brecord\b,? (?:(?:was|of|is) )?")
_IN = re.compile(r"\s*|[^.,;]{0,25}\b(?:in|for) (?:about |some |over |just |around )?")


def length_role(left: str, right: str, gap: str | None, previous: str | None) -> tuple[str, str]:
    """Role and rule of a length: `left` and `right` of its sentence, `gap` and role of the length before it."""
    inherited = previous in ("distance", "apogee", "range", "offset") and gap is not None
    for rule in LENGTH_RULES:
        if inherited and previous and gap is not None and rule.name in ("target-away", "at") and _SAME.fullmatch(gap):
            return previous, "continued"
        if rule.fits(left, right):
            return rule.role, rule.name
    if inherited and previous and gap is not None and _continues(gap):
        return previous, "continued"
    return "other", "none"


def _continues(gap: str) -> bool:
    return bool(_SAME.fullmatch(gap) or _SAME_NAME.fullmatch(gap) or _COMPARED.fullmatch(gap))


def time_role(left: str, right: str, gap: str | None, previous: str | None) -> tuple[str, str]:
    """Role and rule of a span of time: a flight, or any other duration."""
    if gap is not None and previous in ("distance", "apogee") and _IN.fullmatch(gap):
        return "flight_time", "flew-in"
    for rule in TIME_RULES:
        if rule.fits(left, right):
            return rule.role, rule.name
    if gap is not None and previous == "flight_time" and (_RECORD.fullmatch(gap) or _SAME.fullmatch(gap)):
        return "flight_time", "record"
    return "duration", "none"


def joins(gap: str) -> bool:
    """Whether the words between two amounts only list them."""
    return _SAME.fullmatch(gap) is not None


_COMPARED_BOMB = re.compile(
    r"[-\s](?:\w+\s){0,3}(?:dropped (?:on|by|over)|Hiroshima|Nagasaki)\b|[-\s](?:bomb|weapon)s? (?:that|which"
    r"|used|of 19)",
    re.IGNORECASE,
)
_AFTER_BOMB = re.compile(r"\b(?:Hiroshima|Nagasaki)\b[^,.;]{0,25}$", re.IGNORECASE)


def yield_role(left: str, right: str) -> tuple[str, str]:
    """Role and rule of a yield: that of an old bomb, for comparison, is none of this incident's."""
    if _COMPARED_BOMB.match(right) or _AFTER_BOMB.search(left):
        return "other", "compared"
    return "yield", "unit"
