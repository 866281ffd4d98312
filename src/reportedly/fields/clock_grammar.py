"""One time of day at a time: figures, meridiem, zone; and the words noon, dawn, evening."""

import re
from datetime import time

from reportedly.fields.clock_spoken import spoken
from reportedly.fields.clock_zones import ZONE, offset_zone, zone_name
from reportedly.fields.date_words import DAY, MONTH, SPACE, WEEKDAY, part_of_day, weekday_number
from reportedly.frozen import dataclass
from reportedly.patterns import compiled

_MERIDIEM = r"(?P<meridiem>[aApP]\.\s?[mM]\b\.?|[aApP][mM]\b)"
_DATE = rf"(?:{MONTH}{SPACE}{DAY}\b|{DAY}{SPACE}{MONTH})(?:,?{SPACE}(?:19|20)\d\d)?"
_DAY_BETWEEN = rf"(?:(?i:on{SPACE}))?(?:{WEEKDAY}(?:,?{SPACE}{_DATE})?|{_DATE})"
_OFFSET_OF_ZONE = rf"(?:UTC|GMT){SPACE}?[+−–-]{SPACE}?\d{{1,2}}(?::?[0-5]\d)?"
ATOM = compiled(
    r"(?:(?P<hour>[01]?\d|2[0-4])(?:(?P<separator>[:.h])(?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d)(?:\.\d+)?)?)?(?![\d%])"
    r"(?(second)(?P<ahead>[+-](?:0\d|1[0-4]):(?:00|30|45))?)"
    r"|(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?!\d))"
    rf"(?:[ \u00a0\u202f]?{_MERIDIEM}|{SPACE}?(?P<marker>(?i:noon|midnight|hours\b|hrs?\b|h\b|o['’]clock\b)))?"
    rf"(?P<zoned>(?:{SPACE}(?:(?i:(?:that|the same){SPACE}day|yesterday|today)|{_DAY_BETWEEN}))?"
    rf"(?:,?{SPACE}|,)?(?P<open>[(\[])?{ZONE}(?:{SPACE}\({_OFFSET_OF_ZONE}\))?(?P<close>(?(open)[)\]]))"
    rf"(?:,?{SPACE}(?:on{SPACE})?(?P<day>{WEEKDAY})(?!['’]))?)?"
)
_INSIDE_DAY = compiled(rf"{SPACE}(?i:on{SPACE})?(?P<day>{WEEKDAY})")
_DAY_AHEAD = compiled(rf"[(\[](?:(?i:on|late|early){SPACE})?(?P<day>{WEEKDAY}),?{SPACE}(?:(?i:at){SPACE})?$")
_DAY_BEHIND = compiled(
    rf",?{SPACE}(?:\(?(?i:early|late){SPACE})?(?i:on{SPACE})?(?:(?i:early|late){SPACE})?\(?(?P<day>{WEEKDAY})(?!{SPACE}\d|\w)"
)
_PART_BEHIND = compiled(
    rf"{SPACE}(?i:in{SPACE}the{SPACE}|on{SPACE}|that{SPACE}|this{SPACE}|yesterday{SPACE}|last{SPACE}|at{SPACE}|local{SPACE}time{SPACE})?"
    rf"(?:{WEEKDAY}{SPACE})?(?P<part>(?i:morning|afternoon|evening|night))\b"
)
_AT = compiled(r"\b(?:at|around|about|by|from|after|before)\s$", re.IGNORECASE)  # "at 14h07"
# Parts of the day as the codebook's time words bound them.
PARTS = {
    "early": (time(0), time(7)),
    "dawn": (time(4), time(7)),
    "morning": (time(5), time(12)),
    "afternoon": (time(12), time(18)),
    "evening": (time(17), time(22)),
    "night": (time(20), time(6)),
    "small hours": (time(0), time(5)),
}
PART = compiled(
    rf"(?i:(?:in{SPACE}the{SPACE})?(?P<small>(?:early|small|wee|pre-?dawn){SPACE}hours)"
    rf"|(?P<early>early)(?:(?:{SPACE}on)?(?:{SPACE}(?:this|that|yesterday|in{SPACE}the|{WEEKDAY})){SPACE}morning"
    rf"|(?:{SPACE}on)?(?={SPACE}{WEEKDAY}))"
    rf"|(?P<part>early[ -]morning|pre-?dawn|dawn"
    r"|daybreak|morning|afternoon|evening|tonight|overnight|night))\b"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One clock as it stands, before its neighbours lend it meridiem or zone.

    `hour` is as written; `half` is "a", "p" or None; `firm` says that the figures alone can be nothing but a clock.
    """

    start: int
    end: int
    hour: int
    minute: int
    second: int
    half: str | None
    zone: str | None
    named_local: bool
    weekday: int | None
    precision: str
    firm: bool
    padded: bool


def read_figures(text: str, at: int) -> Reading | None:
    """A clock in figures, or None; firm where meridiem, zone or "hours" says so."""
    match = ATOM.match(text, at)
    if match is None:
        return None
    military = match["military"]
    hour = int(military[:2]) if military else int(match["hour"])
    minute = int(military[2:]) if military else int(match["minute"] or 0)
    half = match["meridiem"][0].lower() if match["meridiem"] else None
    marker = (match["marker"] or "").lower()
    if hour == 24 and (half or minute):
        return None
    bare_hour = not military and match["minute"] is None
    zoned = bool(match["zoned"]) and not (bare_hour and not half and not marker)
    if match["separator"] == "h" and not zoned and half is None and _AT.search(text, max(0, at - 10), at) is None:
        return None
    half = {"noon": "p", "midnight": "a"}.get(marker, half)
    end = match.end() if zoned else match.start("zoned") if match["zoned"] else match.end()
    return Reading(
        at,
        end,
        hour,
        minute,
        int(match["second"] or 0),
        half,
        offset_zone(match["ahead"]) if match["ahead"] else zone_name(match) if zoned else None,
        bool(zoned and match["local"]),
        _weekday(match) if zoned else _weekday_behind(text, end),
        "second" if match["second"] else "hour" if bare_hour else "minute",
        bool(half or zoned or marker or match["ahead"]),
        len(match["hour"] or military or "") > 1,
    )


def _weekday(match: re.Match[str]) -> int | None:
    """The weekday tied to a clock with a zone: ahead of it in brackets, inside ("11:36 p.m. Wednesday GMT"), or behind."""
    inside = _INSIDE_DAY.match(match["zoned"])
    ahead = _DAY_AHEAD.search(match.string, max(0, match.start() - 24), match.start())
    day = match["day"] or (inside or ahead or {"day": None})["day"]
    return weekday_number(day) if day else _weekday_behind(match.string, match.end())


def _weekday_behind(text: str, end: int) -> int | None:
    """The weekday that stands directly behind a clock."""
    behind = _DAY_BEHIND.match(text, end)
    return weekday_number(behind["day"]) if behind else None


def read_word(text: str, at: int) -> Reading | None:
    """Noon, midnight, six o'clock, half past six; or None."""
    found = spoken(text, at)
    if found is None:
        return None
    return Reading(
        at,
        found.end,
        found.hour,
        found.minute,
        0,
        found.half,
        zone_name(found.match),
        bool(found.match["local"]),
        _weekday_behind(text, found.end),
        "minute" if found.exact else "hour",
        firm=True,
        padded=False,
    )


def part_behind(text: str, end: int) -> str | None:
    """The part of the day that a clock without meridiem is said to fall in ("5:58 on Tuesday morning")."""
    match = _PART_BEHIND.match(text, end)
    return match["part"].lower() if match else None


def clock_of(hour: int, minute: int, second: int, half: str | None) -> time:
    """The time on the 24-hour clock; a meridiem beside an hour past twelve ("15:12 p.m.") changes nothing."""
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour % 24, minute, second)


def half_of(part: str | None, hour: int) -> str | None:
    """The meridiem that a part of the day gives an hour of the 12-hour clock."""
    if part is None or hour > 12:
        return None
    if part == "night":
        return "p" if 6 <= hour < 12 else "a"
    return "a" if part == "morning" else "p"


def part_named(match: re.Match[str]) -> str:
    """Which of PARTS the words mean."""
    if match["small"]:
        return "small hours"
    if match["early"]:
        return "early"
    part = part_of_day(match["part"])
    return {"tonight": "night", "overnight": "night"}.get(part, part)
