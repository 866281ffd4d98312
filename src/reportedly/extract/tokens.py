"""The words of a text with their places, and the boundaries between its clauses."""

import re
from bisect import bisect_left
from typing import NamedTuple

from reportedly.fields.gated import Gated
from reportedly.frozen import dataclass
from reportedly.patterns import compiled

_WORD = compiled(r"\w+(?:[-'’.‐–]\w+)*")

# What lies between two clauses, and how much it parts them. A semicolon parts more than a comma; a word that opens
# a clause of its own lies between.
_BOUNDARY = Gated(
    r"(?P<strong>[;:](?!\d)|\s[-–—]\s?|—)"
    r"|(?P<clause>,?\s\b(?:after|since|so that|when|while|before|following|until|whereas|although|though|but|because|"
    r"where|which|who|whose|until|unlike|days after|hours after|weeks after)\b"
    r"|(?<!more)(?<!less)(?<!fewer)\sthan\b|\sthan(?= (?:an?\b|\w+ (?:hours?|days?|weeks?|months?|years?)\b)))"  # "more than ten missiles" is one phrase
    r"|(?P<comma>,(?!\d))"
    r"|(?P<and>\s\b(?:and|as|with)\b)",
    re.IGNORECASE,
)
_WEIGHT = {"strong": 3.0, "clause": 2.0, "comma": 0.6, "and": 0.4}


class Word(NamedTuple):  # a dataclass takes three times as long to make, and there is one for every word
    """One word: its place in the text, and its lower-case form."""

    start: int
    end: int
    lower: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order, found by place."""

    words: tuple[Word, ...]
    starts: tuple[int, ...]

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that begin in [start, end)."""
        return self.words[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def before(self, place: int, number: int) -> tuple[Word, ...]:
        """The last `number` words that begin before a place, in the order of the text."""
        stop = bisect_left(self.starts, place)
        return self.words[max(0, stop - number) : stop]

    def after(self, place: int, number: int) -> tuple[Word, ...]:
        """The first `number` words that begin at or after a place."""
        first = bisect_left(self.starts, place)
        return self.words[first : first + number]


def words_of(text: str) -> Words:
    """The words of a text."""
    words = [Word(*m.span(), m[0].lower()) for m in _WORD.finditer(text)]
    return Words(tuple(words), tuple([word.start for word in words]))


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The clause boundaries of a text: places in order, and the running sum of their weights."""

    places: tuple[int, ...]
    sums: tuple[float, ...]

    def crossed(self, left: int, right: int) -> float:
        """The weight of the boundaries between two places; 0 where they stand in one clause."""
        if left > right:
            left, right = right, left
        first, last = bisect_left(self.places, left), bisect_left(self.places, right)
        return self.sums[last] - self.sums[first] if last > first else 0.0

    def distance(self, left: int, right: int) -> float:
        """How far two places stand apart for the reader: code points, and forty for each unit of boundary."""
        return abs(left - right) + 40.0 * self.crossed(left, right)


def boundaries_of(text: str) -> Boundaries:
    """The clause boundaries of a text."""
    places: list[int] = []
    sums: list[float] = [0.0]
    for match in _BOUNDARY.finditer(text):
        places.append(match.start())
        sums.append(sums[-1] + _WEIGHT[match.lastgroup or "comma"])
    return Boundaries(tuple(places), tuple(sums))
