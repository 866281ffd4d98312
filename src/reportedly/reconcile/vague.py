"""Mentions without a day: each goes to the incident with a day that it fits clearly best, or to none."""

from collections.abc import Callable, Iterable

from reportedly.reconcile.entry import Entry
from reportedly.reconcile.keys import Hits, asked, is_word, kept
from reportedly.reconcile.shelf import ASKED, KEPT, State, Units
from reportedly.reconcile.unit import Unit
from reportedly.reconcile.view import Bench, View

FIRST, AGAIN, LAST = "vague", "vague again", "vague at last"
LEAD = 0.15  # how much better than the next the one incident must fit that a vague mention is given to
SHARED_BY_FEW = 40  # mentions; a word that more of them use finds none


class Vague:
    """A mention without a day, or several that belong together, is given to the incident it clearly fits best."""

    def __init__(self, state: State) -> None:
        self._state = state

    def seeks(self, view: View) -> bool:
        """Whether none of it has a day."""
        return not view.dated

    def houses(self, view: View) -> bool:
        """Whether any of it has one."""
        return view.dated

    def candidates(self, view: View, units: Units) -> Iterable[Unit]:
        """The units with a mention that shares a date with it, or figures and words that may single one out."""
        return self._met(view, units, asked, KEPT)

    def lookers(self, view: View, units: Units) -> Iterable[Unit]:
        """The units with a mention that looks under what this one tells."""
        return self._met(view, units, kept, ASKED)

    def _met(self, view: View, units: Units, keys: Callable[[Entry], set[str]], kind: str) -> Iterable[Unit]:
        found = set[str]()
        for id_ in view.unit.members:
            hits = Hits()
            looked_under = keys(self._state.entries[id_])
            self._state.posted(kind).fetch(looked_under)
            self._state.posted(KEPT).fetch(key for key in looked_under if is_word(key))
            for key in looked_under:
                if self._is_of_use(key):
                    hits.meet(key, self._state.posted(kind).of(key))
            found |= hits.all()
        return units.those_of(found)

    def _is_of_use(self, key: str) -> bool:
        return not is_word(key) or len(self._state.posted(KEPT).of(key)) <= SHARED_BY_FEW

    def choose(self, view: View, homes: Iterable[View], bench: Bench) -> View | None:
        """The one that fits clearly better than any other."""
        weighed = [(home, found) for home in homes if (found := bench.fit(view, home))]
        ranked = sorted((one for one in weighed if not one[1].contradicted), key=lambda one: (-one[1].score, one[0].id))
        if not ranked or not ranked[0][1].holds:
            return None
        leads = len(ranked) == 1 or round(ranked[0][1].score - ranked[1][1].score, 3) >= LEAD
        return ranked[0][0] if leads else None
