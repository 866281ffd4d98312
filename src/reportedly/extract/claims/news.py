"""The day of a subject whose tellings name none: a fresh day said beside them, or that of publication.

"The Babur had its turn on Thursday"; "North Korea has fired two missiles"; "at 6:50 a.m.".
"""

import re
from collections.abc import Iterable
from datetime import time
from zoneinfo import ZoneInfo

from reportedly.extract.claims.draft import Draft
from reportedly.extract.dated import Dated, near
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.lexicon import AFFAIRS
from reportedly.extract.openings import opening
from reportedly.extract.other_news import tells_other_news
from reportedly.extract.outlet import far_apart
from reportedly.extract.state_of import state_of
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.extract.trigger_verb import LIGHT
from reportedly.fields.clock import ClockExpression
from reportedly.model import DateRange, Role
from reportedly.patterns import compiled

_PERFECT = compiled(
    r"\b(?:(?:has|have|['’]s|['’]ve)\s+(?:(?:been|now|just|again|also|once|apparently|\w+ly)\s+)*|just\s+(?:\w+ly\s+)?)"
    r"(?:(?:conducted|carried out|held|staged|performed|made|completed)\s+(?:(?!(?:in|on|at|of|by|for)\b)[\w’'-]+\s+){0,6})?$",
    re.IGNORECASE,
)
_FEARED = compiled(r"\b(?:fear(?:s|ed|ing)?|worr(?:y|ies|ied))\b[^.;]*$", re.IGNORECASE)  # "is feared to have held"
_SAYS_ITSELF = compiled(
    r"\b(?:says?|said|claims?|claimed|announces?|announced|reports?|reported)\s(?:that\s)?(?:it|they)\b"
    r"|\b(?:its|their)\s(?:[\w-]+\s){1,4}?(?:says?|said|claim\w*|announc\w*|report\w*|confirm\w*)\b",
    re.IGNORECASE,
)
_COUNTED = compiled(  # what was done over a time, or once: no news of a day
    r"\b(?:ever|already|so far|since|recent(?:ly)?|times|twice|years?|months?|weeks?|dozens|scores|previously|long(?![- ]range)|always|often)\b",
    re.IGNORECASE,
)
_SPOKE = compiled(  # "on July 8 an aide said"
    r"[^.;]*?\b(?:said|says|told|spoke|met|talked|called|wrote|warned|announced|stated|visited|arrived|held)\b",
    re.IGNORECASE,
)
_OF_ANOTHER = compiled(  # "the previous one, on Wednesday", "the one before it"
    r"\b(?:previous|preceding|prior|earlier|another(?= (?:[\w-]+ ){0,2}(?:launch|test|missile|rocket|satellite|firing|one)\b)|last|(?:one|that|those) before)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_ITS_TEST = compiled(
    r"['’]s\s(?:[\w-]+\s){0,2}?(?:test(?:s|ing)?|launch\w*|(?:test-)?firing|trial|experiment)\b", re.IGNORECASE
)
_HELD = compiled(
    r"\b(?:held|staged|carried out|conducted|oversaw|led|directed|supervised|practi[sc]ed|rehearsed)\s+(?:[\w’'-]+\s+){0,4}?(?:drills?|exercises?|man(?:oeuv|euv)(?:re|er)s?|war ?games|training)\b",
    re.IGNORECASE,
)
_REACH = 110  # code points
_LEADS = 8  # code points before a day that opens its sentence: "On ", "But on "
_FRESH = 3  # days
_EVENING = time(20)
_BESIDE = 0.5  # behind the days of tellings, before the day it was told
SPOKEN = "date.spoken"  # the day on which it was told, where no other day is
_RANK = 3.0  # behind every day that is said


def fresh_days(framing: Framing, frame: Frame) -> Iterable[Draft]:
    """The first day shortly before publication that the sentences about a subject without a day of its own name."""
    published = framing.facts.report.published
    own = [framing.dates[n] for n in frame.dates]
    days = [d for d in own if not d.aside and d.range is not None and (d.range.day or d.range.earliest is None)]
    if published is None or frame.role is not Role.MAIN or frame.family in AFFAIRS or days:
        return
    rank = -_BESIDE if any(not d.aside for d in own) else _BESIDE  # before "last month", behind a day of speech
    lead, spoken = opening(framing.facts), None
    for number, said in enumerate(framing.dates):
        day = said.range.day if said.range is not None else None
        if day is None or said.stamp or said.since or said.prior or number in framing.of_date:
            continue
        if any(not d.aside for d in own) and not near(frame.date, said.range):
            continue  # "tested one two weeks ago, a general told it on Monday"
        if said.aside:
            recent = said.speech and said.sentence in lead and -1 <= (day - published.day).days <= 1
            if spoken is None and recent and not own and frame.date is None and _others_tell(framing, frame, said):
                spoken = said
            continue
        if _reckoned_afar(framing, said) or not (_speaks_of_it(framing, said) or _of_its_drill(framing, frame, said)):
            continue
        owner = framing.owner(said.start, said.end)
        owned = owner == frame.number or (owner is None and said.sentence in lead)  # "on Sunday it tried once more"
        if -_FRESH <= (day - published.day).days <= 1 and owned:
            yield Draft(frame.number, "date", DateRange(day, day), said.start, said.end, "date.fresh", rank=rank)
            return
    if spoken is not None and spoken.range is not None:
        yield Draft(frame.number, "date", spoken.range, spoken.start, spoken.end, SPOKEN, rank=_RANK)


