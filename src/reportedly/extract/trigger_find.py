"""Finds the triggers of a text, sentence by sentence."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.extract.blast import told_by_its_magnitude
from reportedly.extract.lexicon import Part, TermMatch
from reportedly.extract.sentences import Sentence
from reportedly.extract.tokens import Boundaries, Words
from reportedly.extract.trigger import Modality, Scene, Shape, Trigger
from reportedly.extract.trigger_noun import from_noun
from reportedly.extract.trigger_pronoun import from_pronoun
from reportedly.extract.trigger_verb import beside_it, from_move, from_verb, of_these
from reportedly.model import BlockKind
from reportedly.patterns import compiled

_RANKS_IT = compiled(
    r"[^,;.]{0,60},\s(?:in\s)?(?:(?:the|its|their|his|what (?:would|will) be|which (?:would|will) be)\s){1,2}"
    r"(?:\w+\s)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|latest|last|only|biggest|largest|longest)\s"
    r"(?:(?:such|of its kind|public|known|live|full|flight|test|missile|nuclear)\s){0,3}",
    re.IGNORECASE,
)


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
    for noun in (t for t in terms if t.term.part is Part.NOUN and told_by_its_magnitude(scene, t.start, t.end)):
        named = from_noun(scene, noun, objects)
        found += [named, *of_these(scene, noun, named, objects)]
    return _as_planned(scene, _without_overlaps(found, scene.strikes))


def _as_planned(scene: Scene, found: Sequence[Trigger]) -> Iterable[Trigger]:
    """The tellings of a sentence, where one only ranks what another plans as planned: "is to fire a Trident, the first such
    launch since 2016"."""
    ahead: Trigger | None = None
    for trigger in found:
        ranks = ahead is not None and trigger.shape is Shape.NOUN and trigger.modality is Modality.HAPPENED
        if ahead is not None and ranks and _RANKS_IT.fullmatch(scene.text, ahead.end, trigger.start):
            yield replace(trigger, modality=Modality.PLANNED)
            continue
        ahead = trigger if trigger.modality is Modality.PLANNED and trigger.shape is Shape.CLAUSE else None
        yield trigger


def _without_overlaps(found: list[Trigger], strikes: tuple[str, ...]) -> list[Trigger]:
    """One trigger for each anchor: a noun inside a clause's phrase belongs to the clause."""
    kept: list[Trigger] = []
    for trigger in sorted(
        found, key=lambda t: (t.shape is not Shape.CLAUSE, all(k in strikes for k in t.types), t.end - t.start, t.start)
    ):
        if not any(k.start <= trigger.anchor < k.end or trigger.start <= k.anchor < trigger.end for k in kept):
            kept.append(trigger)
    return sorted(kept, key=lambda t: t.anchor)
