"""One amount in two units: "400 km (249 miles)", "1,500 kg (3,300 lb)", "half an hour (30 minutes)"."""

import re
from collections.abc import Iterator, Mapping
from math import floor

from reportedly.check.article import Article, Told
from reportedly.fields.number import DIGITS, parse
from reportedly.fields.quantity_units import UNIT, short_unit, unit_of
from reportedly.model import Finding, Verdict
from reportedly.patterns import compiled

_NAMES: Mapping[str, str] = {"mi": "miles", "nmi": "nautical miles", "ft": "feet", "m": "metres", "s": "seconds"}
_SHORT_TON = 0.90718474  # of a metric one
_UNITS = rf"(?P<scale>\s(?:thousand|million))?[\s-]?(?P<unit>{UNIT})\b"
_FIRST = compiled(rf"(?P<n>{DIGITS})(?:\s?(?:[-–]|to|and)\s?(?P<to>{DIGITS}))?{_UNITS}", re.IGNORECASE)
_RANGE = compiled(rf"(?P<n>{DIGITS})(?:(?:[\s-]?{UNIT})?\s?(?:[-–]|to|and)\s?(?P<to>{DIGITS}))?{_UNITS}", re.IGNORECASE)
_LOOSE = 0.05  # domain rule: a gap of so much is a loose conversion, not an error


def unit_pair(article: Article) -> Iterator[Finding]:
    """Whether the two are one length, weight or time: converted either way and rounded as printed, else within 5 %; statute
    miles and metric tons are tried first, nautical and short ones before failing. Of two ranges both ends have to be."""
    for told in article.told("unit_pair"):
        values, unit = _printed(told)
        pairs = [pair for pair in (told.number("pair"), told.number("pair_to")) if pair]
        pair_unit = told.word("pair_unit")
        if not pairs or len(values) != len(pairs) or not all(values) or not unit or not pair_unit:
            continue
        if not _alike(unit, pair_unit):
            continue
        answers = [judged(value, unit, pair, pair_unit) for value, pair in zip(values, pairs, strict=True)]
        verdict, read, _ = max(answers, key=lambda one: one[0] is Verdict.INCONSISTENT)
        working = "; ".join(one[2] for one in answers)
        yield told.found(verdict, working, {"units": list(read), "value": values[0], "pair": pairs[0]})


def _printed(told: Told) -> tuple[list[float], str | None]:
    """The numbers that are converted, with their unit as printed; as they were read where they stand in words."""
    ranges = told.number("pair_to") is not None
    match = (_RANGE if ranges else _FIRST).match(told.claim.written)
    if match is None:
        read = (told.number("value"), told.number("value_to"))
        return [value for value in read if value is not None], told.word("unit")
    scale = parse(f"1{match['scale'] or ''}") or 1.0
    ends = [(parse(end) or 0.0) * scale for end in (match["n"], match["to"]) if end]
    return ends if ranges else ends[-1:], short_unit(match["unit"])


def _alike(unit: str, other: str) -> bool:
    """Whether both measure the same and are not one unit."""
    one, two = unit_of(unit), unit_of(other)
    return one.canonical == two.canonical and one != two


def judged(value: float, unit: str, pair: float, pair_unit: str) -> tuple[Verdict, tuple[str, str], str]:
    """The verdict, the units that the two were read in, and the working."""
    factor = unit_of(unit).factor / unit_of(pair_unit).factor
    readings = ((unit, pair_unit, factor), _nautical(unit, pair_unit), _short_tons(unit, pair_unit, factor))
    for one, other, by in readings:
        there, back = value * by, pair / by
        sum_ = f"{_written(value)} {_name(one)} is {_written(there)} {_name(other)}"
        if _rounds(there, pair) or _rounds(back, value):
            return Verdict.CONSISTENT, (one, other), f"{sum_}; printed as {_written(pair)}"
        if abs(there - pair) <= _LOOSE * max(there, pair):
            return Verdict.CONSISTENT, (one, other), f"{sum_}; {_written(pair)} is a loose conversion, within 5 %"
    working = f"{_written(value)} {_name(unit)} is {_written(value * factor)} {_name(pair_unit)}, not {_written(pair)}"
    return Verdict.INCONSISTENT, (unit, pair_unit), working


def _name(unit: str) -> str:
    return _NAMES.get(unit, unit)


def _nautical(unit: str, pair_unit: str) -> tuple[str, str, float]:
    """The two with nautical miles where miles are printed."""
    one, other = ("nmi" if name == "mi" else name for name in (unit, pair_unit))
    return one, other, unit_of(one).factor / unit_of(other).factor


def _short_tons(unit: str, pair_unit: str, factor: float) -> tuple[str, str, float]:
    """The two with the American ton where tons are printed."""
    one, other = (name.lower().startswith("ton") for name in (unit, pair_unit))
    by = factor * (_SHORT_TON if one else 1.0) / (_SHORT_TON if other else 1.0)
    return f"short {unit}" if one else unit, f"short {pair_unit}" if other else pair_unit, by


def _rounds(exact: float, printed: float) -> bool:
    """Whether the exact number rounds to the printed one: to its last digit, or to tens where it ends in nought."""
    steps = (0.1, 1.0) if printed != int(printed) else (1.0, 10.0) if printed % 10 == 0 else (1.0,)
    return any(abs(floor(exact / step + 0.5) * step - printed) < step / 100 for step in steps)


def _written(number: float) -> str:
    """The number with a decimal where it has one below a thousand."""
    return f"{number:,.0f}" if number >= 1000 or abs(number - round(number)) < 0.05 else f"{number:,.1f}"
