"""What found no incident with a day: those that fit each other become incidents of their own."""

from collections.abc import Iterable

from reportedly.reconcile.shelf import State, Units
from reportedly.reconcile.unit import Delta, Unit, delta
from reportedly.reconcile.vague import LEAD, Vague
from reportedly.reconcile.view import Bench, View, Views

LAYER = "left over"


class Leftover:
    """A layer that joins units without a day among themselves, the surest pair first; the others it hands on."""

    def __init__(self, before: Units, rule: Vague, state: State, bench: Bench) -> None:
        self._before, self._rule, self._bench = before, rule, bench
        self.units = state.layer(LAYER)

    def update(self, change: Delta, views: Views, crowded: Iterable[str] = ()) -> Delta:
        """What a change in the layer before changes here. `crowded` are mentions for which a word lost or found its use."""
        touched = {unit.id: unit for unit in (*change.new.values(), *self._before.those_of(crowded))}
        if not self._before.units.is_all(len(change.new)):
            for unit in change.gone.values():
                touched.update({one.id: one for one in self._beside(views.of(unit), views)})
            with_them = {id_ for one in (*change.gone.values(), *touched.values()) for id_ in one.members}
            was = {id_ for unit in self.units.those_of(with_them) for id_ in unit.members}
            touched.update({unit.id: unit for unit in self._before.those_of(was)})
        after: list[Unit] = []
        seen = set[str]()
        for id_ in sorted(touched):
            if id_ not in seen:
                component = self._component(touched[id_], views)
                seen.update(component)
                after += self._joined(component, views) if len(component) > 1 else component.values()
        members = {id_ for unit in (*change.gone.values(), *after) for id_ in unit.members}
        found = delta(self.units.those_of(members), after)
        self.units.apply(found)
        return found

    def _beside(self, view: View, views: Views) -> list[Unit]:
        """The units that hold together with one, those it is worth comparing with."""
        if not self._rule.seeks(view):
            return []
        near = (*self._rule.candidates(view, self._before), *self._rule.lookers(view, self._before))
        others = {one.id: one for one in views.all_of(near) if one.id != view.id and self._rule.seeks(one)}
        return [one.unit for one in others.values() if self._score(view, one) is not None]

    def _score(self, a: View, b: View) -> float | None:
        """How well two hold together; None where they do not."""
        weighed = self._bench.weigh(*sorted((a, b), key=lambda one: one.id))
        return weighed.fit.score if weighed and weighed.fit.holds else None

    def _component(self, unit: Unit, views: Views) -> dict[str, Unit]:
        """The unit with all that hold together with it, over any number of steps."""
        found = {unit.id: unit}
        todo = [unit]
        while todo:
            for one in self._beside(views.of(todo.pop()), views):
                if one.id not in found:
                    found[one.id] = one
                    todo.append(one)
        return found

    def _joined(self, component: dict[str, Unit], views: Views) -> Iterable[Unit]:
        made = {id_: component[id_] for id_ in sorted(component)}  # the incident that each unit is in
        for _, a, b in self._pairs(component, views):
            left, right = sorted((made[a], made[b]), key=lambda one: one.id)
            weighed = self._bench.weigh(views.of(left), views.of(right)) if left != right else None
            if weighed and weighed.fit.holds:
                both = left.with_(right, weighed.reason)
                made.update({id_: both for id_, unit in made.items() if unit in (left, right)})
        return {unit.id: unit for unit in made.values()}.values()

    def _pairs(self, component: dict[str, Unit], views: Views) -> list[tuple[float, str, str]]:
        """The pairs that hold together, the surest first; without those of a unit that holds as well with another, where
        these two are not one."""
        ids = sorted(component)
        scores = {
            (a, b): score
            for n, a in enumerate(ids)
            for b in ids[n + 1 :]
            if (score := self._score(views.of(component[a]), views.of(component[b]))) is not None
        }
        kept = [
            pair for pair in scores if not any(self._rivals(pair, other, scores, component, views) for other in scores)
        ]
        return sorted((-scores[a, b], a, b) for a, b in kept)

    def _rivals(
        self,
        pair: tuple[str, str],
        other: tuple[str, str],
        scores: dict[tuple[str, str], float],
        component: dict[str, Unit],
        views: Views,
    ) -> bool:
        apart = set(pair) ^ set(other)
        if len(apart) != 2 or round(scores[pair] - scores[other], 3) >= LEAD:
            return False
        a, b = sorted(apart)
        return self._bench.weigh(views.of(component[a]), views.of(component[b])) is None
