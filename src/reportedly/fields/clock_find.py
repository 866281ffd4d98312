"""Finds every time of day in a text: figures in series and ranges, words, hedges before and stamps beside them."""

import re
from dataclasses import replace
from datetime import time

from reportedly.fields.clock_expression import ClockExpression
from reportedly.fields.clock_grammar import (
    PART,
    PARTS,
    Reading,
    clock_of,
    half_of,
    part_behind,
    part_named,
    read_figures,
    read_word,
)
from reportedly.fields.clock_spoken import HOUR_WORDS, OF_A_PART, SPOKEN
from reportedly.fields.clock_zones import ZONE, abbreviated, zone_name
from reportedly.fields.date_words import DAY, MONTH, WEEKDAY
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_ENDING = r"(?::\d\d\b|(?:[.:]\d\d)?[^\S\n]?(?:[aApP]\.?\s?[mM]\b|noon))"
_TRIGGER = Gated(
    r"(?:(?<![\w:/$€£+@#%])(?<![\d.][.,-])|(?<=[A-Zemu.]/))(?:(?P<figures>\d{1,2}[:.]\d\d(?![\d%])|\d{1,2}h\d\d\b"
    r"|\d{1,2}[^\S\n]?(?:[aApP]\.?\s?[mM]\b|o['’]clock)"
    r"|\d{1,2}(?=[^\S\n]?(?:and|to|or|-|–|—)[^\S\n]?\d{1,2}" + _ENDING + r")"
    rf"|\d{{1,2}}(?={OF_A_PART})"
    r"|(?:[01]\d|2[0-3])[0-5]\d(?!\d|[.,]\d))"
    rf"|(?P<word>(?i:(?:12\s)?(?:noon|midday|midnight)\b|(?:{HOUR_WORDS})(?:\s(?:o['’]clock|[ap]\.?m\b)|(?={OF_A_PART}))|{SPOKEN}))"
    r"|(?P<part>(?i:in\sthe\s(?:early|small|wee)|early|small\shours|wee\shours|pre-?dawn|dawn|daybreak|morning|afternoon"
    r"|evening|tonight|overnight|night)\b(?!-vision|\s(?:vision|goggles|sky|News|Post|Star))))"
    r"|(?<=\d[Tt])(?P<iso>\d\d:\d\d)"
)
_JOINER = compiled(
    r"(?:\s(?:to|until|till|through|and|or)\s|\s?[-–—]\s?|,\s(?:and\s)?)"
    r"(?:(?:at|around|about|approximately|roughly|again\sat|then\sat)\s){0,2}(?=\d)"
)
_LEAD = compiled(
    r"(?:\b(?:at|around|about|approximately|approx\.?|roughly|circa|some|near|by|from|since|until|till|between|after"
    r"|before|(?<!set )(?<!due )(?<!planned )(?<!slated )(?<!scheduled )for|shortly|exactly|precisely|time|time:|towards?)\s+(?:local time\s+)?|\b(?:time|at):?\s*)$",
    re.IGNORECASE,
)
_HEDGE = compiled(
    r"\b(?:about|around|approximately|approx\.?|roughly|circa|some|nearly|almost|close to|towards?"
    r"|(?:shortly|just|soon|right|a little|minutes|moments)\s+(?:after|before|past|prior to))\s+$",
    re.IGNORECASE,
)
_LOOSE = compiled(r"after|past|before|prior", re.IGNORECASE)
_TURN_OF_DAY = compiled(r"(?:12\s)?(?:noon|midday|midnight)\b", re.IGNORECASE)
_BETWEEN = compiled(r"\bbetween\s+(?:about\s+|around\s+|approximately\s+|roughly\s+)?$", re.IGNORECASE)
_NO_CLOCK = compiled(
    r"\s?(?:mark\b|minutes\b|seconds\b|km|kilomet|miles|met(?:er|re)s|mm\b|kg|tons?\b|tonnes?|percent|per cent|%|lead\b"
    r"|win\b|victory|defeat|million|billion|[-–]\d)"
)
_DAY_FOLLOWS = compiled(
    rf",?\s(?:local\stime\s)?(?:on\s(?:the\s)?)?(?:{WEEKDAY}|{MONTH}\s\d|{DAY}\s{MONTH}|that\sday|the\ssame\sday)"
)
_FULL_DATE = (
    rf"(?:(?:19|20)\d\d[-./]\d\d?[-./]\d\d?|\d\d?[-./]\d\d?[-./](?:19|20)\d\d|{MONTH}\s?{DAY}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d"
    rf"|{DAY}(?:st|nd|rd|th)?,?\s{MONTH},?\s(?:19|20)\d\d)"
)
_DATE_BEFORE = compiled(rf"(?P<lead>\w+\s+)?{_FULL_DATE}(?:[Tt]|[\s,|·•—–(-]{{1,4}})$")
_DATE_BEHIND = compiled(
    rf"(?:\s?\(?(?:UTC|GMT|Z)(?:[+-]\d\d:?\d\d)?\)?)?[\s,|·•—–-]{{1,4}}(?:{WEEKDAY},?\s)?{_FULL_DATE}"
)
_SHORT_DATE_BEFORE = compiled(rf"(?P<lead>\w+\s+)?(?:{MONTH}\s{DAY}|{DAY}\s{MONTH}),\s$")
_POSTED = compiled(
    rf"\b(?:published|posted|updated|modified|issued|created|uploaded|retrieved|accessed)\b(?:[^.]{{0,40}}"
    rf"|(?:[\s\d:.,|/–—-]|{MONTH}|{WEEKDAY}|on|at){{1,40}})$",
    re.IGNORECASE,
)
_EXACTLY = compiled(r",?\s(?:to\sbe\s)?(?:exact(?:ly)?|precise(?:ly)?|sharp|on\sthe\sdot)\b")
_ZONED_BESIDE = compiled(  # the same moment on a named clock: "between 22.41 and 22.48 [13.41-13.48 GMT]"
    rf"\s?[(\[]\s?(?:(?:about|around|at|between|from)\s)*(?:{WEEKDAY}\s)?\d{{1,2}}[:.h]?\d\d"
    rf"(?:\s?(?:-|–|—|to|and)\s?\d{{1,2}}[:.h]?\d\d)?(?:\s(?:on\s)?{WEEKDAY})?,?\s?{ZONE}"
)
_ZONE_AHEAD = compiled(r"(?<![\w+])(?<!\d\s)(GMT|UTC|KST|JST|MSK)\s$")
_PART_THEN = compiled(r",?\s(?:at\s)?(?:about\s|around\s)?")
_LATE_PART = compiled(r"(?:afternoon|evening|night)$", re.IGNORECASE)
_SPOKEN_BEFORE = 25  # code points before a part of the day in which a word of speech would stand
_ENDS_OR_SAYS = compiled(
    r"[.!?]\s+[A-Z]|\n|\b(?:said|says|told|announced|reported|confirmed|spoke|stated|until|till)\b"
)
_HOUR_WRITTEN = compiled(r"\b(\d{1,2})(?:[.:]\d\d)?(?P<morning>\s?a\.?m\b)?", re.IGNORECASE)
_LENDS = 120  # code points to which a clock lends its half of the day
_TWELVE = 12
_LONGEST = 12  # clocks in one series; a bound on the work that figures which are no clocks can cause
_HEAD = 120  # a stamp without a year stands within the first code points


