"""What only an incident leaves behind it: a clock, a sea to fall into, a quake, a thrust, harm, a protest.

News finds ever new verbs for a launch or a blast; its traces stay the same. Each kind of trace is weighed once,
however often it stands there. The words for them stand in whole.yaml.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from reportedly.codebook.load import words_of
from reportedly.extract.dated import before
from reportedly.extract.facts import Facts
from reportedly.extract.framing import Framing
from reportedly.extract.harm import harm_of
from reportedly.extract.scene_words import told_by
from reportedly.extract.sentences import Sentence
from reportedly.extract.trigger import Modality, Trigger
from reportedly.fields.gated import Gated

_SIGNS = {"nuclear": ("shook", "blast"), "static": ("thrust", "stand")}
_STALE = 30  # days after which a day is no news
FLOWN = ("apogee", "distance", "flight_time")
NAMED = frozenset({"weapon", "payload"})
OWN_VOICE = frozenset({"state_media", "claimant"})
FAMILIES = frozenset({"launch", "nuclear", "static"})


@cache
def raw() -> Mapping[str, Any]:
    """What whole.yaml holds."""
    held: Mapping[str, Any] = words_of(Path(__file__).with_name("whole.yaml"))
    return held


@cache
def words(name: str) -> Gated:
    """The pattern of some words of whole.yaml."""
    held = raw()["words"][name]
    return Gated(held if isinstance(held, str) else rf"\b(?:{'|'.join(held)})\b", re.IGNORECASE)


def said(framing: Framing, name: str, spans: Sequence[Sentence]) -> bool:
    """Whether some sentences have one of the words of a name, of whole.yaml or the codebook's."""
    text = framing.facts.report.text
    pattern = words(name) if name in raw()["words"] else told_by(framing.codebook, name)
    return any(pattern.search(text, s.start, s.end) is not None for s in spans)


def idle(framing: Framing, number: int) -> bool:
    """Whether a sentence tells what else is done with a thing or is only to be done, or of a day long past."""
    if said(framing, "otherwise", [framing.facts.sentences[number]]):
        return True
    published = framing.facts.report.published
    days = [d.range for d in framing.dates if d.sentence == number and d.range is not None]
    return published is not None and bool(days) and all(before(day, published.day, by=_STALE) for day in days)


def left_from(text: str, place: int) -> bool:
    """Whether the words before a site say that something left it."""
    return words("left from").search(text[max(0, place - 40) : place]) is not None


def likeness(framing: Framing, told: Trigger, spans: Sequence[Sentence]) -> float:
    """What some sentences say for and against the kind of a telling: a blast without a quake, an engine without its stand
    and shells without guns are none."""
    book = framing.codebook
    guns = all(book.is_a(t, "guns") for t in told.types)
    signs = ("guns",) if guns else _SIGNS.get(book.types[told.types[0]].family, ())
    if not signs:
        return 0.0
    return 0.5 if said(framing, signs[0], spans) else 0.0 if any(said(framing, s, spans) for s in signs[1:]) else -2.0


def acts(framing: Framing, end: int) -> bool:
    """Whether a thing that ends there is said to have flown, or to have failed to."""
    return told_by(framing.codebook, "did").match(framing.facts.report.text, end) is not None


def belongs(text: str, start: int) -> bool:
    """Whether a thing that begins there only says of what kind or for what another is: "a bomb for an ICBM went off"."""
    return words("belongs").search(text, max(0, start - 40), start) is not None


def weight(framing: Framing, told: Trigger, spans: Sequence[Sentence]) -> float:
    """How much speaks for a telling of something that happened, in the sentences that go on about it."""
    return sum(w for w, found in _kinds(framing, told, spans) if found)


def _kinds(framing: Framing, told: Trigger, spans: Sequence[Sentence]) -> Iterator[tuple[float, bool]]:
    facts, family = framing.facts, framing.codebook.types[told.types[0]].family

    yield from _of_all(facts, spans)
    yield 0.5, said(framing, "reaction", spans)
    yield 0.5, any(t.anchor != told.anchor and _happened(t) and _within(t.start, spans) for t in facts.triggers)
    if family == "launch":
        yield from _of_a_launch(facts, told, spans)
        yield from (
            (1.0, any(harm.search(facts.report.text, s.start, s.end) for s in spans))
            for harm in harm_of(framing.codebook).values()
        )
        yield 1.0, said(framing, "water", spans)
        yield 0.5, said(framing, "going", spans)
        named = any(n.kind in NAMED and told.start <= n.start < told.end for n in facts.names)
        yield 1.5 if named else 1.0, not belongs(facts.report.text, told.start) and acts(framing, told.end)
        yield -1.0, all(framing.codebook.is_a(t, "guns") for t in told.types) and not said(framing, "guns", spans)
    elif family == "nuclear":
        yield 1.0, said(framing, "shook", spans)
        yield 1.0, any(q.role in {"magnitude", "yield"} and _within(q.start, spans) for q in facts.quantities)
        yield 1.0, said(framing, "blast", spans)
        yield 0.5, said(framing, "ground", spans)
        yield -1.0, all(framing.codebook.is_a(t, "quake") for t in told.types) and not said(framing, "natural", spans)
    else:
        yield 1.0, said(framing, "thrust", spans)
        yield 0.5, said(framing, "stand", spans)
        yield 0.5, said(framing, "burnt", spans)
        yield 0.5, said(framing, "looked_on", spans)


def _of_all(facts: Facts, spans: Sequence[Sentence]) -> Iterator[tuple[float, bool]]:
    yield 0.5, any(getattr(n.entry, "cls", None) == "detector" and _within(n.start, spans) for n in facts.names)
    yield 0.5, any(getattr(n.entry, "cls", None) in OWN_VOICE and _within(n.start, spans) for n in facts.names)
    yield 0.5, any(_within(d.start, spans) for d in facts.dates)


def _of_a_launch(facts: Facts, told: Trigger, spans: Sequence[Sentence]) -> Iterator[tuple[float, bool]]:
    yield 1.0, any(not c.stamp and c.precision != "part_of_day" and _within(c.start, spans) for c in facts.clocks)
    for role in FLOWN:
        yield 1.0, any(q.role == role and _within(q.start, spans) for q in facts.quantities)
    sites = (n.start for n in facts.names if n.kind == "site" and left_from(facts.report.text, n.start))
    yield 0.5, any(_within(site, spans) for site in sites)
    yield 0.5, any(c.says_number and c.start <= told.end and told.start <= c.end for c in facts.counts)


def _happened(trigger: Trigger) -> bool:
    return trigger.modality is Modality.HAPPENED


def _within(place: int, spans: Sequence[Sentence]) -> bool:
    return any(s.start <= place < s.end for s in spans)
