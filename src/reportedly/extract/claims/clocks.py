"""Clocks of a frame: its time at the place, its moment in UTC, and the day that a clock from elsewhere fixes."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from reportedly.extract.claims.draft import Draft
from reportedly.extract.claims.news import day_of_clock, fresh_days
from reportedly.extract.claims.timed import times
from reportedly.extract.facts import Facts
from reportedly.extract.framing import Frame, Framing, zone_of_state
from reportedly.extract.outlet import zone_afar
from reportedly.fields import clock
from reportedly.fields.clock import ClockExpression
from reportedly.fields.date import Calendar, resolve
from reportedly.frozen import dataclass
from reportedly.model import ClockTime, DateRange, Instant, Role, UtcClock
from reportedly.patterns import compiled

_IN_A_ROW = compiled(r"(?:,| and|, and)(?: again)?(?: at)?(?: around| about)?\s+", re.IGNORECASE)
_DATE_BEHIND = compiled(r"[,)\]]?\s(?:on\s)?")
_DATE_BEFORE = compiled(r",?\s(?:at\s)?(?:about\s|around\s)?")
_HALF_HOUR, _HOUR, _THREE_HOURS = timedelta(minutes=30), timedelta(hours=1), timedelta(hours=3)

_NOON = time(12)


@dataclass(frozen=True, slots=True)
class _Told:
    """A clock that tells when an incident happened: its frame, the frame's zone and day, the UTC clock beside it, and whether
    it only tells the clock before it again ("6:50 a.m. local time (5:50 p.m. ET)")."""

    frame: Frame
    zone: str
    day: date | None
    clock: ClockExpression
    utc: ClockExpression | None
    again: bool = False


def clock_drafts(framing: Framing) -> Iterable[Draft]:
    """The local time and UTC of every frame, where the text gives them."""
    facts = framing.facts
    pairs = {p.local.start: p.utc for p in clock.pairs(facts.clocks, facts.report.text)}
    utcs = {utc.start for utc in pairs.values()}
    again = {p.utc.start: p.local.start for p in clock.foreign_pairs(facts.clocks, facts.report.text)}
    given: set[int] = set()
    numbered = _numbered(facts)
    for found in facts.clocks:
        if found.precision == "part_of_day" and found.start not in pairs:
            continue
        if found.stamp or found.start in utcs or facts.in_dateline(found.start):
            continue
        home = framing.owner(found.start, found.end)
        of = times(framing, found)
        if home is None or of not in {"incident", "landing"}:
            continue
        frame = framing.frames[home]
        ended = of == "landing" and not framing.codebook.is_a(frame.type, "strike")  # what strikes is timed by its fall
        yield from () if ended else day_of_clock(framing, frame, found)
        day = frame.date.day if frame.date else _day_unsaid(framing, frame, found)
        told = _Told(frame, framing.zone_of(frame) or "UTC", day, found, pairs.get(found.start), found.start in again)
        told = _with_its_zone(framing, told)
        yield from _of_the_night(framing, told)
        for draft in (d for d in _drafts(framing, told) if d.field == "date" or not ended):
            if draft.field != "time_local":
                yield draft
            elif again.get(found.start) not in given:  # not "(2:39 a.m. EST)" behind "local time"
                given.add(found.start)
                yield replace(draft, shot=numbered.get(found.start))


def _of_the_night(framing: Framing, told: _Told) -> Iterable[Draft]:
    """The one day of a night's two that a clock beside it tells: "at 10:44 last night" is the evening before."""
    when, found = told.frame.date, told.clock
    if when is None or when.earliest is None or when.latest is None or when.latest - when.earliest != timedelta(days=1):
        return
    said = [framing.dates[d].expression.written for d in told.frame.dates]
    by_night = bool(said) and all("night" in written.lower() for written in said)
    if by_night and found.zone is None and found.precision != "part_of_day" and not _told_afar(framing, told):
        day = when.earliest if found.earliest >= _NOON else when.latest
        yield Draft(told.frame.number, "date", DateRange(day, day), found.start, found.end, "date.clock", rank=-1.0)


