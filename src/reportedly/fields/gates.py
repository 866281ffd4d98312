"""Several patterns asked at once which of them a text may hold: one look for the beginnings or pieces of all."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from ahocorasick_rs import BytesAhoCorasick

from reportedly.fields.gated import Gated
from reportedly.letters import beyond, looked_at

_NONE: frozenset[int] = frozenset()


class Gates:
    """Patterns in an order, of which few fit most texts."""

    def __init__(self, patterns: Sequence[Gated], *, by_pieces: bool = False) -> None:
        """`by_pieces`: ask for what a match holds beside what it begins with, where that is told."""
        self.patterns = tuple(patterns)
        self._by_pieces = by_pieces

    def open_in(self, text: str, start: int = 0, end: int | None = None) -> list[int]:
        """The numbers, in order, of the patterns that `text[start:end]` may hold; of no other does it hold a match."""
        low = looked_at(text)
        if start or end is not None:
            low = low[start:end] if len(low) == len(text) else looked_at(text[start:end])
        words, begun, held = self._looked_for
        found = {which for which, _, _ in words.find_matches_as_indexes(low, overlapping=True)}
        open_: frozenset[int] = _NONE.union(*[held[which] for which in found])
        if self._by_pieces and open_:
            open_ &= _NONE.union(*[begun[which] for which in found])
        return sorted(open_ | self._always)

    @cached_property
    def _always(self) -> frozenset[int]:
        """Those of which nothing is known that a match must hold: asked of every text."""
        return frozenset(n for n, pattern in enumerate(self.patterns) if not self._held(pattern))

    def _held(self, pattern: Gated) -> frozenset[str]:
        return (pattern.pieces or pattern.needed) if self._by_pieces else pattern.needed

    @cached_property
    def _looked_for(self) -> tuple[BytesAhoCorasick, Sequence[frozenset[int]], Sequence[frozenset[int]]]:
        """All words that are looked for, with the patterns that begin with each and those that hold each."""
        begun, held = _by_word(pattern.needed for pattern in self.patterns), _by_word(map(self._held, self.patterns))
        words = sorted({*begun, *held})
        first, second = ([of.get(word, _NONE) for word in words] for of in (begun, held))
        return BytesAhoCorasick(words), first, second


def _by_word(needed: Iterable[frozenset[str]]) -> dict[bytes, frozenset[int]]:
    found: dict[bytes, set[int]] = {}
    for number, words in enumerate(needed):
        for word in words:
            found.setdefault(beyond(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
