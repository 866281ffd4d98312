"""A count as a text gives it."""

from reportedly.frozen import dataclass
from reportedly.model import Count


@dataclass(frozen=True, slots=True)
class CountExpression:
    """A count as a text gives it.

    `start`, `end` span hedge, number, modifiers and noun; `number_start`, `number_end` the counting words alone.
    `kind` is the class of the noun ("launches" where launches are counted, "elliptic" where a verb alone tells what,
    None for "two of them").
    `bare_plural`: a plural without any number; `definite`: known already ("the missiles"); `ordinal`: 2 for "second
    missile"; `part`: how many of these the sentence speaks of ("two of the missiles"); `included`: part of a total
    named before ("including seven ..."); `additional`: on top of a total ("another", "two more").
    """

    start: int
    end: int
    written: str
    value: Count
    noun: str | None
    noun_start: int
    noun_end: int
    number_start: int
    number_end: int
    kind: str | None = None
    cue: str | None = None
    bare_plural: bool = False
    definite: bool = False
    ordinal: int | None = None
    part: Count | None = None
    included: bool = False
    additional: bool = False

    @property
    def says_number(self) -> bool:
        """Whether the words count: not "the missile", not a bare plural, not "second missile"."""
        return not (self.bare_plural or self.definite or self.ordinal is not None)
