"""The words by which a codebook's incident types are told, found in a text in one pass."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

from reportedly.codebook import Codebook, NameMatch
from reportedly.extract.designations import Designations
from reportedly.extract.inflection import Form, plural, verb_forms
from reportedly.fields.count_words import Counting, Noun, counting, nouns_of, several_of
from reportedly.fields.taken import Taken
from reportedly.frozen import dataclass
from reportedly.patterns import compiled

_CALLED_MISSILE = compiled(
    r"[\s-](?:(?!(?:and|or|with|rocket|rockets)\b)[\w-]+\s){0,3}missiles?\b", re.IGNORECASE
)  # behind a name


class Part(StrEnum):
    """What a term does in the telling of an incident."""

    VERB = "verb"  # launched
    MOVE = "move"  # lifted off: what the thing does by itself
    OBJECT = "object"  # a missile
    NOUN = "noun"  # a missile launch: names the incident by itself


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the lexicon: which incident types it can tell, and as what. Of a verb that takes its object behind a
    preposition only ("answered the drills with a missile") `link` is that."""

    part: Part
    types: tuple[str, ...]
    base: str
    form: Form | None = None
    plural: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term found in a text."""

    start: int
    end: int
    term: Term


_AND_ALSO = compiled(r"(?<![\w-])([a-z][a-z-]+) (?:and|or|as well as) $")
AFFAIRS = frozenset({"policy", "meeting", "facility"})  # told about incidents rather than as ones: see affairs.py
_LINKED = " ... "  # between a verb of the codebook and the preposition of its object
_ASCII = 3  # of the spaces, which stand first
_SPACES = "\n\t\r\u00a0\u2009\u202f\u2007\u2002\u2003\u200a"
_HYPHENS = "\u2010\u2011"


def plainly(text: str) -> str:
    """The text in lower case with plain spaces and hyphens, every place as it was: terms run over line ends."""
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals grow in lower case; keep the places true
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for space in _SPACES[:_ASCII] if lower.isascii() else _SPACES:
        lower = lower.replace(space, " ")
    for hyphen in "" if lower.isascii() else _HYPHENS:
        lower = lower.replace(hyphen, "-")
    return lower


_PREFIXES = ("anti-", "pre-", "post-", "mid-", "in-", "inter-")


def _may_stand(lower: str, start: int, end: int, part: Part) -> bool:
    """Whether a hyphen makes something else of a term ("re-test", "missile-shaped", "anti-missile", "pre-flight"), or its
    last word belongs to a number ("sent up to eight") or to another verb ("put off")."""
    if part in {Part.VERB, Part.MOVE}:
        return (start == 0 or lower[start - 1] != "-") and _HEDGED.match(lower, end) is None
    compound = lower[end : end + 1] == "-" and lower[end + 1 : end + 2].isalpha()
    return not compound and not lower.endswith(_PREFIXES, max(0, start - 6), start)


_HEDGED = compiled(
    r"(?<= at) (?:least|most)\b|(?:(?<=\bput)|(?<=\bputs)|(?<=\bputting)) (?:off|back|out|under|forward|together|aside|on hold|on ice)\b|(?<= up) to (?!the\b|its\b|an? \w+ of\b|\d[\d,.]*\s?(?:km|kilo|mile|met|f(?:ee|oo)t))"
)
_RUN_ON = {"test", "flight"}  # words that are written with a hyphen, or none, before another
_COUNTED = {"launch", "nuclear", "other"}
_MASS = {"artillery", "mlrs", "launch", "test", "salvo", "barrage", "volley", "flight-test", "howitzer"}


class Lexicon:
    """The trigger words of a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self.designations = Designations(codebook)
        self._terms: dict[str, list[Term]] = {}
        for part, surface, base, form, many, types in _surfaces(codebook):
            word, _, link = base.partition(_LINKED)
            self._terms.setdefault(surface, []).append(Term(part, types, word, form, many, link))
        self._surfaces = list(self._terms)
        self._affairs = frozenset(kind.id for kind in codebook.types.values() if kind.family in AFFAIRS)
        self._things = {
            o.lower(): kind.id for kind in codebook.types.values() if kind.family in _COUNTED for o in kind.objects
        }

    @cached_property
    def counted(self) -> Counting:
        """The nouns whose number is worth reading, those that the codebook lists and every single-word object, and what
        counts them."""
        listed = nouns_of(self._codebook)
        known = {n.singular.lower() for n in listed}
        own = [
            Noun(base, plural(base), kind)
            for base, kind in self._things.items()
            if " " not in base and base not in known and base not in _MASS
        ]
        return counting((*listed, *own), several_of(self._codebook.count_words))

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._surfaces, matchkind=MatchKind.Standard)

    def find(self, text: str) -> tuple[TermMatch, ...]:
        """The terms of a text, in order; of nouns and objects that overlap the longest, verbs inside them dropped."""
        lower = plainly(text)
        found = [
            (start, end, term)
            for index, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True)
            if _whole_words(lower, start, end)
            for term in self._terms[self._surfaces[index]]
            if _may_stand(lower, start, end, term.part)
        ]
        found.sort(key=lambda hit: (hit[0] - hit[1], hit[2].part, hit[2].form is not Form.PAST, hit[0]))
        kept = [*_longest(found, len(text))]
        hidden = [hit for hit in kept if hit.term.part is Part.OBJECT and self._of_affairs(hit.term)]
        if hidden:  # "launch of a ballistic missile": what is condemned, and a launch of a missile all the same
            deeds = [hit for hit in found if not self._of_affairs(hit[2])]
            kept = [*dict.fromkeys((*kept, *_longest(deeds, len(text))))]
        kept += [*self._sharing(lower, kept)]
        return tuple(sorted(kept, key=lambda hit: (hit.start, hit.end, hit.term.part)))

    def _sharing(self, lower: str, found: Sequence[TermMatch]) -> Iterable[TermMatch]:
        """The things of another kind that share the last word of a thing: in "ballistic and cruise missiles" the ballistic ones."""
        for thing in found:
            if thing.term.part is not Part.OBJECT or " " not in thing.term.base:
                continue
            before = _AND_ALSO.search(lower, max(0, thing.start - 30), thing.start)
            terms = (
                self._terms.get(f"{before[1]} {lower[thing.start : thing.end].rsplit(maxsplit=1)[-1]}", ())
                if before
                else ()
            )
            for term in terms:
                if term.part is Part.OBJECT and before and term.types[:1] != thing.term.types[:1]:
                    yield TermMatch(*before.span(1), term)

    def _of_affairs(self, term: Term) -> bool:
        """Whether a term tells affairs only, and no deed."""
        return self._affairs.issuperset(term.types)


