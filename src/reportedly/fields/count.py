"""How many: find how many a text gives, and the value's own arithmetic and JSON."""

from collections.abc import Mapping, Sequence

from reportedly.fields.count_expression import CountExpression
from reportedly.fields.count_find import find
from reportedly.fields.count_words import Several
from reportedly.fields.number import parse
from reportedly.fields.withheld import WithheldExpression, find_withheld
from reportedly.model import Count

__all__ = [
    "CountExpression", "WithheldExpression", "agree", "find", "find_withheld", "fold", "from_json", "show", "sort_of", "to_json",
]  # fmt: skip

_ARTICLES = frozenset({"a", "an"})


def to_json(value: Count) -> dict[str, int | bool | None]:
    """The contract's shape."""
    return {"min": value.minimum, "max": value.maximum, "approximate": value.approximate}


def from_json(obj: Mapping[str, object]) -> Count:
    """The value of which `to_json` made this."""
    low, high = obj["min"], obj.get("max")
    if not isinstance(low, int) or not isinstance(high, int | None):
        raise TypeError(f"not a count: {obj}")
    return Count(low, high, obj.get("approximate") is True)


def fold(values: Sequence[Count]) -> Count | None:
    """What all values have in common; where they share nothing, the hull.

    An approximate number steps aside where an exact one stands near it: "nearly two dozen" and 23 are 23.
    """
    exact = [v for v in values if not v.approximate]
    kept = exact + [v for v in values if v.approximate and not any(_near(v, e) for e in exact)]
    if not kept:
        return None
    low, tops = max(v.minimum for v in kept), [v.maximum for v in kept if v.maximum is not None]
    high, hedged = min(tops, default=None), any(v.approximate for v in kept)
    if high is None or low <= high:
        return Count(low, high, hedged and Count(low, high) not in kept)
    closed = [v for v in kept if v.maximum is not None]
    if len({(v.minimum, v.maximum) for v in closed}) > 1:  # two whole accounts against each other
        return Count(min(v.minimum for v in closed), max(tops), hedged)
    return Count(min(v.minimum for v in kept), max(tops) if len(tops) == len(kept) else None, hedged)


def _near(approximate: Count, exact: Count) -> bool:
    """Whether the exact count lies within a fifth of itself of the approximate one."""
    return exact.maximum is not None and abs(approximate.minimum - exact.minimum) <= 0.2 * exact.minimum


def agree(a: Count, b: Count) -> bool:
    """Whether both can be true of one salvo: the intervals meet, "about N" without a hard ceiling or floor."""
    a_low, a_high = _bounds(a)
    b_low, b_high = _bounds(b)
    return a_low <= b_high and b_low <= a_high


def _bounds(value: Count) -> tuple[float, float]:
    high = float("inf") if value.maximum is None else float(value.maximum)
    if value.approximate:
        return 0.75 * value.minimum, 1.8 * high
    return float(value.minimum), high


def show(value: Count) -> str:
    """As a person reads it: 2, at least 2, 3 to 5, about 10."""
    if value.maximum is None:
        return f"at least {value.minimum}"
    about = "about " if value.approximate else ""
    if value.minimum == value.maximum:
        return f"{about}{value.minimum}"
    return f"{about}{value.minimum} to {value.maximum}"


def sort_of(written: str, several: Several) -> str:
    """What words say of how many: "number", "quantifier" ("several", "a salvo of"), or "bare", an article or a noun."""
    low = written.lower().strip()
    if low not in _ARTICLES and parse(low) is not None:
        return "number"
    counts = (word for word in low.split() if word != "no" and (word in several.alone or word in several.groups))
    return "quantifier" if any(counts) else "bare"