def find(text: str) -> tuple[ClockExpression, ...]:
    """Every time of day the text writes, in order, without overlaps; parts of the day too."""
    found: list[ClockExpression] = []
    floor = 0
    for trigger in _TRIGGER.finditer(text):
        if trigger.start() < floor:
            continue
        if trigger["part"]:
            part = _part(text, trigger.start())
            found.extend((part,) if part else ())
        else:
            found.extend(_clocks(text, trigger, floor, _half_before(text, found, trigger.start())))
        floor = max(floor, found[-1].end) if found else 0
    return tuple(found)


_INSIDE_SENTENCE = compiled(r"[a-z,]\s[A-Z][a-z]")  # Dawn, the newspaper


def _part(text: str, at: int) -> ClockExpression | None:
    """A part of the day, where a date's context does not already make it an adjective of something else."""
    match = PART.match(text, at)
    if match is None or _INSIDE_SENTENCE.search(text[max(0, at - 3) : at + 2]):
        return None
    name = part_named(match)
    earliest, latest = PARTS[name]
    before = _HEDGE.search(text[max(0, at - 20) : at])
    start = at if before is None else max(0, at - 20) + before.start()
    written = text[start : match.end()]
    return ClockExpression(start, match.end(), written, earliest, latest, bool(before), precision="part_of_day")


def _half_before(text: str, found: list[ClockExpression], at: int) -> str | None:
    """What before a clock without a half of the day tells it: the part of "on Thursday night at 8:48", the "p" of "at
    10:46 p.m. ... three minutes before, at 10:43"."""
    if not found or at - found[-1].end > _LENDS:
        return None
    last = found[-1]
    if last.precision == "part_of_day":
        told = _PART_THEN.fullmatch(text, last.end, at) or _still_then(text, last, at)
        return last.written.lower().split()[-1] if told else None
    hour = _HOUR_WRITTEN.search(last.written)
    if hour is None or int(hour[1]) > _TWELVE:
        return None
    return "p" if last.earliest.hour > int(hour[1]) else "a" if hour["morning"] else None


