"""Which affair a report is about, by weights: what its opening says of each kind of affair, what it tells of incidents
beside it, and the kind itself. The weights stand in leading.yaml; `python -m evaluation.leading` fits them.
"""

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from reportedly.codebook import Codebook, Evidence
from reportedly.codebook.load import words_of
from reportedly.extract.affairs_evidence import TO_COME
from reportedly.extract.affairs_find import VISIT, Affair
from reportedly.extract.affairs_passing import only_in_passing
from reportedly.extract.affairs_said import SAID
from reportedly.extract.framing import Framing
from reportedly.extract.inflection import plural, verb_forms
from reportedly.extract.lexicon import AFFAIRS, plainly
from reportedly.extract.openings import explains, looks_back
from reportedly.extract.other_news import aside, other_news, tells_other_news
from reportedly.extract.past import told_as_past
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.extract.trigger_modality import denied
from reportedly.fields.gated import Gated
from reportedly.fields.gates import Gates
from reportedly.frozen import dataclass
from reportedly.model import BlockKind, Role
from reportedly.patterns import compiled

ENOUGH = 0.5
"""How likely the likeliest affair must be to be taken for the report's subject."""
ENOUGH_UNHEARD = 0.7
"""The same where no rule heard it told, so that words alone speak for it: communiqués are full of them."""
_MOST = {"headline": 3, "lead": 4, "next": 4}  # different words of a kind that count in each part of the opening
_STRONG = 12.0  # the score of an incident beyond which it counts no more
_TOLD = frozenset({Modality.HAPPENED, Modality.POSSIBLE})
_HEAD = 60  # code points before a word that say whether it came to pass
_OPENING = 6  # sentences of some length that say on what an affair bears
_BELOW = Gated(  # what follows these only dates or explains what a sentence told
    r"\b(?:after|since|following|amid|despite|before|ahead of|in (?:response|reaction|reply|answer) to|in the wake of|on the eve of)\b",
    re.IGNORECASE,
)
_FLOWN = frozenset({"apogee", "distance", "flight_time", "magnitude"})

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Leading:
    """The likeliest affair of a report, as far as any is likely enough."""

    type: str
    likelihood: float
    sure: bool = False  # by the words of the whole opening, so that it need not be heard told


def leading(framing: Framing, affairs: Sequence[Affair]) -> Leading | None:
    """The kind of affair that a report is most likely about, None where none is likely enough."""
    told = features(framing, affairs)
    heard = {affair.type for affair in affairs}
    likely = [
        Leading(kind, likelihood(found)) for kind, found in told.items() if _spoken_of(framing, kind, found, heard)
    ]
    enough = [one for one in likely if one.likelihood >= (ENOUGH if one.type in heard else ENOUGH_UNHEARD)]
    return max(enough, key=lambda one: one.likelihood, default=None)


def _spoken_of(framing: Framing, kind: str, found: Features, heard: Collection[str]) -> bool:
    """Whether headline or lead speak of an affair: by more than a word, where they tell an incident and not in passing.
    Of what counts only once it is done words alone say nothing in other news, or where it is only to come."""
    announced = framing.codebook.types[kind].announced
    if "report.other_news" in found and kind not in heard and not announced:
        return False
    if {"told.headline", "told.lead", "said.lead"} & found.keys():
        return True
    words = found.get("words.headline", 0.0) + found.get("words.lead", 0.0)
    if {"incident.lead", "incident.headline"} & found.keys() and "incident.in_passing" not in found:
        return words > 1
    named = words > 0 or "said.headline" in found or framing.codebook.is_a(kind, "findings")
    return announced or (named and "words.undone" not in found)


def likelihood(found: Mapping[str, float]) -> float:
    """How likely a report with such features is about the affair they are of."""
    weights = _weights()
    logit = weights["always"] + sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-logit))


