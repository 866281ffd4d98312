"""Words for somebody named before: surnames, pronouns, short forms; and whose somebody is who stands behind his owner."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from reportedly.extract.attribution_line import MEDIA
from reportedly.extract.speaker_words import Speaking
from reportedly.extract.voices import Holder, merged
from reportedly.model import Voice
from reportedly.patterns import compiled

_OWNED_KINDS = frozenset({"body", "person", "organisation"})
_EXPLAINED = compiled(
    r"(?P<name>(?!The )[A-Z][a-z]+(?: (?:of |and |for |the ){0,2}[A-Z][a-z]+){1,6}) \((?P<short>[A-Z]{2,6})\)"
)
_OWNED_MEDIUM = compiled(r"['’]s? (?:own )?(?:[a-z-]+ ){0,2}")
_OF_A_BODY = frozenset({"person"})
_OWNS = compiled(  # behind a state, before what is its own
    r"['’]s? (?:(?!(?:of|by|in|on|at|to|for|from|with|and|or|that|which|as|after)\b)(?:[a-z]|[A-Z][a-z]+-l)[\w-]*,? ){0,4}"
)


def surnames(text: str, found: Sequence[Holder], words: Speaking) -> Iterator[Holder]:
    """Later mentions by one name: "Park said" after "Park Won-gon"; of two Parks the one named last."""
    seen: dict[str, list[Holder]] = {}
    for holder in sorted(found, key=lambda h: h.start):
        parts = holder.voices[-1].name.split() if holder.kind == "person" and holder.voices else []
        if len(parts) > 1:
            family = parts[0] if parts[0] in words.surnames_first or "-" in parts[-1] else parts[-1]
            seen.setdefault(family, []).append(holder)
    floor = 0
    for start, _, name in sorted(place for order, one in enumerate(seen) for place in _whole(one, text, order)):
        if start >= floor:
            floor = start + len(name)
            before = bisect_right(seen[name], start, key=lambda h: h.end)
            last = seen[name][max(0, before - 1)]
            office = words.persons_office.match(text, floor)
            floor = office.end() if office else floor
            yield Holder(start, floor, last.voices[-1:], "person")


def _whole(name: str, text: str, order: int) -> Iterator[tuple[int, int, str]]:
    """Every place where a name stands as a whole word; of two at one place the first in order counts. Looked for as
    letters: to compile a pattern of the names took longer than all the rest."""
    start = text.find(name)
    while start >= 0:
        if _is_edge(text, start) and _is_edge(text, start + len(name)):
            yield start, order, name
        start = text.find(name, start + 1)


def _is_edge(text: str, place: int) -> bool:
    """Whether a word begins or ends at a place, as `\\b` has it."""
    return _is_of_word(text[place - 1 : place]) != _is_of_word(text[place : place + 1])


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def spelt_out(text: str, found: Sequence[Holder]) -> Iterator[Holder]:
    """The holders with an acronym that the text itself explains as the name it stands for: "the Harbour Front (HF)". Where
    the codebook knows the acronym as another's, the report's own word for it counts."""
    names: dict[str, Voice] | None = None
    for holder in found:
        voice, short = holder.voices[-1] if holder.voices else None, text[holder.start : holder.end].rpartition(" ")[2]
        if voice is None or not (short.isupper() and short.isalpha()) or voice.kind == "unnamed":
            yield holder
            continue
        if names is None:
            named = {m.end(): m["short"] for m in _EXPLAINED.finditer(text)}
            names = {named[h.end]: h.voices[-1] for h in found if h.voices and h.end in named}
        yield replace(holder, voices=(*holder.voices[:-1], names.get(short, voice)))


def pronouns(text: str, words: Speaking) -> Iterator[Holder]:
    """Pronouns and short forms, for the discourse to resolve."""
    for m in words.pronoun.finditer(text):
        key = (m["noun"] or "").lower() or next(k for k in ("he", "it", "they", "others", "both", "epithet") if m[k])
        yield Holder(m.start(), m.end(), (), "anaphor", key)


def without_owners(text: str, found: Sequence[Holder]) -> Iterator[Holder]:
    """The holders with the state or body before one that is its own as part of it: "Iran's semi-official Tasnim", "the
    agency's director, X"."""
    kept = [h for h, own in zip_longest(found, found[1:]) if own is None or not _is_anothers(text, h, own)]

    def both(last: Holder, holder: Holder) -> Holder | None:
        own = holder.voices[0].state in (None, last.voices[0].state)
        if last.kind == "body" == holder.kind and holder.voices[-1].kind in MEDIA:  # "the Guards' Tasnim news agency"
            return replace(holder, start=last.start) if _OWNED_MEDIUM.fullmatch(text, last.end, holder.start) else None
        kinds = {"state": _OWNED_KINDS, "body": _OF_A_BODY}.get(last.kind, frozenset())
        if own and holder.kind in kinds and _OWNS.fullmatch(text, last.end, holder.start):
            return replace(holder, start=last.start)
        return None

    return merged(kept, both)


def _is_anothers(text: str, owner: Holder, own: Holder) -> bool:
    """Whether a short form only says whose the person behind it is."""
    alone = owner.kind == "anaphor" and not owner.voices and own.kind == "person"
    return alone and _OWNS.fullmatch(text, owner.end, own.start) is not None
