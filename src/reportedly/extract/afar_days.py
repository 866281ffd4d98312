"""Days told by the clock of another place: "on Wednesday evening, Eastern time" was Thursday where it happened."""

import re
from collections.abc import Sequence
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from reportedly.codebook import DayPart
from reportedly.extract.facts import Facts
from reportedly.fields.clock import PARTS, ClockExpression
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
_BY_DAY = (6, 18)  # hours in which launches are the rule
_HALF_ROUND = timedelta(hours=10)  # from America to East Asia
_EVENINGS = frozenset({"evening", "night", "late"})
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
    written_in: str | None,
    parts: Sequence[DayPart],
) -> DateRange | None:
    """The place's day of a part of a day that is told by another place's clock, or of an evening told by that of an outlet
    far to the west (`written_in`); None where none is, and where an hour by that clock tells the moment itself."""
    word = _LATE.get(expression.part_of_day or "", expression.part_of_day)
    if word is None or when.day is None:
        return None
    found = _BY_CLOCK.match(facts.report.text, expression.end)
    if found is not None:
        zone = next((zone for zone in _ZONES if found[zone.partition("/")[2]]), "America/New_York")
        if any(clock.zone == zone for clock in facts.clocks):
            return None
    elif written_in is not None and expression.part_of_day in _EVENINGS and not _is_local(facts, expression):
        if _named_before(facts, expression):
            return None  # the day that the report counts by: one day, not two
        zone = written_in
    else:
        return None
    span = there(when.day, word, parts, zone, place)
    if span is None:
        return None
    middle = span[0] + (span[1] - span[0]) / 2
    ahead = (middle.utcoffset() or timedelta()) - (middle.astimezone(ZoneInfo(zone)).utcoffset() or timedelta())
    if found is None and (ahead < _HALF_ROUND or not _BY_DAY[0] <= middle.hour < _BY_DAY[1]):
        return None  # near, or at night there: the evening is rather the place's own
    return DateRange(middle.date(), middle.date())


def of_the_place(text: str, end: int) -> bool:
    """Whether words right behind a day or an hour say that it is that of the place: "on Wednesday in Korea"."""
    return _OF_THE_PLACE.match(text, end) is not None


def _within(hour: ClockExpression, part: tuple[time, time]) -> bool:
    """Whether an hour falls into a part of the day, which may run over midnight."""
    start, end = part
    return start <= hour.earliest < end if start < end else not end <= hour.earliest < start


def _named_before(facts: Facts, expression: DateExpression) -> bool:
    """Whether the same weekday was told before without a part of it: "on Saturday ... the Saturday evening launch"."""
    before = (e for e in facts.dates if e.start < expression.start and e.part_of_day is None)
    return expression.weekday is not None and any(e.weekday == expression.weekday for e in before)


def _is_local(facts: Facts, expression: DateExpression) -> bool:
    """Whether the place's own clock tells a part of a day: by name, by an hour beside it, or by an hour elsewhere that is
    told without a zone and falls into that part."""
    if of_the_place(facts.report.text, expression.end):
        return True
    span = facts.sentences[facts.sentence_at(expression.start) or 0]
    part = PARTS.get((expression.part_of_day or "").split()[-1])
    told = (c for c in facts.clocks if c.precision != "part_of_day")
    return any(
        span.start <= c.start < span.end or (c.zone is None and part is not None and _within(c, part)) for c in told
    )
