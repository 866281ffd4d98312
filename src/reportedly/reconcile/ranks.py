"""How well the homes fit that one incident in the making may belong to: the best few, so that a change among them is
followed without weighing all the others again."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from reportedly.frozen import dataclass

FEW = 5  # homes that are remembered: the more, the more of them may go before all are weighed again


class Rank(NamedTuple):
    """How well a home fits, by its id, and whether that says enough."""

    score: float
    home: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Ranks:
    """The homes that fit best, the best first; `whole` where there are no others. Any other fits less than the last."""

    best: tuple[Rank, ...]
    whole: bool


def ranks_of(fits: Iterable[Rank]) -> Ranks:
    """The best of all homes there are."""
    ordered = sorted(fits, key=_order)
    return Ranks(tuple(ordered[:FEW]), len(ordered) <= FEW)


def amended(ranks: Ranks, gone: Collection[str], new: Iterable[Rank]) -> Ranks | None:
    """The best after homes have gone and others have come; None where only weighing all tells which the best two are."""
    merged = sorted([*(one for one in ranks.best if one.home not in gone), *new], key=_order)
    if ranks.whole:
        return Ranks(tuple(merged[:FEW]), len(merged) <= FEW)
    last = _order(ranks.best[-1])
    sure = [one for one in merged if _order(one) <= last]
    return Ranks(tuple(sure[:FEW]), whole=False) if len(sure) > 1 else None


def _order(one: Rank) -> tuple[float, str]:
    return -one.score, one.home
