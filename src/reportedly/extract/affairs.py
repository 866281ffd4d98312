"""Frames of affairs: statements, meetings, transfers, disclosures, sanctions and findings around the incidents.

An affair is background, unless the report has no incident as its subject, or its lead tells the affair and the
incident only as past: then the affair leads.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.extract.affairs_beside import announced, is_a_second, is_told, with_role
from reportedly.extract.affairs_days import PAST, SPOKEN, own_dates
from reportedly.extract.affairs_evidence import find_told
from reportedly.extract.affairs_find import VISIT, Affair, find_affairs
from reportedly.extract.affairs_passing import lead_of
from reportedly.extract.affairs_presumed import presumed_affair
from reportedly.extract.affairs_said import SAID, find_said
from reportedly.extract.affairs_statement import find_statements
from reportedly.extract.affairs_withdrawn import ALARM, NEVER, find_withdrawals, opening_of
from reportedly.extract.affairs_words import DENIED_DEAL, MEETING_AHEAD
from reportedly.extract.dated import before, near
from reportedly.extract.framing import Frame, Framing, Opener
from reportedly.extract.leading import Leading, bears_on, leading, opening_parts
from reportedly.extract.openings import explains, looks_back
from reportedly.extract.other_news import no_report
from reportedly.extract.state_of import state_of
from reportedly.extract.trigger import Modality
from reportedly.frozen import dataclass
from reportedly.model import BlockKind, DateRange, Role
from reportedly.patterns import compiled

_WEIGHT = {"statement": 1.0, "findings": 0.9, "facility": 0.8, "meeting": 0.5}
_RIGHT_BEHIND = 8  # code points between a telling and its own date
_SPOKEN_OF = compiled(  # what a statement can be on though no rule hears it told: an act of sanctions, no policy; a deed that is condemned
    r"\b(?:new|fresh|latest|recent|additional|further|tough(?:er)?|over(?: the)?)\s+(?:[\w.]+\s+){0,4}?sanctions\b|\bsanctions (?:resolution|imposed|adopted)\b|"
    r"\b(?:condemn\w*|denounc\w*|deplor\w*|protest(?:s|ed|ing))\b[^.;]{0,80}?\b(?:strikes?|attacks?|raids?|launch(?:es)?|firings?|shelling|bombing|downing|killing)\b",
    re.IGNORECASE,
)
_OPENING = 3  # sentences, behind the headline


@dataclass(frozen=True, slots=True)
class _Group:
    """The tellings of one affair, by their number, with the dates that are its own."""

    type: str
    key: str
    state: str | None
    affairs: tuple[Affair, ...]
    dates: tuple[int, ...]
    date: DateRange | None


def with_affairs(framing: Framing) -> Framing:
    """The framing with the affairs the report tells beside its incidents, and the one that it is about."""
    found = all_affairs(framing)
    lead = leading(framing, found)
    if lead is not None and not _is_about_one(framing, found, lead):
        lead = None
    spoken = lead is not None and framing.codebook.is_a(lead.type, "statement")
    if spoken and framing.of_several_days and not _in_headline(framing, found):
        lead = None  # a statement that lists what was done on several days is about that
    return _led_by(framing, found, lead)


def with_subject(framing: Framing, kind: str | None) -> Framing:
    """The framing with its affairs, of which one of this kind is what the report is about, as far as it can be; without a
    kind none of them is."""
    return _led_by(framing, all_affairs(framing), Leading(kind, 1.0, sure=True) if kind is not None else None)


def _led_by(framing: Framing, found: tuple[Affair, ...], lead: Leading | None) -> Framing:
    spoken = lead is not None and framing.codebook.is_a(lead.type, "statement")
    if lead is not None and not any(a.type == lead.type and _may_be_told(framing, a) for a in found):
        told = presumed_affair(framing, lead, _subject_state(framing))
        found = (*found, told) if told is not None else found
    if lead is None or not spoken:
        found = tuple(
            a for a in found
            if not framing.codebook.is_a(a.type, "statement") or (lead is not None and a.key != SAID)
        )  # fmt: skip
    if not found:
        return framing
    groups = _groups(framing, sorted(found, key=lambda a: a.trigger.start), lead is not None)
    return _joined(framing, groups, lead)


def all_affairs(framing: Framing) -> tuple[Affair, ...]:
    """Every affair that a rule hears told."""
    state = _subject_state(framing)
    found = find_affairs(framing.facts, framing.codebook, state)
    found = (*found, *find_told(framing.facts, framing.codebook, state, found))
    found = (*(_of_the_watched(framing, a) for a in found), *_earlier(framing))
    if (retraction := framing.codebook.one("retraction")) is not None:
        found = (*found, *find_withdrawals(framing.facts, retraction))
    return (*found, *(statements := find_statements(framing, found)), *find_said(framing, statements))


def _is_about_one(framing: Framing, found: Sequence[Affair], lead: Leading) -> bool:
    """Whether what leads a report is news of an affair that came to pass: a statement on one that did, a meeting that was
    not only offered, doubted or called off."""
    facts, codebook = framing.facts, framing.codebook
    if codebook.is_a(lead.type, "statement"):
        return not explains(facts) and _speaks_of_one(framing, found)
    if not codebook.is_a(lead.type, "meeting"):
        return True
    titles = (s for s in facts.sentences if s.kind is BlockKind.TITLE)
    return not explains(facts) and not any(MEETING_AHEAD.search(facts.report.text, s.start, s.end) for s in titles)


def _speaks_of_one(framing: Framing, found: Sequence[Affair]) -> bool:
    """Whether the opening tells, or denies, what a statement can be about: an incident, new sanctions, an alleged transfer,
    or an affair that is neither speech nor a meeting. What is said of treaties, talks and what is still to come is about none."""
    facts, codebook = framing.facts, framing.codebook
    opening = {n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE} | set(facts.body[:_OPENING])
    spans = [facts.sentences[n] for n in opening]
    if any(on.search(facts.report.text, s.start, s.end) for on in (_SPOKEN_OF, DENIED_DEAL) for s in spans):
        return True
    affairs = (a.trigger for a in found if not (codebook.is_a(a.type, "statement") or codebook.is_a(a.type, "meeting")))
    told = (t for t in (*facts.triggers, *affairs) if t.sentence in opening)
    return any(t.modality not in (Modality.PLANNED, Modality.GENERAL) for t in told)


def _in_headline(framing: Framing, found: Sequence[Affair]) -> bool:
    """Whether the headline tells speech."""
    titles = {n for n, s in enumerate(framing.facts.sentences) if s.kind is BlockKind.TITLE}
    return any(framing.codebook.is_a(a.type, "statement") and a.trigger.sentence in titles for a in found)


def _may_be_told(framing: Framing, affair: Affair) -> bool:
    """Whether an affair stands in the opening, where a report's subject is told."""
    opening = {n for there in opening_parts(framing).values() for n in there}
    return affair.key != VISIT and affair.trigger.sentence in opening


