"""Voices, and the words of a report that stand for them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reportedly.codebook import BodyEntry, Codebook, PersonEntry
from reportedly.frozen import dataclass
from reportedly.model import Voice
from reportedly.patterns import compiled

_JOIN = compiled(
    r"(?:\s*\([^)]{1,20}\))?(?:,?\s+(?P<and>and|nor|as well as|along with|&)\s+|,\s+|(?P<slash>/))(?:the\s+|by\s+|its\s+|(?:his|her|its|their)\s+(?:[\w-]+\s+){0,2}counterparts?,?\s+)?"
)
_SPEAKS_FOR = compiled(  # "spokesman for the Arab coalition X": who speaks for whom, and his name
    r"(?:[\w'’.-]+ ){0,4}spokes\w+ (?:for|of|from) (?:the )?(?:(?:[A-Z][\w'’-]*|[a-z]+-[a-z]+|of|for|and|the|in|military|coalition|alliance|forces?|command|movement|group|army|navy) ){1,10}"
)
_OWNER = compiled(r"['’]s? ")
_THE_SPOKESMAN = compiled(r"\bspokes(?:man|woman|person),? \Z")
_BELONGS = frozenset({" of ", " of the ", "'s ", "’s "})
_GROUPS = {"state": 0, "body": 0, "organisation": 0, "unnamed": 1, "person": 2}


@dataclass(frozen=True, slots=True)
class Holder:
    """Words that can speak, and for whom: `voices` outermost first, empty where only the context can tell.

    `kind` is body, state, person, unnamed, organisation or anaphor; `key` is what an anaphor refers by: a pronoun,
    a noun ("agency") or a role of a state ("?defence_ministry"); `noun` are people of that role ("official").
    """

    start: int
    end: int
    voices: tuple[Voice, ...]
    kind: str
    key: str = ""
    noun: str = ""


def body_voice(body: BodyEntry) -> Voice:
    """A body of the codebook as a voice."""
    return Voice(id=body.id, name=body.name, kind=body.cls, state=body.state)


def person_voice(person: PersonEntry) -> Voice:
    """A person of the codebook as a voice."""
    return Voice(id=person.id, name=person.name, kind=person.cls, state=person.state)


def made_voice(name: str, kind: str, state: str | None) -> Voice:
    """A voice the codebook does not know; its id is a slug of its name."""
    return Voice(id=slug(name), name=name, kind=kind, state=state)


def joint_voice(parts: Sequence[Voice]) -> Voice:
    """Several who say one thing together, as one voice: "United States, South Korea and Japan"."""
    kinds, states = {p.kind for p in parts}, {p.state for p in parts}
    name = f"{', '.join(p.name for p in parts[:-1])} and {parts[-1].name}"
    return Voice(
        id=slug(name),
        name=name,
        kind=parts[0].kind if len(kinds) == 1 else "joint",
        state=parts[0].state if len(states) == 1 else None,
        joint=tuple(parts),
    )


def slug(name: str) -> str:
    """An id made of a name."""
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "unnamed"


def grouped(text: str, found: Sequence[Holder]) -> Iterator[Holder]:
    """The holders with joint ones as one ("the U.S., South Korea and Japan") and with acronyms in brackets taken in."""
    group: list[Holder] = []
    linked = False
    for holder in _with_acronyms(text, found):
        m = _JOIN.fullmatch(text, group[-1].end, holder.start) if group else None
        clause = (
            m and m["and"] == "and" and len(group) == 1 and m[0].startswith(",")
        )  # "told Reuters, and the ministry said"
        if m and not clause and not linked and _alike(group[-1], holder):
            group.append(holder)
            linked = bool(m["and"] or m["slash"])
            continue
        yield from _joined(group, linked)
        group, linked = [holder], False
    yield from _joined(group, linked)


def merged(found: Sequence[Holder], both: Callable[[Holder, Holder], Holder | None]) -> Iterator[Holder]:
    """The holders in order, each as one with that before it where `both`, asked of two with voices, gives what they are together."""
    last: Holder | None = None
    for holder in found:
        together = both(last, holder) if last is not None and last.voices and holder.voices else None
        if last is not None and together is None:
            yield last
        last = together or holder
    if last is not None:
        yield last


def _with_acronyms(text: str, found: Sequence[Holder]) -> Iterator[Holder]:
    """Each name with the acronym or second name behind it: "Joint Chiefs of Staff (JCS)", "state media, KCNA,"."""

    def both(last: Holder, holder: Holder) -> Holder | None:
        gap = text[last.end : holder.start]
        if gap in (" (", "(") and text[holder.end : holder.end + 1] == ")":
            known = holder if last.kind == "organisation" and holder.kind == "body" else last
            return replace(known, start=last.start, end=holder.end + 1)
        if last.kind == "unnamed" and holder.kind == "person" and _SPEAKS_FOR.fullmatch(text, last.start, holder.start):
            return replace(holder, start=last.start)
        if gap in (", ", " ") and _one_medium(last.voices[-1], holder.voices[-1]):
            whose = _OWNER.search(
                text, holder.start, holder.end
            )  # "Xinhua, China's news agency", "KCNA, the state one"
            named = holder if text[holder.start].isupper() and whose is None else last
            return replace(named, start=last.start, end=holder.end)
        part, whole = (holder, last) if gap in ("'s ", "’s ") else (last, holder)
        if (
            gap in _BELONGS and part.kind == "organisation" and whole.kind == "body"
        ):  # "the Western Command of the Navy"
            own, of = part.voices[-1], whole.voices[-1]
            voices = (made_voice(f"{of.name} {own.name}", own.kind, of.state),)
            return replace(part, start=last.start, end=holder.end, voices=voices)
        if last.kind == "body" and holder.kind == "person" and _THE_SPOKESMAN.search(text, last.start, holder.start):
            return replace(holder, start=last.start)  # "the army's spokesman, Colonel X"
        return None

    return merged(found, both)


def _one_medium(a: Voice, b: Voice) -> bool:
    """Whether two names beside each other are of one medium: "state media, KCNA,", "public broadcaster NHK"."""
    return a.kind == b.kind == "state_media" or (a.id == b.id and a.kind in ("wire", "outlet"))


def _alike(a: Holder, b: Holder) -> bool:
    if not a.voices or not b.voices or a.kind not in _GROUPS:
        return False
    return _GROUPS[a.kind] == _GROUPS.get(b.kind) or {a.kind, b.kind} == {"state", "unnamed"}


def _joined(group: list[Holder], linked: bool) -> Iterator[Holder]:
    if len(group) > 1 and linked:
        parts = [p for h in group for p in (h.voices[-1].joint or h.voices[-1:])]
        if len({p.id for p in parts}) > 1:
            yield Holder(group[0].start, group[-1].end, (joint_voice(parts),), group[0].kind)
            return
    yield from group


_Tables = tuple[dict[tuple[str, str], BodyEntry], dict[str, BodyEntry], dict[str, BodyEntry]]
_made: dict[int, tuple[Codebook, _Tables]] = {}


def tables(codebook: Codebook) -> _Tables:
    """The codebook's bodies by state and role, and by name, and its offices by id; made once a codebook."""
    kept = _made.get(id(codebook))
    if kept is None or kept[0] is not codebook:
        bodies = codebook.bodies.values()
        of_role = {(b.state, b.role): b for b in bodies if b.role and b.state}
        offices = {b.id: b for b in bodies if b.cls == "official"}
        kept = _made[id(codebook)] = (codebook, (of_role, {b.name: b for b in bodies}, offices))
    return kept[1]
