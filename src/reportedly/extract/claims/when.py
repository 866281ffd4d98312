"""Dates and clocks of a frame."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

from reportedly.extract.claims.draft import Draft
from reportedly.extract.facts import Facts
from reportedly.extract.framing import Frame, Framing
from reportedly.fields import clock
from reportedly.model import DateRange, Role

_LAUNCH = re.compile(
    r"\b(?:launch\w*|fired|firing|test-fired|tested|lift\w* off|took off|blast\w* off|left|went up|detected|shots?|launches|tests|firings|conducted|done|"
    r"carried out|exploded|explosions?|blasts?|detonat\w+|occurred|quakes?|tremors?|earthquake|seismic|activity|test|put|started?|"
    r"departed|held|hit|struck|attack\w*|shells?|flight|ran|run)\b",
    re.IGNORECASE,
)
_LANDING = re.compile(
    r"\b(?:land(?:ed|ing)?|fell|fall|fallen|came down|come down|splash\w*|dropp?ed|drop|crash\w*|impact\w*|plunged|"
    r"hit the (?:sea|water|ground)|entered orbit|reached orbit|orbit|fly-?by|overflew|over\b|passed)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:sirens?|alarms?|alerts?|warn(?:ing|ings|ed)|sounded|council|published|updated|newsreader|evacuat\w+|resum\w+|"
    r"expected|window|issued|session)\b",
    re.IGNORECASE,
)


_IN_A_ROW = re.compile(r"(?:,| and|, and)(?: again)?(?: at)?(?: around| about)?\s+", re.IGNORECASE)
_FAR = 300.0  # a sentence that goes on about a launch need not name it again
_SPOKE = re.compile(
    r"\b(?:meeting|met|meet|briefing|conference|posted|announce(?:d|ment)|talks|speech|address|statement|told|tweet\w*|said)\b",
    re.IGNORECASE,
)


def times(framing: Framing) -> Iterable[Draft]:
    """The date, local time and UTC of every frame, where the text gives them."""
    yield from _dates(framing)
    yield from _clocks(framing)


def _dates(framing: Framing) -> Iterable[Draft]:
    yield from _shared_dates(framing)
    for number, home in framing.of_date.items():
        dated = framing.dates[number]
        if dated.range is None:
            continue
        value = dated.range
        if value.day is None and value.partial is None and framing.frames[home].role is Role.MAIN and _is_vague(value):
            continue
        yield Draft(
            home, "date", value, dated.start, dated.end, f"date.{dated.expression.kind}", rank=float(dated.speech)
        )


def _shared_dates(framing: Framing) -> Iterable[Draft]:
    """The day of the report's first subject, for a second one told as of the same day ("hours later", "also")."""
    mains = [f for f in framing.frames if f.role is Role.MAIN]
    dated = [f for f in mains if f.date is not None and f.date.day is not None and f.dates]
    for frame in mains:
        if dated and frame.date is None:
            source = framing.dates[dated[0].dates[0]]
            if source.range is not None and source.range.day is not None:
                yield Draft(frame.number, "date", source.range, source.start, source.end, "date.shared", rank=2.0)


def _is_vague(value: DateRange) -> bool:
    """Whether a date says next to nothing of the day: more than a month."""
    return bool(value.earliest and value.latest and (value.latest - value.earliest).days > 31)


def _clocks(framing: Framing) -> Iterable[Draft]:
    facts = framing.facts
    pairs = {id(p.local): p.utc for p in clock.pairs(facts.clocks, facts.report.text)}
    utcs = {id(utc) for utc in pairs.values()}
    numbered = _numbered(facts)
    for found in facts.clocks:
        if found.precision == "part_of_day" or found.stamp or facts.in_dateline(found.start):
            continue
        if id(found) in utcs:
            continue
        home = framing.owner(found.start, found.end)
        if home is None or not _is_launch_time(framing, found):
            continue
        shot = numbered.get(found.start)
        for draft in _of_clock(framing, framing.frames[home], found, pairs.get(id(found))):
            yield replace(draft, shot=shot) if draft.field == "time_local" else draft


def _numbered(facts: Facts) -> dict[int, int]:
    """The places of clocks that stand in a row ("at 5:05 a.m. and 5:15 a.m."), each with its number."""
    found: dict[int, int] = {}
    for left, right in pairwise(facts.clocks):
        if _IN_A_ROW.fullmatch(facts.report.text[left.end : right.start]) and left.zone == right.zone:
            found.setdefault(left.start, 1)
            found[right.start] = found[left.start] + 1
    return found


def _of_clock(
    framing: Framing, frame: Frame, found: clock.ClockExpression, utc: clock.ClockExpression | None
) -> Iterable[Draft]:
    zone = framing.zone_of(frame) or "UTC"
    day = frame.date.day if frame.date else None
    if found.zone == "UTC":
        value = clock.instant(clock.clock_day(day, found, zone), found) if day else clock.utc_clock(found)
        yield Draft(frame.number, "time_utc", value, found.start, found.end, "clock.utc")
        return
    if found.zone is None or found.named_local or _same_clock(found.zone, zone, day):
        local = replace(clock.clock_time(found), zone=None)
        yield Draft(frame.number, "time_local", local, found.start, found.end, "clock.local")
    if utc is not None:
        moment = clock.instant(clock.clock_day(day, utc, zone), utc) if day else clock.utc_clock(utc)
        yield Draft(frame.number, "time_utc", moment, utc.start, utc.end, "clock.pair")


def _same_clock(one: str, two: str, day: date | None) -> bool:
    """Whether two zones show the same time on a day (today's rules where the day is not known)."""
    noon = datetime.combine(day or date(2024, 1, 1), time(12), UTC)
    return noon.astimezone(ZoneInfo(one)).utcoffset() == noon.astimezone(ZoneInfo(two)).utcoffset()


def _is_launch_time(framing: Framing, found: clock.ClockExpression) -> bool:
    """Whether a clock tells when it was launched, not when it fell, sirens sounded or somebody spoke."""
    facts = framing.facts
    number = facts.sentence_at(found.start)
    if number is None:
        return False
    span = facts.sentences[number]
    text = facts.report.text

    def nearest(pattern: re.Pattern[str]) -> float:
        best = 1e9
        for match in pattern.finditer(text, span.start, span.end):
            gap = (
                facts.bounds.distance(match.end(), found.start)
                if match.end() <= found.start
                else facts.bounds.distance(found.end, match.start()) + 6.0
            )
            best = min(best, gap)
        return best

    launch, landing, other = nearest(_LAUNCH), nearest(_LANDING), nearest(_OTHER)
    spoke = [m.end() for m in _SPOKE.finditer(text, span.start, found.start)]
    if spoke:
        other = min(other, facts.bounds.distance(spoke[-1], found.start) + 10.0)
    for opener in framing.openers.get(number, ()):
        if opener.start <= found.start < opener.end:
            launch = 0.0
        elif opener.end <= found.start:
            launch = min(launch, facts.bounds.distance(opener.end, found.start))
        else:
            launch = min(launch, facts.bounds.distance(found.end, opener.start))
    return min(launch, _FAR) <= landing and min(launch, _FAR) <= other