def _others_tell(framing: Framing, frame: Frame, said: Dated) -> bool:
    """Whether it is those of another state close by who tell of it on that day, who watched it then; those whom it hit
    may lie beyond another midnight, and what is told from far away ("U.S. officials said on Friday that Iran") came out
    days later."""
    if framing.codebook.is_a(frame.type, "strike"):
        return False
    span = framing.facts.sentences[said.sentence]
    bodies = [n for n in framing.facts.names_in(span.start, span.end) if n.kind == "body"]
    states = {getattr(n.entry, "state", None) for n in bodies} - {None}
    if frame.state is None or frame.state in states or not states:
        return False
    return not all(far_apart(framing.codebook, s, frame.state) for s in states)


def _reckoned_afar(framing: Framing, said: Dated) -> bool:
    """Whether a day is reckoned from another ("a day earlier") elsewhere than within a sentence of the lead."""
    if said.expression.relation_to != "anchor":
        return False
    leads = said.start - framing.facts.sentences[said.sentence].start < _LEADS
    return leads or said.sentence not in opening(framing.facts)


def _speaks_of_it(framing: Framing, said: Dated) -> bool:
    """Whether a sentence with a day is of the lead or names a weapon or a launch, and nobody speaks on that day."""
    facts = framing.facts
    span = facts.sentences[said.sentence]
    leads = said.start - span.start < _LEADS
    if _OF_ANOTHER.search(facts.report.text, span.start, said.start):
        return False
    if _ITS_TEST.match(facts.report.text, said.end):
        return True
    if leads and _SPOKE.match(facts.report.text, said.end, min(span.end, said.end + _REACH)):
        return False
    if tells_other_news(facts, framing.codebook, said.sentence):
        return False  # "the allies wrapped up an exercise on Thursday"
    head = {*opening(facts), *facts.body[:1]}
    if said.sentence in head:
        return True
    return any(span.start <= t.start < span.end and t.term.base not in LIGHT for t in facts.terms)


def _of_its_drill(framing: Framing, frame: Frame, said: Dated) -> bool:
    """Whether it is the day of the drill that the frame's state held, in which it fired: "held an exercise on Tuesday"."""
    facts, lead = framing.facts, framing.facts.body[:1]
    if said.sentence not in lead or frame.family != "launch":
        return False
    span = facts.sentences[said.sentence]
    whose = next((s for n in facts.names_in(span.start, span.end) if (s := state_of(n)) is not None), None)
    return whose == frame.state and _HELD.search(facts.report.text, span.start, said.start) is not None


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
    for trigger in (t for t in told if t.sentence in lead and _is_news(framing, frame, t)):
        yield Draft(frame.number, "date", day, trigger.start, trigger.end, "date.news", rank=_RANK)
        return


def day_of_clock(framing: Framing, frame: Frame, found: ClockExpression) -> Iterable[Draft]:
    """The day of publication for a clock at the place that no date stands beside: "at around 06:50 local time". An evening's
    may be the day before's where the hour of publication is not known."""
    day = day_of_news(framing, frame)
    published = framing.facts.report.published
    if found.earliest >= _EVENING and published is not None and published.instant is None:
        return
    sentence = framing.facts.sentence_at(found.start)
    own = found.zone is None or (found.zone == framing.zone_of(frame) and found.weekday is None)
    if day is not None and own and sentence is not None and not dated(framing, sentence):
        yield Draft(frame.number, "date", day, found.start, found.end, "date.clock", rank=_RANK + 1.0)


def _told_by_itself(framing: Framing, frame: Frame, trigger: Trigger) -> bool:
    """Whether the state that did it tells of it itself, which may be days later: "says it has tested", "has flown, its army said"."""
    if framing.codebook.is_a(frame.type, "strike"):
        return False
    facts, span = framing.facts, framing.facts.sentences[trigger.sentence]
    bodies = (n for n in facts.names_in(trigger.end, span.end) if n.kind == "body")
    own = any(getattr(n.entry, "state", None) == frame.state for n in bodies)
    return own or _SAYS_ITSELF.search(facts.report.text, span.start, span.end) is not None


def _is_news(framing: Framing, frame: Frame, trigger: Trigger) -> bool:
    """Whether a telling says "has fired" of no time but that of its telling."""
    if trigger.shape is not Shape.CLAUSE or trigger.modality is not Modality.HAPPENED:
        return False
    facts = framing.facts
    span = facts.sentences[trigger.sentence]
    if _PERFECT.search(facts.report.text, span.start, trigger.anchor) is None:
        return False
    if _FEARED.search(facts.report.text, span.start, trigger.anchor) is not None:
        return False
    if _told_by_itself(framing, frame, trigger):
        return False
    return _COUNTED.search(facts.report.text, span.start, span.end) is None and not dated(framing, trigger.sentence)


def dated(framing: Framing, sentence: int) -> bool:
    """Whether a sentence names a day of its own."""
    return any(d.sentence == sentence and not d.stamp for d in framing.dates)