def features(framing: Framing, affairs: Sequence[Affair]) -> Mapping[str, Features]:
    """For each kind of affair of the codebook what speaks for it and against it; nothing that is 0."""
    parts = opening_parts(framing)
    kinds = kinds_of(framing.codebook)
    ends = _heads(framing, [*parts["headline"], *parts["lead"]])
    affairs = [a for a in affairs if a.trigger.anchor < ends.get(a.trigger.sentence, math.inf)]
    told = {
        part: {a.type for a in affairs if a.trigger.sentence in there and a.key not in {VISIT, SAID}}
        for part, there in parts.items()
    }
    spoken_in = {a.trigger.sentence for a in affairs if a.key == SAID}
    words = {part: _words(framing, kinds, there, _MOST[part], ends) for part, there in parts.items()}
    most = {part: sorted((0, *counts.values()))[-2:] for part, counts in words.items()}
    passing = only_in_passing(framing, affairs)
    common = {name: value for name, value in _of_all(framing, parts, passing=passing) if value}
    found: dict[str, Features] = {}
    for kind in kinds:
        own = dict(_of_kind(kind, told, words, most, passing=passing))
        speech = bool(spoken_in) and framing.codebook.is_a(kind, "statement")
        spoken = words["headline"][kind] or words["lead"][kind]
        if spoken and not speech:  # what is said of what is to come is said
            own["words.undone"] = float(_undone(framing, kind, [*parts["headline"], *parts["lead"]]))
        found[kind] = common | {name: value for name, value in own.items() if value}
        if speech:
            found[kind] = _with_speech(framing, found[kind], parts, spoken_in, passing=passing)
    return found


def _with_speech(
    framing: Framing, found: Features, parts: Mapping[str, list[int]], spoken_in: Collection[int], *, passing: bool
) -> Features:
    """What speaks for a statement, where headline or lead tell speech for a state: what is said is no other news."""
    said = [part for part in ("headline", "lead") if any(n in spoken_in for n in parts[part])]
    head = (n for part in ("headline", "lead") for n in parts[part] if n not in spoken_in)
    other = any(tells_other_news(framing.facts, framing.codebook, n) for n in head)
    found = {name: value for name, value in found.items() if other or name != "report.other_news"}
    more = {"said.alone": passing and not other, "said.both": len(said) > 1}
    return found | {f"said.{part}": 1.0 for part in said} | {name: 1.0 for name, held in more.items() if held}


def bears_on(framing: Framing, kind: str) -> bool:
    """Whether headline or opening have one of the words without which an affair of this type is other news."""
    words = _any_of(framing.codebook.types[kind].bears_on)
    if words is None:
        return True
    facts = framing.facts
    titles = [n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE]
    spans = [facts.sentences[n] for n in (*titles, *facts.body[:_OPENING])]
    return any(words.search(facts.report.text, s.start, s.end) is not None for s in spans)


@lru_cache(maxsize=16)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """A pattern of these words, in the singular and the plural, or none without any."""
    forms = sorted({form for word in words for form in (word, plural(word))}, key=lambda w: (-len(w), w))
    return compiled(rf"\b(?:{'|'.join(map(re.escape, forms))})\b", re.IGNORECASE) if forms else None


def opening_parts(framing: Framing) -> dict[str, list[int]]:
    """The sentences of the headline, the lead and the two of some length behind it."""
    facts = framing.facts
    titles = [n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE]
    return {"headline": titles, "lead": list(facts.body[:1]), "next": list(facts.body[1:3])}


def kinds_of(codebook: Codebook) -> tuple[str, ...]:
    """The kinds of affair that can lead: those for which words speak."""
    return tuple(
        k.id for k in codebook.types.values() if k.speaks.things and (k.family in AFFAIRS or k.sort == "retraction")
    )


def speaking(codebook: Codebook, kind: str) -> Gated:
    """The pattern of the words that speak for a kind of affair, those that are acts in the group `act`."""
    return _pattern(codebook.types[kind].speaks)


def _of_kind(
    kind: str,
    told: Mapping[str, set[str]],
    words: Mapping[str, Mapping[str, int]],
    most: Mapping[str, Sequence[int]],
    *,
    passing: bool,
) -> Iterator[tuple[str, float]]:
    """What the opening says of one kind; `most` are the two largest numbers of words that speak for any kind."""
    yield f"kind.{kind}", 1.0
    yield "told.alone", float(passing and any(kind in there for there in told.values()))
    for part in ("headline", "lead", "next"):
        yield f"told.{part}", float(kind in told[part])
        own, (second, first) = words[part][kind], most[part]
        yield f"words.{part}", float(own)
        yield f"rival.words.{part}", float(second if own == first else first)
        if part != "next":
            yield f"rival.told.{part}", float(bool(told[part] - {kind}))


