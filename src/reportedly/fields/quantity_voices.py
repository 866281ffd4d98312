"""Figures of another voice that leave out what they measure: "Seoul said 600 km and 100 km high; Tokyo gave 500 and 50"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log

from reportedly.fields.quantity_behind import offsets
from reportedly.fields.quantity_expression import QuantityExpression
from reportedly.fields.quantity_rows import gives_again
from reportedly.patterns import compiled

_TOLD = ("distance", "apogee")
_BESIDE = 3  # sentences
_A_FIGURE = compiled(
    r"\b(?:put|puts|estimated|gave|placed|clocked)\s(?:it|them|both|th[eo]se|the (?:two|missiles?|flights?|rockets?|projectiles?|pair|first|second|others?))\s(?:at|as)\s(?:about\s|some\s)?$|"
    r"\b(?:figures?|estimates?|readings?|numbers?|calculations?|measurements?)\b(?:\s(?:was|is|of|to|at|as|being|down|up|stood|put|says?|said|about|around|some|roughly))+\s$",
    re.IGNORECASE,
)


def of_other_voices(text: str, found: Sequence[QuantityExpression], bounds: Sequence[int]) -> list[QuantityExpression]:
    """The amounts, those of another voice as what they come nearest to of the distance and the height told before, in
    their sentence or the one before it."""
    if {e.role for e in found}.issuperset(_TOLD):
        return list(_read(text, found, bounds))
    return list(_again(text, found, bounds))


def _again(text: str, found: Sequence[QuantityExpression], bounds: Sequence[int]) -> Iterator[QuantityExpression]:
    """The amounts, one that is only called a figure as what the last one told is: "Japan revised its figure to 650 km"."""
    told: tuple[str, int] | None = None  # the measure told last, and the number of its sentence
    end, again = 0, False
    for e in found:
        place = bisect_right(bounds, e.start) - 1
        listed = again and text[end : e.start].strip() == "and"
        near = told is not None and place - told[1] < _BESIDE
        again = bool(near) and e.role == "other" and e.rule == "none" and e.value.unit == "km" and (
            listed or _A_FIGURE.search(text, bounds[place], e.start) is not None
        )  # fmt: skip
        read = replace(e, role=told[0], rule="another-voice", shot=None) if again and told is not None else e
        end = e.pair_end or e.end
        if read.role in _TOLD:
            told = (read.role, place)
        yield read


def _read(text: str, found: Sequence[QuantityExpression], bounds: Sequence[int]) -> Iterator[QuantityExpression]:
    told: dict[str, tuple[float, int]] = {}
    end, again = 0, False  # where the amount before ends, and whether it was read here
    for e in found:
        place = bisect_right(bounds, e.start) - 1
        gap = text[max(end, bounds[place]) : e.start]
        size = e.value.maximum or e.value.minimum
        again = bool(size) and e.value.unit == "km" and all(r in told and place - told[r][1] < 2 for r in _TOLD) and (
            _open(e) and not offsets(text[e.pair_end or e.end :][:40])
            and (gives_again(gap) or _A_FIGURE.search(gap) is not None or (again and gap.strip() in ("and", "at")))
        )  # fmt: skip
        read = replace(e, role=_nearest(size, told), rule="another-voice", shot=None) if again and size else e
        end = e.pair_end or e.end
        if read.role in _TOLD and size:
            told[read.role] = (size, place)
        yield read


def _open(e: QuantityExpression) -> bool:
    """Whether only the place beside another amount, if anything, has said what this one is of."""
    return e.rule in ("none", "another-voice", "listed") and e.role in (*_TOLD, "other")


def _nearest(size: float, told: dict[str, tuple[float, int]]) -> str:
    """The measure whose amount a size is nearest to, as a ratio."""
    return min(_TOLD, key=lambda role: abs(log(size / told[role][0])))
