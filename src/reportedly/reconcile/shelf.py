"""What joining remembers from one build to the next: maps that are read where they are asked, and know what was changed."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import Generic, Protocol, TypeVar

from reportedly.reconcile.entry import Entry
from reportedly.reconcile.ranks import Ranks
from reportedly.reconcile.unit import Delta, Unit

V = TypeVar("V")
KEPT, ASKED, DAYS, CHOSEN = "kept", "asked", "days", "chosen by"
NOTHING: set[str] = set()  # what stands under a key that nobody has


class Memory(Protocol):
    """Where what joining remembers is kept between two builds."""

    def entries(self, ids: Collection[str]) -> Mapping[str, Entry]:
        """The mentions of these ids, as far as they are known."""
        ...

    def posted(self, kind: str, keys: Collection[str]) -> Mapping[str, Iterable[str]]:
        """The ids under each of these keys of one kind."""
        ...

    def units(self, layer: str, ids: Collection[str]) -> Mapping[str, Unit]:
        """The units of a layer, by id."""
        ...

    def homes(self, layer: str, mentions: Collection[str]) -> Mapping[str, str]:
        """The id of the unit of a layer that each mention is in."""
        ...

    def choices(self, layer: str, ids: Collection[str]) -> Mapping[str, str]:
        """The home that each suitor of a layer chose."""
        ...

    def ranks(self, layer: str, ids: Collection[str]) -> Mapping[str, Ranks]:
        """How well the best homes fit each suitor of a layer."""
        ...


class Shelf(Generic[V]):
    """Values by id. What is not here is asked of `load`, once; without `load` it is not there at all."""

    def __init__(self, load: Callable[[Collection[str]], Mapping[str, V]] | None = None) -> None:
        self._load = load
        self._held: dict[str, V | None] = {}
        self._touched: set[str] = set()

    def fetch(self, keys: Iterable[str]) -> None:
        """Nothing; these are asked for at once."""
        if self._load is not None and (missing := [key for key in keys if key not in self._held]):
            self._held.update(dict.fromkeys(missing))
            self._held.update(self._load(missing))

    def get(self, key: str) -> V | None:
        """The value, or None."""
        self.fetch((key,))
        return self._held.get(key)

    def __getitem__(self, key: str) -> V:
        value = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def put(self, key: str, value: V | None) -> None:
        """Nothing; None takes the value away."""
        if self._load is None:
            if value is None:
                self._held.pop(key, None)
            else:
                self._held[key] = value
        else:
            self._touched.add(key)
            self._held[key] = value

    def changes(self) -> Iterator[tuple[str, V | None]]:
        """What was put, by id, and None for what was taken away; all there is, where nothing was loaded."""
        return ((key, self._held.get(key)) for key in sorted(self._held if self._load is None else self._touched))

    def held(self) -> Iterator[tuple[str, V]]:
        """Everything that is here."""
        return ((key, value) for key, value in self._held.items() if value is not None)

    def is_all(self, number: int) -> bool:
        """Whether there are so many values and no others anywhere."""
        return self._load is None and len(self._held) == number


class Postings:
    """Sets of ids by key. What is not here is asked of `load`, once."""

    def __init__(self, load: Callable[[Collection[str]], Mapping[str, Iterable[str]]] | None = None) -> None:
        self._load = load
        self._held: dict[str, set[str]] = {}
        self._changed: dict[tuple[str, str], bool] = {}  # whether it was added last; of what was loaded

    def fetch(self, keys: Iterable[str]) -> None:
        """Nothing; these are asked for at once."""
        if self._load is not None and (missing := [key for key in keys if key not in self._held]):
            self._held.update({key: set(ids) for key, ids in self._load(missing).items()})

    def of(self, key: str) -> set[str]:
        """The ids under a key; not to be changed."""
        found = self._held.get(key)
        if found is None:
            self.fetch((key,))
            found = self._held.get(key, NOTHING)
        return found

    def add(self, key: str, id_: str) -> None:
        """Nothing; the id stands under the key."""
        if self._load is not None:
            self.of(key)
            self._changed[key, id_] = True
        if (held := self._held.get(key)) is None:
            self._held[key] = {id_}
        else:
            held.add(id_)

    def take(self, key: str, id_: str) -> None:
        """Nothing; the id no longer stands under the key."""
        self.of(key).discard(id_)
        if self._load is not None:
            self._changed[key, id_] = False

    def added(self) -> Iterator[tuple[str, str]]:
        """Each key with an id that was added; all there are, where nothing was loaded."""
        if self._load is None:
            return ((key, id_) for key, ids in self._held.items() for id_ in ids)
        return (pair for pair, there in self._changed.items() if there)

    def taken(self) -> Iterator[tuple[str, str]]:
        """Each key with an id that was taken away, of those that were loaded."""
        return (pair for pair, there in self._changed.items() if not there)


class Units:
    """The units one layer hands on: each by its id, and the unit of every mention."""

    def __init__(self, layer: str, memory: Memory | None) -> None:
        self.units = Shelf[Unit](partial(memory.units, layer) if memory else None)
        self.homes = Shelf[str](partial(memory.homes, layer) if memory else None)

    def of(self, mention: str) -> Unit | None:
        """The unit a mention belongs to, or None."""
        home = self.homes.get(mention)
        return None if home is None else self.units.get(home)

    def those_of(self, mentions: Iterable[str]) -> list[Unit]:
        """The units the mentions belong to, each once, by id."""
        mentions = set(mentions)
        self.homes.fetch(mentions)
        self.units.fetch(home for one in mentions if (home := self.homes.get(one)))
        found = {unit.id: unit for one in mentions if (unit := self.of(one))}
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
    """All that joining remembers: the mentions, the keys they are found by and look under, the units of every layer, which
    home each suitor chose, and how well the best of them fit."""

    def __init__(self, memory: Memory | None = None) -> None:
        self._memory = memory
        self.entries = Shelf[Entry](memory.entries if memory else None)
        self.postings: dict[str, Postings] = {}
        self.layers: dict[str, Units] = {}
        self.choices: dict[str, Shelf[str]] = {}
        self.ranks: dict[str, Shelf[Ranks]] = {}

    def layer(self, name: str) -> Units:
        """The units that a layer hands on."""
        if name not in self.layers:
            self.layers[name] = Units(name, self._memory)
        return self.layers[name]

    def choice(self, layer: str) -> Shelf[str]:
        """The home that each suitor of a layer chose."""
        if layer not in self.choices:
            self.choices[layer] = Shelf[str](partial(self._memory.choices, layer) if self._memory else None)
        return self.choices[layer]

    def rank(self, layer: str) -> Shelf[Ranks]:
        """How well the best homes fit each suitor of a layer."""
        if layer not in self.ranks:
            self.ranks[layer] = Shelf[Ranks](partial(self._memory.ranks, layer) if self._memory else None)
        return self.ranks[layer]

    def posted(self, kind: str) -> Postings:
        """The ids under every key of a kind."""
        if kind not in self.postings:
            self.postings[kind] = Postings(partial(self._memory.posted, kind) if self._memory else None)
        return self.postings[kind]
