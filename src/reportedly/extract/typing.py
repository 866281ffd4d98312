"""Which types of incident a telling can be, once the words around it are read."""

import re

from reportedly.codebook import Codebook
from reportedly.extract.facts import Facts
from reportedly.extract.trigger import Trigger

_TYPE_OF_CLASS = {"cruise": "cruise_missile_launch", "SLV": "satellite_launch", "MLRS": "artillery_fire"}
_MISSILE_CLASSES = {"SRBM", "MRBM", "IRBM", "ICBM", "SLBM", "ALBM", "BM", "hypersonic", "SAM"}
_SPACE = re.compile(r"\b(?:satellites?|orbit\w*|space(?:craft| agency)?|cosmodrome)\b", re.IGNORECASE)


def chosen_types(trigger: Trigger, facts: Facts, codebook: Codebook) -> tuple[str, ...]:
    """The types a telling can be, likeliest first; one only, where class words or a weapon's name decide."""
    low, high = _phrase(trigger, facts)
    for code in _codes(low, high, facts):
        wanted = _TYPE_OF_CLASS.get(code, "missile_launch" if code in _MISSILE_CLASSES else None)
        if wanted in trigger.types and wanted in codebook.types:
            return (wanted,)
    if "satellite_launch" in trigger.types and _tells_of_space(trigger, facts):
        return ("satellite_launch",)
    return trigger.types


def _phrase(trigger: Trigger, facts: Facts) -> tuple[int, int]:
    """The noun phrase of the weapon: from a few words before the object to a few behind it, in its clause."""
    start = trigger.object_start if trigger.object_start is not None else trigger.start
    end = trigger.object_end if trigger.object_end is not None else trigger.end
    head = facts.words.before(start, 6)
    low = next((w.start for w in head if not facts.bounds.crossed(w.start, start)), start)
    tail = facts.words.after(end, 7)
    high = end
    for word in tail:
        if facts.bounds.crossed(end, word.start):
            break
        high = word.end
    return low, high


def _codes(low: int, high: int, facts: Facts) -> list[str]:
    """The class codes said in a phrase, then those of the weapons it names."""
    said = [c.code for c in facts.classes if low <= c.start and c.end <= high]
    named = [
        str(code)
        for n in facts.names_in(low, high)
        if n.kind == "weapon" and (code := getattr(n.entry, "weapon_class", None))
    ]
    return said + named


def _tells_of_space(trigger: Trigger, facts: Facts) -> bool:
    """Whether a rocket of no class is a satellite's: the sentence says so, or the report does before any missile."""
    span = facts.sentences[trigger.sentence]
    text = facts.report.text
    if _SPACE.search(text, span.start, span.end):
        return True
    phrase = text[trigger.start : trigger.end].lower()
    return "missile" not in phrase and _SPACE.search(text[:1200]) is not None