def _subject_state(framing: Framing) -> str | None:
    """The state the report is about; where it tells no incident, the first watched one that it names."""
    return framing.state if framing.frames else _watched_one(framing) or framing.state


def _watched_one(framing: Framing) -> str | None:
    named = (state_of(n) for n in framing.facts.names)
    return next((state for state in named if state in framing.codebook.watched), None)


def _of_the_watched(framing: Framing, affair: Affair) -> Affair:
    """A monitor's finding as one on the state it watches, where the report names that one too."""
    if not framing.codebook.is_a(affair.type, "findings") or affair.state in framing.codebook.watched:
        return affair
    return replace(affair, state=_watched_one(framing) or affair.state)


def _earlier(framing: Framing) -> Iterator[Affair]:
    """An incident told only as the ground of something else ("since its first nuclear test in 2006"), of a family of
    its own and with a year or day right behind it."""
    families = {f.family for f in framing.frames}
    for number, told in enumerate(framing.triggers):
        family = framing.codebook.types[told.types[0]].family
        if number in framing.of_trigger or family in families:
            continue
        if any(0 <= d.start - told.end < _RIGHT_BEHIND and not d.stamp for d in framing.dates):
            yield Affair(told.types[0], told, framing.state)


# -- which date is whose, and which tellings are one affair


