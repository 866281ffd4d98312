"""One incident in the making taken apart where a person ruled its accounts different."""

from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush

from reportedly.model import JoinReason
from reportedly.reconcile.unit import Unit

Pair = tuple[str, str]
Ties = Mapping[str, Sequence[tuple[float, str]]]  # of each mention, those it was joined to and how surely
STILL = "joined to the same accounts, which were ruled different since"


def parted(unit: Unit, one: Iterable[str], other: Iterable[str], surer: Mapping[Pair, float]) -> tuple[Unit, ...]:
    """The two parts of the incident, or itself alone where it has not both sides of the ruling in it.

    The accounts on one side stay together. What the ruling does not name goes to the side it was joined to most surely,
    where two fit alike to the larger one. `surer` has how sure joins are that people ruled.
    """
    inside = frozenset(unit.members)
    left, right = inside.intersection(one), inside.intersection(other)
    cores = (left - right, right - left)
    if not all(cores):
        return (unit,)
    ties = _ties(unit.reasons, surer)
    reach = [_reach(core, ties) for core in cores]
    parts = [list(core) for core in cores]
    for member in sorted(inside.difference(*cores)):
        fits = [(-near.get(member, 0.0), -len(core), min(core)) for near, core in zip(reach, cores, strict=True)]
        parts[fits.index(min(fits))].append(member)
    return tuple(_unit(sorted(part), unit.reasons, ties, surer) for part in parts)


def _ties(reasons: Iterable[JoinReason], surer: Mapping[Pair, float]) -> Ties:
    found: dict[str, list[tuple[float, str]]] = {}
    for reason in reasons:
        sure = surer.get((reason.left, reason.right), reason.score)
        found.setdefault(reason.left, []).append((sure, reason.right))
        found.setdefault(reason.right, []).append((sure, reason.left))
    return found


def _reach(sources: Iterable[str], ties: Ties) -> dict[str, float]:
    """How surely each mention is joined to any of these: the weakest join on the best way there."""
    best: dict[str, float] = {}
    waiting = [(-float("inf"), source) for source in sorted(sources)]
    while waiting:
        worst, here = heappop(waiting)
        if here in best:
            continue
        best[here] = -worst
        for score, other in ties.get(here, ()):
            if other not in best:
                heappush(waiting, (max(worst, -score), other))
    return best


def _unit(members: Sequence[str], reasons: Iterable[JoinReason], ties: Ties, surer: Mapping[Pair, float]) -> Unit:
    """The part with its own reasons; what only accounts of another part held together keeps a reason that says so."""
    inside = set(members)
    kept = [reason for reason in reasons if inside.issuperset((reason.left, reason.right))]
    near = _ties(kept, surer)
    done = _reach(members[:1], near)
    for member in members:
        if member not in done:
            first = members[0]
            score = min(1.0, _reach([first], ties).get(member, 0.0))
            kept.append(JoinReason(first, member, score, STILL))
            done |= _reach([member], near)
    return Unit(tuple(members), tuple(sorted(kept, key=lambda one: (one.left, one.right))))
