"""Units without a day that hold together in pairs: who stands beside whom, and which pairs nothing else can dispute."""

from collections.abc import Iterable, Mapping

from reportedly.reconcile.shelf import Units
from reportedly.reconcile.unit import Unit
from reportedly.reconcile.vague import LEAD, Vague
from reportedly.reconcile.view import Bench, Views


class Beside:
    """The units beside each, as far as they are asked for, in one change."""

    def __init__(self, rule: Vague, units: Units, bench: Bench, views: Views) -> None:
        self._rule, self._units, self._bench, self._views = rule, units, bench, views
        self._scores: dict[str, Mapping[str, float]] = {}
        self._met: dict[str, Unit] = {}
        self._apart: dict[tuple[str, str], bool] = {}
        self._disputed: dict[tuple[str, str], bool] = {}

    def of(self, unit: Unit) -> list[Unit]:
        """The units that hold together with one, of those it is worth comparing with; it need not be there any more."""
        is_there = self._units.units.get(unit.id) == unit
        return [self._met[id_] for id_ in (self._scores_of(unit) if is_there else self._weighed(unit))]

    def tied(self, unit: Unit) -> dict[str, Unit]:
        """The unit with all that undisputed pairs tie to it, over any number of steps."""
        found = {unit.id: unit}
        todo = [unit]
        while todo:
            one = todo.pop()
            for other in self._scores_of(one):
                if other not in found and not self._is_disputed(one.id, other):
                    found[other] = self._met[other]
                    todo.append(self._met[other])
        return found

    def pairs(self, tied: Iterable[str]) -> list[tuple[str, str]]:
        """The undisputed pairs among these, the surest first."""
        inside = set(tied)
        found = [
            (-score, a, b)
            for a in inside
            for b, score in self._scores[a].items()
            if a < b and b in inside and not self._is_disputed(a, b)
        ]
        return [(a, b) for _, a, b in sorted(found)]

    def _scores_of(self, unit: Unit) -> Mapping[str, float]:
        """How well each that stands beside a unit holds together with it, by id."""
        if unit.id not in self._scores:
            self._met[unit.id] = unit
            self._scores[unit.id] = self._weighed(unit)
        return self._scores[unit.id]

    def _weighed(self, unit: Unit) -> Mapping[str, float]:
        view = self._views.of(unit)
        if not self._rule.seeks(view):
            return {}
        near = (*self._rule.candidates(view, self._units), *self._rule.lookers(view, self._units))
        found = dict[str, float]()
        for one in self._views.all_of({other.id: other for other in near}.values()):
            weighed = self._bench.weigh(*sorted((view, one), key=lambda it: it.id)) if one.id != unit.id else None
            if weighed and weighed.fit.holds and self._rule.seeks(one):
                found[one.id] = weighed.fit.score
                self._met[one.id] = one.unit
        return found

    def _is_disputed(self, a: str, b: str) -> bool:
        """Whether either end holds as well with another unit, where that one and the other end are not one."""
        key = (a, b) if a < b else (b, a)
        if key not in self._disputed:
            score = self._scores_of(self._met[a])[b]
            self._disputed[key] = self._has_rival(a, b, score) or self._has_rival(b, a, score)
        return self._disputed[key]

    def _has_rival(self, one: str, other: str, score: float) -> bool:
        beside = self._scores_of(self._met[one]).items()
        as_well = (rival for rival, held in beside if rival != other and round(score - held, 3) < LEAD)
        return any(self._are_apart(rival, other) for rival in as_well)

    def _are_apart(self, a: str, b: str) -> bool:
        """Whether anything forbids two units to be one."""
        key = (a, b) if a < b else (b, a)
        if key not in self._apart:
            first, second = (self._views.of(self._met[id_]) for id_ in key)
            self._apart[key] = self._bench.weigh(first, second) is None
        return self._apart[key]
