"""Figures of another voice that leave out what they measure: "Seoul said 600 km and 100 km high; Tokyo gave 500 and 50"."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log

from reportedly.fields.quantity_expression import QuantityExpression
from reportedly.fields.quantity_roles import gives_again, offsets

_TOLD = ("distance", "apogee")


def of_other_voices(text: str, found: Sequence[QuantityExpression], bounds: Sequence[int]) -> list[QuantityExpression]:
    """The amounts, those of another voice as what they come nearest to of the distance and the height told before, in
    their sentence or the one before it."""
    return list(_read(text, found, bounds)) if {e.role for e in found}.issuperset(_TOLD) else list(found)


def _read(text: str, found: Sequence[QuantityExpression], bounds: Sequence[int]) -> Iterator[QuantityExpression]:
    told: dict[str, tuple[float, int]] = {}
    end, again = 0, False  # where the amount before ends, and whether it was read here
    for e in found:
        place = bisect_right(bounds, e.start) - 1
        gap = text[max(end, bounds[place]) : e.start]
        size = e.value.maximum or e.value.minimum
        again = bool(size) and e.value.unit == "km" and all(r in told and place - told[r][1] < 2 for r in _TOLD) and (
            _open(e) and not offsets(text[e.pair_end or e.end :][:40])
            and (gives_again(gap) or (again and gap.strip() in ("and", "at")))
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
