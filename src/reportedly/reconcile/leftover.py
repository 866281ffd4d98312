"""What found no incident with a day: those that fit each other become incidents of their own."""

from collections.abc import Iterable, Mapping

from reportedly.reconcile.beside import Beside
from reportedly.reconcile.shelf import State, Units
from reportedly.reconcile.unit import Delta, Unit, delta
from reportedly.reconcile.vague import Vague
from reportedly.reconcile.view import Bench, Views

LAYER = "left over"


class Leftover:
    """A layer that joins units without a day among themselves, the surest pair first; the others it hands on.

    Pairs of which one end holds as well with another unit, where these two are not one, are no pairs. So whether two are
    a pair depends on what stands beside either, and what becomes of a unit on those it is tied to by pairs.
    """

    def __init__(self, before: Units, rule: Vague, state: State, bench: Bench) -> None:
        self._before, self._rule, self._bench = before, rule, bench
        self.units = state.layer(LAYER)

    def update(self, change: Delta, views: Views, crowded: Iterable[str] = ()) -> Delta:
        """What a change in the layer before changes here. `crowded` are mentions for which a word lost or found its use."""
        beside = Beside(self._rule, self._before, self._bench, views)
        anew = {unit.id: unit for unit in (*change.new.values(), *self._before.those_of(crowded))}
        todo = dict(anew)
        if not (all_ := self._before.units.is_all(len(change.new))):
            for unit in (*change.gone.values(), *anew.values()):
                todo.update({one.id: one for one in beside.of(unit)})
            todo.update(self._with(member for unit in change.gone.values() for member in unit.members))
        after: list[Unit] = []
        seen = set[str]()
        waiting = list(todo.values())
        while waiting:
            if (unit := waiting.pop()).id in seen:
                continue
            tied = beside.tied(unit)
            seen.update(tied)
            after += self._joined(tied, beside, views) if len(tied) > 1 else tied.values()
            if not all_:
                waiting += self._with(member for one in tied.values() for member in one.members).values()
        members = {id_ for unit in (*change.gone.values(), *after) for id_ in unit.members}
        changed = delta(self.units.those_of(members), after)
        self.units.apply(changed)
        return changed

    def _with(self, members: Iterable[str]) -> dict[str, Unit]:
        """The units that were in one incident with these mentions."""
        were = {id_ for unit in self.units.those_of(members) for id_ in unit.members}
        return {unit.id: unit for unit in self._before.those_of(were)}

    def _joined(self, tied: Mapping[str, Unit], beside: Beside, views: Views) -> Iterable[Unit]:
        made = {id_: tied[id_] for id_ in sorted(tied)}  # the incident that each unit is in
        for a, b in beside.pairs(tied):
            left, right = sorted((made[a], made[b]), key=lambda one: one.id)
            weighed = self._bench.weigh(views.of(left), views.of(right)) if left != right else None
            if weighed and weighed.fit.holds:
                both = left.with_(right, weighed.reason)
                made.update({id_: both for id_, unit in made.items() if unit in (left, right)})
        return {unit.id: unit for unit in made.values()}.values()
