"""The day of what is told as news, without a date: "North Korea has fired two missiles", "at 6:50 a.m."."""

import re
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from reportedly.extract.claims.draft import Draft
from reportedly.extract.framing import AFFAIRS, Frame, Framing
from reportedly.extract.subject import opening
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.fields.clock import ClockExpression
from reportedly.model import DateRange, Role

_PERFECT = re.compile(
    r"\b(?:has|have|['’]s|['’]ve)\s+(?:(?:been|now|just|again|also|once|apparently|\w+ly)\s+)*$", re.IGNORECASE
)
_COUNTED = re.compile(  # what was done over a time, or once: no news of a day
    r"\b(?:ever|already|so far|since|recent(?:ly)?|times|twice|years?|months?|weeks?|dozens|scores|previously|long|always|often)\b",
    re.IGNORECASE,
)
_RANK = 3.0  # behind every day that is said


def day_of_news(framing: Framing, frame: Frame) -> DateRange | None:
    """The day of publication at the place, where a report tells its subject without any date."""
    published = framing.facts.report.published
    if published is None or frame.role is not Role.MAIN or frame.family in AFFAIRS or frame.dates or frame.date:
        return None
    zone = framing.zone_of(frame)
    there = published.instant.astimezone(ZoneInfo(zone)).date() if published.instant and zone else published.day
    return DateRange(there, there)


def news(framing: Framing, frame: Frame) -> Iterable[Draft]:
    """The day of a frame without one, by the first telling of the headline or lead that stands in the perfect."""
    day = day_of_news(framing, frame)
    if day is None:
        return
    told = [framing.triggers[n] for n in frame.triggers]
    lead = opening(framing.facts)
    for trigger in (t for t in told if t.sentence in lead and _is_news(framing, t)):
        yield Draft(frame.number, "date", day, trigger.start, trigger.end, "date.news", rank=_RANK)
        return


def day_of_clock(framing: Framing, frame: Frame, found: ClockExpression) -> Iterable[Draft]:
    """The day of publication for a clock at the place that no date stands beside: "at around 06:50 local time"."""
    day = day_of_news(framing, frame)
    sentence = framing.facts.sentence_at(found.start)
    if day is not None and found.zone is None and sentence is not None and not dated(framing, sentence):
        yield Draft(frame.number, "date", day, found.start, found.end, "date.clock", rank=_RANK + 1.0)


def _is_news(framing: Framing, trigger: Trigger) -> bool:
    """Whether a telling says "has fired" of no time but that of its telling."""
    if trigger.shape is not Shape.CLAUSE or trigger.modality is not Modality.HAPPENED:
        return False
    facts = framing.facts
    span = facts.sentences[trigger.sentence]
    if _PERFECT.search(facts.report.text, span.start, trigger.anchor) is None:
        return False
    return _COUNTED.search(facts.report.text, span.start, span.end) is None and not dated(framing, trigger.sentence)


def dated(framing: Framing, sentence: int) -> bool:
    """Whether a sentence names a day of its own."""
    return any(d.sentence == sentence and not d.stamp for d in framing.dates)
