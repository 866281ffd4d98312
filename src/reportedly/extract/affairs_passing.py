"""Whether a report tells an incident only in passing: as past, by the way, or as what an affair is about."""

import re
from collections.abc import Sequence

from reportedly.extract.affairs_find import Affair
from reportedly.extract.dated import before
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.lexicon import AFFAIRS
from reportedly.extract.other_news import aside
from reportedly.extract.trigger import Shape, Trigger
from reportedly.model import BlockKind, Role
from reportedly.patterns import compiled

_UNDER = compiled(
    r"\b(?:on|of|from|in|inside|about|by)\s+(?:(?:an?|the|its|their)\s+)?(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_FINITE = compiled(r"\b(?:was|were|is|are|been|be|has|have|had)\b", re.IGNORECASE)
_FOLLOWS = compiled(
    r"\b(?:over|after|following|about|amid|because of|in (?:response|reply|reaction) to|to discuss|since|in the wake of|prompted by)\b",
    re.IGNORECASE,
)
_CENSURED_THAT = compiled(  # "condemns that it launched a missile"
    r"(?:condemn|denounc|deplor|protest|criticis|criticiz|regret)\w*\b[^.;]{0,60}?\bthat\b", re.IGNORECASE
)
_HAD = compiled(r"\bhad\s+(?:\w+\s+){0,2}$")
_LONG_AGO = 2  # days between a launch and a report that tells it only in passing


def lead_of(framing: Framing) -> list[int]:
    """The first two sentences of some length."""
    return list(framing.facts.body[:2])


def only_in_passing(framing: Framing, affairs: Sequence[Affair]) -> bool:
    """Whether no incident is the report's subject, or its lead tells one as past, by the way, or as what an affair is
    about only."""
    mains = [f for f in framing.frames if f.role is Role.MAIN and f.family not in AFFAIRS]
    told = [a.trigger for a in affairs if framing.codebook.types[a.type].family in AFFAIRS]
    return all(_by_the_way(framing, frame, told) for frame in mains)


def told_twice(framing: Framing, frame: Frame) -> bool:
    """Whether headline and lead both tell a subject in clauses of their own, and not to date or explain something else."""
    facts = framing.facts
    clauses = (framing.triggers[n] for n in frame.triggers if framing.triggers[n].shape is Shape.CLAUSE)
    told = {t.sentence for t in clauses if not aside(t, facts) and not adnominal(framing, t)}
    titles = {n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE}
    return frame.role is Role.MAIN and bool(told & titles) and bool(told.intersection(facts.body[:1]))


def _by_the_way(framing: Framing, frame: Frame, affairs: Sequence[Trigger]) -> bool:
    sentences = framing.facts.sentences
    titles = {n for n, s in enumerate(sentences) if s.kind is BlockKind.TITLE}
    published = framing.facts.report.published
    stale = published is not None and before(frame.date, published.day, by=_LONG_AGO - 1)
    opening = titles | set(lead_of(framing)[: 1 if stale else 2])
    told = [framing.triggers[n] for n in frame.triggers if framing.triggers[n].sentence in opening]
    clauses = [t for t in told if t.shape is Shape.CLAUSE and not _governed(framing, t, affairs)]
    heads = {a.sentence for a in affairs} & set(framing.facts.body[:1])
    clauses = [t for t in clauses if not heads or not _told_again(framing, t)]
    if clauses:
        return all(adnominal(framing, t) for t in clauses)
    return stale or published is None or _led(framing, told, affairs)


def _led(framing: Framing, told: Sequence[Trigger], affairs: Sequence[Trigger]) -> bool:
    """Whether the first sentence tells an affair, and the incident nowhere in the opening but as what it is about."""
    telling = {t.sentence for t in (*told, *affairs)}
    first = [n for n in lead_of(framing) if n in telling][:1]
    heads = [a for a in affairs if a.sentence in first]
    titles = framing.facts.sentences
    return bool(heads) and all(
        _governed(framing, t, affairs)
        or (
            t.shape is Shape.NOUN
            and (titles[t.sentence].kind is BlockKind.TITLE or (t.definite and t.sentence > first[0]))
        )
        or _told_again(framing, t)
        for t in told
    )


def _told_again(framing: Framing, told: Trigger) -> bool:
    """Whether a telling below the lead only points to what is known: "by conducting this launch, the council said"."""
    below = told.sentence not in framing.facts.body[:1]
    body = framing.facts.sentences[told.sentence].kind is BlockKind.BODY
    return told.definite and told.object_start is None and below and body


def _governed(framing: Framing, told: Trigger, affairs: Sequence[Trigger]) -> bool:
    """Whether an affair before it in its sentence is what is told there, and this only what it is about or follows."""
    text = framing.facts.report.text
    return any(
        a.sentence == told.sentence
        and a.anchor < told.anchor
        and (
            told.shape is Shape.NOUN
            or told.object_start is None
            or _FOLLOWS.search(text, a.anchor, told.start) is not None
            or _CENSURED_THAT.match(text, a.anchor, told.start) is not None
            or _reported(framing, a, told)
        )
        for a in affairs
    )


def _reported(framing: Framing, affair: Trigger, told: Trigger) -> bool:
    """Whether a monitor's report is what is told, and this one of its findings: "UN experts: North Korea fires missiles"."""
    if not framing.codebook.is_a(affair.types[0], "findings"):
        return False
    title = framing.facts.sentences[told.sentence].kind is BlockKind.TITLE
    return (
        title or _HAD.search(framing.facts.report.text, max(affair.anchor, told.anchor - 30), told.anchor) is not None
    )


def adnominal(framing: Framing, trigger: Trigger) -> bool:
    """Whether a telling only says which thing is meant: "debris from a missile fired at the city"."""
    if trigger.object_start is None or trigger.object_start >= trigger.anchor:
        return False
    text = framing.facts.report.text
    head = text[framing.facts.sentences[trigger.sentence].start : trigger.object_start]
    between = text[trigger.object_start : trigger.anchor]
    return _UNDER.search(head) is not None and _FINITE.search(between) is None
