"""Whose deeds decide of which state a report is."""

import re
from collections.abc import Sequence

from reportedly.codebook import Codebook
from reportedly.extract.actor import Actor
from reportedly.extract.facts import Facts
from reportedly.extract.tellings import of_the_day
from reportedly.extract.trigger import Shape, Trigger
from reportedly.model import BlockKind
from reportedly.patterns import compiled

_BELOW = compiled(r"\b(?:after|since|following|before|until)\b[^,.;]*$", re.IGNORECASE)

_OPENS = 25  # code points within which a sentence begins with what it only dates by


def is_below(trigger: Trigger, facts: Facts, most: int | None = None) -> bool:
    """Whether it is told only to date what its sentence tells: "hours after a missile had crossed Japan"; with `most`,
    whether the word that says so stands before that place."""
    start = facts.sentences[trigger.sentence].start
    found = _BELOW.search(facts.report.text[start : min(trigger.start, trigger.anchor)])
    return found is not None and (most is None or start + found.start() < most)


def deciding_actors(
    facts: Facts, codebook: Codebook, triggers: Sequence[Trigger], actors: Sequence[Actor]
) -> list[Actor]:
    """The actors, one of each trigger in its place, that decide: one whom headline or lead surely name, whatever the rest
    tells more of; else those of the day's clauses, last those that only date the news; else all."""
    spoken = {t.anchor for t in facts.triggers}  # what only a thing and its day tell decides no report's state
    told = [(a, t) for a, t in zip(actors, triggers, strict=True) if t.anchor in spoken]
    today = [(a, t, is_below(t, facts)) for a, t in told if of_the_day(t, codebook)]
    head = {*(n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE), *facts.body[:1]}
    begins = {n: facts.sentences[n].start + _OPENS for n in head}
    opened = [  # "Seoul is sorry after its missile crashed", but not "Hours after the North fired, Seoul"
        (a, t) for a, t, below in sorted(today, key=lambda one: one[2])
        if t.sentence in head and not (below and is_below(t, facts, begins[t.sentence]))
    ]  # fmt: skip
    plain = [a for a, t in opened if t.shape is Shape.CLAUSE and t.sentence in facts.body[:1]]
    sure = [a for a in (*plain[:1], *(a for a, _ in opened)) if a.sure][:1]
    if sure:
        return sure
    clauses = [a for a, t, _ in sorted(today, key=lambda one: one[2]) if t.shape is Shape.CLAUSE]
    return clauses if any(a.state for a in clauses) else [a for a, _ in told]
