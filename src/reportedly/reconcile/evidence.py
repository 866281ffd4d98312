"""One feature's word on two mentions, and what features together say of a pair."""

from collections.abc import Iterable
from typing import NamedTuple

from reportedly.frozen import dataclass

ENOUGH = 0.5  # the score from which two dated mentions are one incident
HINT = 0.4  # what a mention without a day must have in common with the one incident it is given to
AGAINST = -0.1  # from here on a feature contradicts: a mention without a day is never joined over it
SINGLED_OUT = 2.0  # marks: two figures that agree to the digit, or a clock and the site
THE_DAY = 0.4  # from here on the day itself is told, if not its year


class Evidence(NamedTuple):
    """One feature's word on a pair: how much, and why.

    `forbids`: the two cannot be one incident. `dates`: it says when. `marks`: how far it singles out one incident,
    1 for a figure hardly two incidents share. `slip`: the days follow each other, and for readers far to the west the
    later one was still the earlier; alone it forbids, and only figures that agree to the digit outweigh it.
    """

    weight: float
    sentence: str
    forbids: bool = False
    dates: bool = False
    marks: float = 0.0
    slip: bool = False

    @property
    def against(self) -> bool:
        """Whether it speaks against a pair."""
        return self.weight <= AGAINST and not self.slip

    @property
    def on_the_day(self) -> bool:
        """Whether it tells of the day itself, if not of its year."""
        return self.dates and self.weight >= THE_DAY


def forbidden(sentence: str) -> Evidence:
    """A contradiction that nothing outweighs."""
    return Evidence(-1, sentence, forbids=True)


class Judgement(NamedTuple):
    """All features' word on a pair, each by its place in the list of features, and the sum of it.

    `forbids`: the two cannot be one; `slip`: their days differ by what may be a reader's time zone; `dated`: both
    have a day.
    """

    found: tuple[tuple[int, Evidence], ...]
    score: float
    forbids: bool
    slip: bool
    dated: bool

    @property
    def sentence(self) -> str:
        """Why, in words."""
        return "; ".join(evidence.sentence for _, evidence in self.found)

    @property
    def doubted(self) -> bool:
        """Whether something speaks against it, and too little for it."""
        return self._against and self.score < ENOUGH

    @property
    def outweighed(self) -> bool:
        """Whether something speaks against it, and enough for it all the same."""
        return self._against and self.score >= ENOUGH

    @property
    def _against(self) -> bool:
        return self.dated and any(evidence.weight < 0 for _, evidence in self.found)


@dataclass(frozen=True, slots=True)
class Fit:
    """How a mention fits a whole incident: each feature's best word over the incident's members.

    `score`: how likely it belongs there.
    """

    found: tuple[Evidence, ...]
    score: float

    @property
    def sentence(self) -> str:
        """Why, in words, the weightiest first."""
        ranked = sorted(self.found, key=lambda evidence: -evidence.weight)
        return "; ".join(evidence.sentence for evidence in ranked)

    @property
    def contradicted(self) -> bool:
        """Whether any feature speaks against it, and neither the day nor what else agrees outweighs that."""
        against = any(evidence.against for evidence in self.found)
        on_the_day = any(evidence.on_the_day for evidence in self.found)
        return against and not (on_the_day and self.score >= ENOUGH)

    @property
    def holds(self) -> bool:
        """Whether it says enough: when it was, or figures that single out one incident."""
        slip = any(evidence.slip for evidence in self.found)
        if self.contradicted or self.score < HINT:
            return False
        return self.singled_out or (not slip and any(evidence.dates for evidence in self.found))

    @property
    def singled_out(self) -> bool:
        """Whether figures and names that agree hardly belong to two incidents."""
        return sum(evidence.marks for evidence in self.found) >= SINGLED_OUT


def fit(judgements: Iterable[Judgement], *beside: Evidence) -> Fit:
    """Each feature's best word over the judgements, and what stands beside them."""
    best: dict[int, Evidence] = {}
    for judgement in judgements:
        for place, evidence in judgement.found:
            if place not in best or better(evidence, best[place]):
                best[place] = evidence
    return fit_of(*[best[place] for place in sorted(best)], *beside)


def fit_of(*found: Evidence) -> Fit:
    """The fit that these words make."""
    return Fit(found, round(sum([evidence.weight for evidence in found]), 3))


def better(a: Evidence, b: Evidence) -> bool:
    """Whether one word is preferred to another of the same feature."""
    return (a.weight, a.marks, b.sentence) > (b.weight, b.marks, a.sentence)
