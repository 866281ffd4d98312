"""Incidents in the making as people ruled on them: first taken apart, then put together.

The rules join without knowing any ruling; only what a ruling touches is changed here, so an undo leaves no trace.
"""

from collections.abc import Iterable, Sequence

from reportedly.model import JoinReason, Ruling
from reportedly.reconcile.rulings.elsewhere import Told
from reportedly.reconcile.rulings.parting import parted
from reportedly.reconcile.rulings.standing import Rulings, Standing
from reportedly.reconcile.unit import Unit

RULED = 1.0  # the score of a join that a person ruled


def ruled_units(units: Iterable[Unit], rulings: Rulings) -> list[Unit]:
    """The incidents, by id: those that hold both sides of a "different" in parts, those that a "same" names as one.

    Where a "same" would bring together what is ruled different, the later ruling prevails.
    """
    apart, together = list(rulings.of(Ruling.DIFFERENT)), list(rulings.of(Ruling.SAME))
    if not (apart or together):
        return sorted(units, key=lambda unit: unit.id)
    made = [part for unit in units for part in parted(unit, [(one.accounts, one.others) for one in apart])]
    home = {member: unit for unit in made for member in unit.members}
    for same in together:
        left, right = (_first(side, home) for side in (same.accounts, same.others))
        if left is None or right is None or home[left] is home[right]:
            continue
        if any(one.moment > same.moment and _brings(home[left], home[right], one) for one in apart):
            continue
        whole = home[left].with_(home[right], _reason(same, left, right))
        home.update(dict.fromkeys(whole.members, whole))
    return sorted({unit.id: unit for unit in home.values()}.values(), key=lambda unit: unit.id)


def _first(side: Sequence[str], home: dict[str, Unit]) -> str | None:
    return next((mention for mention in side if mention in home), None)


def _brings(left: Unit, right: Unit, different: Standing) -> bool:
    """Whether the two as one would hold both sides of what is ruled different."""
    members = {*left.members, *right.members}
    return not members.isdisjoint(different.accounts) and not members.isdisjoint(different.others)


def _reason(same: Standing, left: str, right: str) -> JoinReason:
    decision = same.decision
    return JoinReason(min(left, right), max(left, right), RULED, f"ruled same by {decision.who}: {decision.why}")


def with_told(units: Iterable[Unit], added: Iterable[Told]) -> list[Unit]:
    """The incidents with what people read elsewhere, each in an account of its own."""
    home = {member: unit for unit in units for member in unit.members}
    for one in added:
        if (unit := home.get(one.home)) is not None:
            decision = one.standing.decision
            why = f"added by hand by {decision.who}: {decision.why}"
            whole = unit.with_(Unit((one.account,)), JoinReason(one.home, one.account, RULED, why))
            home.update(dict.fromkeys(whole.members, whole))
    return sorted({unit.id: unit for unit in home.values()}.values(), key=lambda unit: unit.id)
