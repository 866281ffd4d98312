"""Measured amounts: find what a text writes, and the value's own arithmetic and JSON."""

from collections.abc import Mapping, Sequence

from reportedly.fields.quantity_expression import QuantityExpression
from reportedly.fields.quantity_find import find
from reportedly.model import Quantity

__all__ = ["FIELD_ROLES", "FIELD_UNITS", "QuantityExpression", "agree", "find", "fold", "from_json", "show", "to_json"]

FIELD_UNITS = {"distance_km": "km", "apogee_km": "km", "flight_time_s": "s", "yield_kt": "kt", "magnitude": "magnitude"}
FIELD_ROLES = {
    "distance": "distance_km",
    "apogee": "apogee_km",
    "flight_time": "flight_time_s",
    "yield": "yield_kt",
    "magnitude": "magnitude",
}


def to_json(value: Quantity) -> dict[str, float | bool | None]:
    """The contract's shape; whole numbers without a decimal point. The unit is the field's own."""
    return {"min": _plain(value.minimum), "max": _plain(value.maximum), "approximate": value.approximate}


def _plain(number: float | None) -> float | None:
    return int(number) if number is not None and number == int(number) else number


def from_json(obj: Mapping[str, object], unit: str) -> Quantity:
    """The value of which `to_json` made this, in the unit of its field."""
    low, high = obj.get("min"), obj.get("max")
    if not isinstance(low, int | float | None) or not isinstance(high, int | float | None):
        raise TypeError(f"not a quantity: {obj}")
    ends = (None if low is None else float(low), None if high is None else float(high))
    return Quantity(*ends, unit, obj.get("approximate") is True)


def fold(values: Sequence[Quantity]) -> Quantity | None:
    """The hull of what is printed. "More than x" leaves the top open, and "less than x" the bottom, only where
    nobody names a figure beyond; a time that rounds a figure named ("over an hour", 74 minutes) adds nothing. A length
    without a lower end begins at nought.
    """
    if not values:
        return None
    values = [v for v in values if v.unit != "s" or not _rounds(v, values)]
    lows = [v.minimum for v in values if v.minimum is not None]
    highs = [v.maximum for v in values if v.maximum is not None]
    floors = [v.minimum for v in values if v.maximum is None and v.minimum is not None]
    ceilings = [v.maximum for v in values if v.minimum is None and v.maximum is not None]
    open_top = any(v.maximum is None for v in values) and not (highs and floors and max(highs) > max(floors))
    open_top = open_top or not highs
    open_bottom = bool(ceilings) and not (lows and min(lows) <= min(ceilings))
    low = (0.0 if values[0].unit == "km" else None) if open_bottom or not lows else min(lows)
    high = None if open_top else max(highs)
    return Quantity(low, high, values[0].unit, all(v.approximate for v in values))


_ROUND = 600  # seconds: a time of whole tens of minutes gives way to one told to the second


def _rounds(value: Quantity, values: Sequence[Quantity]) -> bool:
    """Whether a bound only rounds a figure that another gives, a quarter of it away at most."""
    exact = [v for v in values if v.minimum is not None and v.maximum is not None]
    if value.minimum == value.maximum and (value.minimum or 1) % _ROUND == 0:  # a headline's "two-hour flight"
        return any(
            (v.minimum or 0) % 60 and abs((v.minimum or 0) - (value.minimum or 0)) <= 0.1 * (v.minimum or 0)
            for v in exact
        )
    if value.maximum is None and value.minimum is not None:
        return any(value.minimum <= (v.minimum or 0) <= 1.25 * value.minimum for v in exact)
    if value.minimum is None and value.maximum is not None:
        return any(0.75 * value.maximum <= (v.maximum or 0) <= value.maximum for v in exact)
    return False


def agree(a: Quantity, b: Quantity, relative: float = 0.0, absolute: float = 0.0) -> bool:
    """Whether both can be one measurement, `relative` (of the larger) or `absolute` units apart at most."""
    if a.unit != b.unit:
        return False
    ends = [abs(e) for e in (a.minimum, a.maximum, b.minimum, b.maximum) if e is not None]
    slack = max(absolute, relative * max(ends, default=0.0))
    return _low(a) - slack <= _high(b) and _low(b) - slack <= _high(a)


def _low(value: Quantity) -> float:
    return float("-inf") if value.minimum is None else value.minimum


def _high(value: Quantity) -> float:
    return float("inf") if value.maximum is None else value.maximum


def show(value: Quantity) -> str:
    """As a person reads it: about 400 km, more than 930 km, 10 to 20 kt, magnitude 5.1, 86 min."""
    unit, scale = ("min", 60.0) if value.unit == "s" and _whole_minutes(value) else (value.unit, 1.0)
    low = None if value.minimum is None else f"{value.minimum / scale:,g}"
    high = None if value.maximum is None else f"{value.maximum / scale:,g}"
    about = "about " if value.approximate else ""
    if low is None and high is None:
        return "unknown"
    if high is None:
        numbers = f"{low} or more"
    elif low is None:
        numbers = f"{high} at most"
    else:
        numbers = low if low == high else f"{low} to {high}"
    return f"magnitude {about}{numbers}" if unit == "magnitude" else f"{about}{numbers} {unit}"


def _whole_minutes(value: Quantity) -> bool:
    ends = [e for e in (value.minimum, value.maximum) if e is not None]
    return bool(ends) and all(e >= 60 and e % 60 == 0 for e in ends)
