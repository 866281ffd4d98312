"""Explosions that are told with their magnitude: nuclear tests, by the word of who measured them."""

import re
from collections.abc import Sequence

from reportedly.codebook import NameMatch
from reportedly.extract.state_of import state_of
from reportedly.extract.trigger import Scene, Trigger
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_BLAST = frozenset({"explosion", "explosions", "blast", "blasts"})
_MAGNITUDE = Gated(r"\bmagnitudes?\b|\bRichter\b", re.IGNORECASE)
_QUAKE = Gated(r"\b(?:earth)?quakes?\b|\btremors?\b|\bseismic (?:event|activity|waves?)\b", re.IGNORECASE)
_UNSURE = compiled(
    r"\b(?:suspected|possible|apparent|likely|presumed|whether|not|no|any|gas|mine|mining|chemical|accidental|volcanic)\b[^.;]*$",
    re.IGNORECASE,
)
_IN_IT = compiled(r"(?:\s+[\w’'-]+){0,4}?\s+(?:in|at|near|of|from)\s+(?:the\s+)?(?:\w+ern\s+)?")
_OWNS = compiled(r"(?:['’]s?)?\s+(?:[\w’'-]+\s+){0,3}")
_HEAD = 40  # code points before the word


def told_by_its_magnitude(scene: Scene, start: int, end: int) -> bool:
    """Whether a noun is a plain word for an explosion, and its sentence gives its magnitude and calls it nothing else; any
    other noun passes."""
    if scene.text[start:end].lower() not in _BLAST:
        return True
    if _MAGNITUDE.search(scene.text, scene.start, scene.end) is None:
        return False
    if _QUAKE.search(scene.text, scene.start, scene.end) is not None:
        return False
    return _UNSURE.search(scene.text, max(scene.start, start - _HEAD), start) is None


def is_blast(text: str, told: Trigger) -> bool:
    """Whether a telling is a plain word for an explosion."""
    return text[told.start : told.end].lower() in _BLAST


def ground_of(text: str, told: Trigger, names: Sequence[NameMatch]) -> str | None:
    """The state in which an explosion was, as far as the words beside it say: "Sunday's explosion in North Korea"."""
    for name in names:
        state = state_of(name) or getattr(name.entry, "state", None)
        behind = name.start >= told.end and _IN_IT.fullmatch(text, told.end, name.start)
        owner = name.kind in {"state", "metonym", "demonym"} and _OWNS.fullmatch(text, name.end, told.start)
        if state is not None and (behind or owner):
            return state
    return None
