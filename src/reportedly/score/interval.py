"""How far a score may be chance: intervals from drawing the reports again, with replacement."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from reportedly.frozen import dataclass
from reportedly.score.tally import Tally

DRAWS = 1000
SEED = 20240918
LOW, HIGH = 2.5, 97.5


@dataclass(frozen=True, slots=True)
class Interval95:
    """The middle 95 % of the F1 of the draws."""

    low: float
    high: float


def f1_interval(tallies: Sequence[Tally]) -> Interval95:
    """The interval of the summed F1, one tally a report; the same draws for every row, so rows compare."""
    if not tallies:
        return Interval95(0.0, 0.0)
    counts = np.array([(tally.right, tally.wrong, tally.missed) for tally in tallies], dtype=np.int64)
    right, wrong, missed = (_draws(len(tallies)) @ counts).T
    below = 2 * right + wrong + missed
    f1 = np.divide(2 * right, below, out=np.zeros(DRAWS), where=below > 0)
    low, high = np.percentile(f1, [LOW, HIGH])
    return Interval95(float(low), float(high))


@cache
def _draws(size: int) -> NDArray[np.int64]:
    """How often each report is drawn, one row a draw."""
    return np.random.default_rng(SEED).multinomial(size, np.full(size, 1 / size), size=DRAWS)
