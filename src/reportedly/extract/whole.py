"""Whether a report as a whole tells an incident, in whatever words: by what stands anywhere in it, each kind of trace
counted once. The weights stand in whole.yaml; `python -m evaluation.whole` fits them.
"""

import math
from collections.abc import Iterator, Mapping
from functools import cache

from reportedly.extract.framing import Framing
from reportedly.extract.made_up import is_tale
from reportedly.extract.openings import explains, looks_back
from reportedly.extract.other_news import no_report, other_news, tells_other_news
from reportedly.extract.sentences import Sentence
from reportedly.extract.traces import FAMILIES, NAMED, OWN_VOICE, acts, belongs, idle, left_from, raw, said
from reportedly.extract.trigger import Modality
from reportedly.fields import outcome
from reportedly.model import BlockKind

_LONGEST = 12  # sentences of some length behind the headline
_BRIEF = 4  # sentences of some length, in which all traces can stand
_HEAD = 2  # sentences of some length that say what the news is
_TRACES = ("water", "going", "reaction", "shook", "blast", "ground", "thrust", "burnt", "natural")
_MEASURED = {
    "apogee": "flown", "distance": "flown", "flight_time": "flown", "magnitude": "shaken", "yield": "shaken", "range": "range",
}  # fmt: skip


def live(framing: Framing) -> tuple[Sentence, ...]:
    """The sentences of headline and text that tell neither other news nor what is only to be done."""
    facts = framing.facts
    return tuple(facts.sentences[n] for n in _first(framing) if not _tells_otherwise(framing, n))


def likelihood(framing: Framing) -> float:
    """How likely a report tells an incident as its own subject."""
    facts, weights = framing.facts, _weights()
    if looks_back(facts) or no_report(facts, framing.codebook) or is_tale(facts) or is_shown(framing, _HEAD):
        return 0.0
    logit = weights["always"] + sum(weights.get(name, 0.0) * value for name, value in features(framing).items())
    return 1 / (1 + math.exp(-logit))


def is_shown(framing: Framing, sentences: int) -> bool:
    """Whether headline or one of the first sentences tells of what stands in a square, or is waited for."""
    facts = framing.facts
    return said(framing, "shown", [facts.sentences[n] for n in _first(framing) if n not in facts.body[sentences:]])


def headed_otherwise(framing: Framing) -> bool:
    """Whether the headline tells what is only to be done, or headline or lead other news."""
    facts = framing.facts
    titles = [n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE]
    return any(_tells_otherwise(framing, n) for n in titles) or other_news(facts, framing.codebook)


def features(framing: Framing) -> Mapping[str, float]:
    """What speaks for an incident and against it, by name; nothing that is 0."""
    return {name: float(value) for name, value in (*_traces(framing), *_against(framing)) if value}


def _first(framing: Framing) -> list[int]:
    facts = framing.facts
    titles = [n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE]
    return [*titles, *facts.body[:_LONGEST]]


def _tells_otherwise(framing: Framing, number: int) -> bool:
    return idle(framing, number) or tells_other_news(framing.facts, framing.codebook, number)


def _traces(framing: Framing) -> Iterator[tuple[str, float]]:
    facts, text, spans = framing.facts, framing.facts.report.text, live(framing)

    def within(place: int) -> bool:
        return any(s.start <= place < s.end for s in spans)

    yield from ((name, said(framing, name, spans)) for name in _TRACES)
    yield from ((_MEASURED[q.role], True) for q in facts.quantities if q.role in _MEASURED and within(q.start))
    words = outcome.words_of(framing.codebook.phrases)
    names = [n for n in facts.names if within(n.start)]
    yield "outcome", any(True for s in spans for _ in outcome.find(text, words, s.start, s.end))
    yield "clock", any(not c.stamp and c.precision != "part_of_day" and within(c.start) for c in facts.clocks)
    yield "count", any(c.says_number and within(c.start) for c in facts.counts)
    yield "class", any(within(c.start) for c in facts.classes)
    yield "weapon", any(n.kind in NAMED for n in names)
    yield "detector", any(getattr(n.entry, "cls", None) == "detector" for n in names)
    yield "own voice", any(getattr(n.entry, "cls", None) in OWN_VOICE for n in names)
    things = (t for t in facts.things if within(t.start) and not belongs(text, t.start))
    yield "did", any(acts(framing, t.end) for t in things)
    yield "brief", max(0.0, 1 - len(facts.body[:_LONGEST]) / _BRIEF)
    yield "left from", any(n.kind == "site" and left_from(text, n.start) for n in names)


def _against(framing: Framing) -> Iterator[tuple[str, float]]:
    facts, book = framing.facts, framing.codebook
    first, body = _first(framing), facts.body[:_LONGEST]
    otherwise = [n for n in first if _tells_otherwise(framing, n)]
    yield "otherwise", len(otherwise) / max(1, len(first))
    yield "otherwise.headline", any(facts.sentences[n].kind is BlockKind.TITLE for n in otherwise)
    head = {*first} - {*body[_HEAD:]}
    undone = (t for t in facts.triggers if t.modality in {Modality.PLANNED, Modality.DENIED} and t.sentence in head)
    yield "planned", any(book.types[t.types[0]].family in FAMILIES for t in undone)
    yield "explains", explains(facts)


@cache
def _weights() -> Mapping[str, float]:
    return {str(name): float(weight) for name, weight in raw()["weights"].items()}
