"""Patterns that are tried only where a text holds what they begin with, or at least a piece of what they look for.

Most sentences hold neither, and to look for a hundred words at once takes less than to try one pattern at every letter.
What a pattern looks for is read from the pattern itself, so that whoever changes it changes its gate.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Protocol

from ahocorasick_rs import BytesAhoCorasick

from reportedly.letters import beyond, looked_at
from reportedly.patterns import compiled, pieces_of, starts_of

_DIGITS = frozenset("0123456789")
_BEYOND = compiled(r"[^\x00-\x7f]")


class Company(Protocol):
    """Patterns that are asked of the same parts of a text: `reportedly.fields.together`."""

    def add(self, pattern: "Gated") -> int:
        """The number of a pattern among the others."""

    def may_hold(self, number: int, text: str, start: int, end: int) -> bool:
        """Whether `text[start:end]` may hold a match of this pattern."""


class Gated:
    """A pattern, to be used as one of `re`; read and compiled when it is first used.

    `together`: the patterns that are asked of the same parts of a text, so that one look at a part tells of all of them.
    """

    def __init__(self, pattern: str, flags: int = 0, together: Company | None = None) -> None:
        self.pattern, self.flags = pattern, int(flags)  # as a plain number: `re` is slow with its own kind
        self._together = together
        self._number = together.add(self) if together is not None else 0

    @cached_property
    def plain(self) -> re.Pattern[str]:
        """The pattern without its gate."""
        return compiled(self.pattern, self.flags)

    @cached_property
    def starts(self) -> frozenset[str]:
        """Small letters with one of which every match begins; none where some may begin otherwise."""
        return starts_of(self.pattern, self.flags)

    @cached_property
    def pieces(self) -> frozenset[str]:
        """Small letters of which every match holds one; none where some may hold none that is long enough."""
        return pieces_of(self.pattern, self.flags)

    @property
    def needed(self) -> frozenset[str]:
        """Small letters of which every text with a match holds one; none where some may hold none. Digits of other
        scripts, which fit the same patterns, are none of them: of a pattern that may begin with a digit nothing is told."""
        return self.pieces if self._has_digits or not self.starts else self.starts

    @cached_property
    def _has_digits(self) -> bool:
        return any(not _DIGITS.isdisjoint(start) for start in self.starts)

    @cached_property
    def _starts(self) -> BytesAhoCorasick | None:
        return automaton(self.starts) if self.starts else None

    @cached_property
    def _pieces(self) -> BytesAhoCorasick | None:
        return automaton(self.pieces) if self.pieces else None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches, as of the pattern."""
        stop = len(text) if end is None else end
        places = self._places(text, start, end)
        if places is None:
            return self.plain.finditer(text, start, stop)
        return self._tried(text, start, stop, places) if places else iter(())

    def _places(self, text: str, start: int, end: int | None) -> Sequence[int] | None:
        """Where in `text[start:end]` a match may begin, counted from `start`; None where it may begin anywhere."""
        others = self._together
        if others is not None and end is not None and not others.may_hold(self._number, text, start, end):
            return ()
        low = looked_at(text)
        even = len(low) == len(text)
        if start or end is not None:
            low = low[start:end] if even else looked_at(text[start:end])
        if self._starts is None or not even or (self._has_digits and b"?" in low and _has_other_digits(text)):
            return () if self._pieces is not None and not self._pieces.find_matches_as_indexes(low) else None
        found = self._starts.find_matches_as_indexes(low, overlapping=True)
        return sorted({at for _, at, _ in found}) if found else ()

    def _tried(self, text: str, start: int, end: int, places: Sequence[int]) -> Iterator[re.Match[str]]:
        floor, match = start, self.plain.match
        for place in places:
            if start + place >= floor and (found := match(text, start + place, end)) is not None:
                yield found
                floor = found.end()

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match, as of the pattern."""
        stop = len(text) if end is None else end
        places = self._places(text, start, end)
        if places is None:
            return self.plain.search(text, start, stop)
        for place in places:
            if (found := self.plain.match(text, start + place, stop)) is not None:
                return found
        return None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of a whole text, as of the pattern: without a gate, for the same reason as `match`."""
        return self.plain.fullmatch(text)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match at a place, as of the pattern: that is soon tried, and has no gate."""
        return self.plain.match(text, start, len(text) if end is None else end)


def automaton(words: Iterable[str]) -> BytesAhoCorasick:
    """What looks for all of some small letters at once, in a text as `looked_at` gives it."""
    return BytesAhoCorasick(sorted(map(beyond, words)))


def _has_other_digits(text: str) -> bool:
    """Whether digits of another script stand in a text; a start has none."""
    return not text.isascii() and any(letter.isdecimal() for letter in _BEYOND.findall(text))
