"""Days told by the clock of another place: "on Wednesday evening, Eastern time" was Thursday where it happened."""

import re
from collections.abc import Sequence

from reportedly.codebook import DayPart
from reportedly.extract.facts import Facts
from reportedly.fields.date import DateExpression
from reportedly.fields.day_parts import there
from reportedly.model import DateRange
from reportedly.patterns import compiled

_ZONES = {
    "America/New_York": r"Eastern|East Coast|Washington|New York|U\.?S\.?|American",
    "America/Los_Angeles": r"Pacific|West Coast|California",
    "Pacific/Honolulu": r"Hawaii(?:an)?",
    "Europe/London": r"London|British",
}
_NAMED = "|".join(f"(?P<{zone.partition('/')[2]}>{names})" for zone, names in _ZONES.items())
_BY_CLOCK = compiled(
    rf",?\s+(?:(?:by\s+the\s+|in\s+)?(?:{_NAMED})\s+(?:standard\s+|daylight\s+)?(?:time|clock)\b"
    r"|in\s+(?P<there>(?:the\s+)?(?:United\s+States|U\.S\.|Washington|New\s+York))\b)",
    re.IGNORECASE,
)
_LATE = {"late": "late night"}
_OF_THE_PLACE = compiled(
    r"[,\s(]*(?:local|Korean?|Korea Standard|Pyongyang|Seoul|Japan(?:ese)?|Tokyo|Iran(?:ian)?|Tehran)\s(?:standard\s)?time\b"
    r"|[,\s(]*(?:in|over)\s(?:North\s|South\s)?Korea|[,\s(]*(?:KST|JST|IRST)\b",
    re.IGNORECASE,
)


def told_afar(
    facts: Facts,
    expression: DateExpression,
    when: DateRange,
    place: str,
    parts: Sequence[DayPart],
) -> DateRange | None:
    """The place's day of a part of a day that is told by another place's clock; None where none is, and where an hour by
    that clock tells the moment itself."""
    word = _LATE.get(expression.part_of_day or "", expression.part_of_day)
    if word is None or when.day is None:
        return None
    found = _BY_CLOCK.match(facts.report.text, expression.end)
    zone = next((zone for zone in _ZONES if found and found[zone.partition("/")[2]]), "America/New_York")
    if found is None or any(clock.zone == zone for clock in facts.clocks):
        return None
    span = there(when.day, word, parts, zone, place)
    if span is None:
        return None
    middle = span[0] + (span[1] - span[0]) / 2
    return DateRange(middle.date(), middle.date())


def of_the_place(text: str, end: int) -> bool:
    """Whether words right behind a day or an hour say that it is that of the place: "on Wednesday in Korea"."""
    return _OF_THE_PLACE.match(text, end) is not None