def _still_then(text: str, part: ClockExpression, at: int) -> bool:
    """Whether a clock stands in the sentence of an afternoon, an evening or a night on which something was done, not said."""
    if _LATE_PART.search(part.written) is None:
        return False
    begins = max(text.rfind(end, 0, part.start) + len(end) for end in ("\n", ". "))
    return _ENDS_OR_SAYS.search(text, max(begins, part.start - _SPOKEN_BEFORE), at) is None


def _clocks(text: str, trigger: re.Match[str], floor: int, before: str | None) -> list[ClockExpression]:
    """The clocks of the series that starts at the trigger: one, several, or a range as one."""
    first = trigger.start("iso") if trigger["iso"] else trigger.start()
    reading = read_word(text, first) if trigger["word"] else _with_zone_ahead(text, read_figures(text, first))
    if reading is None:
        return []
    readings, joiners = [reading], [""]
    while len(readings) < _LONGEST and (joint := _JOINER.match(text, readings[-1].end)) is not None:
        further = read_figures(text, joint.end())
        if further is None or not _belongs(text, readings[-1], further) or _again(joint[0], readings[-1], further):
            break
        readings.append(further)
        joiners.append(joint[0].strip().split(" ")[0] or "-")
    declared = _declared_zone(text, reading)
    if declared is None and not _is_clock(text, readings, iso=bool(trigger["iso"]), of_a_part=bool(before)):
        return []
    readings = _lend_backwards(text, readings, declared, before)
    return _expressions(text, readings, joiners, floor)


def _with_zone_ahead(text: str, reading: Reading | None) -> Reading | None:
    """The reading with the zone that stands before it: "GMT 2150"."""
    if reading is None or reading.firm or reading.precision == "hour" or _is_year(text, reading):
        return reading
    ahead = _ZONE_AHEAD.search(text, max(0, reading.start - 6), reading.start)
    return replace(reading, zone=abbreviated(ahead[1]), firm=True) if ahead else reading


def _is_year(text: str, reading: Reading) -> bool:
    return _is_run(text, reading) and text.startswith(("19", "20"), reading.start)


def _belongs(text: str, before: Reading, further: Reading) -> bool:
    """Whether figures behind a joiner go on with the series: clocks with minutes, or a bare hour made firm."""
    if _NO_CLOCK.match(text, further.end) or (
        _is_run(text, before) and not text[further.start : further.start + 4].isdigit()
    ):
        return False
    return further.precision != "hour" or further.firm


def _again(joiner: str, before: Reading, further: Reading) -> bool:
    """Whether a clock between dashes tells the one before it on another clock: "6:50 a.m. - 9:50 p.m. Tuesday GMT -"."""
    dash = joiner[0].isspace() and joiner.strip()[:1] in ("-", "–", "—")
    return dash and before.zone is None and further.zone is not None and further.weekday is not None


_DECLARED = compiled(rf"\b[Tt]imes?\s(?:are\s|is\s|given\s)*(?:all\s)?in\s{ZONE}")  # "with times in JST: launch 0558"


def _declared_zone(text: str, reading: Reading) -> re.Match[str] | None:
    """The zone that a text gives all its clocks shortly before four figures in a run, unless these may be a year."""
    if not _is_run(text, reading) or _is_year(text, reading):
        return None
    return _DECLARED.search(text, max(0, reading.start - 300), reading.start)


def _is_run(text: str, reading: Reading) -> bool:
    """Whether a clock is four figures in a run (0558), which alone may as well be a year."""
    return not reading.firm and text[reading.start : reading.end].isdigit() and reading.precision == "minute"


def _is_clock(text: str, readings: list[Reading], *, iso: bool, of_a_part: bool) -> bool:
    """Whether figures are a time of day: said by meridiem, zone or unit, by what leads to them, or by a date beside."""
    first, last = readings[0], readings[-1]
    if iso or any(r.firm for r in readings):
        return True
    if _NO_CLOCK.match(text, last.end):
        return False
    if _ZONED_BESIDE.match(text, last.end):
        return True
    before = text[max(0, first.start - 24) : first.start]
    plain = (of_a_part or (first.padded and text[first.start] == "0")) and _LEAD.search(before) is not None
    # "at around 09.30", as Britons write; "on Monday afternoon ... at 4.55"
    if (
        "." in text[first.start : first.end]
        and not plain
        and not (part_behind(text, last.end) or _DAY_FOLLOWS.match(text, last.end))
    ):
        return False
    if ":" not in text[first.start : first.end] and not plain and not (first.padded and text[first.start] == "0"):
        return bool(part_behind(text, last.end)) and bool(_LEAD.search(before))
    return bool(
        _LEAD.search(before)
        or part_behind(text, last.end)
        or _EXACTLY.match(text, last.end)
        or _DAY_FOLLOWS.match(text, last.end)
        or _beside_date(text, first.start, last.end)
        or (before.endswith("(") and text[last.end : last.end + 1] == ")" and first.padded)
    )


