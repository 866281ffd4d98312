"""One amount printed again in another unit: "400 km (249 miles)", "400 km, or 249 miles,", "400 km - some 249 miles -"."""

import re

from reportedly.fields.number import DIGITS, parse
from reportedly.fields.quantity_units import UNIT, Unit, short_unit, unit_of
from reportedly.frozen import dataclass
from reportedly.patterns import compiled

_ABOUT = (
    r"(?:(?:about|some|around|roughly|approximately|approx\.|nearly|almost|over|more than|just under|just over|under|up to|less than|"
    r"at least|close to|an estimated|circa)\s|[~≈]\s?)"
)
_SAME = r"(?:(?:or|i\.e\.,?|that is,?|that['’]s|which (?:is|was|equals)|equal to|(?:the )?equivalent (?:of|to)|equalling)\s|=\s?)"
_AMOUNT = rf"(?P<p1>(?:half an?|an?|one|two|three|four|five)(?=\s)|{DIGITS}(?:\s(?:thousand|million))?)(?:\s?(?:[-–]|to|and)\s?(?P<p2>{DIGITS}))?[\s-]?(?P<unit>{UNIT})"
_THIRD = rf"(?:\s?[,;/]\s?(?:or\s)?{_ABOUT}*{DIGITS}[\s-]?{UNIT}\.?)?"
_IN_BRACKETS = compiled(
    rf"\s?[(\[]\s?{_SAME}?{_ABOUT}*{_AMOUNT}\.?{_THIRD}(?:,?\s[a-z ]{{1,30}})?\s?[)\]]", re.IGNORECASE
)
_BESIDE = compiled(
    rf"(?:,?\s{_SAME}{_ABOUT}*|\s?/\s?|\s[-–]{{1,2}}\s{_SAME}?{_ABOUT}*|\s?—\s?{_SAME}?{_ABOUT}*|,\s{_ABOUT}+){_AMOUNT}(?![\w/])",
    re.IGNORECASE,
)
_WORDS = {"half a": 0.5, "half an": 0.5, "a": 1.0, "an": 1.0}
_OPENED = (" (", "(", " [", "[", "\u00a0(")
_LED = (
    " or ",
    ", ",
    "/",
    " /",
    "—",
    " —",
    " -",
    " –",
    " =",
    "=",
    " which ",
    " equal",
    " equiv",
    " the equiv",
    " i.e",
    " that is",
)


@dataclass(frozen=True, slots=True)
class Conversion:
    """The number and unit, of a range the lower one, with the upper one beside it, and where all of it ends."""

    amount: float
    upper: float | None
    unit: str
    end: int


def conversion(text: str, end: int, unit: Unit) -> Conversion | None:
    """The amount that ends at a place, in another unit; None where what follows measures something else."""
    bracket = _IN_BRACKETS.match(text, end) if text.startswith(_OPENED, end) else None
    if bracket and unit_of(bracket["unit"]).canonical == unit.canonical:
        return _read(bracket)
    other = _BESIDE.match(text, end) if text.startswith(_LED, end) else None
    beside = unit_of(other["unit"]) if other else None
    if other is None or beside is None or beside.canonical != unit.canonical or beside.factor == unit.factor:
        return None
    return _read(other)


def _read(match: re.Match[str]) -> Conversion | None:
    upper = parse(match["p2"]) if match["p2"] else None
    amount = _WORDS.get(match["p1"].lower()) or parse(match["p1"])
    return Conversion(float(amount or 0), upper, short_unit(match["unit"]), match.end())
