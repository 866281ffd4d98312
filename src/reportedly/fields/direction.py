"""Compass words: which way something flew, as against where a place lies and what a region is called."""

import re
from collections.abc import Sequence

from reportedly.fields.gated import Gated
from reportedly.frozen import dataclass
from reportedly.model import Term
from reportedly.patterns import compiled

POINTS = ("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW")
_WORD = Gated(
    r"\b(?P<point>(?:(?:north|south|east|west)[- ])?(?:north|south)[- ]?(?:east|west)|north|south|east|west)"
    r"(?P<suffix>wards?|bound|erly|ern)?(?![\w])",
    re.IGNORECASE,
)
_INITIALS = compiled(r"north|south|east|west")
_COURSE = compiled(r"\s(?:direction|course|heading|bearing|trajectory|path|arc)\b", re.IGNORECASE)
_RELATIVE_BEHIND = compiled(r"\s(?:of|off)\b", re.IGNORECASE)
_FLIGHT = (
    r"(?:fl(?:ew|own|y|ies|ying)|head(?:ed|ing|s)?|(?:test-)?fir(?:ed|ing|es)|launch(?:ed|ing|es)?|travel\w*"
    r"|went|going"
)
_MOVING = compiled(
    rf"\b{_FLIGHT}|fell|landed|mov(?:ed|ing)|veer\w*|turn(?:ed|ing)|bound|sped|sent|soar\w*|shot|tore|swept|angled|climb\w*|rose|arc(?:ed|ing|s)|rac(?:ed|ing)|streak\w*|curv(?:ed|es|ing)|ben(?:t|ds)|point(?:ed|ing)|aim(?:ed|ing)|track(?:ed|ing)|roared|hurled|courses?|heading|lifted off|direction|due"
    rf"|(?<!, )further)"
    r"\s(?:[\w-]+\s){0,3}(?:(?:[\w-]+\s){0,3}to the\s)?$|\btowards?\s(?:the\s)?$",
    re.IGNORECASE,
)
_MEASURED = compiled(
    rf"\b(?P<verb>{_FLIGHT}|cover\w*|trac(?:k?ed|king)|follow\w*|ran|stretched|sent|sending|fell|land\w*|splash\w*|came|coming|(?P<fall>crash\w*|locat\w*|detected|hit)))\b"
    r"[^.;]{0,60}(?:km|kilomet\w+|miles?|\))\s(?:to the |due )?$",
    re.IGNORECASE,
)
_LIES = compiled(  # "launched from the Urals, more than 700 km to the east"
    r"\bfrom\b[^.;,]*,\s(?:[a-z]+\s){0,3}[\d,.]+\s?(?:km|kilomet\w+|miles?)\s(?:\([^)]*\)\s)?(?:away\s)?(?:to the\s|due\s)?$"
)
_ORIGIN = compiled(r"\b(?:from|in|off|on|by) the $", re.IGNORECASE)
_REGION_BEHIND = compiled(  # and "on its east and west coasts"
    r"(?:(?:,| and| or)\s(?:north|south|east|west)(?:ern)?)?\s(?:[A-Z]|(?:coast|area|region|part|side|province|sea|shore|end|town|city"
    r"|border)\w*\b)"
)


@dataclass(frozen=True, slots=True)
class DirectionExpression:
    """A compass word: `role` is movement, relative (north of ...) or region (North Korea, the east coast)."""

    start: int
    end: int
    written: str
    value: Term
    role: str


def find(text: str) -> tuple[DirectionExpression, ...]:
    """Every compass word of the text, in order, with its role."""
    found = []
    for match in _WORD.finditer(text):
        code = point(match["point"])
        if code is not None:
            role = _role(text, match)
            found.append(DirectionExpression(match.start(), match.end(), match.group(), Term(code), role))
    return tuple(found)


def point(written: str) -> str | None:
    """The point of the compass, one of sixteen, that the words name: "NE" for "north-east"."""
    code = "".join(word[0] for word in _INITIALS.findall(written.lower())).upper()
    return code if code in POINTS else None


def _role(text: str, match: re.Match[str]) -> str:
    end, suffix = match.end(), (match["suffix"] or "").lower()
    if _RELATIVE_BEHIND.match(text, end) and not suffix.startswith("ern"):
        return "relative"
    if suffix.startswith("ward") or suffix == "bound":
        return "movement"
    if match.group()[0].isupper():
        return "region"
    if suffix == "ern":
        return "movement" if _COURSE.match(text, end) else "region"
    if suffix == "erly" or _COURSE.match(text, end):
        return "movement"
    if _REGION_BEHIND.match(text, end):
        return "region"
    left = text[max(0, match.start() - 110) : match.start()]
    if _ORIGIN.search(left):
        return "region"
    if _LIES.search(left):
        return "relative"
    measured = _MEASURED.search(left)
    if measured:
        return "relative" if measured["fall"] else "movement"
    return "movement" if _MOVING.search(left) else "region"


def bearing(value: Term) -> float | None:
    """Degrees from north, None where the code is no point of the compass."""
    return POINTS.index(value.code) * 22.5 if value.code in POINTS else None


def agree(a: Term, b: Term, degrees: float = 45.0) -> bool:
    """Whether the two lie within so many degrees of each other."""
    left, right = bearing(a), bearing(b)
    if left is None or right is None:
        return a == b
    gap = abs(left - right) % 360
    return min(gap, 360 - gap) <= degrees


def fold(values: Sequence[Term]) -> Term | None:
    """The direction most of them name; of equals the finer, then the first by name."""
    if not values:
        return None
    codes = [v.code for v in values]
    return Term(min(set(codes), key=lambda c: (-codes.count(c), -len(c), c)))


def show(value: Term) -> str:
    """As a person reads it: northeast."""
    names = {"N": "north", "S": "south", "E": "east", "W": "west"}
    words = [names[letter] for letter in value.code if letter in names]
    return "".join(words) if len(words) < 3 else f"{words[0]}-{''.join(words[1:])}"
