"""A layer in which some incidents in the making each look for the one other that they belong to.

Every suitor decides by itself, against the incidents as the layer before left them: what another suitor decides changes
nothing for it. So a change is followed from the incidents it touches to the suitors that look at them, and no further.
"""

from collections.abc import Iterable
from dataclasses import field
from typing import Protocol

from reportedly.frozen import dataclass
from reportedly.reconcile.ranks import Rank, Ranks, amended, ranks_of
from reportedly.reconcile.shelf import CHOSEN, State, Units
from reportedly.reconcile.unit import Delta, Unit, delta
from reportedly.reconcile.view import Bench, View, Views


class Rule(Protocol):
    """Who looks for a home in a layer, who may be one, and which it is. A home that finds one for itself houses nobody.

    `mirrored`: the candidates of one are exactly those whose looker it is, so that what it made of the others stands where
    one of them changes.
    """

    mirrored: bool

    def seeks(self, view: View) -> bool:
        """Whether this incident in the making looks for a home."""
        ...

    def houses(self, view: View) -> bool:
        """Whether it may be one."""
        ...

    def candidates(self, view: View, units: Units) -> Iterable[Unit]:
        """The units that a suitor is worth comparing with."""
        ...

    def lookers(self, view: View, units: Units) -> Iterable[Unit]:
        """The units that are worth comparing with this one: whose candidate it is."""
        ...

    def fits(self, view: View, homes: Iterable[View], bench: Bench) -> Iterable[Rank]:
        """How well a suitor fits each of these homes that nothing forbids."""
        ...

    def choose(self, ranks: Ranks) -> str | None:
        """The home that a suitor belongs to; None where there is none for sure."""
        ...


@dataclass(frozen=True, slots=True)
class _Moved:
    """Homes that one suitor looks at and that are gone, by id, and those that are new."""

    gone: set[str] = field(default_factory=set)
    new: list[View] = field(default_factory=list)


class Suitors:
    """One such layer. `before` are the units it is handed, `units` those it hands on."""

    def __init__(self, name: str, before: Units, rule: Rule, state: State, bench: Bench) -> None:
        self._before, self._rule, self._bench = before, rule, bench
        self.units = state.layer(name)
        self._choice, self._chosen_by = state.choice(name), state.posted(f"{CHOSEN} {name}")
        self._ranks = state.rank(name)

    def update(self, change: Delta, views: Views, crowded: Iterable[str] = ()) -> Delta:
        """What a change in the layer before changes here. `crowded` are mentions for which a word lost or found its use."""
        anew = change.ids | {unit.id for unit in self._before.those_of(crowded)}
        moved = {} if self._before.units.is_all(len(change.new)) else self._moved(change, views)
        touched = anew | moved.keys()
        self._choice.fetch(touched)
        self._ranks.fetch(touched)
        homes = set[str]()
        for id_ in touched:
            homes |= self._decide(id_, views, None if id_ in anew else moved[id_])
        after = [unit for id_ in sorted(homes) for unit in self._housed(id_, views)]
        members = {id_ for unit in (*change.gone.values(), *after) for id_ in unit.members}
        found = delta(self.units.those_of(members), after)
        self.units.apply(found)
        return found

    def _moved(self, change: Delta, views: Views) -> dict[str, _Moved]:
        """The suitors that look at homes which are gone or new, and which these are."""
        found: dict[str, _Moved] = {}
        for unit in change.gone.values():
            if self._rule.houses(seen := views.of(unit)):
                for one in self._rule.lookers(seen, self._before):
                    found.setdefault(one.id, _Moved()).gone.add(unit.id)
        for unit in change.new.values():
            if self._rule.houses(seen := views.of(unit)):
                for one in self._rule.lookers(seen, self._before):
                    found.setdefault(one.id, _Moved()).new.append(seen)
        return found

    def _decide(self, id_: str, views: Views, moved: _Moved | None) -> set[str]:
        """The homes that are touched by what this unit decides now, and what it decided before; itself is one of them."""
        before, ranks = self._choice.get(id_), None
        unit = self._before.units.get(id_)
        if unit is not None and self._rule.seeks(seen := views.of(unit)):
            ranks = (self._amended(seen, moved) if moved else None) or self._ranked(seen, views)
        if self._rule.mirrored and ranks != self._ranks.get(id_):
            self._ranks.put(id_, ranks)
        now = self._rule.choose(ranks) if ranks else None
        if before != now:
            self._choice.put(id_, now)
            if before is not None:
                self._chosen_by.take(before, id_)
            if now is not None:
                self._chosen_by.add(now, id_)
        return {one for one in (before, now, id_) if one is not None}

    def _ranked(self, seen: View, views: Views) -> Ranks:
        """How well it fits every home it may belong to."""
        others = views.all_of(self._rule.candidates(seen, self._before))
        homes = [one for one in others if one.id != seen.id and self._rule.houses(one)]
        return ranks_of(self._rule.fits(seen, homes, self._bench))

    def _amended(self, seen: View, moved: _Moved) -> Ranks | None:
        """The same, where only these homes are otherwise than when it last decided; None where that does not suffice."""
        known = self._ranks.get(seen.id)
        if known is None:
            return None
        new = [one for one in moved.new if one.id != seen.id]
        gone = moved.gone | {one.id for one in new}
        return amended(known, gone, self._rule.fits(seen, new, self._bench))

    def _housed(self, home: str, views: Views) -> Iterable[Unit]:
        """The home with those that chose it, the surest first; those that one before them forbids stay by themselves."""
        unit = self._before.units.get(home)
        if unit is None:
            return
        if not (chosen_by := self._chosen_by.of(home)):
            if self._choice.get(home) is None:
                yield unit
            return
        seen = views.of(unit)
        suitors = views.all_of(self._before.units[id_] for id_ in chosen_by)
        if self._choice.get(home) is not None:
            yield from (one.unit for one in suitors)
            return
        weighed = [(one, found) for one in suitors if (found := self._bench.weigh(one, seen))]
        for one, found in sorted(weighed, key=lambda pair: (-pair[1].fit.score, pair[0].id)):
            now = self._bench.weigh(one, views.of(unit))
            if now is None or now.fit.contradicted:
                yield one.unit
            else:
                unit = unit.with_(one.unit, found.reason)
        yield unit
