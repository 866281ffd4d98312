"""What became of decisions once incidents were joined, and what a user is told of those that change nothing."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

from reportedly.model import Problem, ProblemKind, Ruling
from reportedly.reconcile.rulings.standing import Force, Rulings, Standing, overruled

SHORT = 8  # digits of an id that are shown


def carried_out(rulings: Rulings, homes: Mapping[str, str]) -> Rulings:
    """The rulings, where those on incidents that a later one prevents are overruled; `homes` names the incident of a
    mention, where it has any."""
    return replace(rulings, standings=tuple(_after(one, homes, rulings) for one in rulings.standings))


def _after(one: Standing, homes: Mapping[str, str], rulings: Rulings) -> Standing:
    if not one.in_force:
        return one
    if one.decision.ruling is Ruling.CLAIM and one.accounts[0] not in homes:
        return replace(one, force=Force.NOT_APPLICABLE, why="the account it was added to makes no incident any more")
    left, right = ({homes[mention] for mention in side if mention in homes} for side in (one.accounts, one.others))
    if one.decision.ruling is Ruling.SAME and left and right and left.isdisjoint(right):
        return _overruled(one, rulings.of(Ruling.DIFFERENT), left | right, homes)
    if one.decision.ruling is Ruling.DIFFERENT and not left.isdisjoint(right):
        return _overruled(one, rulings.of(Ruling.SAME), left & right, homes)
    return one


def _overruled(one: Standing, others: Iterable[Standing], where: Set[str], homes: Mapping[str, str]) -> Standing:
    """The ruling, overruled by the latest of the others that is about the same incidents."""
    fits = (other.decision for other in others if other.moment > one.moment and _is_on(other, where, homes))
    later = next(fits, None)
    if later is None:
        return replace(one, force=Force.OVERRULED, why="its accounts are held by other rulings")
    return overruled(one, later)


def _is_on(other: Standing, where: Set[str], homes: Mapping[str, str]) -> bool:
    return any(homes.get(mention) in where for mention in (*other.accounts, *other.others))


def problems_of(rulings: Rulings) -> tuple[Problem, ...]:
    """What the user is told: decisions that find nothing to stand on, and those that another person overruled."""
    return tuple(
        _problem(one)
        for one in rulings.standings
        if one.force is Force.NOT_APPLICABLE or (one.force is Force.OVERRULED and one.by != one.decision.who)
    )


def _problem(one: Standing) -> Problem:
    decision, short = one.decision, one.decision.id[:SHORT]
    what = f"{decision.ruling.value}, by {decision.who} on {decision.when:%Y-%m-%d} ({decision.why}), is {one.force.value}: "
    anew = (
        "agree on one of the two, and take" if one.force is Force.OVERRULED else "look again and decide anew, then take"
    )
    remedy = f"{anew} this one back: reportedly decide undo {short}"
    return Problem(f"decision {short}", ProblemKind.DECISION, what + one.why, remedy)
