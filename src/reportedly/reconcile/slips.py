"""Incidents told a day early, for it was still the day before in the west, or a day late, for it was late at night."""

from collections.abc import Iterable
from datetime import date, timedelta

from reportedly.codebook import Codebook
from reportedly.reconcile.dated import days_of
from reportedly.reconcile.ranks import Rank, Ranks
from reportedly.reconcile.shelf import DAYS, State, Units
from reportedly.reconcile.sketch import Look
from reportedly.reconcile.unit import Unit
from reportedly.reconcile.view import Bench, View
from reportedly.reconcile.when import early, is_night

FIRST, AGAIN = "slips", "slips again"


class Slips:
    """An incident told a day early, without a clock or with the same, is given to the one of the next day that its figures
    single out."""

    mirrored = False

    def __init__(self, state: State, codebook: Codebook) -> None:
        self._state, self._codebook = state, codebook

    def seeks(self, view: View) -> bool:
        """Whether it has one day, and no other day by a clock in UTC."""
        return all(len(days_of(face.look)) == 1 for face in view.faces)

    def houses(self, view: View) -> bool:
        """Whether it has a clock, and at every clock told it was still the day before in the west, or late at night."""
        return self._was_early(view) or _was_night(view)

    def _was_early(self, view: View) -> bool:
        clocked = _clocked(view)
        return bool(clocked) and all(early(look, look.day, self._codebook) for look in clocked if look.day)

    def candidates(self, view: View, units: Units) -> Iterable[Unit]:
        """The incidents of the day after; where it has no clock also of the day before."""
        return self._shifted(view, units, *((1,) if _clocked(view) else (-1, 1)))

    def lookers(self, view: View, units: Units) -> Iterable[Unit]:
        """The incidents of the day before; where it was late at night also of the day after."""
        return self._shifted(view, units, *((-1, 1) if _was_night(view) else (-1,)))

    def _shifted(self, view: View, units: Units, *by: int) -> Iterable[Unit]:
        days = {day + timedelta(days=n) for n in by for group in view.groups for day in days_of(group.look)}
        keys = {f"{view.field}|{day}" for day in days}
        return units.those_of(id_ for key in keys for id_ in self._state.posted(DAYS).of(key))

    def fits(self, view: View, homes: Iterable[View], bench: Bench) -> Iterable[Rank]:
        """How well it fits each that says enough."""
        may = (home for home in homes if (self._was_early if _day(home) > _day(view) else _was_night)(home))
        weighed = ((home, found) for home in may if (found := bench.fit(view, home)))
        return (Rank(found.score, home.id, found.holds) for home, found in weighed if found.holds)

    def choose(self, ranks: Ranks) -> str | None:
        """The only one that it fits."""
        return ranks.best[0].home if len(ranks.best) == 1 else None


def _clocked(view: View) -> list[Look]:
    return [face.look for face in view.faces if face.look.minutes]


def _was_night(view: View) -> bool:
    """Whether at every clock told it was late at night."""
    clocked = _clocked(view)
    return bool(clocked) and all(is_night(look) for look in clocked)


def _day(view: View) -> date:
    return min(day for face in view.faces for day in days_of(face.look))