def _groups(framing: Framing, found: Sequence[Affair], passing: bool) -> list[_Group]:
    groups: list[_Group] = []
    owned = own_dates(framing, found, passing)
    for number, affair in enumerate(found):
        dates = tuple(owned.get(number, ()))
        when = next((framing.dates[n].range for n in dates), None)
        home = next((i for i, g in enumerate(groups) if _one(framing, g, affair, when)), None)
        if home is None:
            groups.append(_Group(affair.type, affair.key, affair.state, (affair,), dates, when))
            continue
        old = groups[home]
        groups[home] = replace(
            old, affairs=(*old.affairs, affair), dates=(*old.dates, *dates), date=old.date or when,
            key=old.key if old.key != "panel" else affair.key, state=old.state or affair.state,
        )  # fmt: skip
    return groups


def _one(framing: Framing, group: _Group, affair: Affair, when: DateRange | None) -> bool:
    if group.type == affair.type and framing.codebook.is_a(group.type, "retraction"):
        return True
    alike = group.key == affair.key or "panel" in (group.key, affair.key)
    alike = alike or framing.codebook.is_a(affair.type, "statement")
    if group.type != affair.type or not alike:
        return False
    if group.state is not None and affair.state is not None and group.state != affair.state:
        return False
    return group.date is None or when is None or near(group.date, when)


# -- the frames


def _joined(framing: Framing, groups: Sequence[_Group], lead: Leading | None) -> Framing:
    triggers, of_trigger, of_date = list(framing.triggers), dict(framing.of_trigger), dict(framing.of_date)
    subject = _leading(framing, groups, lead) if lead is not None else None
    first = subject.affairs if subject is not None else ()
    groups = [g for g in groups if g is subject or is_told(framing, g.affairs, first)]
    moved = {n for g in groups for n in g.dates}
    openers = _openers_but(framing, moved)
    frames = [_without(framing, f, moved) for f in framing.frames]
    if subject is not None:
        groups = [_dated_by_speech(framing, g, moved) if g is subject else g for g in groups]
        subject = groups[[g.affairs for g in groups].index(subject.affairs)]
        retracts = framing.codebook.is_a(subject.type, "retraction")
        frames = [f if retracts else with_role(framing, f, subject.affairs) for f in frames]
    opening = opening_of(framing.facts)
    frames = [_taken_back(framing, f, groups) for f in frames]
    for group in groups:
        if framing.codebook.is_a(group.type, "statement") and group is not subject:
            continue
        number = len(frames)
        numbers = range(len(triggers), len(triggers) + len(group.affairs))
        triggers += [a.trigger for a in group.affairs]
        of_trigger.update(dict.fromkeys(numbers, number))
        of_date.update(dict.fromkeys(group.dates, number))
        for affair in group.affairs:
            told = affair.trigger
            openers.setdefault(told.sentence, []).append(Opener(told.start, told.end, number))
        taken_back = framing.codebook.is_a(group.type, "retraction") and any(
            a.trigger.sentence in opening for a in group.affairs
        )
        leads = group is subject or (taken_back and not looks_back(framing.facts))
        leads = leads or (is_a_second(framing, group.affairs, first) and _may_lead(framing, group))
        frames.append(_frame(framing, group, number, tuple(numbers), lead=leads))
    return replace(
        framing, triggers=tuple(triggers), frames=tuple(frames), of_trigger=of_trigger, of_date=of_date,
        openers={sentence: tuple(sorted(places)) for sentence, places in openers.items()},
    )  # fmt: skip