def _day_unsaid(framing: Framing, frame: Frame, found: ClockExpression) -> date | None:
    """The day of a frame whose tellings name none: a fresh day of its sentences, else that of the report's first subject,
    else the day on which it was printed."""
    fresh = (d.value.day for d in fresh_days(framing, frame) if isinstance(d.value, DateRange))
    day = next(fresh, None)
    if day is not None or frame.role is not Role.MAIN:
        return day
    mains = (f for f in framing.frames if f.role is Role.MAIN and f.dates and f.date is not None)
    first = next((f.date.day for f in mains if f.date is not None and f.date.day is not None), None)
    by_clock = (d.value.day for d in day_of_clock(framing, frame, found) if isinstance(d.value, DateRange))
    return first or next(by_clock, None)


def _numbered(facts: Facts) -> dict[int, int]:
    """The places of clocks that stand in a row ("at 5:05 a.m. and 5:15 a.m."), each with its number."""
    found: dict[int, int] = {}
    for left, right in pairwise(facts.clocks):
        if _IN_A_ROW.fullmatch(facts.report.text[left.end : right.start]) and left.zone == right.zone:
            found.setdefault(left.start, 1)
            found[right.start] = found[left.start] + 1
    return found


def _drafts(framing: Framing, told: _Told) -> Iterable[Draft]:
    number, found, utc = told.frame.number, told.clock, told.utc
    if found.zone == "UTC":
        yield from _utc_drafts(framing, told, found, "clock.utc")
        return
    local = _local(framing, told)
    if local is not None and found.precision != "part_of_day":
        yield Draft(number, "time_local", local, found.start, found.end, "clock.local")
    pinned = utc is not None and (utc.weekday is not None or _own_date(framing.facts, utc) is not None)
    away = None if pinned else _day_elsewhere(framing, told) if local is None else _day_beside(framing, told)
    if away is not None and away != told.day:
        yield Draft(number, "date", DateRange(away, away), found.start, found.end, "date.clock", rank=-1.0)
    if utc is not None:
        yield from _utc_drafts(framing, replace(told, day=away or told.day), utc, "clock.pair")


def _utc_drafts(framing: Framing, told: _Told, utc: ClockExpression, rule: str) -> Iterable[Draft]:
    """The moment, and where no other words date the incident the place's day on which it falls."""
    moment = _moment(framing, told, utc)
    yield Draft(told.frame.number, "time_utc", moment, utc.start, utc.end, rule)
    alone = rule == "clock.utc"  # beside a clock of the place its day is that clock's, and a slip is to be seen
    fixed = _own_date(framing.facts, utc) is not None or (
        alone and (utc.weekday is not None or _told_afar(framing, told) is not None)
    )
    if isinstance(moment, Instant) and (told.day is None or fixed):
        days = [moment.earliest.astimezone(ZoneInfo(z)).date() for z in (told.zone, *framing.zones_of(told.frame))]
        there = told.day if told.day in days else days[0]  # of several zones of a state that of the place
        rank = -1.0 if fixed else 1.0
        if there == told.day and (utc.weekday is not None or told.day != days[0]):
            return  # said already
        yield Draft(told.frame.number, "date", DateRange(there, there), utc.start, utc.end, "date.clock", rank=rank)


def _local(framing: Framing, told: _Told) -> ClockTime | None:
    """The clock as the place's time; with its zone where that runs half an hour off; None where it is another place's.

    Korea's and Japan's reports give their own clock for launches in the North, also while its clocks stood half an
    hour behind. Where a pair with UTC shows the place's own offset, the name of the zone is a slip.
    """
    found = told.clock
    value = replace(clock.clock_time(found), zone=None)
    if found.named_local:
        return value
    if found.zone is None:
        return None if _is_neighbours(framing, told) else value
    day = told.day or _printed(framing)  # "at 12:29 p.m. Seoul time on Sunday" says its day itself
    gap = abs(_offset(found.zone, day) - _offset(told.zone, day))
    if not gap or clock.may_be(found.written, told.zone):
        return value
    if told.utc and clock.pair_offset(clock.ClockPair(found, told.utc)) == _offset(told.zone, told.day):
        return value
    if gap <= _HALF_HOUR or found.zone in framing.zones_of(told.frame):
        return replace(value, zone=found.zone)
    return None


