"""Incidents told a day early: it was still the day before in the west when they happened."""

from collections.abc import Iterable
from datetime import timedelta

from reportedly.codebook import Codebook
from reportedly.reconcile.dated import days_of
from reportedly.reconcile.shelf import DAYS, State, Units
from reportedly.reconcile.suitors import Chosen
from reportedly.reconcile.unit import Unit
from reportedly.reconcile.view import Bench, View
from reportedly.reconcile.when import early

FIRST, AGAIN = "slips", "slips again"


class Slips:
    """An incident told a day early, without a clock or with the same, is given to the one of the next day that its figures
    single out."""

    def __init__(self, state: State, codebook: Codebook) -> None:
        self._state, self._codebook = state, codebook

    def seeks(self, view: View) -> bool:
        """Whether it has one day, and no other day by a clock in UTC."""
        return all(len(days_of(face.look)) == 1 for face in view.faces)

    def houses(self, view: View) -> bool:
        """Whether it has a clock, and at every clock told it was still the day before in the west."""
        clocked = [face.look for face in view.faces if face.look.minutes]
        return bool(clocked) and all(early(look, look.day, self._codebook) for look in clocked if look.day)

    def candidates(self, view: View, units: Units) -> Iterable[Unit]:
        """The incidents of the day after."""
        return self._shifted(view, units, 1)

    def lookers(self, view: View, units: Units) -> Iterable[Unit]:
        """The incidents of the day before."""
        return self._shifted(view, units, -1)

    def _shifted(self, view: View, units: Units, by: int) -> Iterable[Unit]:
        days = {day + timedelta(days=by) for group in view.groups for day in days_of(group.look)}
        keys = {f"{view.field}|{day}" for day in days}
        return units.those_of(id_ for key in keys for id_ in self._state.posted(DAYS).of(key))

    def choose(self, view: View, homes: Iterable[View], bench: Bench) -> Chosen | None:
        """The only one that it fits."""
        weighed = [(home, *found) for home in homes if (found := bench.weigh(view, home))]
        fits = [one for one in weighed if one[1].holds]
        return fits[0] if len(fits) == 1 else None
