"""Days told by the clock of another place: "on Wednesday evening, Eastern time" was Thursday where it happened."""

import re
from datetime import datetime, time
from zoneinfo import ZoneInfo

from reportedly.extract.facts import Facts
from reportedly.fields.date import DateExpression
from reportedly.model import DateRange

_ZONES = {
    "America/New_York": r"Eastern|East Coast|Washington|New York|U\.?S\.?|American",
    "America/Los_Angeles": r"Pacific|West Coast|California",
    "Pacific/Honolulu": r"Hawaii(?:an)?",
    "Europe/London": r"London|British",
}
_NAMED = "|".join(f"(?P<{zone.partition('/')[2]}>{names})" for zone, names in _ZONES.items())
_BY_CLOCK = re.compile(
    rf",?\s+(?:(?:by\s+the\s+|in\s+)?(?:{_NAMED})\s+(?:standard\s+|daylight\s+)?(?:time|clock)\b"
    r"|in\s+(?P<there>(?:the\s+)?(?:United\s+States|U\.S\.|Washington|New\s+York))\b)",
    re.IGNORECASE,
)
_HOURS = {"morning": 9, "afternoon": 15, "evening": 19, "night": 22, "late": 22}


def told_afar(facts: Facts, expression: DateExpression, when: DateRange, place: str) -> DateRange | None:
    """The place's day of a part of a day that is told by another place's clock; None where none is, and where an hour by
    that clock tells the moment itself."""
    hour = _HOURS.get(expression.part_of_day or "")
    found = _BY_CLOCK.match(facts.report.text, expression.end)
    if found is None or hour is None or when.day is None:
        return None
    zone = next((zone for zone in _ZONES if found[zone.partition("/")[2]]), "America/New_York")
    if any(clock.zone == zone for clock in facts.clocks):
        return None
    there = datetime.combine(when.day, time(hour), ZoneInfo(zone)).astimezone(ZoneInfo(place)).date()
    return DateRange(there, there)
