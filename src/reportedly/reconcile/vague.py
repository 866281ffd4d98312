"""Mentions without a day: each goes to the incident with a day that it fits clearly best, or to none."""

from collections.abc import Callable, Iterable

from reportedly.reconcile.entry import Entry
from reportedly.reconcile.keys import Hits, asked, is_word, kept
from reportedly.reconcile.ranks import Rank, Ranks
from reportedly.reconcile.shelf import ASKED, KEPT, State, Units
from reportedly.reconcile.unit import Unit
from reportedly.reconcile.view import Bench, View

FIRST, AGAIN, LAST = "vague", "vague again", "vague at last"
LEAD = 0.15  # how much better than the next the one incident must fit that a vague mention is given to
SHARED_BY_FEW = 40  # mentions; a word that more of them use finds none


class Vague:
    """A mention without a day, or several that belong together, is given to the incident it clearly fits best."""

    mirrored = True

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

    def fits(self, view: View, homes: Iterable[View], bench: Bench) -> Iterable[Rank]:
        """How well it fits each that does not contradict it."""
        weighed = ((home, found) for home in homes if (found := bench.fit(view, home)))
        return (Rank(found.score, home.id, found.holds) for home, found in weighed if not found.contradicted)

    def choose(self, ranks: Ranks) -> str | None:
        """The one that fits clearly better than any other."""
        if not ranks.best or not ranks.best[0].holds:
            return None
        first, second = ranks.best[0], ranks.best[1] if len(ranks.best) > 1 else None
        leads = second is None or round(first.score - second.score, 3) >= LEAD
        return first.home if leads else None