def _of_all(framing: Framing, parts: Mapping[str, list[int]], *, passing: bool) -> Iterator[tuple[str, float]]:
    """What is the same for every kind: how the report tells of incidents, and what else it is."""
    facts = framing.facts
    incidents = [t for t in facts.triggers if t.modality in _TOLD and _of_an_incident(framing, t)]
    first = {*parts["headline"], *parts["lead"]}
    clauses = [t for t in incidents if t.shape is Shape.CLAUSE and not told_as_past(t, facts)]
    for part, there in parts.items():
        yield f"incident.{part}", float(any(t.sentence in there and not aside(t, facts) for t in clauses))
    yield "incident.aside", float(any(t.sentence in first and aside(t, facts) for t in clauses))
    yield "incident.noun", float(any(t.sentence in first and t.shape is Shape.NOUN for t in incidents))
    yield "incident.main", float(any(f.role is Role.MAIN for f in framing.frames))
    yield "incident.score", min(max((f.score for f in framing.frames), default=0.0), _STRONG) / _STRONG
    headed = any(t.sentence in parts["headline"] for t in clauses)
    leads = any(f.role is Role.MAIN or (headed and f.date and not f.back) for f in framing.frames)
    yield "incident.in_passing", float(passing and leads)
    yield "report.clock", float(any(not c.stamp and c.precision != "part_of_day" for c in facts.clocks))
    yield "report.flown", float(any(q.role in _FLOWN for q in facts.quantities))
    yield "report.looks_back", float(looks_back(facts))
    yield "report.explains", float(explains(facts))
    yield "report.other_news", float(other_news(facts, framing.codebook))


def _of_an_incident(framing: Framing, told: Trigger) -> bool:
    return any(framing.codebook.types[t].family not in AFFAIRS for t in told.types)


def _heads(framing: Framing, sentences: Sequence[int]) -> dict[int, int]:
    """Where, in those of the sentences that first tell an incident, what they only date or explain it by begins: "fired two
    missiles, hours before Kim met Putin"."""
    facts, found = framing.facts, dict[int, int]()
    for told in framing.triggers:
        if told.sentence not in sentences or told.shape is not Shape.CLAUSE or told.modality not in _TOLD:
            continue
        if not aside(told, facts) and not told_as_past(told, facts) and _of_an_incident(framing, told):
            below = _BELOW.search(facts.report.text, told.end, facts.sentences[told.sentence].end)
            if below is not None:
                found.setdefault(told.sentence, below.start())
    return found


def _words(
    framing: Framing, kinds: Sequence[str], sentences: Sequence[int], most: int, ends: Mapping[int, int]
) -> dict[str, int]:
    """How many different words speak for each kind in some sentences, as far as these tell it for its own sake."""
    facts = framing.facts
    gates = _gates(tuple(framing.codebook.types[kind].speaks for kind in kinds))
    said: dict[str, set[str]] = {kind: set() for kind in kinds}
    for start, end in ((facts.sentences[n].start, ends.get(n, facts.sentences[n].end)) for n in sentences):
        for n in gates.open_in(facts.report.text, start, end):
            matches = gates.patterns[n].finditer(facts.report.text, start, end)
            said[kinds[n]].update(plainly(m[0]) for m in matches)
    return {kind: min(len(words), most) for kind, words in said.items()}


def _undone(framing: Framing, kind: str, sentences: Sequence[int]) -> bool:
    """Whether what the words speak for is only to come, or denied, where they first stand in headline or lead."""
    facts = framing.facts
    pattern = speaking(framing.codebook, kind)
    for span in (facts.sentences[n] for n in sentences):
        first = pattern.search(facts.report.text, span.start, span.end)
        if first is None:
            continue
        head = facts.report.text[max(span.start, first.start() - _HEAD) : first.start()]
        if TO_COME.search(head) or denied(head):
            return True
    return False


@lru_cache(maxsize=32)
def _pattern(evidence: Evidence) -> Gated:
    acts = {form for verb in evidence.acts for form, _ in verb_forms(verb)}
    things = {form for thing in evidence.things for form in (thing, plural(thing))}
    return Gated(
        rf"(?<![\w-])(?:(?P<act>{_longest_first(acts)})|{_longest_first(things - acts)})(?![\w-])", re.IGNORECASE
    )


def _longest_first(forms: Collection[str]) -> str:
    ordered = sorted(forms, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) or "(?!)"


@lru_cache(maxsize=4)
def _gates(evidence: tuple[Evidence, ...]) -> Gates:
    return Gates([_pattern(one) for one in evidence])


@cache
def _weights() -> Mapping[str, float]:
    raw = words_of(Path(__file__).with_name("leading.yaml"))
    return {str(name): float(weight) for name, weight in raw["weights"].items()}
