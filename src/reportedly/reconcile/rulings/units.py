"""Incidents in the making as people ruled on them: what the rules joined, and each ruling in its turn upon it.

The rules join without knowing any ruling; only what a ruling touches is changed here, so an undo leaves no trace.
"""

from collections.abc import Iterable, Sequence

from reportedly.model import JoinReason, Ruling
from reportedly.reconcile.rulings.elsewhere import Told
from reportedly.reconcile.rulings.parting import Pair, parted
from reportedly.reconcile.rulings.standing import Rulings, Standing
from reportedly.reconcile.unit import Unit

RULED = 1.0  # the score of a join that a person ruled
SURER = 100.0  # how sure it is beside those of the rules, where its incident is taken apart; the later the surer


def ruled_units(units: Iterable[Unit], rulings: Rulings) -> list[Unit]:
    """The incidents, by id: each ruling in force acts on what the rulings before it left, as it did when it was made.

    A "different" parts every incident that has both its sides in it, a "same" makes the two incidents of its sides one.
    """
    home = {member: unit for unit in units for member in unit.members}
    surer: dict[Pair, float] = {}
    for nth, one in enumerate(rulings.standings):
        if not one.in_force:
            continue
        if one.decision.ruling is Ruling.SAME:
            _join(one, home, surer, SURER + nth)
        elif one.decision.ruling is Ruling.DIFFERENT:
            for unit in {home[id_].id: home[id_] for id_ in one.accounts if id_ in home}.values():
                for part in parted(unit, one.accounts, one.others, surer):
                    home.update(dict.fromkeys(part.members, part))
    return sorted({unit.id: unit for unit in home.values()}.values(), key=lambda unit: unit.id)


def _join(same: Standing, home: dict[str, Unit], surer: dict[Pair, float], sure: float) -> None:
    """Nothing; the incidents of both sides are one in `home`, and the pair that stands for them is in `surer`."""
    left, right = (_first(side, home) for side in (same.accounts, same.others))
    if left is None or right is None or left == right:
        return
    reason = _reason(same, left, right)
    surer[reason.left, reason.right] = sure
    if home[left] is not home[right]:
        whole = home[left].with_(home[right], reason)
        home.update(dict.fromkeys(whole.members, whole))


def _first(side: Sequence[str], home: dict[str, Unit]) -> str | None:
    return next((mention for mention in side if mention in home), None)


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
