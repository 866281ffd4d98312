"""The queue of what wants a person, in one order: sums that cannot be, contested fields, weak joins, problems."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Lock

from reportedly.fields.wording import days_told, field_name
from reportedly.frozen import dataclass
from reportedly.model import Ruling
from reportedly.reconcile.rulings import Rulings
from reportedly.store import queue
from reportedly.store.ledger import Ledger
from reportedly.store.past import mark_of
from reportedly.store.ruled import rulings
from reportedly.web.asked import ALL, DONE, AskedQueue, Item
from reportedly.web.found import Wrong

WEAK = 0.5  # a join of this score or less is shown: about every tenth; joining wants 0.4
SIZE = 50  # items a page


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the queue: its items, how many fit, and how many there are of each kind and of each state."""

    items: tuple[Item, ...]
    total: int
    pages: int
    kinds: Mapping[str, int]
    states: Mapping[str, int]


class Queue:
    """The queue of one ledger, worked out anew where somebody has written to it since."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._alone = Lock()
        self._kept: tuple[object, tuple[Item, ...]] | None = None

    def items(self, wrong: Iterable[Wrong]) -> tuple[Item, ...]:
        """All items in order; `wrong` are the sums that cannot be."""
        found = tuple(wrong)
        with self._alone:
            mark = mark_of(self._path), found
            if self._kept is None or self._kept[0] != mark:
                self._kept = mark, _items(self._path, found)
            return self._kept[1]


def listed(items: Iterable[Item], asked: AskedQueue) -> Listed:
    """The page that is asked for; counts of kinds and states are of what the other filters leave."""
    standing = [one for one in items if _stands(one, asked)]
    kinds = _counted(one.kind for one in standing if _of_state(one, asked))
    states = _counted(one.head.state or "" for one in standing if one.head and asked.kind in ("", one.kind))
    fit = fitting(standing, asked)
    start = (asked.page - 1) * SIZE
    return Listed(tuple(fit[start : start + SIZE]), len(fit), max(1, -(-len(fit) // SIZE)), kinds, states)


def fitting(items: Iterable[Item], asked: AskedQueue) -> list[Item]:
    """The items that are asked for, in order."""
    return [one for one in items if _stands(one, asked) and _of_state(one, asked) and asked.kind in ("", one.kind)]


def beside(items: Iterable[Item], asked: AskedQueue, here: Item) -> tuple[Item | None, Item | None, int, int]:
    """The items before and after one, its place among those asked for (0: it is none of them), and how many these are."""
    fit = fitting(items, asked)
    before = [one for one in fit if one.order < here.order]
    after = [one for one in fit if one.order > here.order]
    place = len(before) + 1 if len(before) + len(after) < len(fit) else 0
    return before[-1] if before else None, after[0] if after else None, place, len(fit)


def _stands(one: Item, asked: AskedQueue) -> bool:
    return asked.stands == ALL or one.decided == (asked.stands == DONE)


def _of_state(one: Item, asked: AskedQueue) -> bool:
    return not asked.state or (one.head is not None and one.head.state == asked.state)


def _counted(names: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name in names:
        found[name] = found.get(name, 0) + 1
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))


@dataclass(frozen=True, slots=True)
class _Ruled:
    """What people have ruled on: claims, accounts (same and different), and fields of incidents."""

    claims: frozenset[str]
    accounts: frozenset[str]
    fields: frozenset[tuple[str, str]]


def _items(path: Path, wrong: tuple[Wrong, ...]) -> tuple[Item, ...]:
    with Ledger.open(path) as ledger:
        ruled = _ruled(ledger, rulings(ledger))
        homes = ledger.homes(one.incident for one in wrong)  # where their incidents are now
    now = tuple(replace(one, incident=homes[one.incident]) for one in wrong if one.incident in homes)
    return tuple(sorted(_each(path, now, ruled), key=lambda one: one.order))


def _ruled(ledger: Ledger, found: Rulings) -> _Ruled:
    live = [one for one in found.standings if one.in_force and one.decision.ruling is not Ruling.UNDO]
    pairs = [one for one in live if one.decision.ruling in (Ruling.SAME, Ruling.DIFFERENT)]
    single = [one for one in live if one.claims]
    homes = ledger.homes(id_ for one in single for id_ in one.accounts)
    fields = {
        (homes[id_], one.decision.elsewhere.field if one.decision.elsewhere else one.decision.anchors[0].field)
        for one in single
        for id_ in one.accounts
        if id_ in homes
    }
    return _Ruled(
        frozenset(id_ for one in single for id_ in one.claims),
        frozenset(id_ for one in pairs for id_ in (*one.accounts, *one.others)),
        frozenset(fields),
    )


def _each(path: Path, wrong: tuple[Wrong, ...], ruled: _Ruled) -> Iterator[Item]:
    heads = queue.heads(path, tuple(one.incident for one in wrong))
    for one in wrong:
        about = f"“{' '.join(one.finding.written.split())}”: {one.finding.working}"
        if one.incident in heads:
            yield Item("check", (one.finding.claim,), heads[one.incident], about, one.finding.claim in ruled.claims)
    for told in queue.contested(path):
        for field in told.fields:
            decided = (told.head.id, field) in ruled.fields
            yield Item("field", (told.head.id, field), told.head, f"{field_name(field)} is contested", decided)
    for pair in queue.weak(path, WEAK):
        decided = pair.left in ruled.accounts or pair.right in ruled.accounts
        yield Item(
            "join", (pair.left, pair.right), pair.head, f"{days_told(pair.sentence)} ({pair.score:.2f})", decided
        )
    for trouble in queue.troubles(path):
        yield Item("problem", (trouble.path, trouble.kind), None, f"{trouble.path}: {trouble.message}")
