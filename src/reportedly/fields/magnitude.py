"""Seismic magnitudes, with or without the word beside them."""

import re
from collections.abc import Iterator

from reportedly.fields.gated import Gated
from reportedly.frozen import dataclass
from reportedly.patterns import compiled

_N = r"\d(?:\.\d{1,2})?"
_HEDGES = (
    r"(?:(?:of|was|were|is|had|been|at|to|about|around|approximately|roughly|estimated|measured|measuring|put|a|an)"
    r"\s){0,4}"
)
_NAMED = Gated(
    rf"\bmagnitudes?[-\s]{_HEDGES}(?P<a>{_N})(?![\d%,]|\.\d)(?!\s?(?:percent|million|km|kilo|ton))"
    rf"|(?<![\d.,])(?P<b>{_N})[-\s]magnitude\b"
    rf"|(?<![\d.,])(?P<c>{_N})(?: degrees)? on the (?:[\w-]+ ){{0,2}}scale\b"
    rf"|\bRichter(?: scale)?(?: reading)?(?: of| at)? (?P<d>{_N})\b"
    rf"|\bm[wbls]?\s?(?P<e>\d\.\d)\b(?!\s?(?:million|billion|km|m\b|[-–]))"
    r"|(?<![\d.,])(?P<f>[1-9][.,]\d{1,2})\s?m(?:b|w|s|l|blg)\b"
    r"|\bmagnitudes?\s(?:[a-z]+\s){0,4}(?P<g>[1-9],\d)(?!\d|,\d)"
    r"|\b(?:force|strength|intensity|readings?) of (?:about |around )?(?P<h>[1-9]\.\d)(?![\d%]|\.\d|[-\s]?(?:kilo|mega|ton|kt|mach|m[bwsl]))",
    re.IGNORECASE,
)
_GIVEN = compiled(  # "The U.S. Geological Survey put it at 5.3", after a sentence that speaks of the quake
    r"\b(?:put|measured|logged|clocked|found|rated|arrived|settled|came|has|gave|recorded|registered|estimated|placed|had|revised|raised|lowered|corrected|read|reported|calculated)\s(?:up\s)?"
    r"(?:it|this|that|them|a|an|(?:the|its|that|this) (?:figure|number|reading|estimate|size|strength))?\s?(?:up\s|down\s)?(?:at|to|as|on|with|to be)?\s?(?:about\s|around\s)?(?P<n>[1-9]\.\d{1,2})(?![\d%]|\s?(?:percent|per cent|million|billion|km|kilo|miles?|met))",
    re.IGNORECASE,
)
_SEISMIC = Gated(
    r"\b(?:magnitudes?|quakes?|earthquakes?|tremors?|temblors?|richter|seism\w+|(?:after)?shocks?(?! (?:waves?|troops|therapy|absorbers?)))\b",
    re.IGNORECASE,
)
_GOES_ON = 3  # sentences behind one that speaks of a quake in which a body can give it another figure
_BARE = compiled(
    r"(?<![\w.,$€£:/-])(?P<n>[1-9]\.\d{1,2})(?![\d%]|\.\d|[-\s]?(?:percent|per cent|million|billion|trillion|thousand"
    r"|km|kilo\w*|miles?|met(?:er|re)s?|m|mm|tons?|tonnes?|kt|times|seconds?|minutes?|hours?|degrees?|a\.?m|p\.?m|GMT"
    r"|points?|years?|days?)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A magnitude in a text: its span, number, and the rule that found it."""

    start: int
    end: int
    number: float
    rule: str


def readings(text: str, sentences: list[tuple[int, int]]) -> Iterator[Reading]:
    """Every magnitude; bare decimals count only in a sentence that speaks of a quake."""
    if not speaks_of_quakes(text):
        return
    named = []
    for match in _NAMED.finditer(text):
        group = match.lastgroup or "a"
        named.append(Reading(match.start(), match.end(), float(match[group].replace(",", ".")), "named"))
    yield from named
    since = _GOES_ON
    for start, end in sentences:
        since = 0 if _SEISMIC.search(text, start, end) is not None else since + 1
        if 0 < since < _GOES_ON:
            for match in _GIVEN.finditer(text, start, end):
                yield Reading(match.start("n"), match.end("n"), float(match["n"]), "given")
        if since:
            continue
        for match in _BARE.finditer(text, start, end):
            if not any(n.start <= match.start() < n.end for n in named):
                yield Reading(match.start(), match.end(), float(match["n"]), "same-sentence")


def speaks_of_quakes(text: str) -> bool:
    """Whether the text has a word of quakes at all."""
    return _SEISMIC.search(text) is not None
