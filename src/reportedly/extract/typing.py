"""Which types of incident a telling can be, once the words around it are read."""

import re
from dataclasses import dataclass

from reportedly.codebook import Codebook
from reportedly.extract.actor import state_of
from reportedly.extract.facts import Facts
from reportedly.extract.trigger import Modality, Shape, Trigger

_TYPE_OF_CLASS = {"cruise": "cruise_missile_launch", "SLV": "satellite_launch", "MLRS": "artillery_fire"}
_MISSILE_CLASSES = {"SRBM", "MRBM", "IRBM", "ICBM", "SLBM", "ALBM", "BM", "hypersonic", "SAM"}
_TOLD = {Modality.HAPPENED, Modality.POSSIBLE}
_DISPUTE = re.compile(r"\b(?:explosion|artificial|man-made|not natural)\b", re.IGNORECASE)
_STRUCK = re.compile(
    r"(?:attack|str[iu][kc]|hit|us(?:e|ed|ing)\b|employ|missile (?:attack|strike)|intercontinental strike)"
)
_FIRED = re.compile(r"(?:fir|launch)(?:e|ed|ing)\b")
_MIGHT = re.compile(r"\b(?:could|might|may|would|can|able to|capable of|will|to)\b[^;.]{0,110}$", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:against|on|at|across|into)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_PUT = re.compile(r"(?:put|plac|send|sent|fail\w* to (?:put|plac))\w*", re.IGNORECASE)
_UP = re.compile(r"\b(?:orbit\w*|space|up|aloft)\b", re.IGNORECASE)
_SPACE = re.compile(
    r"\b(?:satellites?(?! launch\w*| station| cent)|orbit\w*|space(?:craft| agency)?(?! cent| station))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole report decides for each of its tellings."""

    combat: bool  # somebody is hit: launches told beside it are no tests
    quake_is_test: bool  # the quake is that of a nuclear test the report tells
    quake_disputed: bool  # an explosion is spoken of, so that a quake is worth a record


def context_of(facts: Facts, codebook: Codebook) -> Context:
    """What the report as a whole is about."""
    combat = any("combat_use" in t.types and _hits(t, facts) for t in facts.triggers)
    lead = [n for n, s in enumerate(facts.sentences) if s.end - s.start > 40][:3]
    tests = any(
        "nuclear_test" in t.types and t.sentence <= (lead[-1] if lead else 0) and t.modality in _TOLD
        and (t.shape is Shape.CLAUSE or not t.definite)
        for t in facts.triggers
    )  # fmt: skip
    title = [t for t in facts.triggers if t.sentence == 0]
    quake_first = any("seismic_event" in t.types for t in title) and not any("nuclear_test" in t.types for t in title)
    disputed = _DISPUTE.search(facts.report.text) is not None
    return Context(combat, tests and not (quake_first and disputed), disputed)


def chosen_types(trigger: Trigger, facts: Facts, codebook: Codebook, context: Context) -> tuple[str, ...]:
    """The types a telling can be, likeliest first; one only, where class words or a weapon's name decide."""
    types = tuple(t for t in trigger.types if t != "combat_use")
    if "combat_use" in trigger.types and (_hits(trigger, facts) or (context.combat and "missile_launch" in types)):
        return ("combat_use",)
    if "seismic_event" in types:
        return ("nuclear_test",) if context.quake_is_test else types if context.quake_disputed else ()
    if types == ("satellite_launch",) and _put_nowhere(trigger, facts):
        return ()
    low, high = _phrase(trigger, facts)
    for code in _codes(low, high, facts):
        wanted = _TYPE_OF_CLASS.get(code, "missile_launch" if code in _MISSILE_CLASSES else None)
        if wanted in types and wanted in codebook.types:
            return (wanted,)
    if "satellite_launch" in types and _tells_of_space(trigger, facts):
        return ("satellite_launch",)
    return types


def _put_nowhere(trigger: Trigger, facts: Facts) -> bool:
    """Whether something is put or sent, but not into orbit or space."""
    text, span = facts.report.text, facts.sentences[trigger.sentence]
    verb = _PUT.match(text, trigger.anchor)
    return verb is not None and _UP.search(text, span.start, span.end) is None


def _hits(trigger: Trigger, facts: Facts) -> bool:
    """Whether the words say that a weapon was used against another state or a place in it."""
    if "combat_use" not in trigger.types:
        return False
    span = facts.sentences[trigger.sentence]
    text = facts.report.text
    verb = text[trigger.anchor : trigger.anchor + 24].lower()
    own = [state_of(n) for n in facts.names_in(span.start, trigger.anchor) if state_of(n)]
    for name in facts.names_in(trigger.start, min(span.end, trigger.end + 140)):
        if own and (state_of(name) or getattr(name.entry, "state", None)) == own[-1]:
            continue
        if name.kind not in {"state", "metonym", "site", "area", "place"} or name.start <= trigger.anchor:
            continue
        gap = text[trigger.anchor : name.start]
        if _FIRED.match(verb) and re.search(r"\bat\s+(?:the\s+)?$", gap):
            return True
        if (
            _STRUCK.match(verb)
            and not _MIGHT.search(text[span.start : trigger.anchor])
            and (_AGAINST.search(gap) or re.fullmatch(r"\w+\s+(?:the\s+)?", gap))
        ):
            return True
    return False


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
    said = [c.code for c in facts.classes if low <= c.start and c.end <= high and not c.short]
    named = [
        str(code)
        for n in facts.names_in(low, high)
        if n.kind == "weapon" and (code := getattr(n.entry, "weapon_class", None))
    ]
    return said + named


def _tells_of_space(trigger: Trigger, facts: Facts) -> bool:
    """Whether a rocket of no class is a satellite's: the sentence or the head of the report says so."""
    span = facts.sentences[trigger.sentence]
    text = facts.report.text
    if "rocket" not in text[trigger.start : trigger.end].lower():
        return False
    return _SPACE.search(text, span.start, span.end) is not None or _SPACE.search(text[:1200]) is not None
