"""Every name of the codebook, found in a text in one pass."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

from reportedly.codebook.entries import BodyEntry, Entry
from reportedly.codebook.surfaces import Surface, fold
from reportedly.frozen import dataclass
from reportedly.patterns import compiled

QUALIFIERS = frozenset({"state", "demonym", "metonym", "site"})
_NEAR = 90  # characters on either side in which a guarded name looks for its context
_FAR = 300  # before a name with an article, which is no person's: "it appeared to be a Safir"
_ARTICLE = compiled(r"(?<!\w)(?:an?|the|its|another) [\"'(]?$")
_BEFORE_ROLE = compiled(r"(?:['’]s?)?[ \n-]+(?:(?:own|senior|top|unnamed|unidentified|former|main|state) )*")
_AFTER_ROLE = compiled(r" (?:of|in|for|from) (?:the )?(?:Republic of )?")
_BASE = compiled(  # a town’s air force base is a place
    r"\s+(?:(?:test|missile|training|firing|launch|space)\s+)?(?:bases?|stations?|academy|airfield|airport|sites?|(?:test\s+)?ranges?|(?:test\s+)?grounds?|polygon|complex|compound|facility|facilities|cosmodrome|zone|area)\b",
    re.IGNORECASE,
)
_NEW_MARK = compiled(
    r"[-‐‑–](\d{1,3}[A-Z]?)(?![\w.]*\w)|[-‐‑– ]((?:II|III|IV|VI))(?![\w-])"
)  # that the codebook has not yet
_VARIANT = compiled(r"\d[A-Z](?!\w)")  # "DF-26C", of which the codebook has the DF-26
_AREA = compiled(
    r"\s+(?:area|district|region|county|street|avenue|town|village|township|neighbou?rhood)\b", re.IGNORECASE
)
_CAPITALISED = compiled(r"(?:(?!\n\s*\n)[\s-])+[A-Z][a-z]")  # on, but not into the next paragraph


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name found in a text: `written` is `text[start:end]`, `name` the canonical spelling.

    `kind` is weapon, payload, site, sea, body, person, state, demonym or metonym (a capital, which is a city and a
    government: `id` is the state's code, `site` the city's id). `others` are ids the same words may also mean.
    """

    start: int
    end: int
    kind: str
    id: str
    written: str
    name: str
    entry: Entry
    site: str | None = None
    contextual: bool = False
    others: tuple[str, ...] = ()


