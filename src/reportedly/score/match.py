"""Which found mention answers which gold incident of the same report."""

from collections.abc import Sequence

from reportedly.score.fields import FIELDS
from reportedly.score.gold import GoldIncident
from reportedly.score.names import family
from reportedly.score.predicted import FoundMention

SAME_TYPE = 0.5
DIFFERENT_VALUE = -0.3


def pair(golds: Sequence[GoldIncident], found: Sequence[FoundMention]) -> dict[int, int]:
    """Index of the mention for the index of each gold incident; the best pairs first, each used once."""
    pairs = [
        (-likeness(gold, mention), row, column)
        for row, gold in enumerate(golds)
        for column, mention in enumerate(found)
        if compatible(gold, mention)
    ]
    chosen: dict[int, int] = {}
    for _, row, column in sorted(pairs):
        if row not in chosen and column not in chosen.values():
            chosen[row] = column
    return chosen


def compatible(gold: GoldIncident, mention: FoundMention) -> bool:
    """Whether type family and state allow the two to be one incident."""
    if family(gold.type) != family(mention.type):
        return False
    return not (gold.state and mention.state and gold.state != mention.state)


def likeness(gold: GoldIncident, mention: FoundMention) -> float:
    """How much speaks for the pair: the exact type, and every field both have."""
    score = 1 + SAME_TYPE * (mention.type == gold.type)
    for rule in FIELDS:
        expected, got = rule.expected(gold), rule.got(mention.values)
        if expected is not None and got is not None:
            score += 1 if rule.equal(got, expected) else DIFFERENT_VALUE
    return score
