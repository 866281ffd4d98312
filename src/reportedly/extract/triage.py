"""Whether a text is worth reading: it names a thing or an incident of the codebook as a whole word."""

from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

from reportedly.codebook import Codebook
from reportedly.extract.lexicon import plainly, plural

_SHORTEST = 4


class Triage:
    """A first look at a text that costs microseconds; what does not pass is irrelevant without being read."""

    def __init__(self, codebook: Codebook) -> None:
        things: set[str] = set()
        for kind in codebook.types.values():
            things.update(o.lower() for o in (*kind.objects, *kind.nouns))
        for weapon in codebook.weapons.values():
            things.update(name.lower() for name in (weapon.name, *weapon.labels, *weapon.aliases) if not weapon.needs)
        things |= {plural(thing) for thing in things}
        self._things = sorted(thing for thing in things if len(thing) >= _SHORTEST)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._things, matchkind=MatchKind.LeftmostLongest)

    def passes(self, text: str) -> bool:
        """Whether the text names a thing of the trade as a whole word."""
        lower = plainly(text)
        for _, start, end in self._automaton.find_matches_as_indexes(lower):
            if (start == 0 or not lower[start - 1].isalnum()) and (end == len(lower) or not lower[end].isalnum()):
                return True
        return False
