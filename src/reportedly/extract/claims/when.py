"""Dates and clocks of a frame."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.extract.claims.affair_day import affair_days
from reportedly.extract.claims.clocks import clock_drafts
from reportedly.extract.claims.draft import Draft
from reportedly.extract.claims.news import SPOKEN, fresh_days, news
from reportedly.extract.dated import near
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.lexicon import AFFAIRS
from reportedly.model import DateRange, Role
from reportedly.patterns import compiled

_AND = compiled(r"\band\b")


def times(framing: Framing) -> Iterable[Draft]:
    """The date, local time and UTC of every frame, where the text gives them."""
    yield from _dates(framing)
    yield from clock_drafts(framing)


def _dates(framing: Framing) -> Iterable[Draft]:
    told = list(_told_dates(framing))
    yield from told
    yield from _dates_of_one_drill(framing, told)


def _told_dates(framing: Framing) -> Iterable[Draft]:
    shared = list(_shared_dates(framing))
    yield from shared
    yield from _dates_beside(framing)
    told_by_hours = {draft.frame for draft in shared}
    for frame in framing.frames:
        yield from fresh_days(framing, frame)
        yield from news(framing, frame)
        yield from affair_days(framing, frame)
    for number, home in framing.of_date.items():
        said = framing.dates[number]
        if said.range is None or (home in told_by_hours and said.range.day is None):
            continue
        if framing.frames[home].dates and number not in framing.frames[home].dates:
            continue  # the day of an outlet far off, where the place's own is told
        value = said.range
        if value.day is None and value.partial is None and framing.frames[home].role is Role.MAIN and _is_vague(value):
            continue
        if said.speech and value.earliest is None and not _names_a_day(value):
            continue  # "announced a third attempt in October"
        rule = SPOKEN if said.speech else f"date.{said.expression.kind}"
        yield Draft(home, "date", value, said.start, said.end, rule, rank=float(said.aside))


def _shared_dates(framing: Framing) -> Iterable[Draft]:
    """The day of the report's first subject, for a second one told as of the same day ("hours later", "also")."""
    mains = [f for f in framing.frames if f.role is Role.MAIN]
    with_day = [f for f in mains if f.date is not None and f.date.day is not None and f.dates]
    with_day = [f for f in with_day if not all(framing.dates[n].aside for n in f.dates)] or with_day
    for frame in mains:
        if with_day and (not frame.dates or _within_hours(frame, with_day[0])):
            source = framing.dates[with_day[0].dates[0]]
            if source.range is not None and source.range.day is not None:
                yield Draft(frame.number, "date", source.range, source.start, source.end, "date.shared", rank=2.0)


def _dates_of_one_drill(framing: Framing, told: Sequence[Draft]) -> Iterable[Draft]:
    """The day of the first subject, whatever tells it, for a second launch of the same state that nothing dates."""
    mains = [f for f in framing.frames if f.role is Role.MAIN and f.family == "launch"]
    first = [d for d in told if mains and d.frame == mains[0].number]
    source = min(first, key=lambda d: (d.rank, d.start), default=None)
    for frame in mains[1:]:
        if source is not None and frame.state == mains[0].state and all(d.frame != frame.number for d in told):
            yield replace(source, frame=frame.number, rule="date.shared", rank=2.0)


def _within_hours(frame: Frame, first: Frame) -> bool:
    """Whether a subject is told only as hours away from the first: on its day or the next to it."""
    when = frame.date
    if when is None or when.earliest is None or when.latest is None or not near(when, first.date):
        return False
    return 0 < (when.latest - when.earliest).days <= 1


def _dates_beside(framing: Framing) -> Iterable[Draft]:
    """For a subject without a day the one day its sentence names, which another telling of the list is nearer to: "it
    tested a warhead and fired a missile on the afternoon of February 2"."""
    for frame in framing.frames:
        if frame.role is not Role.MAIN or frame.date is not None or frame.family in AFFAIRS:
            continue
        for trigger in (framing.triggers[n] for n in frame.triggers):
            days = [d for d in framing.dates if d.sentence == trigger.sentence and d.range is not None and not d.stamp]
            said = days[0] if len(days) == 1 else None
            if said is None or said.range is None or said.range.day is None or said.aside or said.since or said.prior:
                continue
            if trigger.end <= said.start and _AND.search(framing.facts.report.text, trigger.end, said.start):
                yield Draft(frame.number, "date", said.range, said.start, said.end, "date.beside", rank=2.0)
                break


def _names_a_day(value: DateRange) -> bool:
    """Whether a date without its year has its day: "--10-12", not "--10"."""
    return value.partial is not None and len(value.partial) == len("--10-12")


def _is_vague(value: DateRange) -> bool:
    """Whether a date says next to nothing of the day: more than a month."""
    return bool(value.earliest and value.latest and (value.latest - value.earliest).days > 31)
