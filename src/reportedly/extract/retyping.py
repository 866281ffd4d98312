"""The kind of a launch set right by its weapon: where no telling says the class, but the report does, it decides between
the kinds that the same words tell of ("the trial was called off ... the Nirbhay, a cruise missile"). A "test" of nothing that
flies, of which nobody says that it flew, was one on the ground.
"""

from collections.abc import Iterator
from dataclasses import replace

from reportedly.extract.claims.designation import names
from reportedly.extract.claims.weapon_class import classes
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.lexicon import Part
from reportedly.model import Role, Term, Weapon

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
    if any(kinds[t].family == frame.family for thing in things for t in thing.types) or _opens_with_a_weapon(
        framing, end
    ):
        return frame
    return replace(frame, type=static[0], family=_STATIC)


def _opens_with_a_weapon(framing: Framing, end: int) -> bool:
    facts = framing.facts
    return any(c.start < end for c in facts.classes) or any(n.kind == "weapon" for n in facts.names_in(0, end))


def _may_be_another(framing: Framing, frame: Frame) -> bool:
    """Whether the report names a class or weapon of a kind that the frame's words can tell of and is not told as."""
    said = {c.code for c in framing.facts.classes}
    said |= {str(getattr(n.entry, "weapon_class", None)) for n in framing.facts.names if n.kind == "weapon"}
    book, others = framing.codebook, _kinds_but(framing, frame)
    return any(book.type_of_class.get(code) in others for code in said)


def _kinds_but(framing: Framing, frame: Frame) -> set[str]:
    """The narrower kinds of flight that a frame could be of as well: those of fewer classes than its own."""
    book, own = framing.codebook, framing.codebook.types[frame.type]
    if not book.is_a(frame.type, "missile"):
        return set()
    return {k.id for k in book.types.values() if book.is_a(k.id, "cruise") and len(k.classes) < len(own.classes)}


def _codes(framing: Framing) -> dict[int, set[str]]:
    """The classes of the weapons named for each frame; where none is, those that are said of it without a doubt."""
    said: dict[int, set[str]] = {}
    named: dict[int, set[str]] = {}
    for codes, drafts in ((said, _said(framing)), (named, _named(framing))):
        for number, code in drafts:
            codes.setdefault(number, set()).add(code)
    return said | named


def _said(framing: Framing) -> Iterator[tuple[int, str]]:
    for draft in classes(framing):
        if isinstance(draft.value, Term) and draft.stance is None:
            yield draft.frame, draft.value.code


def _named(framing: Framing) -> Iterator[tuple[int, str]]:
    for draft in names(framing):
        if isinstance(draft.value, Weapon) and draft.value.weapon_class:
            yield draft.frame, draft.value.weapon_class


def _wanted(framing: Framing, frame: Frame, codes: set[str]) -> str | None:
    """The kind that all classes of a frame are of, where it could be one and no other subject is it already."""
    kinds = {framing.codebook.type_of_class.get(code) for code in codes}
    kind = next(iter(kinds)) if len(kinds) == 1 else None
    taken = any(f.role is Role.MAIN and f.type == kind and f.state == frame.state for f in framing.frames)
    return kind if kind in _kinds_but(framing, frame) & frame.types and not taken else None
