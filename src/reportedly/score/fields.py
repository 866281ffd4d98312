"""Field by field: what gold expects, what was found, and whether they are the same.

A pool joins fields of few values so that their score says something.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from reportedly.frozen import dataclass
from reportedly.score.gold import GoldIncident, Interval
from reportedly.score.names import broad_class, fold, same_site, same_weapon

VAGUE_CLASSES = ("BM", "unknown")
POOLS: Mapping[str, tuple[str, ...]] = {
    "times": ("time_local", "time_utc"),
    "kilometres": ("distance_km", "apogee_km"),
    "small": ("flight_time_s", "direction", "magnitude", "yield_kt"),
}
_COMPASS = re.compile(r"north|south|east|west")
_ABSENT: tuple[object, ...] = (None, "", {}, [])
_SLIPS = (TypeError, ValueError, AttributeError, KeyError, IndexError)


class Malformed:
    """A value of another shape than the contract's; it equals nothing."""

    def __repr__(self) -> str:
        return "malformed"


MALFORMED = Malformed()


@dataclass(frozen=True, slots=True)
class FieldRule:
    """One field: `expected` reads gold, `found` reads a mention's values, `same` compares the two."""

    name: str
    expected: Callable[[GoldIncident], Any]
    found: Callable[[Mapping[str, Any]], Any]
    same: Callable[[Any, Any], bool]

    def got(self, values: Mapping[str, Any]) -> Any:
        """What was found: None where nothing was, `MALFORMED` where it cannot be read."""
        try:
            value = self.found(values)
        except _SLIPS:
            return MALFORMED
        return None if value in _ABSENT else value

    def equal(self, got: Any, expected: Any) -> bool:
        """Whether what was found is what gold expects."""
        try:
            return got is not MALFORMED and self.same(got, expected)
        except _SLIPS:
            return False

    def forgiven(self, gold: GoldIncident) -> bool:
        """Whether a value is no error although gold has none: a derived UTC, a class gold calls unknown."""
        return self.name == "time_utc" or (self.name == "weapon_class" and gold.weapon_class == "unknown")


def same_interval(got: Mapping[str, Any], expected: Interval, *, relative: float = 0.02, absolute: float = 1.0) -> bool:
    """Whether both ends agree within the larger tolerance, open ends being open in both."""
    ends = ((got.get("min"), expected[0]), (got.get("max"), expected[1]))
    return all(_same_end(mine, gold, relative, absolute) for mine, gold in ends)


def _same_end(got: Any, expected: float | None, relative: float, absolute: float) -> bool:
    if got is None or expected is None:
        return got is expected
    return abs(float(got) - float(expected)) <= max(absolute, relative * abs(float(expected)))


def _day(values: Mapping[str, Any]) -> str | None:
    """The one day of a date, None where it spans several or none is fixed."""
    date = values.get("date")
    if not date:
        return None
    earliest, latest = date.get("earliest"), date.get("latest")
    return earliest[:10] if earliest and earliest[:10] == (latest or earliest)[:10] else None


def _earliest(field: str) -> Callable[[Mapping[str, Any]], Any]:
    return lambda values: (values.get(field) or {}).get("earliest")


def _as_found(field: str) -> Callable[[Mapping[str, Any]], Any]:
    return lambda values: values.get(field)


def _said_class(code: Any) -> Any:
    return None if code in VAGUE_CLASSES else code


def _same_count(got: Any, expected: Interval) -> bool:
    return same_interval(got, expected, relative=0, absolute=0)


def _same_magnitude(got: Any, expected: Interval) -> bool:
    return same_interval(got, expected, relative=0, absolute=0.05)


def _same_minute(got: str, expected: str) -> bool:
    return got[:5] == expected[:5]


def _same_moment(got: str, expected: str) -> bool:
    return got.replace("Z", "")[:16] == expected.replace("Z", "")[:16]


def _same_class(got: str, expected: str) -> bool:
    return broad_class(got) == expected


def _same_direction(got: Any, expected: str) -> bool:
    return fold(str(got)) == "".join(word[0] for word in _COMPASS.findall(expected.lower()))


def _same_word(got: Any, expected: str) -> bool:
    return bool(got == expected)


def _amount(name: str, same: Callable[[Any, Any], bool] = same_interval) -> FieldRule:
    return FieldRule(name, lambda gold: getattr(gold, name), _as_found(name), same)


FIELDS: tuple[FieldRule, ...] = (
    FieldRule("date", lambda gold: gold.date, _day, _same_word),
    FieldRule("time_local", lambda gold: gold.time_local, _earliest("time_local"), _same_minute),
    FieldRule("time_utc", lambda gold: gold.time_utc, _earliest("time_utc"), _same_moment),
    _amount("count", _same_count),
    FieldRule(
        "weapon_class",
        lambda gold: _said_class(gold.weapon_class),
        lambda values: _said_class(values.get("weapon_class")),
        _same_class,
    ),
    FieldRule("weapon", lambda gold: gold.weapon, _as_found("weapon"), same_weapon),
    FieldRule("site", lambda gold: gold.site, _as_found("site"), same_site),
    _amount("distance_km"),
    _amount("apogee_km"),
    _amount("flight_time_s"),
    FieldRule("direction", lambda gold: gold.direction, _as_found("direction"), _same_direction),
    FieldRule("outcome", lambda gold: gold.outcome, _as_found("outcome"), _same_word),
    _amount("magnitude", _same_magnitude),
    _amount("yield_kt"),
)
