"""What a report is about where its words, taken together, leave hardly a doubt that the rules found something else, or
nothing: another kind of incident, another state, or none at all.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from reportedly.codebook import Codebook, Sort
from reportedly.extract.facts import Facts
from reportedly.extract.frames import frame_report
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.lexicon import AFFAIRS
from reportedly.extract.presumed import as_kind, by_rules
from reportedly.extract.topic import NONE, topics
from reportedly.extract.whose import states
from reportedly.model import Role

_OTHER_KIND = 1.0  # how much likelier, by logarithm, another kind must be than what the rules found
_STATEMENT = 2.5  # the same for a statement, which is on what they found
_NO_INCIDENT = 1.0  # the same for no incident
_NO_DEED = 3.0  # the same where they found something launched, set off or fired: to lose that costs most
_UNTOLD = 0.9  # how much likelier than none a kind must be where they found nothing
_UNTOLD_DEED = 1.5  # the same for what is launched or set off, which the rules hear best
_UNTOLD_STATEMENT = 2.5  # the same for what is only said
_OTHER_STATE = 1.0  # how much likelier another state must be than theirs
_DEEDS = frozenset({"launch", "nuclear", "static", "artillery"})
_HEARD_BEST: tuple[Sort, ...] = ("missile", "cruise", "space", "blast")
_NOT_NAMED = -7.0  # how likely a state is, by logarithm, that the opening does not name


def framing_of(facts: Facts, codebook: Codebook) -> Framing:
    """The frames of a report: the incidents it tells, one that the whole of it speaks for where none is its subject, and
    the affairs around them."""
    framing = frame_report(facts, codebook)
    found = by_rules(framing)
    likely = topics(facts)
    if not likely:
        return found  # too short to tell
    anew = _of_its_kind(framing, found, likely)
    return _of_its_state(anew, heard=anew is found)


def _of_its_kind(framing: Framing, found: Framing, by_words: Mapping[str, float]) -> Framing:
    """What the rules found, or, where the words of the report speak for another kind of incident or for none, that."""
    types, mains = framing.codebook.types, {f.type for f in found.frames if f.role is Role.MAIN}
    likely = {kind: weight for kind, weight in by_words.items() if kind == NONE or kind in types}
    if not mains <= likely.keys():
        return found  # of a kind that only this codebook has
    kind = _likeliest({k: weight for k, weight in likely.items() if k != NONE or mains})
    rival = max(likely[k] for k in (mains or {NONE}))
    if kind in mains or likely[kind] - rival < _asked(framing.codebook, kind, mains):
        return found
    if kind == NONE:
        return replace(found, frames=tuple(replace(f, role=Role.BACKGROUND) for f in found.frames))
    anew, only = as_kind(framing, kind), types[kind].only_states
    told = (f for f in anew.frames if f.role is Role.MAIN and f.type == kind)
    return anew if any(not only or f.state in only for f in told) else found


def _asked(codebook: Codebook, kind: str, mains: Collection[str]) -> float:
    """How much likelier a kind must be than what the rules found, or than none."""
    deed = any(codebook.types[k].family in _DEEDS for k in (mains or {kind}))
    if kind == NONE:
        return _NO_DEED if deed else _NO_INCIDENT
    if codebook.is_a(kind, "statement"):
        return _STATEMENT if mains else _UNTOLD_STATEMENT
    return _OTHER_KIND if mains else _UNTOLD_DEED if deed else _UNTOLD


def _of_its_state(framing: Framing, *, heard: bool) -> Framing:
    """The framing with its subjects, which the rules heard or not, as of the state that the words of the report speak for,
    where all are of one."""
    mains = [f for f in framing.frames if f.role is Role.MAIN]
    if not mains or len({f.state for f in mains}) > 1:
        return framing
    likely, told = states(framing.facts, framing.codebook, mains[0].type), mains[0].state
    if not likely or (heard and told is None and mains[0].family in AFFAIRS):
        return framing  # what several do together, or a body of many states, is of none
    state = _likeliest(likely)
    if told is not None and (
        _is_deed(framing, mains[0]) or likely[state] - likely.get(told, _NOT_NAMED) < _OTHER_STATE
    ):
        return framing
    return replace(framing, frames=tuple(replace(f, state=state) if f in mains else f for f in framing.frames))


def _is_deed(framing: Framing, frame: Frame) -> bool:
    """Whether it is something launched or set off as a test, whose state the rules hear best."""
    return any(framing.codebook.is_a(frame.type, sort) for sort in _HEARD_BEST)


def _likeliest(likely: Mapping[str, float]) -> str:
    return max(likely, key=lambda one: likely[one])
