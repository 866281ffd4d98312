"""Two units of one length: "400 km (249 miles)"."""

import re
from collections.abc import Iterator, Mapping
from math import floor

from reportedly.check.article import Article, Told
from reportedly.fields.number import DIGITS, parse
from reportedly.fields.quantity_units import UNIT, short_unit
from reportedly.model import Finding, Verdict

_FEET, _METRES = ("ft", "feet", "foot"), ("m", "meter", "meters", "metre", "metres")
_KILOMETRES: Mapping[str, float] = {
    **{"km": 1.0, "mi": 1.609344, "nmi": 1.852}, **dict.fromkeys(_FEET, 0.0003048), **dict.fromkeys(_METRES, 0.001)
}  # fmt: skip
_NAMES: Mapping[str, str] = {
    **{"km": "km", "mi": "miles", "nmi": "nautical miles"},
    **dict.fromkeys(_FEET, "feet"),
    **dict.fromkeys(_METRES, "metres"),
}
_FIRST = re.compile(rf"(?P<n>{DIGITS})[\s-]?(?P<unit>{UNIT})\b", re.IGNORECASE)
_LOOSE = 0.05  # domain rule: a gap of so much is a loose conversion, not an error


def unit_pair(article: Article) -> Iterator[Finding]:
    """Whether the two are one length: converted either way and rounded as printed, else within 5 %; statute miles are
    tried first, nautical ones before failing."""
    for told in article.told("unit_pair"):
        value, unit = _printed(told)
        pair, pair_unit = told.number("pair"), told.word("pair_unit")
        if not value or not pair or unit is None or pair_unit is None or not {unit, pair_unit} <= set(_KILOMETRES):
            continue
        verdict, read, working = judged(value, unit, pair, pair_unit)
        yield told.found(verdict, working, {"units": list(read), "value": value, "pair": pair})


def _printed(told: Told) -> tuple[float | None, str | None]:
    """The first number and its unit as printed; where it opens a range or stands in words, as it was converted."""
    match = _FIRST.match(told.claim.written)
    if match is None or short_unit(match["unit"]) not in _KILOMETRES:
        return told.number("value"), told.word("unit")
    return parse(match["n"]), short_unit(match["unit"])


def judged(value: float, unit: str, pair: float, pair_unit: str) -> tuple[Verdict, tuple[str, str], str]:
    """The verdict, the units that the two were read in, and the working."""
    for one, other in ((unit, pair_unit), (_nautical(unit), _nautical(pair_unit))):
        there, back = value * _KILOMETRES[one] / _KILOMETRES[other], pair * _KILOMETRES[other] / _KILOMETRES[one]
        sum_ = f"{_written(value)} {_NAMES[one]} is {_written(there)} {_NAMES[other]}"
        if _rounds(there, pair) or _rounds(back, value):
            return Verdict.CONSISTENT, (one, other), f"{sum_}; printed as {_written(pair)}"
        if abs(there - pair) <= _LOOSE * max(there, pair):
            return Verdict.CONSISTENT, (one, other), f"{sum_}; {_written(pair)} is a loose conversion, within 5 %"
    there = value * _KILOMETRES[unit] / _KILOMETRES[pair_unit]
    working = f"{_written(value)} {_NAMES[unit]} is {_written(there)} {_NAMES[pair_unit]}, not {_written(pair)}"
    return Verdict.INCONSISTENT, (unit, pair_unit), working


def _nautical(unit: str) -> str:
    return "nmi" if unit == "mi" else unit


def _rounds(exact: float, printed: float) -> bool:
    """Whether the exact number rounds to the printed one: to its last digit, or to tens where it ends in nought."""
    steps = (0.1, 1.0) if printed != int(printed) else (1.0, 10.0) if printed % 10 == 0 else (1.0,)
    return any(abs(floor(exact / step + 0.5) * step - printed) < step / 100 for step in steps)


def _written(number: float) -> str:
    """The number with a decimal where it has one below a thousand."""
    return f"{number:,.0f}" if number >= 1000 or abs(number - round(number)) < 0.05 else f"{number:,.1f}"
