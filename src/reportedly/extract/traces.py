"""What only an incident leaves behind it: a clock, a sea to fall into, a quake, a thrust, harm, a protest.

News finds ever new verbs for a launch or a blast; its traces stay the same. Each kind of trace is weighed once,
however often it stands there.
"""

import re
from collections.abc import Iterator, Sequence

from reportedly.extract.facts import Facts
from reportedly.extract.framing import Framing
from reportedly.extract.harm import harm_of
from reportedly.extract.scene_words import told_by
from reportedly.extract.sentences import Sentence
from reportedly.extract.trigger import Modality, Trigger
from reportedly.patterns import compiled

_FLOWN = ("apogee", "distance", "flight_time")
_LEFT = compiled(
    r"\b(?:from|near|out of|off|around|above)\s+(?:the\s+|areas?\s+|around\s+|an?\s+)*(?:\w+\s+){0,2}$", re.IGNORECASE
)
_BELONGS = compiled(  # "a bomb for an ICBM", "asked for more after missiles hit"
    r"\b(?:for|of|by|with|to|on|than|like|under|behind|after|since|when|before|once|because|if)\s+"
    r"(?:(?:an?|the|its|their)\s+)?(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_NAMED = frozenset({"weapon", "payload"})
_OWN_VOICE = frozenset({"state_media", "claimant"})
FAMILIES = frozenset({"launch", "nuclear", "static"})


def weight(framing: Framing, told: Trigger, spans: Sequence[Sentence]) -> float:
    """How much speaks for a telling of something that happened, in the sentences that go on about it."""
    return sum(w for w, found in _kinds(framing, told, spans) if found)


def _kinds(framing: Framing, told: Trigger, spans: Sequence[Sentence]) -> Iterator[tuple[float, bool]]:
    facts, family = framing.facts, framing.codebook.types[told.types[0]].family

    def said(kind: str) -> bool:
        words = told_by(framing.codebook, kind)
        return any(words.search(facts.report.text, s.start, s.end) for s in spans)

    yield from _of_all(facts, spans)
    yield 0.5, said("reaction")
    yield 0.5, any(t.anchor != told.anchor and _happened(t) and _within(t.start, spans) for t in facts.triggers)
    if family == "launch":
        yield from _of_a_launch(facts, told, spans)
        text, kinds = facts.report.text, harm_of(framing.codebook).values()
        yield from ((1.0, any(harm.search(text, s.start, s.end) for s in spans)) for harm in kinds)
        yield 1.0, said("water")
        yield 0.5, said("going")
        named = any(n.kind in _NAMED and told.start <= n.start < told.end for n in facts.names)
        yield 1.5 if named else 1.0, _acts(framing, told)
        yield -1.0, all(framing.codebook.is_a(t, "guns") for t in told.types) and not said("guns")
    elif family == "nuclear":
        yield 1.0, said("shook")
        yield 1.0, any(q.role in {"magnitude", "yield"} and _within(q.start, spans) for q in facts.quantities)
        yield 1.0, said("blast")
        yield 0.5, said("ground")
        yield -1.0, all(framing.codebook.is_a(t, "quake") for t in told.types) and not said("natural")
    else:
        yield 1.0, said("thrust")
        yield 0.5, said("stand")
        yield 0.5, said("burnt")
        yield 0.5, said("looked_on")


def _of_all(facts: Facts, spans: Sequence[Sentence]) -> Iterator[tuple[float, bool]]:
    yield 0.5, any(getattr(n.entry, "cls", None) == "detector" and _within(n.start, spans) for n in facts.names)
    yield 0.5, any(getattr(n.entry, "cls", None) in _OWN_VOICE and _within(n.start, spans) for n in facts.names)
    yield 0.5, any(_within(d.start, spans) for d in facts.dates)


def _of_a_launch(facts: Facts, told: Trigger, spans: Sequence[Sentence]) -> Iterator[tuple[float, bool]]:
    text = facts.report.text
    yield 1.0, any(not c.stamp and c.precision != "part_of_day" and _within(c.start, spans) for c in facts.clocks)
    for role in _FLOWN:
        yield 1.0, any(q.role == role and _within(q.start, spans) for q in facts.quantities)
    sites = (n.start for n in facts.names if n.kind == "site" and _LEFT.search(text[max(0, n.start - 40) : n.start]))
    yield 0.5, any(_within(site, spans) for site in sites)
    yield 0.5, any(c.says_number and c.start <= told.end and told.start <= c.end for c in facts.counts)


def _acts(framing: Framing, told: Trigger) -> bool:
    """Whether a thing is said to have flown, or to have failed to: not "a bomb for an ICBM went off"."""
    text = framing.facts.report.text
    beside = _BELONGS.search(text, max(0, told.start - 40), told.start) is not None
    return not beside and told_by(framing.codebook, "did").match(text, told.end) is not None


def _happened(trigger: Trigger) -> bool:
    return trigger.modality is Modality.HAPPENED


def _within(place: int, spans: Sequence[Sentence]) -> bool:
    return any(s.start <= place < s.end for s in spans)
