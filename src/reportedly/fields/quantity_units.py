"""Units of news reports, and numbers with them."""

import re

from reportedly.fields.gated import Gated
from reportedly.fields.number import DIGITS, NUMBER, SPACED_DIGITS, decimals, parse
from reportedly.frozen import dataclass
from reportedly.patterns import compiled


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what it measures, the unit it is kept in, and the factor to it."""

    dimension: str
    canonical: str
    factor: float


KM, METRE, MM = Unit("length", "km", 1.0), Unit("size", "km", 0.001), Unit("calibre", "mm", 1.0)
MILE, NAUTICAL_MILE, FOOT = Unit("length", "km", 1.609344), Unit("length", "km", 1.852), Unit("size", "km", 0.0003048)

_SPELLINGS: tuple[tuple[str, Unit], ...] = (
    (r"(?:km|kilomet(?:er|re)s?)(?:/h| per hour| an hour)|kph|kmh", Unit("speed", "km/h", 1.0)),
    (r"mph|miles (?:per|an) hour", Unit("speed", "km/h", 1.609344)),
    (r"nautical[- ]miles?|nmi", NAUTICAL_MILE),
    (r"kilomet(?:er|re)s?|kms?", KM),
    (r"miles?|mi", MILE),
    (r"millimet(?:er|re)s?|mm", MM),
    (r"centimet(?:er|re)s?|cm", Unit("calibre", "mm", 10.0)),
    (r"feet|foot|ft", FOOT),
    (r"met(?:er|re)s?|m", METRE),
    (r"hours?|hrs?", Unit("time", "s", 3600.0)),
    (r"minutes?|mins?", Unit("time", "s", 60.0)),
    (r"seconds?|secs?|s", Unit("time", "s", 1.0)),
    (r"kilotons?|kilotonnes?|kt", Unit("yield", "kt", 1.0)),
    (r"megatons?|megatonnes?", Unit("yield", "kt", 1000.0)),
    (r"(?:tons?|tonnes?) of TNT", Unit("yield", "kt", 0.001)),
    (r"kilogram(?:me)?s?|kgs?", Unit("mass", "kg", 1.0)),
    (r"tons?|tonnes?", Unit("mass", "kg", 1000.0)),
    (r"pounds?|lbs?", Unit("mass", "kg", 0.45359237)),
    (r"times the speed of sound", Unit("speed", "mach", 1.0)),
)
UNIT = "(?:" + "|".join(spelling for spelling, _ in _SPELLINGS) + ")"
_UNITS = [(compiled(spelling, re.IGNORECASE), unit) for spelling, unit in _SPELLINGS]

# A unit right behind a number; the number is then read leftwards, which is faster than trying every word as one.
UNIT_BEHIND = Gated(rf"(?<=[\da-z½¼¾])(?:\s|-|\s-)?(?<![a-z])(?P<unit>{UNIT})(?![\w²³]|/(?!\d))", re.IGNORECASE)
_MEASURED = rf"(?:{SPACED_DIGITS}|{NUMBER})"
NUMBER_BEFORE = Gated(
    rf"(?<![\w.,$€£¥])(?:(?P<n1>{_MEASURED})(?P<sep>(?<!ty)(?<!thousand)(?<!hundred)[-–—]\s?|\s[-–—]\s?|,?\s(?:to|or|and)\s(?:about\s)?|,\s))?(?P<n2>{_MEASURED})$",
    re.IGNORECASE,
)
ONE_BEFORE = compiled(  # "an hour", "a mile", "half an hour", "three quarters of an hour"
    r"(?<![\w.,$€£¥])(?P<n2>half an|(?:an? |three[ -])quarters? of an|an?)$", re.IGNORECASE
)
AND_A_HALF = compiled(r"\sand a half\b", re.IGNORECASE)
MACH = Gated(rf"\bMach[- ](?P<n>{DIGITS})", re.IGNORECASE)


def unit_of(written: str) -> Unit:
    """The unit that these words name."""
    for pattern, unit in _UNITS:
        if pattern.fullmatch(written):
            return unit
    raise ValueError(f"not a unit: {written}")


def short_unit(written: str) -> str:
    """The unit of a conversion in brackets, in one spelling: "mi", "km", "nmi", else as written."""
    low = written.lower()
    if low.startswith(("nautical", "nmi")):
        return "nmi"
    if low.startswith("mi") and unit_of(written) is MILE:
        return "mi"
    return "km" if unit_of(written) is KM else low


_ONES = {"a": 1.0, "an": 1.0, "half an": 0.5, "a quarter of an": 0.25, "three quarters of an": 0.75}


def convert(written: str, unit: Unit) -> float | None:
    """The number in the unit it is kept in, no finer than it was printed."""
    amount = _ONES.get(written.lower().replace("-", " ")) or parse(written)
    if amount is None:
        return None
    value = amount * unit.factor
    if unit.factor in (1.0, 60.0, 3600.0, 1000.0):
        return round(value, 6)
    places = decimals(written)
    return round(value, places if value >= 10 else max(places, 4 if value < 1 else 2))
