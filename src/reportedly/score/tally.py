"""Counts of right, wrong and missed, and the figures that follow from them."""

from collections.abc import Iterable

from reportedly.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """`right` found as gold has it, `wrong` found otherwise or where gold has none, `missed` not found.

    A value found otherwise is wrong and missed. `extra` counts all values found where gold has none.
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0
    extra: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right, self.wrong + other.wrong, self.missed + other.missed, self.extra + other.extra
        )

    @property
    def n(self) -> int:
        """How many values gold has."""
        return self.right + self.missed

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right; 0 where nothing was found."""
        found = self.right + self.wrong
        return self.right / found if found else 0.0

    @property
    def recall(self) -> float:
        """Of what gold has, the share that was found; 0 where gold has nothing."""
        return self.right / self.n if self.n else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum."""
    return sum(tallies, Tally())
