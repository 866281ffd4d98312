"""Nights told by both their days, which count as the later: "on the night of November 27-28", "late Monday into Tuesday"."""

import re

from reportedly.model import DateRange
from reportedly.patterns import compiled

_INTO = compiled(
    r"(?:,?\s(?:night|evening))?(?:\s?[-–/]\s?|\s(?:and\s)?(?:in)?to\s|\sthrough\s|(?P<and>\sand\s))"
    r"(?:(?:early|late)\s(?:on\s)?|the\s(?:(?:early|small)\s)?(?:hours|morning)\s(?:of|on)\s)?",
    re.IGNORECASE,
)
_NIGHTLY = compiled(r"\b(?:over)?night\b|\b(?:late|evening)\b", re.IGNORECASE)
_BETWEEN = compiled(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_REACH = 32  # code points: words for a night stand close to its days


def nightly(head: str) -> bool:
    """Whether the words before a day speak of a night."""
    return _NIGHTLY.search(head[-_REACH:]) is not None


def morning_of(when: DateRange | None) -> DateRange | None:
    """The second of two days; anything longer or shorter as it is."""
    if when is None or when.earliest is None or when.latest is None or (when.latest - when.earliest).days != 1:
        return when
    return DateRange(when.latest, when.latest)


def into(text: str, start: int, end: int, following: int) -> bool:
    """Whether a night runs from the day at [start, end) into the one that follows: "overnight from Monday to Tuesday"."""
    found = _INTO.fullmatch(text, end, following) if following - end <= _REACH else None
    if found is None or (found["and"] and _BETWEEN.search(text, max(0, start - _REACH), start) is None):
        return False
    return _NIGHTLY.search(text, max(0, start - _REACH), following) is not None
