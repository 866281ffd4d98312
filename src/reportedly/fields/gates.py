"""Several patterns asked at once which of them a text may hold: one look for the beginnings or pieces of all."""

from collections.abc import Sequence
from functools import cached_property

from ahocorasick_rs import BytesAhoCorasick

from reportedly.fields.gated import Gated
from reportedly.letters import beyond, looked_at


class Gates:
    """Patterns in an order, of which few fit most texts."""

    def __init__(self, patterns: Sequence[Gated], *, by_pieces: bool = False) -> None:
        """`by_pieces`: ask for what a match holds before what it begins with, where that says more."""
        self.patterns = tuple(patterns)
        self._by_pieces = by_pieces

    def open_in(self, text: str, start: int = 0, end: int | None = None) -> list[int]:
        """The numbers, in order, of the patterns that `text[start:end]` may hold; of no other does it hold a match."""
        low = looked_at(text)
        if start or end is not None:
            low = low[start:end] if len(low) == len(text) else looked_at(text[start:end])
        words, owners = self._looked_for
        found = {which for which, _, _ in words.find_matches_as_indexes(low, overlapping=True)}
        return sorted(self._always.union(*[owners[which] for which in found]))

    @cached_property
    def _always(self) -> frozenset[int]:
        """Those of which nothing is known that a match must hold: asked of every text."""
        return frozenset(n for n, pattern in enumerate(self.patterns) if not self._needed(pattern))

    def _needed(self, pattern: Gated) -> frozenset[str]:
        return (pattern.pieces or pattern.needed) if self._by_pieces else pattern.needed

    @cached_property
    def _looked_for(self) -> tuple[BytesAhoCorasick, tuple[frozenset[int], ...]]:
        needed: dict[bytes, set[int]] = {}
        for number, pattern in enumerate(self.patterns):
            for piece in self._needed(pattern):
                needed.setdefault(beyond(piece), set()).add(number)
        pieces = sorted(needed)
        return BytesAhoCorasick(pieces), tuple(frozenset(needed[piece]) for piece in pieces)
