"""The kind of a launch set right by its weapon: where no telling says the class, but the report does, it decides between
the kinds that the same words tell of ("the trial was called off ... the Nirbhay, a cruise missile"). A "test" of nothing that
flies, of which nobody says that it flew, was one on the ground.
"""

from dataclasses import replace

from reportedly.extract.claims.weapon_class import classes
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.lexicon import Part
from reportedly.model import Role, Term

_STATIC = "static"


def retyped(framing: Framing) -> Framing:
    """The framing with every subject of the kind that its weapon's class is launched in."""
    framing = replace(framing, frames=tuple(_on_the_ground(framing, f) for f in framing.frames))
    doubtful = {f.number for f in framing.frames if f.role is Role.MAIN and _may_be_another(framing, f)}
    if not doubtful:
        return framing
    codes = _codes(framing)
    wanted = {number: _wanted(framing, framing.frames[number], codes.get(number, set())) for number in doubtful}
    frames = tuple(replace(f, type=wanted.get(f.number) or f.type) for f in framing.frames)
    return replace(framing, frames=frames)


def _on_the_ground(framing: Framing, frame: Frame) -> Frame:
    """The frame as of a test on the ground, where all its tellings leave open of what it was, and no thing is named early."""
    kinds, facts = framing.codebook.types, framing.facts
    told = [framing.triggers[n] for n in frame.triggers]
    static = [t for t in frame.types if kinds[t].family == _STATIC]
    if (
        frame.role is not Role.MAIN
        or frame.type in static
        or not static
        or any(t.object_start is not None for t in told)
    ):
        return frame
    end = facts.sentences[facts.body[0]].end if facts.body else 0
    things = (t.term for t in facts.terms_in(0, end) if t.term.part is Part.OBJECT)
    if any(kinds[t].family == frame.family for thing in things for t in thing.types):
        return frame
    return replace(frame, type=static[0], family=_STATIC)


def _may_be_another(framing: Framing, frame: Frame) -> bool:
    """Whether the report names a class of a kind that the frame's words can tell of and is not told as."""
    others = _kinds_but(framing, frame)
    return any(framing.codebook.type_of_class.get(c.code) in others for c in framing.facts.classes)


def _kinds_but(framing: Framing, frame: Frame) -> set[str]:
    """The narrower kinds of flight that a frame could be of as well: those of fewer classes than its own."""
    book, own = framing.codebook, framing.codebook.types[frame.type]
    if not book.is_a(frame.type, "missile"):
        return set()
    return {k.id for k in book.types.values() if book.is_a(k.id, "cruise") and len(k.classes) < len(own.classes)}


def _codes(framing: Framing) -> dict[int, set[str]]:
    """The classes that are said of each frame without a doubt."""
    codes: dict[int, set[str]] = {}
    for draft in classes(framing):
        if isinstance(draft.value, Term) and draft.stance is None:
            codes.setdefault(draft.frame, set()).add(draft.value.code)
    return codes


def _wanted(framing: Framing, frame: Frame, codes: set[str]) -> str | None:
    """The kind that all classes of a frame are of, where it could be one and no other subject is it already."""
    kinds = {framing.codebook.type_of_class.get(code) for code in codes}
    kind = next(iter(kinds)) if len(kinds) == 1 else None
    taken = any(f.role is Role.MAIN and f.type == kind and f.state == frame.state for f in framing.frames)
    return kind if kind in _kinds_but(framing, frame) & frame.types and not taken else None
