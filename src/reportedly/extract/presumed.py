"""A launch that no word of the lexicon tells: a thing named in the opening, and what only a thing that flew has.

News finds ever new verbs for a launch; a clock, a sea to fall into, a distance flown and a place left for it stay the
same. Where a report has no subject, such traces beside a thing make one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.codebook import Codebook
from reportedly.extract.affairs import with_affairs
from reportedly.extract.facts import Facts
from reportedly.extract.frames import frame_report
from reportedly.extract.framing import Framing
from reportedly.extract.lexicon import TermMatch
from reportedly.extract.sentences import Sentence
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.extract.trigger_verb import OF_THE_THING
from reportedly.extract.typing import HARM
from reportedly.model import BlockKind, Role

_FAMILY = "launch"
_OPENING = 4  # sentences of some length, behind the headline
_SENTENCE = 40  # code points; less is a stamp or a label
_AHEAD = 3  # sentences behind the thing's own that go on about it
_ENOUGH = 2.5
_FLOWN = {"distance", "apogee", "flight_time"}
_WATER = re.compile(
    r"\b(?:into|in|to|towards?|over|off|across|at)\s+(?:the\s+)?(?:[\w.]+\s+){0,3}?(?:seas?|ocean|waters|pacific|atlantic|zone|strait|gulf|bay|orbit|space)\b",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:from|near|out of|off|around|above)\s+(?:the\s+|areas?\s+|around\s+|an?\s+)*(?:\w+\s+){0,2}$", re.IGNORECASE
)
_GOING = re.compile(
    r"\b(?:sent|send(?:s|ing)?|shot|hurl\w*|loos(?:e|ed|es|ing)|let (?:go|fly|loose)|discharg\w*|unload\w*|emptie[sd]|eject\w*|releas\w*|"
    r"pepper\w*|tried out|try(?:ing)? out|tries out|put\w* through|put to the test|trial|exam|rising|rose|climb\w*|splash\w*|aloft|skyward|"
    r"left|leav(?:e|es|ing)|streak\w*|came down|come down|went up|took off|started from|burst from|touch\w* down|propel\w*|catapult\w*|pop(?:s|ped))\b",
    re.IGNORECASE,
)
_MISTAKE = re.compile(r"\b(?:false (?:alarm|alert)|hoax|by mistake|in error|mistaken(?:ly)?)\b", re.IGNORECASE)
_OTHERWISE = re.compile(  # what else can be done with a thing, or is only to be done
    r"\b(?:will|would|could|may|might|should|if|unless|plan(?:s|ned|ning)?|prepar\w+|expect(?:s|ed)|poised|ready to|about to|threaten\w*|"
    r"bu(?:y|ys|ying)|bought|purchas\w+|sells?|sold|selling|sales?|deals?|contracts?|orders?|deploy\w*|station(?:ed|ing)|parad\w+|display\w*|"
    r"exhibit\w*|develop(?:s|ing|ment)|build(?:s|ing)?|produc(?:e|es|tion)|deliver(?:ed|y|ies)|suppl(?:y|ied|ies)|ship(?:ped|ment|ments)|"
    r"capable|able to|drills? without|simulat\w+|rehears\w+|postpon\w+|delay\w*|cancel\w*|scrap\w*|anniversary|film|movie|museum|"
    r"intercept\w* system|defen[cs]e system|treaty|agree(?:d|ment)|false|mistake\w*|hoax|in error|drill messages?)\b",
    re.IGNORECASE,
)


def framing_of(facts: Facts, codebook: Codebook) -> Framing:
    """The frames of a report: the incidents it tells, a launch its traces speak for where none is its subject, and
    the affairs around them."""
    framing = frame_report(facts, codebook)
    told = (
        None if any(f.role is Role.MAIN for f in framing.frames) else presumed_launch(facts, codebook, framing.triggers)
    )
    if told is not None:
        triggers = tuple(sorted((*facts.triggers, told), key=lambda t: t.anchor))
        framing = frame_report(replace(facts, triggers=triggers), codebook)
    return with_affairs(framing)


def presumed_launch(facts: Facts, codebook: Codebook, known: Sequence[Trigger]) -> Trigger | None:
    """The telling a report's opening amounts to by its traces, or None where they are too few; what is `known`
    already is not told again."""
    best = max(_candidates(facts, codebook, known), key=lambda c: (c[0], -c[1].start), default=None)
    return best[1] if best is not None and best[0] >= _ENOUGH else None


def _candidates(facts: Facts, codebook: Codebook, known: Sequence[Trigger]) -> Iterator[tuple[float, Trigger]]:
    text = facts.report.text
    body = [n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.BODY and s.end - s.start > _SENTENCE][
        :_OPENING
    ]
    if any(_MISTAKE.search(text, facts.sentences[n].start, facts.sentences[n].end) for n in body):
        return
    opening = {n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE} | set(body)
    for thing in facts.things:
        number = facts.sentence_at(thing.start)
        types = tuple(t for t in thing.term.types if codebook.types[t].family == _FAMILY)
        if number is None or number not in opening or not types or any(t.start <= thing.start < t.end for t in known):
            continue
        span = facts.sentences[number]
        if _OTHERWISE.search(text, span.start, span.end) is not None or OF_THE_THING.match(text, thing.end):
            continue
        told = Trigger(
            thing.start, thing.end, thing.start, types, Shape.CLAUSE, Modality.HAPPENED, definite=False, sentence=number,
            object_start=thing.start, object_end=thing.end, passive=True,
        )  # fmt: skip
        yield _traces(facts, thing, number, body), told


def _traces(facts: Facts, thing: TermMatch, number: int, body: list[int]) -> float:
    """How much speaks for a launch in the thing's own sentence and those that go on about it."""
    spans = [facts.sentences[n] for n in (number, *[b for b in body if number < b <= number + _AHEAD])]
    spans = [s for s in spans if _OTHERWISE.search(facts.report.text, s.start, s.end) is None]
    return sum(weight for weight, found in _kinds(facts, spans, thing) if found)


def _kinds(facts: Facts, spans: list[Sentence], thing: TermMatch) -> Iterator[tuple[float, bool]]:
    text = facts.report.text

    def within(places: Iterator[int]) -> bool:
        return any(s.start <= place < s.end for place in places for s in spans)

    yield 1.0, within(c.start for c in facts.clocks if not c.stamp and c.precision != "part_of_day")
    for role in sorted(_FLOWN):
        yield 1.0, within(q.start for q in facts.quantities if q.role == role)
    yield from ((1.0, any(harm.search(text, s.start, s.end) for s in spans)) for harm in HARM)
    yield 1.0, any(_WATER.search(text, s.start, s.end) for s in spans)
    yield (
        0.5,
        within(n.start for n in facts.names if n.kind == "site" and _LEFT.search(text[max(0, n.start - 40) : n.start])),
    )
    yield 0.5, any(c.says_number and c.start <= thing.end and thing.start <= c.end for c in facts.counts)
    yield 0.5, within(n.start for n in facts.names if getattr(n.entry, "cls", None) == "detector")
    yield 0.5, within(d.start for d in facts.dates)
    yield 0.5, any(_GOING.search(text, s.start, s.end) for s in spans)
    yield (
        0.5,
        any(t.modality is Modality.HAPPENED and any(s.start <= t.start < s.end for s in spans) for t in facts.triggers),
    )
