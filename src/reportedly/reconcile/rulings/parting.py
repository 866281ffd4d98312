"""One incident in the making taken apart where a person ruled its accounts different."""

from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush
from itertools import combinations

from reportedly.model import JoinReason
from reportedly.reconcile.unit import Unit

Sides = tuple[frozenset[str], frozenset[str]]
Ties = Mapping[str, Sequence[tuple[float, str]]]  # of each mention, those it was joined to and how surely
STILL = "joined to the same accounts, which were ruled different since"


def parted(unit: Unit, rulings: Iterable[tuple[Iterable[str], Iterable[str]]]) -> list[Unit]:
    """The parts of the incident: itself alone where no ruling has both its sides in it.

    Accounts that the same rulings name on the same sides stay together. What no ruling names goes to the part it was
    joined to most surely; where two fit alike, to the larger one.
    """
    inside = frozenset(unit.members)
    sides = [(inside.intersection(a), inside.intersection(b)) for a, b in rulings]
    held = [(a - b, b - a) for a, b in sides if a - b and b - a]
    if not held:
        return [unit]
    ties = _ties(unit.reasons)
    cores = _cores(unit, held, ties)
    reach = [_reach(core, ties) for core in cores]
    parts = [list(core) for core in cores]
    for member in sorted(inside.difference(*cores)):
        fits = [(-near.get(member, 0.0), -len(core), min(core)) for near, core in zip(reach, cores, strict=True)]
        parts[fits.index(min(fits))].append(member)
    return [_unit(sorted(part), unit.reasons, ties) for part in parts]


def _ties(reasons: Iterable[JoinReason]) -> Ties:
    found: dict[str, list[tuple[float, str]]] = {}
    for reason in reasons:
        found.setdefault(reason.left, []).append((reason.score, reason.right))
        found.setdefault(reason.right, []).append((reason.score, reason.left))
    return found


def _cores(unit: Unit, held: Sequence[Sides], ties: Ties) -> list[frozenset[str]]:
    """The mentions that rulings name, as groups that may be one incident each; the surest pair of groups first."""
    alike: dict[tuple[tuple[int, bool], ...], set[str]] = {}
    for member in unit.members:
        named = tuple((n, member in a) for n, (a, b) in enumerate(held) if member in a or member in b)
        if named:
            alike.setdefault(named, set()).add(member)
    cores = sorted((frozenset(group) for group in alike.values()), key=min)
    reach = {core: _reach(core, ties) for core in cores}
    pairs = [(-max(reach[a].get(one, 0.0) for one in b), min(a), min(b), a, b) for a, b in combinations(cores, 2)]
    home = {core: core for core in cores}
    for _, _, _, a, b in sorted(pairs, key=lambda pair: pair[:3]):
        left, right = home[a], home[b]
        if left != right and not any(_meet(left, right, sides) for sides in held):
            home.update({core: left | right for core, group in home.items() if group in (left, right)})
    return sorted(set(home.values()), key=min)


def _meet(a: frozenset[str], b: frozenset[str], sides: Sides) -> bool:
    """Whether the two groups as one would hold both sides of a ruling."""
    return not (sides[0].isdisjoint(a | b) or sides[1].isdisjoint(a | b))


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


def _unit(members: Sequence[str], reasons: Iterable[JoinReason], ties: Ties) -> Unit:
    """The part with its own reasons; what only accounts of another part held together keeps a reason that says so."""
    inside = set(members)
    kept = [reason for reason in reasons if inside.issuperset((reason.left, reason.right))]
    near = _ties(kept)
    done = _reach(members[:1], near)
    for member in members:
        if member not in done:
            first = members[0]
            kept.append(JoinReason(first, member, _reach([first], ties).get(member, 0.0), STILL))
            done |= _reach([member], near)
    return Unit(tuple(members), tuple(sorted(kept, key=lambda one: (one.left, one.right))))