def with_weapons(
    terms: Sequence[TermMatch], names: Sequence[NameMatch], codebook: Codebook, text: str
) -> tuple[TermMatch, ...]:
    """The terms of a text with its weapons' names among the objects, each of the kind its class is launched in.

    A thing inside another name ("Missile Administration") is no object.
    """
    held = [n for n in names if n.kind in {"body", "person", "site", "weapon", "payload"}]
    found = [
        t
        for t in terms
        if t.term.part in {Part.VERB, Part.MOVE}
        or not any(n.start <= t.start and t.end <= n.end for n in _around(held, t.start))
    ]
    guns = codebook.one("guns")
    called = [
        n for n in names if n.kind == "weapon" and guns in _told_of(n, codebook) and _CALLED_MISSILE.match(text, n.end)
    ]
    missiles = {i for n in called for i in (n.id, getattr(n.entry, "family", None))}
    for name in names:
        if name.kind not in {"weapon", "payload"}:
            continue
        kinds = _told_of(name, codebook)
        if name.id in missiles:
            kinds = tuple(k for k in (codebook.one("missile"), codebook.one("strike")) if k is not None)
        if kinds:
            found.append(TermMatch(name.start, name.end, Term(Part.OBJECT, kinds, name.id)))
    return tuple(sorted(found, key=lambda hit: (hit.start, hit.end, hit.term.part)))


def _told_of(name: NameMatch, codebook: Codebook) -> tuple[str, ...]:
    """The kinds of incident that a weapon's name is told of: what its class is launched in, and use in war; what its
    maker calls a launcher others call a missile."""
    code = getattr(name.entry, "weapon_class", None)
    space, missile = codebook.one("space"), codebook.one("missile")
    kind = space if name.kind == "payload" else codebook.type_of_class.get(str(code), missile)
    usable = (kind,) if kind is not None and codebook.is_a(kind, "space") else (kind, codebook.one("strike"))
    if getattr(name.entry, "disputed", None) or (
        code == "SLV" and getattr(name.entry, "state", None) in codebook.watched
    ):
        usable = (kind, missile)
    return tuple(k for k in usable if k is not None)


def _around(names: Sequence[NameMatch], place: int) -> Sequence[NameMatch]:
    """The name that begins at or before a place."""
    index = bisect_right(names, place, key=lambda n: n.start) - 1
    return names[index : index + 1] if index >= 0 else ()


def _longest(found: Sequence[tuple[int, int, Term]], length: int) -> Iterable[TermMatch]:
    """The matches, given longest first, without those that stand in one already taken; at the same place one a part."""
    taken = Taken(length)
    parts: dict[tuple[int, int], set[Part]] = {}
    for start, end, term in found:
        own = parts.get((start, end))
        if own is None and taken.free(start, end):
            own = parts[start, end] = set()
            taken.take(start, end)
        if own is not None and term.part not in own:
            own.add(term.part)
            yield TermMatch(start, end, term)


def _whole_words(text: str, start: int, end: int) -> bool:
    left = start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_")
    return left and (end == len(text) or not (text[end].isalnum() or text[end] == "_"))


def _surfaces(
    codebook: Codebook,
) -> Iterable[tuple[Part, str, str, Form | None, bool, tuple[str, ...]]]:
    """Every surface form with what it tells; types that share one are kept together, in the codebook's order."""
    gathered: dict[tuple[Part, str, str, Form | None, bool], list[str]] = {}
    for kind in codebook.types.values():
        for part, verbs in ((Part.VERB, kind.verbs), (Part.MOVE, kind.moves)):
            for verb in verbs:
                for surface, form in verb_forms(verb.partition(_LINKED)[0]):
                    gathered.setdefault((part, surface, verb, form, False), []).append(kind.id)
        for part, nouns in ((Part.OBJECT, kind.objects), (Part.NOUN, kind.nouns)):
            for noun in nouns:
                low = noun.lower()
                gathered.setdefault((part, low, low, None, False), []).append(kind.id)
                gathered.setdefault((part, plural(low), low, None, True), []).append(kind.id)
    for (part, surface, base, shape, many), types in gathered.items():
        for spelled in dict.fromkeys((surface, _solid(surface))):
            yield part, spelled, base, shape, many, tuple(dict.fromkeys(types))


def _solid(surface: str) -> str:
    """A verb or noun of two parts as some papers write it: "testfired" beside "test-fired"."""
    head, _, tail = surface.partition("-")
    return head + tail if head in _RUN_ON else surface
