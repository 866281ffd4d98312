"""Whose side of a report on two states a paragraph tells: "The South's weapon left a submarine", "the North's pair"."""

import re
from collections.abc import Mapping

from reportedly.codebook import WeaponEntry
from reportedly.extract.facts import Facts
from reportedly.extract.state_of import state_of
from reportedly.patterns import compiled

_ITS_SHOT = compiled(
    r"(?:['’]s?)?\s+(?:(?:own|new|latest|first|second|two|three|pair of|short-range|long-range|ballistic|cruise|submarine-launched)\s+){0,4}"
    r"(?:missiles?|rockets?|weapons?|projectiles?|launch(?:es)?|tests?|firings?|salvos?|shots?|pair|part|trial|shells?|barrages?|drills?)\b",
    re.IGNORECASE,
)
_HEAD = 50  # code points in which a sentence says whose shot it is about
_BACK = 6  # sentences of a paragraph that are looked through


def side_of(facts: Facts, sentence: int, frames: Mapping[str, int]) -> int | None:
    """The frame of the state whose shot a sentence is about, or the nearest one before it in its paragraph; `frames` are the
    subjects of the report by their states."""
    text = facts.report.text
    for number in range(sentence, max(-1, sentence - _BACK), -1):
        span = facts.sentences[number]
        for name in facts.names_in(span.start, span.end):
            state = _owner(name.entry, frames) if isinstance(name.entry, WeaponEntry) else None
            if state is None and name.start < span.start + _HEAD and _ITS_SHOT.match(text, name.end):
                state = state_of(name)
            if state is not None and state in frames:
                return frames[state]
        if not facts.goes_on(number):
            return None
    return None


def _owner(weapon: WeaponEntry, frames: Mapping[str, int]) -> str | None:
    """The one of the states that has a weapon, None where several or none do."""
    having = {weapon.state, *weapon.users} & frames.keys()
    return next(iter(having)) if len(having) == 1 else None
