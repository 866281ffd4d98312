"""All accounts as joining holds them: mentions come and go, and what that changes is followed layer by layer.

Each layer is a function of the one before it, and of what its mentions tell, and nothing in it depends on the order in
which mentions came. So adding one gives what joining all anew would give, and touches its neighbourhood only.
"""

from collections.abc import Iterable

from reportedly.codebook import Codebook
from reportedly.reconcile import dated, leftover, slips, vague
from reportedly.reconcile.entry import Entry
from reportedly.reconcile.keys import asked, kept, kept_words
from reportedly.reconcile.shelf import ASKED, DAYS, KEPT, State
from reportedly.reconcile.suitors import Suitors
from reportedly.reconcile.unit import Delta, Unit
from reportedly.reconcile.vague import SHARED_BY_FEW
from reportedly.reconcile.view import Bench, Views
from reportedly.reconcile.wording import Wording


class Accounts:
    """Mentions joined into incidents: those with a day among themselves, then a day told early, then what has no day,
    twice because the first round tells more of the incidents, then what is left over among itself."""

    def __init__(self, codebook: Codebook, wording: Wording, state: State) -> None:
        self._state, self._codebook = state, codebook
        bench = Bench(codebook, wording)
        rule = vague.Vague(state)
        self._dated = dated.Dated(state, codebook)
        early = Suitors(slips.FIRST, self._dated.units, slips.Slips(state, codebook), state, bench)
        first = Suitors(vague.FIRST, early.units, rule, state, bench)
        again = Suitors(vague.AGAIN, first.units, rule, state, bench)
        late = Suitors(slips.AGAIN, again.units, slips.Slips(state, codebook), state, bench)
        left = leftover.Leftover(late.units, rule, state, bench)
        self._layers = (early, first, again, late, left)

    def change(self, *, gone: Iterable[str] = (), new: Iterable[Entry] = ()) -> Delta:
        """What taking mentions away, by id, and adding others does to the incidents."""
        first = self._change([self._state.entries[id_] for id_ in gone], ())
        return _both(first, self._change((), tuple(new)))

    def _change(self, gone: Iterable[Entry], new: Iterable[Entry]) -> Delta:
        """One step of the two. What is taken away can still be looked at until the step is done."""
        gone, new = tuple(gone), tuple(new)
        words = set[str]().union(*(kept_words(one) for one in (*gone, *new)))
        before = {key for key in words if self._is_crowded(key)}
        for one in gone:
            self._file(one, away=True)
        for one in new:
            self._state.entries.put(one.id, one)
            self._file(one, away=False)
        crossed = {key for key in words if self._is_crowded(key) != (key in before)}
        crowded = {id_ for key in crossed for id_ in self._state.posted(ASKED).of(key)}
        found = self._dated.update(gone, new)
        views = Views(self._state, self._codebook)
        for layer in self._layers:
            found = layer.update(found, views, crowded)
        for one in gone:
            self._state.entries.put(one.id, None)
        return found

    def _is_crowded(self, key: str) -> bool:
        return len(self._state.posted(KEPT).of(key)) > SHARED_BY_FEW

    def _file(self, entry: Entry, *, away: bool) -> None:
        for kind, keys in ((KEPT, kept(entry)), (ASKED, asked(entry)), (DAYS, dated.day_keys(entry))):
            postings = self._state.posted(kind)
            postings.fetch(keys)
            for key in keys:
                (postings.take if away else postings.add)(key, entry.id)

    def of(self, mentions: Iterable[str]) -> list[Unit]:
        """The incidents in the making that these mentions are in."""
        return self._layers[-1].units.those_of(mentions)

    def units(self) -> Iterable[Unit]:
        """All incidents in the making; only where all that joining remembers is in memory."""
        return (unit for _, unit in self._layers[-1].units.units.held())


def _both(first: Delta, then: Delta) -> Delta:
    """Two changes as one."""
    gone = {**{id_: unit for id_, unit in then.gone.items() if id_ not in first.new}, **first.gone}
    new = {**{id_: unit for id_, unit in first.new.items() if id_ not in then.gone}, **then.new}
    return Delta(
        {id_: unit for id_, unit in gone.items() if new.get(id_) != unit},
        {id_: unit for id_, unit in new.items() if gone.get(id_) != unit},
    )
