"""Tellings of what a pronoun stands for: "was cleared to carry the missile after firing it", "received the missile and shot one"."""

import re
from collections.abc import Sequence

from reportedly.extract.inflection import Form
from reportedly.extract.lexicon import TermMatch
from reportedly.extract.trigger import Modality, Scene, Shape, Trigger
from reportedly.extract.trigger_modality import verb_modality
from reportedly.patterns import compiled

_IT = compiled(
    r"\s+(?:(?:success|safe)fully\s+)?(?:it|them|one|both)(?=\s*[,.;]|\s+(?:from|at|off|in|into|on|over|near|towards?|during|to|last|early|late|again|successfully|"
    r"under|across|as|out|this|together)\b)",
    re.IGNORECASE,
)
_LET_FLY = compiled(
    r"(?:test[- ]|flight[- ])?(?:fire|launch|shoot)", re.IGNORECASE
)  # what is tested can stand on a bench
_DONE = compiled(r"\b(?:after|having|by|while|when|since)\s+(?:(?:\w+ly|first|test[- ])\s+)?$", re.IGNORECASE)
_HEAD = 24  # code points before a verb that say that it was done


def from_pronoun(scene: Scene, verb: TermMatch, objects: Sequence[TermMatch]) -> Trigger | None:
    """The telling a verb makes with a pronoun for the thing that its sentence named last, or None."""
    if verb.term.link or _LET_FLY.fullmatch(verb.term.base) is None:
        return None
    pronoun = _IT.match(scene.text, verb.end, scene.end)
    if pronoun is None:
        return None
    thing = next((o for o in reversed(objects) if o.end <= verb.start), None)
    types = tuple(t for t in thing.term.types if t in verb.term.types) if thing is not None else ()
    if thing is None or not types:
        return None
    before = [w.lower for w in scene.words.before(verb.start, 5) if w.start >= scene.start]
    modality = verb_modality(scene.text[scene.start : verb.start], before, verb.term.form, in_title=scene.in_title)
    if verb.term.form is Form.GERUND:
        done = _DONE.search(scene.text, max(scene.start, verb.start - _HEAD), verb.start)
        modality = Modality.HAPPENED if done is not None else Modality.GENERAL
    if verb.term.form is Form.BASE and modality is Modality.GENERAL:
        return None
    return Trigger(
        verb.start, pronoun.end(), verb.start, types, Shape.CLAUSE, modality, definite=False, sentence=scene.number,
        object_start=thing.start, object_end=thing.end,
    )  # fmt: skip
