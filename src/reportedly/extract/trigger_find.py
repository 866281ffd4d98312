"""Finds the triggers of a text, sentence by sentence."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from reportedly.extract.lexicon import Part, TermMatch
from reportedly.extract.sentences import Sentence
from reportedly.extract.tokens import Boundaries, Words
from reportedly.extract.trigger import Scene, Shape, Trigger
from reportedly.extract.trigger_noun import from_noun
from reportedly.extract.trigger_pronoun import from_pronoun
from reportedly.extract.trigger_verb import beside_it, from_move, from_verb, of_these
from reportedly.fields.gated import Gated
from reportedly.model import BlockKind
from reportedly.patterns import compiled

_BLAST = frozenset({"explosion", "explosions", "blast", "blasts"})
_MAGNITUDE = Gated(r"\bmagnitudes?\b|\bRichter\b", re.IGNORECASE)
_QUAKE = Gated(r"\b(?:earth)?quakes?\b|\btremors?\b|\bseismic (?:event|activity|waves?)\b", re.IGNORECASE)
_UNSURE = compiled(
    r"\b(?:suspected|possible|apparent|likely|presumed|whether|not|no|any|gas|mine|mining|chemical|accidental|volcanic)\b[^.;]*$",
    re.IGNORECASE,
)
_HEAD = 40  # code points before the word


def find_triggers(
    text: str,
    sentences: Sequence[Sentence],
    terms: Sequence[TermMatch],
    words: Words,
    bounds: Boundaries,
    *,
    strikes: tuple[str, ...] = (),
) -> tuple[Trigger, ...]:
    """The triggers of a text in order. Overlapping tellings are one. `strikes` are the kinds of use in war."""
    found: list[Trigger] = []
    starts = [t.start for t in terms]
    for number, s in enumerate(sentences):
        inside = terms[bisect_left(starts, s.start) : bisect_left(starts, s.end)]
        if inside:
            scene = Scene(text, number, s.start, s.end, words, bounds, s.kind is BlockKind.TITLE, strikes)
            found.extend(_of_sentence(scene, [t for t in inside if t.end <= s.end]))
    return tuple(found)


def _of_sentence(scene: Scene, terms: Sequence[TermMatch]) -> Iterable[Trigger]:
    objects = [t for t in terms if t.term.part is Part.OBJECT]
    verbs = [
        (verb, from_pronoun(scene, verb, objects) or from_verb(scene, verb, objects))
        for verb in terms
        if verb.term.part is Part.VERB
    ]
    found = [told for _, told in verbs if told is not None]
    found += [more for verb, told in verbs if told is not None for more in beside_it(scene, verb, told, objects)]
    found += [told for move in terms if move.term.part is Part.MOVE if (told := from_move(scene, move, objects))]
    for noun in (t for t in terms if t.term.part is Part.NOUN and _told_by_its_magnitude(scene, t.start, t.end)):
        named = from_noun(scene, noun, objects)
        found += [named, *of_these(scene, noun, named, objects)]
    return _without_overlaps(found, scene.strikes)


def _without_overlaps(found: list[Trigger], strikes: tuple[str, ...]) -> list[Trigger]:
    """One trigger for each anchor: a noun inside a clause's phrase belongs to the clause."""
    kept: list[Trigger] = []
    for trigger in sorted(
        found, key=lambda t: (t.shape is not Shape.CLAUSE, all(k in strikes for k in t.types), t.end - t.start, t.start)
    ):
        if not any(k.start <= trigger.anchor < k.end or trigger.start <= k.anchor < trigger.end for k in kept):
            kept.append(trigger)
    return sorted(kept, key=lambda t: t.anchor)


def _told_by_its_magnitude(scene: Scene, start: int, end: int) -> bool:
    """Whether a noun is a plain word for an explosion, and its sentence gives its magnitude and calls it nothing else; any
    other noun passes."""
    if scene.text[start:end].lower() not in _BLAST:
        return True
    if _MAGNITUDE.search(scene.text, scene.start, scene.end) is None:
        return False
    if _QUAKE.search(scene.text, scene.start, scene.end) is not None:
        return False
    return _UNSURE.search(scene.text, max(scene.start, start - _HEAD), start) is None
