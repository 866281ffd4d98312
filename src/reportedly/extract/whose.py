"""Which state an incident of a kind is of, by where a report's opening names each state: in headline, lead or behind, as
what, first or later, and between which words ("missiles from", "sanctions on", "Iraqi missiles"). A linear model whose
weights stand in whose.tsv; `python -m evaluation.whose` fits them (a conditional logit over the states that are named).
"""

import math
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

from reportedly.codebook import Codebook, NameMatch
from reportedly.codebook.load import kept_of
from reportedly.extract.facts import Facts
from reportedly.extract.leading_state import state_named
from reportedly.extract.sentences import Sentence
from reportedly.extract.topic import stem
from reportedly.model import BlockKind
from reportedly.patterns import compiled

_OPENING = 8  # sentences of some length, behind the headline
_NEXT = 3  # of them go on from the lead
_BESIDE = 45  # code points on each side of a name in which its neighbours stand
_EARLY = 3  # places among the names of a sentence that are told apart
_LAUNCH = "launch"
_WORD = compiled(r"[A-Za-z][A-Za-z'’-]*|\d[\d.,]*")
_OWNS = compiled(r"['’]s?(?!\w)")

Features = dict[str, float]


def states(facts: Facts, codebook: Codebook, kind: str) -> Mapping[str, float]:
    """How likely an incident of a kind is of each state that the opening names, as the logarithm of its probability."""
    weights = _weights()
    scores = {
        state: sum(weights.get(name, 0.0) * value for name, value in found.items())
        for state, found in features(facts, codebook, kind).items()
    }
    if not scores:
        return {}
    most = max(scores.values())
    total = most + math.log(sum(math.exp(score - most) for score in scores.values()))
    return {state: score - total for state, score in scores.items()}


def features(facts: Facts, codebook: Codebook, kind: str) -> Mapping[str, Features]:
    """For each state that headline or opening name how they do, for every kind and for such as this."""
    named: dict[str, list[str]] = {}
    times: dict[str, int] = {}
    for state, found in _mentions(facts):
        named.setdefault(state, []).extend(found)
        times[state] = times.get(state, 0) + 1
    family = codebook.types[kind].family
    such = _LAUNCH if family in {"launch", "nuclear", "static"} else kind
    features: dict[str, Features] = {}
    for state, found in named.items():
        own = dict.fromkeys(found, 1.0) | {"share": times[state] / sum(times.values())}
        if state in codebook.watched:
            own["watched"] = 1.0
        features[state] = own | {f"{such}|{name}": value for name, value in own.items()}
    return features


def _mentions(facts: Facts) -> Iterator[tuple[str, list[str]]]:
    """Every name that speaks of a state, with that state and how it stands there."""
    titles = [n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE]
    first = True
    for number in (*titles, *facts.body[:_OPENING]):
        sentence = facts.sentences[number]
        part = "title" if number in titles else _part(facts.body, number)
        names = sorted(facts.names_in(sentence.start, sentence.end), key=lambda n: (n.start, -n.end))
        stating = [(state, name) for name in names if (state := state_named(name)) is not None]
        for place, (state, name) in enumerate(stating):
            found = [part, f"{part} #{min(place, _EARLY)}", *(["first"] if first else [])]
            yield state, [*found, *_of_name(facts, sentence, name, part)]
            first = False


def _part(body: Collection[int], number: int) -> str:
    place = [*body].index(number)
    return "lead" if place == 0 else "next" if place < _NEXT else "rest"


def _of_name(facts: Facts, sentence: Sentence, name: NameMatch, part: str) -> Iterator[str]:
    text = facts.report.text
    what = f"{name.kind}:{getattr(name.entry, 'cls', None)}" if name.kind == "body" else name.kind
    yield from (what, f"{part} {what}")
    if facts.in_dateline(name.start):
        yield f"{part} dateline"
    before = _stems(text, max(sentence.start, name.start - _BESIDE), name.start)[-2:]
    behind = _stems(text, name.end, min(sentence.end, name.end + _BESIDE))[:2]
    yield from (f"{before[-1]} _", f"{before[-1]} {what}") if before else ("^ _",)
    yield from (f"{word} . _" for word in before[:-1])
    yield from (f"_ {word}" for word in behind[:1])
    yield from (f"{what} {word}" for word in behind[:1])
    yield from (f"_ . {word}" for word in behind[1:])
    if _OWNS.match(text, name.end):
        yield "_ 's"


def _stems(text: str, start: int, end: int) -> list[str]:
    return [stem(m[0]) for m in _WORD.finditer(text, start, end)]


@cache
def _weights() -> Mapping[str, float]:
    return kept_of(Path(__file__).with_name("whose.tsv"), _rows)


def _rows(path: Path) -> dict[str, float]:
    rows = (row.split("\t") for row in path.read_text("utf-8").splitlines() if not row.startswith("#"))
    return {name: int(number) / 100 for name, number in rows}
