"""Whether a text is worth reading: it names a thing or an incident of the codebook that other news seldom names, or its
opening has a word of the trade, or tells of a watched state in the words of affairs.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import combinations

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from reportedly.codebook import Codebook
from reportedly.codebook.gather import MARKED
from reportedly.extract.inflection import plural
from reportedly.extract.lexicon import plainly
from reportedly.patterns import compiled

_SHORTEST = 4
_OPENING = 700  # code points in which a report says what it is about
_GROUND = 1  # the precision of a place that is a site by itself
_DESIGNATION = compiled(r"([A-Z][a-z]{3,})(?:-[\dIVX].*)?")


class Triage:
    """A first look at a text that costs microseconds; what does not pass is irrelevant without being read."""

    def __init__(self, codebook: Codebook) -> None:
        common = _forms(codebook.common_words)
        things: set[str] = set()
        doubtful: set[str] = set()
        counted: set[str] = set()
        for kind in codebook.types.values():
            terms = _forms((*kind.objects, *kind.nouns))
            doubtful |= (_forms(kind.objects) if kind.counted else terms) & common
            counted |= _forms(kind.nouns) if kind.counted else set()
            things |= terms - common or terms  # where a kind has no words of its own, common ones must do
        things |= set(_designations(codebook)) | set(_grounds(codebook))
        self._things = _shortest(things)
        self._doubtful = _shortest(doubtful - counted)
        self._of_the_trade = _shortest(_forms(codebook.trade_words))
        self._said_in_opening = _shortest(_forms(codebook.opening_words))
        watched = [codebook.states[s] for s in sorted(codebook.watched) if s in codebook.states]
        self._watched = [state.name.lower() for state in watched]
        self._called = [*self._watched, *(state.capital.lower() for state in watched if state.capital)]

    @cached_property
    def _common(self) -> AhoCorasick:
        return AhoCorasick(self._doubtful, matchkind=MatchKind.LeftmostLongest)

    @cached_property
    def _opening(self) -> AhoCorasick:
        return AhoCorasick(self._said_in_opening, matchkind=MatchKind.LeftmostLongest)

    @cached_property
    def _trade(self) -> AhoCorasick:
        return AhoCorasick(self._of_the_trade, matchkind=MatchKind.LeftmostLongest)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._things, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)

    def passes(self, text: str) -> bool:
        """Whether the text names a thing of the trade as a whole word; a quake or an engine only with a watched state,
        arms or sanctions only where its opening names both; a word of the trade in the opening is enough."""
        lower = plainly(text)
        if _holds(self._automaton, lower):
            return True
        if any(state in lower for state in self._watched) and _holds(self._common, lower):
            return True
        opening = lower[:_OPENING]
        if self._of_the_trade and _holds(self._trade, opening):
            return True
        return any(name in opening for name in self._called) and _holds(self._opening, opening)


def _holds(words: AhoCorasick, lower: str) -> bool:
    """Whether a text in small letters holds one of the words as a whole."""
    return any(
        (start == 0 or not lower[start - 1].isalnum()) and (end == len(lower) or not lower[end].isalnum())
        for _, start, end in words.find_matches_as_indexes(lower)
    )


def _shortest(terms: set[str]) -> list[str]:
    """The terms that hold no other as whole words. The longest at a place is tried alone: "missile launch" would hide the
    missile of "missile launched"."""
    found = {term for term in terms if len(term) >= _SHORTEST}
    return sorted(term for term in found if found.isdisjoint(_parts(term)))


def _parts(term: str) -> Iterator[str]:
    """Every run of a term's words but the whole."""
    words = term.split(" ")
    for start, end in combinations(range(len(words) + 1), 2):
        if end - start < len(words):
            yield " ".join(words[start:end])


def _designations(codebook: Codebook) -> Iterable[str]:
    """The weapons' names that mean nothing else, and the words of them that stand before a mark: "Hwasong" of all."""
    for weapon in codebook.weapons.values():
        names = [n for n in (weapon.name, *weapon.labels, *weapon.aliases) if not weapon.needs or MARKED.search(n)]
        if weapon.payload or not names:
            continue
        yield from (n.lower().replace("-", " ") for n in names if weapon.needs)  # "Burkan H2"
        yield from _forms(n for n in names if not (n.isalpha() and n.isupper()))  # FROG is a frog in small letters
        if not weapon.needs and (found := _DESIGNATION.fullmatch(weapon.name)):
            yield found[1].lower()


def _grounds(codebook: Codebook) -> Iterable[str]:
    """The names of places that are nothing but grounds of tests and launches."""
    for site in codebook.sites.values():
        if site.precision == _GROUND and not site.needs:
            yield from (name.lower() for name in (site.name, *site.aliases))


def _forms(terms: Iterable[str]) -> set[str]:
    """The terms in small letters, in singular and plural."""
    small = {term.lower() for term in terms}
    return small | {plural(term) for term in small}