def _with_its_zone(framing: Framing, told: _Told) -> _Told:
    """A clock without a zone that UTC's beside it shows to be that of a place far from the incident's state, with its zone."""
    if told.utc is None or told.clock.named_local or told.clock.zone is not None:
        return told
    ahead = clock.pair_offset(clock.ClockPair(told.clock, told.utc))
    zones = (told.zone, *framing.zones_of(told.frame))
    if ahead % _HOUR or any(abs(ahead - _offset(zone, told.day)) <= _THREE_HOURS for zone in zones):
        return told
    return replace(told, clock=replace(told.clock, zone=f"Etc/GMT{-ahead // _HOUR:+d}"))


def _is_neighbours(framing: Framing, told: _Told) -> bool:
    """Whether a clock without a zone is that of the neighbours who saw it: Japan's of a launch in China."""
    facts = framing.facts
    number = facts.sentence_at(told.clock.start)
    if number is None or told.frame.state is None:
        return False
    span = facts.sentences[number]
    names = [n for n in facts.names_in(span.start, span.end) if n.kind == "body"]
    states = {getattr(n.entry, "state", None) for n in names}
    zones = [zone_of_state(framing.codebook, s) for s in states]
    gaps = [abs(_offset(z, told.day) - _offset(told.zone, told.day)) if z else timedelta(0) for z in zones]
    return bool(gaps) and all(_HALF_HOUR < gap <= _THREE_HOURS for gap in gaps)


def _day_elsewhere(framing: Framing, told: _Told) -> date | None:
    """The place's day of a moment that is told by a clock and a day of elsewhere ("on Wednesday at 5:00 p.m. CDT")."""
    found, printed = told.clock, _printed(framing)
    if found.zone is None:
        return None
    if found.weekday is not None and told.day is not None:
        day = _nearest(clock.clock_day(told.day, found, told.zone), found.weekday)
    elif found.weekday is not None and printed is not None:
        day = _up_to(printed, found.weekday)
    elif (
        told.day is not None
        and not told.again
        and (
            _dated_beside(framing, told)
            or _told_afar(framing, told)
            or _in_its_part(framing, told)
            or _told_there(framing, told)
        )
    ):
        day = told.day
    else:
        return None
    return clock.to_local(found, told.zone, day)[0].date()


def _told_there(framing: Framing, told: _Told) -> bool:
    """Whether those who tell the frame's day are of a state whose clock the clock is: "on Tuesday, the Pentagon said. It was
    detected at 1:30 p.m. EST"."""
    facts, published = framing.facts, framing.facts.report.published
    if told.day is None or published is None or clock.instant(told.day, told.clock).earliest.date() > published.day:
        return False
    spans = [facts.sentences[framing.dates[n].sentence] for n in told.frame.dates if not framing.dates[n].aside]
    bodies = [n for s in spans for n in facts.names_in(s.start, s.end) if n.kind == "body"]
    states = {getattr(n.entry, "state", None) for n in bodies} - {None}
    return bool(states) and all(zone_of_state(framing.codebook, s) == told.clock.zone for s in states)


def _in_its_part(framing: Framing, told: _Told) -> bool:
    """Whether the frame's day is told with the part of the day in which the clock of elsewhere stands, and not the
    place's: "on Tuesday afternoon", "at 1:30 p.m. Eastern time"."""
    parts = [clock.PARTS.get(framing.dates[n].expression.part_of_day or "") for n in told.frame.dates]
    if told.day is None or not any(parts):
        return False
    there = clock.to_local(told.clock, told.zone, told.day)[0].time()
    return any(p and p[0] <= told.clock.earliest < p[1] and not p[0] <= there < p[1] for p in parts)


def _day_beside(framing: Framing, told: _Told) -> date | None:
    """The day of a clock at the place that has its weekday beside it, where nothing else dates the incident."""
    printed = _printed(framing)
    if told.clock.weekday is None or told.day is not None or printed is None:
        return None
    return _up_to(printed, told.clock.weekday)


