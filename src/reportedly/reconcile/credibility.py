"""The Admiralty digit of what is said, from 1 to 6: counted from independent origins, never from outlets."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from reportedly.model import Stance
from reportedly.reconcile.origins import UNATTRIBUTED
from reportedly.reconcile.said import Said, origins_heard

REVISED = 5  # whoever held it took it back or said otherwise
UNJUDGED = 6
WORDS: Mapping[int, str] = MappingProxyType(
    {
        1: "confirmed by independent origins",
        2: "probably true",
        3: "possibly true",
        4: "doubtful",
        REVISED: "improbable: taken back, or said otherwise since",
        UNJUDGED: "cannot be judged",
    }
)
_PLAIN = frozenset({Stance.ASSERTED, Stance.CONFIRMED, Stance.ESTIMATED, Stance.CONDEMNED})


def credibility(holds: Sequence[Said], otherwise: Iterable[Said] = ()) -> int:
    """The digit of what `holds` say, while `otherwise` say that it is not so.

    1 where two independent origins or more hold it and nobody says otherwise; 2 where one does, or more hold it than
    say otherwise; 3 where as many do, or the one only alleges it; 4 where fewer do; 6 where no origin is known, as of
    what is told with "reportedly". One origin alone never comes to 1, and "confirmed" raises nothing.
    """
    named = [one for one in holds if one.origin != UNATTRIBUTED]
    mine = {part for one in named for part in one.origin.split("+")}
    others = [one for one in otherwise if mine.isdisjoint(one.origin.split("+"))]
    count, against = origins_heard(named), origins_heard(others)
    if count == 0:
        return UNJUDGED
    if count < against:
        return 4
    if count == against or not any(one.claim.stance in _PLAIN for one in named):
        return 3
    return 1 if count > 1 and against == 0 else 2
