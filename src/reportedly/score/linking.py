"""How well mentions of one incident were joined across reports: B-cubed over matched mentions, and what was joined or split
wrongly."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from reportedly.frozen import dataclass
from reportedly.score.gold import json_lines


@dataclass(frozen=True, slots=True)
class Linking:
    """B-cubed precision and recall over `mains` mentions, and the number of incidents against gold's.

    `merged` counts the gold incidents too many in one found incident, `split` the found incidents too many of one gold's.
    """

    precision: float
    recall: float
    mains: int
    incidents: int
    expected: int
    merged: int = 0
    split: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_clusters(path: Path) -> dict[str, str]:
    """The incident of every mention, from `reportedly export --format jsonl`."""
    return {mention["mention"]: line["id"] for line in json_lines(path) for mention in line["mentions"]}


def score_linking(links: Sequence[tuple[str, str]], clusters: Mapping[str, str]) -> Linking:
    """The score of the clusters on pairs of mention and gold incident; a mention of no incident stands alone."""
    joined = [(clusters.get(mention, f"alone {place}"), gold) for place, (mention, gold) in enumerate(links)]
    both, found, expected = Counter(joined), Counter(c for c, _ in joined), Counter(gold for _, gold in joined)
    size = max(1, len(joined))
    return Linking(
        precision=sum(both[pair] / found[pair[0]] for pair in joined) / size,
        recall=sum(both[pair] / expected[pair[1]] for pair in joined) / size,
        mains=len(joined),
        incidents=len(found),
        expected=len(expected),
        merged=len(both) - len(found),
        split=len(both) - len(expected),
    )
