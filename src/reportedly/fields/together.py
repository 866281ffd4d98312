"""Patterns that rules of many kinds ask of the same sentences: one look at a sentence tells which of them it may hold."""

from functools import lru_cache

from reportedly.fields.gated import Gated
from reportedly.fields.gates import Gates


class Together:
    """Patterns that know one another, each added as it is made."""

    def __init__(self) -> None:
        self._patterns: list[Gated] = []
        self._gates: Gates | None = None
        self._open = lru_cache(maxsize=64)(self._looked)  # rules come back to the sentences of a report in turn

    def add(self, pattern: Gated) -> int:
        """The number of a pattern among the others."""
        self._patterns.append(pattern)
        self._gates = None
        self._open.cache_clear()
        return len(self._patterns) - 1

    def may_hold(self, number: int, text: str, start: int, end: int) -> bool:
        """Whether `text[start:end]` may hold a match of this pattern."""
        return number in self._open(text, start, end)

    def _looked(self, text: str, start: int, end: int) -> frozenset[int]:
        if self._gates is None:
            self._gates = Gates(self._patterns, by_pieces=True)
        return frozenset(self._gates.open_in(text, start, end))


SENTENCES = Together()
