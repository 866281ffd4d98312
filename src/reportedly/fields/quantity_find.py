"""Finds measured amounts in a text: number, unit, hedge, the conversion in brackets, role, and which shot."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise

from reportedly.fields.magnitude import readings, speaks_of_quakes
from reportedly.fields.number import parse
from reportedly.fields.quantity_roles import joins, length_role, time_role, yield_role
from reportedly.fields.quantity_units import (
    MACH,
    NUMBER_BEFORE,
    PAIR,
    UNIT_BEHIND,
    Unit,
    convert,
    short_unit,
    unit_of,
)
from reportedly.model import Quantity

_HEDGE = re.compile(
    r"\b(?:(?P<open>(?:well |greatly |far |just |slightly |significantly )?(?:over|above|beyond|past|exceed(?:ed"
    r"|ing|s)?)"
    r"[\"”’]?|more than|at least|in excess of|upwards of|greater than|no less than|not less than|(?:further"
    r"|farther|longer|higher) than)"
    r"|(?P<below>(?:just |well |slightly )?(?:under|below)|(?:less|fewer|lower|shorter) than|at most|no more"
    r" than|short of"
    r"|within|up to|as much as|as far as|as high as|a maximum of)"
    r"|(?P<about>about|around|some|approximately|roughly|nearly|almost|an estimated|estimated|close to|circa"
    r"|just about"
    r"|perhaps|reportedly))\s+(?:an? )?$",
    re.IGNORECASE,
)
_OR_SO = re.compile(r"\s(?P<so>or so)\b|\s(?P<more>or more|and more|or higher|or further)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:about |around |some )?$", re.IGNORECASE)
_SENTENCE_END = re.compile(
    r"[.!?](?<!\b[A-Z].)(?<!\b[ap]\.m.)(?<!\bGen.)(?<!\bLt.)[\"”’)]*\s+(?=[A-Z“\"(‘-])|\n+",
)
_FARTHER = re.compile(
    r"[^.;]{0,3}\band (?:the (?:other|second)|another)(?: one| missile)?(?: (?:flew|went"
    r"|travell?ed))?(?:,[^,.;]{1,40},)?"
    r"(?: (?:a (?:bit|little)|slightly|even|somewhat|much))? (?P<w>farther|further)\b",
    re.IGNORECASE,
)
_SHOT = re.compile(
    r"\b(?:the )?(?P<n>first|one|second|other|third|latter|former)\b(?!-)(?=,| (?:missile|projectile|rocket"
    r"|one\b|fl[ey]w?\b|flying"
    r"|went|travel|covered|fell|landed|came|reached|rose|climbed|only|just|about|around|some|roughly|by|nearly|\d))",
    re.IGNORECASE,
)
_SHOTS: dict[str, int] = {"first": 1, "one": 1, "former": 1, "second": 2, "other": 2, "latter": 2, "third": 3}
_ALL = re.compile(r"\b(?:both|they|all|each|missiles)\b", re.IGNORECASE)
_REACH = 110


@dataclass(frozen=True, slots=True)
class QuantityExpression:
    """A measured amount as a text gives it; `value` is in km, s, kt, kg, mm, km/h, mach or magnitude.

    `start`, `end` span hedge, number and unit; `pair` is the conversion in brackets behind it (its number and unit),
    which ends at `pair_end`. `role`: distance, apogee, range, offset, calibre, mass, speed, yield, magnitude,
    flight_time, duration or other; `rule` names what gave the role. `shot` tells missiles of a salvo apart.
    """

    start: int
    end: int
    written: str
    value: Quantity
    unit_written: str
    role: str
    rule: str
    hedge: str | None = None
    pair: tuple[float, str] | None = None
    pair_end: int | None = None
    shot: int | None = None


@dataclass(frozen=True, slots=True)
class _Amount:
    """Numbers with a unit, before role and hedge are known."""

    start: int
    number_start: int
    end: int
    low: float | None
    high: float | None
    unit: Unit
    unit_written: str
    hedge: str | None
    approximate: bool
    pair: tuple[float, str] | None
    pair_end: int

    @property
    def right(self) -> int:
        """Where the words behind the amount begin."""
        return max(self.end, self.pair_end)


def find(text: str) -> tuple[QuantityExpression, ...]:
    """Every measured amount in the text, in order, none overlapping."""
    amounts = _amounts(text)
    if not amounts and not speaks_of_quakes(text):
        return ()
    bounds = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]
    found: list[QuantityExpression] = []
    previous: dict[str, tuple[int, int, str]] = {}
    for amount in amounts:
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
    found = _listed(text, _led_back(text, found))
    found += _magnitudes(text, found, bounds)
    return tuple(sorted(found, key=lambda e: (e.start, e.end)))


def _amounts(text: str) -> list[_Amount]:
    """Numbers with units, left to right, joined where a range or an hour-and-minutes is printed in two parts."""
    found: list[_Amount] = []
    floor = 0
    for match in UNIT_BEHIND.finditer(text):
        if match.start() < floor:
            continue
        number = NUMBER_BEFORE.search(text, max(floor, match.start() - 48), match.start())
        if number is None:
            continue
        for amount in _read(text, number, match, floor):
            if found and (joined := _join(text, found[-1], amount)):
                found[-1] = joined
            else:
                found.append(amount)
            floor = amount.right
    for match in MACH.finditer(text):
        speed = float(parse(match["n"]) or 0)
        unit = Unit("speed", "mach", 1.0)
        found.append(
            _Amount(
                match.start(), match.start(), match.end(), speed, speed, unit, "Mach", None, False, None, match.end()
            )
        )
    return sorted(found, key=lambda a: a.start)


def _read(text: str, number: re.Match[str], unit_match: re.Match[str], floor: int) -> list[_Amount]:
    written = unit_match["unit"]
    unit = unit_of(written)
    if written in ("M", "Mi", "MI", "KT", "S") or (
        written == "m" and text[unit_match.end() : unit_match.end() + 1] == "."
    ):
        return []
    second = convert(number["n2"], unit)
    if second is None:
        return []
    end, pair, pair_end = unit_match.end(), None, unit_match.end()
    bracket = PAIR.match(text, end)
    if bracket and unit_of(bracket["unit"]).canonical == unit.canonical:
        pair, pair_end = (float(parse(bracket["p1"]) or 0), short_unit(bracket["unit"])), bracket.end()
    first = convert(number["n1"], unit) if number["n1"] else None
    start = number.start("n2") if first is None else number.start("n1")
    hedge = _HEDGE.search(text, max(floor, start - 24), start)
    opened = hedge.start() if hedge else start
    between = _BETWEEN.search(text, max(floor, opened - 20), opened)
    if between:
        opened = between.start()
    words = text[opened:start].strip() or None
    about = bool(hedge and hedge["about"])
    behind = _OR_SO.match(text, pair_end)
    about = about or bool(behind and behind["so"])
    separator = (number["sep"] or "").strip(" ,").lower()
    if first is None or (separator == "" and not between):
        return [_single(text, number.start("n2"), unit_match, second, unit, floor, pair, pair_end)]
    if separator in ("and", "or") and not between:
        left = _Amount(
            opened, start, number.end("n1"), first, first, unit, written, words, about, None, number.end("n1")
        )
        return [left, _single(text, number.start("n2"), unit_match, second, unit, left.end, pair, pair_end)]
    if first <= second:
        return [_Amount(opened, start, end, first, second, unit, written, words, about, pair, pair_end)]
    return [_single(text, number.start("n2"), unit_match, second, unit, floor, pair, pair_end)]


def _single(
    text: str,
    start: int,
    unit_match: re.Match[str],
    value: float,
    unit: Unit,
    floor: int,
    pair: tuple[float, str] | None,
    pair_end: int,
) -> _Amount:
    """One number with its hedge: "more than" opens the top, "less than" the bottom, "about" marks it."""
    hedge = _HEDGE.search(text, max(floor, start - 28), start)
    opened = hedge.start() if hedge else start
    behind = _OR_SO.match(text, pair_end)
    low: float | None = value
    high: float | None = value
    if (hedge and hedge["open"]) or (behind and behind["more"]):
        high = None
    elif hedge and hedge["below"]:
        low = None
    about = bool(hedge and hedge["about"]) or bool(behind and behind["so"])
    words = text[opened:start].strip() or None
    return _Amount(opened, start, unit_match.end(), low, high, unit, unit_match["unit"], words, about, pair, pair_end)


def _join(text: str, a: _Amount, b: _Amount) -> _Amount | None:
    """One amount of two: "430 km to 450 km", "1 hour and 26 minutes"."""
    gap = text[a.right : b.start].lower().strip(" ,")
    if a.unit.dimension != b.unit.dimension or a.low is None or b.high is None or a.high is None:
        return None
    if a.unit.dimension == "time" and a.unit.factor > b.unit.factor and gap in ("", "and"):
        return replace(
            b,
            start=a.start,
            number_start=a.number_start,
            low=a.low + (b.low or 0),
            high=a.high + b.high,
            hedge=a.hedge,
            approximate=a.approximate,
        )
    if gap in ("to", "-", "–", "—") and a.low < b.high:
        return replace(
            b,
            start=a.start,
            number_start=a.number_start,
            low=a.low,
            high=b.high,
            hedge=a.hedge,
            approximate=a.approximate,
        )
    return None


def _with_role(
    text: str, amount: _Amount, begin: int, end: int, previous: dict[str, tuple[int, int, str]]
) -> QuantityExpression:
    left = text[max(begin, amount.start - _REACH) : amount.start]
    right = text[amount.right : min(end, amount.right + 60)]
    before = previous.get(amount.unit.dimension)
    gap = text[before[0] : amount.start] if before and before[1] == begin else None
    role, rule = _role(amount, left, right, gap, before[2] if before else None)
    low, high = amount.low, amount.high
    if rule == "flew-in" and high is None and gap is not None and not gap.strip():
        high = low  # "6,200 km over 67 minutes": the preposition, not a hedge
    if role == "apogee" and low is None and (amount.hedge or "").lower() in ("up to", "as high as", "as much as"):
        low = amount.high  # a missile that went "up to 60 km high" reached 60 km
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


def _role(amount: _Amount, left: str, right: str, gap: str | None, previous: str | None) -> tuple[str, str]:
    dimension = amount.unit.dimension
    if dimension == "yield":
        return yield_role(left, right)
    if (amount.hedge or "").lower() == "as high as":
        return "apogee", "as-high-as"
    if dimension == "length":
        return length_role(left, right, gap, previous)
    if dimension == "time":
        return time_role(left, right, gap, previous)
    if dimension == "size":
        role, rule = length_role(left, right, None, None)
        return (role, rule) if rule in ("altitude-noun", "climbed", "flew-at") else ("other", "size")
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
    """Amounts without a role take it from the one they are listed with: "600 and 120 km east of ..."."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        here, after = out[i], out[i + 1]
        gap = text[here.pair_end or here.end : after.start].strip(" ,")
        if (
            here.role == "other" != after.role
            and here.value.unit == after.value.unit
            and gap in ("and", "or", "to", "")
        ):
            out[i] = replace(here, role=after.role, rule="listed")
    return out


def _listed(text: str, found: list[QuantityExpression]) -> list[QuantityExpression]:
    """Two amounts of one role joined by "and" are the first and the second shot, where nothing else says so."""
    out = list(found)
    for i in range(len(out) - 1):
        a, b = out[i], out[i + 1]
        if a.role != b.role or a.role not in ("distance", "apogee", "flight_time") or b.rule == "farther":
            continue
        gap = text[a.pair_end or a.end : b.start]
        if a.shot is None and b.shot is None and gap.strip(" ,") == "and":
            out[i], out[i + 1] = replace(a, shot=1), replace(b, shot=2)
        elif a.shot is None and b.shot == 2 and joins(gap):
            out[i] = replace(a, shot=1)
    return out


def _magnitudes(text: str, found: list[QuantityExpression], bounds: list[int]) -> list[QuantityExpression]:
    sentences = [(a, b) for a, b in pairwise(bounds) if a < b]
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
        if not any(r.start < f.end and f.start < r.end for f in found)
    ]