def _printed(framing: Framing) -> date | None:
    """The day the report was printed: that of publication, else that of its dateline or stamp."""
    published = framing.facts.report.published
    if published is not None:
        return published.day
    return next((d.range.day for d in framing.dates if d.stamp and d.range and d.range.day), None)


def _dated_beside(framing: Framing, told: _Told) -> bool:
    """Whether the frame's day stands in the clock's own sentence, and not within another clock ("(3:17 a.m. Wednesday there)")."""
    number = framing.facts.sentence_at(told.clock.start)
    beside = [d for n in told.frame.dates if (d := framing.dates[n]).sentence == number and d.range]
    others = [c for c in framing.facts.clocks if c.start != told.clock.start]
    return any(not any(c.start <= d.start < c.end for c in others) for d in beside)


def _moment(framing: Framing, told: _Told, utc: ClockExpression) -> Instant | UtcClock:
    """The UTC clock with its day: the date beside it, the weekday it is tied to, else that of the place's day."""
    day = _own_date(framing.facts, utc)
    afar = _told_afar(framing, told) if utc.weekday is None and utc is told.clock else None
    if day is None and told.day is not None and afar is not None:
        return _moment_afar(told.day, utc, afar)
    if day is None and told.day is not None:
        pair = clock.ClockPair(told.clock, utc) if utc is told.utc and told.clock.zone is None else None
        day = (
            clock.utc_day(told.day, pair) if pair else clock.clock_day(told.day, utc, told.zone)
        )  # slips of an hour and all
        day = day if utc.weekday is None else _nearest(day, utc.weekday)
    elif day is None and utc.weekday is not None and (printed := _printed(framing)):
        day = _up_to(printed, utc.weekday)
    return clock.instant(day, utc) if day else clock.utc_clock(utc)


def _told_afar(framing: Framing, told: _Told) -> str | None:
    """The zone of an outlet far behind the place, where the frame's day is a weekday or "today" by its clock: one that
    had begun there when the report was printed."""
    said = [framing.dates[n].expression for n in told.frame.dates]
    published = framing.facts.report.published
    if not said or any(e.kind not in {"weekday", "relative"} for e in said):
        return None
    if told.day is None or told.utc is not None or published is None or told.day > published.day:
        return None
    return zone_afar(framing.facts, framing.codebook, told.zone)


def _moment_afar(day: date, utc: ClockExpression, written_in: str) -> Instant:
    """The moment that a UTC clock tells on a day of another place's calendar."""
    near = (clock.instant(day + timedelta(days=step), utc) for step in (0, 1, -1))
    moments = [m for m in near if m.earliest.astimezone(ZoneInfo(written_in)).date() == day]
    return moments[0] if moments else clock.instant(day, utc)


def _own_date(facts: Facts, utc: ClockExpression) -> date | None:
    """The date that stands beside a UTC clock and is read on the same calendar: "00:30 GMT February 7"."""
    text, calendar = facts.report.text, Calendar(published=facts.report.published)
    for expression in facts.dates:
        behind = utc.end <= expression.start and _DATE_BEHIND.fullmatch(text, utc.end, expression.start)
        before = expression.end <= utc.start and _DATE_BEFORE.fullmatch(text, expression.end, utc.start)
        if (behind or before) and expression.kind in {"full", "month_day"}:
            found = resolve(expression, calendar)
            return found.day if found else None
    return None


def _nearest(day: date, weekday: int) -> date:
    """The day of that weekday which is nearest to a day."""
    return day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)


def _up_to(day: date, weekday: int) -> date:
    """The last day of that weekday up to a day."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def _offset(zone: str, day: date | None) -> timedelta:
    """How far a zone runs ahead of UTC at noon of a day (by today's rules where the day is not known)."""
    noon = datetime.combine(day or date(2024, 1, 1), time(12), UTC)
    return noon.astimezone(ZoneInfo(zone)).utcoffset() or timedelta(0)