def _lend_backwards(
    text: str, readings: list[Reading], declared: re.Match[str] | None, before: str | None
) -> list[Reading]:
    """The readings with what the last one says of meridiem and zone lent to those before it."""
    last = readings[-1]
    if declared is not None and last.zone is None:
        last = replace(last, zone=zone_name(declared), named_local=bool(declared["local"]))
    if last.half is None and text[last.start] != "0" and last.zone != "UTC":
        said = half_of(part_behind(text, last.end), last.hour)
        last = replace(last, half=said or (half_of(before, last.hour) if before and len(before) > 1 else None))
    if last.half is None and before in ("a", "p") and last.hour <= _TWELVE and text[last.start] != "0":
        last = replace(last, half=before if last.zone is None else None)
    lent = [last]
    for reading in reversed(readings[:-1]):
        after = lent[0]
        half = reading.half
        if half is None and after.half and reading.hour <= 12 and not reading.firm:
            half = after.half
            if clock_of(reading.hour, reading.minute, 0, half) > clock_of(after.hour, after.minute, 0, half):
                half = "a" if half == "p" else "p"
        zone = reading.zone or (None if reading.named_local else after.zone)
        local = reading.named_local or (reading.zone is None and after.named_local)
        own_day = reading.weekday is not None or bool(reading.zone) or reading.named_local
        day = reading.weekday if own_day else after.weekday
        lent.insert(0, replace(reading, half=half, zone=zone, named_local=local, weekday=day))
    return lent


def _expressions(text: str, readings: list[Reading], joiners: list[str], floor: int) -> list[ClockExpression]:
    """One expression a reading; two joined by "to", a dash or "between ... and" are one stretch."""
    before = text[max(0, readings[0].start - 32) : readings[0].start]
    if len(readings) == 2:
        ranged = joiners[1] in ("to", "until", "till", "through", "-", "–", "—")
        if ranged or (joiners[1] == "and" and _BETWEEN.search(before)):
            return [_expression(text, readings[0], readings[1], floor)]
    found: list[ClockExpression] = []
    for reading in readings:
        found.append(_expression(text, reading, reading, found[-1].end if found else floor))
    return found


def _expression(text: str, first: Reading, last: Reading, floor: int) -> ClockExpression:
    """The expression from the first reading to the last, over its hedge."""
    low = max(floor, first.start - 32)
    before = text[low : first.start]
    between = _BETWEEN.search(before) if first is not last else None
    hedge = _HEDGE.search(before)
    start = low + min(match.start() for match in (between, hedge) if match) if between or hedge else first.start
    earliest = clock_of(first.hour, first.minute, first.second, first.half)
    latest = clock_of(last.hour, last.minute, last.second, last.half)
    loose = _LOOSE.search(hedge[0]) if hedge and _TURN_OF_DAY.match(text, first.start) else None
    if loose:
        earliest, latest = _hour_beside(earliest, after=loose[0].lower() in ("after", "past"))
    return ClockExpression(
        start,
        last.end,
        text[start : last.end],
        earliest,
        latest,
        bool(hedge),
        last.zone,
        last.named_local,
        first.weekday if first.weekday is not None else last.weekday,
        "part_of_day" if loose else last.precision,
        _is_stamp(text, first.start, last.end),
    )


def _hour_beside(turn: time, *, after: bool) -> tuple[time, time]:
    """The hour after noon or midnight, or the one before it: all that "shortly after midday" tells."""
    return (turn, time(turn.hour + 1)) if after else (time((turn.hour - 1) % 24), turn)


def _beside_date(text: str, start: int, end: int) -> bool:
    """Whether a full date adjoins the clock, before or behind, with no preposition between."""
    before = text[max(0, start - 40) : start]
    return bool(_DATE_BEFORE.search(before) or _DATE_BEHIND.match(text, end) or _short_date_head(before, start))


def _short_date_head(before: str, start: int) -> bool:
    """A day and month at the head of a text, with the clock behind a comma."""
    short = _SHORT_DATE_BEFORE.search(before) if start < _HEAD else None
    return short is not None and (short["lead"] or "").strip().lower() not in ("on", "at", "of")


def _is_stamp(text: str, start: int, end: int) -> bool:
    """Whether the clock is a publication stamp: beside a full date, without "at" before it or "on" between."""
    before = text[max(0, start - 60) : start]
    if _POSTED.search(before):
        return True
    if re.search(
        r"\b(?:at|around|about|approximately|from|between|after|before|by)\s+(?:about\s+|around\s+)?$", before[-24:]
    ):
        return False
    dated = _DATE_BEFORE.search(before)
    if dated:
        return (dated["lead"] or "").strip().lower() not in ("on", "of", "at")
    return bool(_DATE_BEHIND.match(text, end)) or _short_date_head(before, start)
