"""How sure a speaker is of what is said: from the verb, the words that hedge it, and what the sentence nests it in."""

import re

from reportedly.extract.attribution_lexicon import Verb
from reportedly.model import Span, Stance, Voice

_WEAKNESS = {Stance.CONFIRMED: 0, Stance.ASSERTED: 0, Stance.ESTIMATED: 1, Stance.ALLEGED: 2, Stance.SPECULATED: 3}


def weakest(*stances: Stance) -> Stance:
    """The weakest of nested stances; acts of speech (denied, condemned ...) stand above the scale and are kept."""
    first = stances[0]
    if first not in _WEAKNESS:
        return first
    graded = [s for s in stances if s in _WEAKNESS]
    return max(graded, key=lambda s: _WEAKNESS[s])


def said_stance(verb: Verb | None, text: str, cue: Span, said: str, speaker: Voice) -> tuple[Stance, str | None]:
    """The stance of an attribution and the act it does."""
    return (verb.stance, verb.act) if verb else (Stance.ASSERTED, None)


_ = re
