"""Numbers with their units, hedges and conversions, before anybody asks what they are of."""

import re
from dataclasses import replace

from reportedly.fields.gated import Gated
from reportedly.fields.number import parse
from reportedly.fields.quantity_pairs import conversion
from reportedly.fields.quantity_units import (
    AND_A_HALF,
    MACH,
    NUMBER_BEFORE,
    ONE_BEFORE,
    UNIT_BEHIND,
    Unit,
    convert,
    unit_of,
)
from reportedly.frozen import dataclass
from reportedly.patterns import compiled

_HEDGE = Gated(
    r"\b(?:(?P<open>(?:well |greatly |far |just |slightly |significantly |a (?:little|bit) )?(?:over|above|beyond|past|exceed(?:ed"
    r"|ing|s)?)"
    r"[\"”’]?|more than|at least|a minimum of|in excess of|upwards? of|greater than|no less than|not less than|(?:further"
    r"|farther|longer|higher) than)"
    r"|(?P<below>(?:just |well |slightly |a (?:little|bit) )?(?:under|below)|(?:less|fewer|lower|shorter) than|at most|no (?:more|higher|further"
    r"|farther|longer) than|short of"
    r"|within|up to|as much as|as far as|as high as|a maximum of)"
    r"|(?P<about>about|around|some|approximately|roughly|nearly|almost|an estimated|estimated|close to|circa"
    r"|just about|approx\.?|ca\.?|est\.|something like|in the (?:region|order|neighbou?rhood|vicinity) of|(?:of|on) the order of|close on|not far short of"
    r"|just shy of|shy of|perhaps|possibly|maybe|reportedly))\s+(?:an? )?$",
    re.IGNORECASE,
)
_ON_A_WAY = compiled(  # "tracked over approximately 4,200 miles": the preposition
    r"\b(?:flew|flown|flying|travel\w*|track\w*|flights?|cours\w*|trips?|journeys?)\b[^.;,\d]{0,40} over$",
    re.IGNORECASE,
)
_OR_SO = compiled(r"\s(?P<so>or so)\b|\s(?P<more>or more|and more|or higher|or further)\b", re.IGNORECASE)
_REVISED_FROM = compiled(  # "revised the distance from 430 km to 600 km": the figure and the one that takes its place
    r"\b(?:revis|correct|chang|rais|lower|amend|adjust|upgrad|updat|cut)\w*\b[^.;\d]{0,60}\bfrom (?:about |some |around |an initial )?$",
    re.IGNORECASE,
)
_BETWEEN = compiled(r"\bbetween (?:about |around |some )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
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


def amounts(text: str) -> list[Amount]:
    """Numbers with units, left to right, joined where a range or an hour-and-minutes is printed in two parts."""
    found: list[Amount] = []
    floor = 0
    for match in UNIT_BEHIND.finditer(text):
        if match.start() < floor:
            continue
        number = NUMBER_BEFORE.search(text, max(floor, match.start() - 48), match.start())
        if number is None and unit_of(match["unit"]).dimension in ("time", "yield"):
            number = ONE_BEFORE.search(text, max(floor, match.start() - 24), match.start())
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
            Amount(
                match.start(), match.start(), match.end(), speed, speed, unit, "Mach", None, False, None, match.end()
            )
        )
    return sorted(found, key=lambda a: a.start)


@dataclass(frozen=True, slots=True)
class _Measured:
    """A unit in the text, the number right before it, and the conversion in brackets behind it."""

    start: int
    value: float
    unit: Unit
    written: str
    end: int
    pair: tuple[float, str] | None
    pair_end: int


def _measured(text: str, number: re.Match[str], found: re.Match[str]) -> _Measured | None:
    """The number and its unit; None where the letters are no unit here."""
    written, unit, end = found["unit"], unit_of(found["unit"]), found.end()
    value = convert(number["n2"], unit)
    if (
        value is None
        or written in ("M", "Mi", "MI", "KT", "S")
        or (written == "s" and number["n2"].isdigit())
        or (written == "second" and number["n2"].isalpha())
        or (written == "m" and text[end : end + 1] == ".")
    ):
        return None
    half = AND_A_HALF.match(text, end)
    if half:
        value, end = value + unit.factor / 2, half.end()
    if (again := conversion(text, end, unit)) is not None:
        return _Measured(number.start("n2"), value, unit, written, end, (again.amount, again.unit), again.end)
    return _Measured(number.start("n2"), value, unit, written, end, None, end)


def _read(text: str, number: re.Match[str], unit_match: re.Match[str], floor: int) -> list[Amount]:
    """The amount, or the two amounts, that end in this unit."""
    found = _measured(text, number, unit_match)
    if found is None:
        return []
    first = convert(number["n1"], found.unit) if number.groupdict().get("n1") else None
    if first is None:
        return [_single(text, found, floor)]
    start = number.start("n1")
    hedge = _HEDGE.search(text, max(floor, start - 24), start)
    opened = hedge.start() if hedge else start
    between = _BETWEEN.search(text, max(floor, opened - 20), opened)
    if between:
        opened = between.start()
    words = text[opened:start].strip() or None
    about = bool(hedge and hedge["about"])
    behind = _OR_SO.match(text, found.pair_end)
    about = about or bool(behind and behind["so"])
    separator = (number["sep"] or "").strip(" ,").lower()
    if separator in ("and", "or") and not between:
        end = number.end("n1")
        left = Amount(opened, start, end, first, first, found.unit, found.written, words, about, None, end)
        return [left, _single(text, found, end)]
    if first > found.value or (separator == "" and not between):
        return [_single(text, found, floor)]
    return [
        Amount(
            opened, start, found.end, first, found.value, found.unit, found.written, words, about, found.pair,
            found.pair_end,
        )
    ]  # fmt: skip


def _single(text: str, found: _Measured, floor: int) -> Amount:
    """One number with its hedge: "more than" opens the top, "less than" the bottom, "about" marks it."""
    opened, said = _hedges(text, found.start, floor)
    behind = _OR_SO.match(text, found.pair_end)
    low: float | None = found.value
    high: float | None = found.value
    if "open" in said or (behind and behind["more"]):
        high = None
    elif "below" in said:
        low = None
    about = "about" in said or bool(behind and behind["so"])
    words = text[opened : found.start].strip() or None
    return Amount(
        opened, found.start, found.end, low, high, found.unit, found.written, words, about, found.pair, found.pair_end
    )


def _hedges(text: str, start: int, floor: int) -> tuple[int, frozenset[str]]:
    """Where the hedges before a number begin, and their kinds: "more than about" is open and about."""
    said: set[str] = set()
    while hedge := _HEDGE.search(text, max(floor, start - 28), start):
        if said and (
            hedge.lastgroup == "about" or _ON_A_WAY.search(text, max(0, hedge.start() - 60), hedge.start("open") + 4)
        ):
            break
        said.add(hedge.lastgroup or "")
        start = hedge.start()
        if hedge.lastgroup != "about":
            break
    return start, frozenset(said)


def _join(text: str, a: Amount, b: Amount) -> Amount | None:
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
    if (
        gap in ("to", "-", "–", "—")
        and a.low < b.high
        and not _REVISED_FROM.search(text[max(0, a.start - 90) : a.start])
    ):
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
