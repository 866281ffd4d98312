"""What joining remembers between two builds: maps that are read where they are asked, and know what was changed in them."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from reportedly.reconcile.entry import Entry
from reportedly.reconcile.unit import Delta, Unit

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Shelf(Generic[K, V]):
    """Values by key. What is not here is asked of `load`, once; without `load` it is not there at all."""

    def __init__(self, load: Callable[[K], V | None] | None = None) -> None:
        self._load = load
        self._held: dict[K, V | None] = {}
        self.touched: set[K] = set()

    def get(self, key: K) -> V | None:
        """The value, or None."""
        if key not in self._held and self._load is not None:
            self._held[key] = self._load(key)
        return self._held.get(key)

    def __getitem__(self, key: K) -> V:
        value = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def put(self, key: K, value: V | None) -> None:
        """Nothing; None takes the value away."""
        self.touched.add(key)
        if value is None and self._load is None:
            self._held.pop(key, None)
        else:
            self._held[key] = value

    def changes(self) -> Iterator[tuple[K, V | None]]:
        """What was put, by key; None where it was taken away."""
        return ((key, self._held.get(key)) for key in self.touched)

    def held(self) -> Iterator[tuple[K, V]]:
        """Everything that is here."""
        return ((key, value) for key, value in self._held.items() if value is not None)


class Postings:
    """Sets of ids by key, with what was added to and taken from each."""

    def __init__(self, load: Callable[[str], Iterable[str]] | None = None) -> None:
        self._load = load
        self._held: dict[str, set[str]] = {}
        self.added: defaultdict[str, set[str]] = defaultdict(set)
        self.taken: defaultdict[str, set[str]] = defaultdict(set)

    def of(self, key: str) -> set[str]:
        """The ids under a key; not to be changed."""
        found = self._held.get(key)
        if found is None:
            if self._load is None:
                return set()
            found = self._held[key] = set(self._load(key))
        return found

    def add(self, key: str, id_: str) -> None:
        """Nothing; the id stands under the key."""
        if id_ not in (held := self._mine(key)):
            held.add(id_)
            _move(id_, self.taken[key], self.added[key])

    def take(self, key: str, id_: str) -> None:
        """Nothing; the id no longer stands under the key."""
        if id_ in (held := self._mine(key)):
            held.discard(id_)
            _move(id_, self.added[key], self.taken[key])

    def _mine(self, key: str) -> set[str]:
        self.of(key)
        return self._held.setdefault(key, set())


def _move(id_: str, undone: set[str], done: set[str]) -> None:
    if id_ in undone:
        undone.discard(id_)
    else:
        done.add(id_)


class Units:
    """The units one layer hands on: each by its id, and the unit of every mention."""

    def __init__(self, units: Shelf[str, Unit] | None = None, homes: Shelf[str, str] | None = None) -> None:
        self.units = units or Shelf[str, Unit]()
        self.homes = homes or Shelf[str, str]()

    def of(self, mention: str) -> Unit | None:
        """The unit a mention belongs to, or None."""
        home = self.homes.get(mention)
        return None if home is None else self.units.get(home)

    def those_of(self, mentions: Iterable[str]) -> list[Unit]:
        """The units the mentions belong to, each once, by id."""
        found = {unit.id: unit for mention in mentions if (unit := self.of(mention))}
        return [found[id_] for id_ in sorted(found)]

    def apply(self, change: Delta) -> None:
        """Nothing; the change is made."""
        for id_, unit in change.gone.items():
            self.units.put(id_, None)
            for member in unit.members:
                if self.homes.get(member) == id_:
                    self.homes.put(member, None)
        for id_, unit in change.new.items():
            self.units.put(id_, unit)
            for member in unit.members:
                self.homes.put(member, id_)


class State:
    """All that joining remembers: the mentions, the keys they are found by and look under, the units of every layer, and
    which home each suitor chose."""

    def __init__(self) -> None:
        self.entries = Shelf[str, Entry]()
        self.kept, self.asked, self.days = Postings(), Postings(), Postings()
        self.layers: defaultdict[str, Units] = defaultdict(Units)
        self.choices: defaultdict[str, Shelf[str, str]] = defaultdict(Shelf[str, str])
        self.suitors: defaultdict[str, Postings] = defaultdict(Postings)
