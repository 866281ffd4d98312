"""What the words said do by themselves: "it will launch again" plans, "we do not know" withholds, "a lie" denies."""

import re
from collections.abc import Sequence
from functools import lru_cache

from reportedly.codebook import CueClass
from reportedly.fields.gated import Gated
from reportedly.fields.gates import Gates
from reportedly.model import Stance

_ORDER = ("threaten", "retract", "deny", "withhold", "urge", "confirm", "commit", "assess")


def done_by(clause: str, cues: tuple[CueClass, ...]) -> Stance | None:
    """The stance a clause has by the codebook's words for it, the strongest act first; None for a plain statement."""
    stances, words = _patterns(cues)
    return next((stances[n] for n in words.open_in(clause) if words.patterns[n].search(clause)), None)


@lru_cache(maxsize=8)
def _patterns(cues: tuple[CueClass, ...]) -> tuple[Sequence[Stance], Gates]:
    """Stance and pattern of each class that has such words; the classes of a codebook of one's own come last."""
    having = [cue for cue in cues if cue.said]
    having.sort(key=lambda cue: _ORDER.index(cue.id) if cue.id in _ORDER else len(_ORDER))
    return [Stance(cue.stance) for cue in having], Gates([_pattern(cue.said) for cue in having], by_pieces=True)


def _pattern(words: tuple[str, ...]) -> Gated:
    longest = sorted(words, key=lambda w: (-len(w), w))
    return Gated(rf"\b(?:{'|'.join(map(re.escape, longest))})\b(?! (?:have|blame)\b)", re.IGNORECASE)
