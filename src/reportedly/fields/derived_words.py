"""Derived claims in plain English: "the second missile launch in a week", "400 km (249 miles)"."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reportedly.fields.number import ORDINALS
from reportedly.fields.wording import WORDS, name_of, word
from reportedly.model import Derived
from reportedly.model.calendar import WEEKDAYS

Arguments = Mapping[str, object]
_RANKS = {number: written for written, number in ORDINALS.items()}
_SPANS: Mapping[tuple[str, int], str] = MappingProxyType(
    {("days", 1): "a day", ("days", 7): "a week", ("months", 1): "a month", ("months", 12): "a year"}
)


def in_words(value: Derived) -> str:
    """The claim as a person says it; one of a kind that is not known here by its name and arguments."""
    told = _KINDS.get(value.kind)
    if told is not None:
        try:
            return told(value.arguments)
        except (KeyError, TypeError, ValueError):  # arguments of a user's own codebook, or of a plug-in's
            pass
    arguments = ", ".join(f"{key.replace('_', ' ')}: {value.arguments[key]}" for key in sorted(value.arguments))
    name = value.kind.replace("_", " ")
    return f"{name} ({arguments})" if arguments else name


def _ranked(given: Arguments) -> str:
    span, since = _span(given), given.get("since")
    when = f"since {since}" if since else f"in {span}" if span else "ever"
    return f"the {_counted(given, _rank(given))} {when}"


def _in_period(given: Arguments) -> str:
    period = str(given["period"])
    when = f"this {period}" if period in ("week", "month", "year") else f"in {period.capitalize()}"
    return f"the {_counted(given, _rank(given))} {when}"


def _first_since(given: Arguments) -> str:
    if given.get("form") == "last_was":
        return f"the last {_noun(given)} before it: {given['since']}"
    if given.get("form") == "none_since":
        return f"no {_noun(given)} since {given['since']}"
    return f"the {_counted(given, 'first')} since {given['since']}"


def _first_in(given: Arguments) -> str:
    return f"the {_counted(given, 'first')} in {_span(given)}"


def _record(given: Arguments) -> str:
    return f"a record: “{given['of']}”"


def _first_ever(given: Arguments) -> str:
    return f"the first ever: “{given['object']}”" if given.get("object") else "the first ever"


def _amounts(given: Arguments) -> str:
    return f"{_amount(given['value'], given['unit'])} ({_amount(given['pair'], given['pair_unit'])})"


def _amount(number: object, unit: object) -> str:
    return f"{number:,.10g} {word('unit', str(unit))}" if isinstance(number, int | float) else f"{number} {unit}"


def _clocks(given: Arguments) -> str:
    there = "utc" if "utc" in given else "other"
    zone = f"in {_city(given['zone'])}" if given.get("zone") else "there"
    other = "UTC" if there == "utc" else f"in {_city(given['other_zone'])}"
    left, right = _weekday(given, "local_weekday"), _weekday(given, f"{there}_weekday")
    return f"{given['local']} {zone}{left} is {given[there]} {other}{right}"


def _city(zone: object) -> str:
    return str(zone).rpartition("/")[2].replace("_", " ")


def _weekday(given: Arguments, key: str) -> str:
    number = given.get(key)
    return f" on {WEEKDAYS[number]}" if isinstance(number, int) else ""


def _named_day(given: Arguments) -> str:
    return f"{given.get('date') or 'the day'} is a {given['weekday']}"


def _lies(given: Arguments) -> str:
    return f"{name_of(str(given['site']))} lies {given['direction']} of {name_of(str(given['of']))}"


def _rank(given: Arguments) -> str:
    number = given["n"]
    if not isinstance(number, int):
        raise TypeError("a rank is a whole number")
    return _RANKS.get(number) or f"{number}{_ending(number)}"


def _ending(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _counted(given: Arguments, rank: str) -> str:
    """What is counted, with its rank: "second missile launch", "first major one of its kind"."""
    scope = str(given.get("scope") or "same_type")
    judged = f" {given['subjective']}" if given.get("subjective") else ""
    if scope in WORDS["scope"]:
        return f"{rank}{judged} {WORDS['scope'][scope]}"
    return f"{rank}{judged} one of its kind" if judged else f"{rank} of its kind"


def _noun(given: Arguments) -> str:
    """What is counted, without a rank: "missile launch", "major one of its kind"."""
    return _counted(given, "").strip().removeprefix("of its kind") or "one of its kind"


def _span(given: Arguments) -> str:
    """A stretch of time with its bound: "more than 2 months", "a week"; empty where there is none."""
    unit = "days" if "days" in given else "months" if "months" in given else ""
    if not unit:
        return ""
    number = given[unit]
    if not isinstance(number, int):
        raise TypeError("a stretch of time is a whole number")
    told = _SPANS.get((unit, number)) or _long(number, unit)
    return f"{given['bound']} {told}" if given.get("bound") else told


def _long(number: int, unit: str) -> str:
    if unit == "months" and number % 12 == 0:
        return f"{number // 12} years"
    if unit == "days" and number % 7 == 0:
        return f"{number // 7} weeks"
    return f"{number} {unit}"


_KINDS: Mapping[str, Callable[[Arguments], str]] = MappingProxyType(
    {
        "ordinal_in_window": _ranked,
        "rank_in_period": _in_period,
        "first_since": _first_since,
        "gap_at_least": _first_in,
        "record": _record,
        "first_ever": _first_ever,
        "unit_pair": _amounts,
        "tz_pair": _clocks,
        "weekday_date": _named_day,
        "relative_place": _lies,
    }
)