def _dated_by_speech(framing: Framing, group: _Group, moved: set[int]) -> _Group:
    """What is said or found in a report, with the day on which the lead says that it was said, where it has none."""
    if group.date is not None or framing.codebook.types[group.type].sort not in SPOKEN:
        return group
    lead = lead_of(framing)
    for number, dated in enumerate(framing.dates):
        if dated.speech and dated.sentence in lead and dated.range is not None and number not in moved:
            return replace(group, dates=(number,), date=dated.range)
    return group


def _taken_back(framing: Framing, frame: Frame, groups: Sequence[_Group]) -> Frame:
    """The frame as background, where all that tells it is what a withdrawn account had said."""
    taken = [a for g in groups if framing.codebook.is_a(g.type, "retraction") for a in g.affairs]
    told = [framing.triggers[n] for n in frame.triggers]
    if not taken or frame.role is not Role.MAIN:
        return frame
    if any(a.key == NEVER for a in taken):
        return replace(frame, role=Role.BACKGROUND)
    opening = opening_of(framing.facts)
    if any(a.key == ALARM and a.trigger.sentence in opening for a in taken):
        told = [t for t in told if t.sentence in opening]
    back = [a.trigger for a in taken]
    within = all(any(w.sentence == t.sentence and w.anchor <= t.anchor for w in back) for t in told)
    return replace(frame, role=Role.BACKGROUND) if within and not announced(framing, frame, taken) else frame


def _frame(framing: Framing, group: _Group, number: int, triggers: tuple[int, ...], *, lead: bool) -> Frame:
    kind = framing.codebook.types[group.type]
    return Frame(
        number, group.type, frozenset({group.type}), kind.family, group.state, group.date, triggers, group.dates,
        back=not lead, role=Role.MAIN if lead else Role.BACKGROUND, score=_score(framing, group),
    )  # fmt: skip


def _openers_but(framing: Framing, moved: set[int]) -> dict[int, list[Opener]]:
    """The words that open frames, without the dates that went to an affair."""
    gone = {(framing.dates[n].start, framing.dates[n].end) for n in moved}
    return {
        sentence: [o for o in openers if (o.start, o.end) not in gone] for sentence, openers in framing.openers.items()
    }


def _without(framing: Framing, frame: Frame, moved: set[int]) -> Frame:
    """The frame without the dates that went to an affair."""
    if not moved.intersection(frame.dates):
        return frame
    dates = tuple(n for n in frame.dates if n not in moved)
    left = next((framing.dates[n].range for n in dates), None)
    return replace(frame, dates=dates, date=left)


# -- what the report is about


def _leading(framing: Framing, groups: Sequence[_Group], lead: Leading) -> _Group | None:
    """Of the affairs of the kind that the report is about the one that its opening tells most of."""
    scored = [
        (_score(framing, g), -n, g)
        for n, g in enumerate(groups)
        if g.type == lead.type and _may_lead(framing, g, sure=lead.sure)
    ]
    best = max(scored, key=lambda s: s[:2], default=None)
    return best[2] if best is not None else None


def _may_lead(framing: Framing, group: _Group, *, sure: bool = False) -> bool:
    if group.key == VISIT or no_report(framing.facts, framing.codebook):
        return False
    published = framing.facts.report.published
    if published is not None and group.date is not None and before(group.date, published.day, by=PAST):
        return False
    if not bears_on(framing, group.type):
        return False
    if not sure and framing.codebook.is_a(group.type, "meeting"):
        return group.state in framing.codebook.watched or bool(framing.frames) or _watched_one(framing) is not None
    return True


def _score(framing: Framing, group: _Group) -> float:
    """How much speaks for an affair as the report's subject: told in the headline, told in the lead."""
    lead, score = lead_of(framing), 0.0
    for affair in group.affairs:
        sentence = affair.trigger.sentence
        if framing.facts.sentences[sentence].kind is BlockKind.TITLE:
            score += 2.0
        elif sentence in lead:
            score += 2.0 if sentence == lead[0] else 1.5
    return score + _WEIGHT.get(framing.codebook.types[group.type].sort or "", 0.0) if score else 0.0