class NameIndex:
    """The names of a codebook."""

    def __init__(self, surfaces: Iterable[Surface], bodies: Mapping[tuple[str, str], BodyEntry]) -> None:
        self._of_state = bodies
        self._surfaces: dict[str, list[Surface]] = {}
        for surface in surfaces:
            self._surfaces.setdefault(surface.folded, []).append(surface)

    @cached_property
    def _texts(self) -> list[str]:
        return list(self._surfaces)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._texts, matchkind=MatchKind.Standard)

    def surfaces(self) -> tuple[Surface, ...]:
        """Every written form in the index."""
        return tuple(surface for same in self._surfaces.values() for surface in same)

    def find(self, text: str) -> tuple[NameMatch, ...]:
        """The names in a text, in order and without overlap, the longest at each place; roles of a state ("Japan's
        defence ministry") as one body."""
        folded = fold(text)
        hits = [
            (start, -end, index)
            for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True)
            if (start == 0 or not (folded[start - 1].isalnum() and folded[start].isalnum()))
            and (_ends(folded, end) or _is_plural(folded, end) or _VARIANT.match(text, end - 1))
        ]
        hits.sort()
        found: list[NameMatch] = []
        bare: list[tuple[int, int, list[Surface]]] = []
        done = 0
        for start, minus_end, index in hits:
            if start < done:
                continue
            surfaces = self._surfaces[self._texts[index]]
            match = self._match(text, folded, start, -minus_end, surfaces)
            if match is not None:
                found.append(match)
                done = match.end
            elif surfaces[0].kind == "weapon" and surfaces[0].needs:
                bare.append((start, -minus_end, surfaces))
        if bare:
            found = sorted([*found, *self._told_before(text, folded, found, bare)], key=lambda n: n.start)
        return tuple(self._compose(text, found))

    def _told_before(
        self, text: str, folded: str, found: Sequence[NameMatch], bare: Sequence[tuple[int, int, list[Surface]]]
    ) -> Iterable[NameMatch]:
        """The names that words beside them would have to tell for a weapon's, where these stand at the same name elsewhere:
        "the Dhanush missile ... Dhanush reached its target"."""
        known = {n.id for n in found if n.kind == "weapon"}
        taken = [(n.start, n.end) for n in found]
        for start, end, surfaces in bare:
            if surfaces[0].id in known and not any(a < end and start < b for a, b in taken):
                match = self._match(text, folded, start, end, [s._replace(needs=()) for s in surfaces])
                if match is not None:
                    yield match

    def _match(self, text: str, folded: str, start: int, end: int, surfaces: list[Surface]) -> NameMatch | None:
        """The match of the first surface whose rules the text fulfils here, or None."""
        written = text[start:end]
        fitting = [s for s in surfaces if s.allows(written) and _in_context(s, text, folded, start, end)]
        if not _ends(folded, end):
            fitting = [s for s in fitting if s.kind == "weapon"]  # Nodongs, KN-25s
            end += 1
            written = text[start:end]
        if not fitting:
            return None
        best = fitting[0]
        name = best.name
        markable = best.kind == "weapon" and written[-1:].isalpha() and not written.isupper()
        if markable and (mark := _NEW_MARK.match(text, end)) is not None:
            end, name, written = mark.end(), f"{name}-{mark[1] or mark[2]}", text[start : mark.end()]
        others = tuple(s.id for s in fitting[1:] if s.id != best.id)
        return NameMatch(start, end, best.kind, best.id, written, name, best.entry, best.site, best.contextual, others)

    def _compose(self, text: str, found: list[NameMatch]) -> Iterable[NameMatch]:
        """The matches with each role joined to the state named beside it."""
        index = 0
        while index < len(found):
            here = found[index]
            after = found[index + 1] if index + 1 < len(found) else None
            joined = self._join(text, here, after) if after is not None else None
            if joined is not None and self._owns_what_follows(text, found[index + 1 : index + 3]):
                joined = None  # "an official of Japan's Defense Ministry", "of India's DRDO"
            if joined is None:
                yield here
                index += 1
            else:
                yield joined
                index += 2

    def _owns_what_follows(self, text: str, pair: Sequence[NameMatch]) -> bool:
        """Whether the first of two names is a state's, and the second a body of its own right behind it."""
        if len(pair) < 2 or pair[0].kind not in QUALIFIERS:
            return False
        state, body = pair
        if self._join(text, state, body) is not None:
            return True
        own = state.kind != "site" and body.kind == "body" and getattr(body.entry, "state", None) == state.id
        return own and _BEFORE_ROLE.fullmatch(text[state.end : body.start]) is not None

    def _join(self, text: str, left: NameMatch, right: NameMatch) -> NameMatch | None:
        gap = text[left.end : right.start]
        if len(gap) > 24 or (left.kind == "site" and _BASE.match(text, right.end)):
            return None
        if left.kind in QUALIFIERS and right.id.startswith("?") and _BEFORE_ROLE.fullmatch(gap):
            state, role = left, right
        elif right.kind in QUALIFIERS and left.id.startswith("?") and _AFTER_ROLE.fullmatch(gap):
            state, role = right, left
        else:
            return None
        code = getattr(state.entry, "state", None) if state.kind == "site" else state.id
        body = self._of_state.get((code or "", role.id[1:]))
        if body is None:
            return None
        written = text[left.start : right.end]
        name = written if state.kind == "site" else body.name
        return NameMatch(left.start, right.end, "body", body.id, written, name, body)


def _ends(folded: str, end: int) -> bool:
    """Whether a word ends here."""
    return end == len(folded) or not (folded[end].isalnum() and folded[end - 1].isalnum())


def _is_plural(folded: str, end: int) -> bool:
    """Whether the word that goes on here is the name in the plural."""
    if folded[max(0, end - 2) : end] == " i":  # "Hwasal is"
        return False
    return folded[end] == "s" and folded[end - 1] != "s" and _ends(folded, end + 1)


def _in_context(surface: Surface, text: str, folded: str, start: int, end: int) -> bool:
    """Whether the words around a match allow it."""
    if surface.contextual and _CAPITALISED.match(text, end):
        return False
    if surface.kind == "weapon" and _AREA.match(text, end):  # a weapon named for a place, and the place
        return False
    if not surface.needs:
        return True
    reach = _FAR if _ARTICLE.search(folded, max(0, start - 12), start) else _NEAR
    near = f"{folded[max(0, start - reach) : start]} | {folded[end : end + _NEAR]}"
    return any(word in near for word in surface.needs)
