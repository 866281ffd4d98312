"""What joining remembers, in tables of its own: mentions as joining knows them, their keys, the units of every layer.

All of it can be made anew from the reports. A ledger that has none of these tables gets them when it is next joined.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields
from hashlib import blake2b
from typing import Any

from reportedly.model import JoinReason
from reportedly.reconcile.entry import Entry
from reportedly.reconcile.ranks import Rank, Ranks
from reportedly.reconcile.shelf import State
from reportedly.reconcile.sketch import Look
from reportedly.reconcile.unit import Unit
from reportedly.store.codec import pack, unpack

MANY = 500  # parameters of one statement
TABLES = (
    "CREATE TABLE IF NOT EXISTS join_pending (report TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS join_entries (id TEXT PRIMARY KEY, report TEXT, entry TEXT) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS join_entries_of ON join_entries (report)",
    "CREATE TABLE IF NOT EXISTS join_postings (key INTEGER, id INTEGER, PRIMARY KEY (key, id)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS join_units (layer TEXT, id TEXT, unit TEXT, PRIMARY KEY (layer, id)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS join_homes (layer TEXT, id TEXT, home TEXT, PRIMARY KEY (layer, id)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS join_choices (layer TEXT, id TEXT, home TEXT, PRIMARY KEY (layer, id)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS join_ranks (layer TEXT, id TEXT, ranks TEXT, PRIMARY KEY (layer, id)) WITHOUT ROWID",
)
NAMES = ("join_pending", "join_entries", "join_postings", "join_units", "join_homes", "join_choices", "join_ranks")


class Remembered:
    """What joining remembers in a ledger, read where it is asked for."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def entries(self, ids: Collection[str]) -> Mapping[str, Entry]:
        """The mentions of these ids, as far as they are known."""
        return {
            id_: entry_of(told) for id_, told in self._rows("SELECT id, entry FROM join_entries WHERE id IN ({})", ids)
        }

    def posted(self, kind: str, keys: Collection[str]) -> Mapping[str, Iterable[str]]:
        """The ids under each of these keys of one kind."""
        numbers = {key: hashed(kind, key) for key in keys}
        under: dict[int, list[str]] = {number: [] for number in numbers.values()}
        for number, id_ in self._rows("SELECT key, id FROM join_postings WHERE key IN ({})", under):
            under[number].append(_id_of(id_))
        return {key: under[number] for key, number in numbers.items()}

    def units(self, layer: str, ids: Collection[str]) -> Mapping[str, Unit]:
        """The units of a layer, by id."""
        rows = self._rows("SELECT id, unit FROM join_units WHERE layer = ? AND id IN ({})", ids, layer)
        return {id_: unit_of(id_, told) for id_, told in rows}

    def homes(self, layer: str, mentions: Collection[str]) -> Mapping[str, str]:
        """The id of the unit of a layer that each mention is in; kept only where it is not the mention's own."""
        found = dict(self._rows("SELECT id, home FROM join_homes WHERE layer = ? AND id IN ({})", mentions, layer))
        alone = [one for one in mentions if one not in found]
        known = self._rows("SELECT id, id FROM join_units WHERE layer = ? AND id IN ({})", alone, layer)
        return {**found, **dict(known)}

    def choices(self, layer: str, ids: Collection[str]) -> Mapping[str, str]:
        """The home that each suitor of a layer chose."""
        return dict(self._rows("SELECT id, home FROM join_choices WHERE layer = ? AND id IN ({})", ids, layer))

    def ranks(self, layer: str, ids: Collection[str]) -> Mapping[str, Ranks]:
        """How well the best homes fit each suitor of a layer."""
        rows = self._rows("SELECT id, ranks FROM join_ranks WHERE layer = ? AND id IN ({})", ids, layer)
        return {id_: _ranks_of(told) for id_, told in rows}

    def of_reports(self, reports: Collection[str]) -> list[str]:
        """The ids of the mentions of these reports that are known."""
        return [id_ for id_, _ in self._rows("SELECT id, report FROM join_entries WHERE report IN ({})", reports)]

    def _rows(self, sql: str, ids: Collection[str | int], *before: str) -> Iterator[tuple[Any, Any]]:
        asked = list(ids)
        for start in range(0, len(asked), MANY):
            some = asked[start : start + MANY]
            yield from self._db.execute(sql.format(",".join("?" * len(some))), (*before, *some))


def wait(db: sqlite3.Connection, report: str) -> None:
    """Nothing; the report waits for being joined."""
    db.execute(TABLES[0])
    db.execute("INSERT OR IGNORE INTO join_pending VALUES (?)", (report,))


def waiting(db: sqlite3.Connection) -> list[str]:
    """The ids of the reports that wait for being joined."""
    db.execute(TABLES[0])
    return [report for (report,) in db.execute("SELECT report FROM join_pending ORDER BY report")]


def forget(db: sqlite3.Connection) -> None:
    """Nothing; nothing is remembered."""
    for sql in TABLES:
        db.execute(sql)
    for name in NAMES:
        db.execute(f"DELETE FROM {name}")


def remember(db: sqlite3.Connection, state: State) -> None:
    """Nothing; what was changed in the state is kept, and no report waits any longer."""
    for sql in TABLES:
        db.execute(sql)
    db.execute("DELETE FROM join_pending")
    _write(db, "join_entries", ((id_,) for id_, _ in state.entries.changes()), _entries(state))
    for layer, units in state.layers.items():
        changed = list(units.units.changes())
        rows = ((layer, id_, _unit(unit)) for id_, unit in changed if unit is not None)
        _write(db, "join_units", ((layer, id_) for id_, _ in changed), rows)
        moved = list(units.homes.changes())
        away = ((layer, id_, home) for id_, home in moved if home is not None and home != id_)
        _write(db, "join_homes", ((layer, id_) for id_, _ in moved), away)
    for layer, choices in state.choices.items():
        chosen = list(choices.changes())
        _write(
            db, "join_choices", ((layer, id_) for id_, _ in chosen), ((layer, i, h) for i, h in chosen if h is not None)
        )
    for layer, ranks in state.ranks.items():
        ranked = list(ranks.changes())
        told = ((layer, id_, _ranks(one)) for id_, one in ranked if one is not None)
        _write(db, "join_ranks", ((layer, id_) for id_, _ in ranked), told)
    for kind, postings in state.postings.items():
        taken = ((hashed(kind, key), _number(id_)) for key, id_ in postings.taken())
        db.executemany("DELETE FROM join_postings WHERE key = ? AND id = ?", taken)
        added = sorted((hashed(kind, key), _number(id_)) for key, id_ in postings.added())
        db.executemany("INSERT OR IGNORE INTO join_postings VALUES (?, ?)", added)


def _write(db: sqlite3.Connection, table: str, gone: Iterable[tuple[str, ...]], new: Iterable[tuple[str, ...]]) -> None:
    """Nothing; the rows of these keys are gone, and these are there."""
    keys = "layer = ? AND id = ?" if table != "join_entries" else "id = ?"
    db.executemany(f"DELETE FROM {table} WHERE {keys}", gone)
    db.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", new)


def _entries(state: State) -> Iterator[tuple[str, ...]]:
    return ((id_, entry.report, _told(entry)) for id_, entry in state.entries.changes() if entry is not None)


def _told(entry: Entry) -> str:
    look = {f.name: value for f in LOOKS if (value := getattr(entry.look, f.name)) != f.default}
    shown = {name: pack(sorted(value) if isinstance(value, frozenset) else value) for name, value in look.items()}
    rest = [entry.id, entry.report, entry.field, entry.main, entry.words, entry.beside, entry.objects]
    return json.dumps([rest, shown], ensure_ascii=False, separators=(",", ":"))


def entry_of(told: str) -> Entry:
    """The mention that a row was made of."""
    (id_, report, field, main, words, beside, objects), shown = json.loads(told)
    look: dict[str, Any] = {name: frozenset(value) if name in SETS else unpack(value) for name, value in shown.items()}
    return Entry(id_, report, field, main, Look(**look), tuple(words), tuple(beside), tuple(objects))


LOOKS: tuple[Any, ...] = tuple(f for f in fields(Look) if f.init)
SETS = frozenset(f.name for f in LOOKS if isinstance(f.default, frozenset))


def _ranks(ranks: Ranks) -> str:
    return json.dumps([ranks.whole, *ranks.best], separators=(",", ":"))


def _ranks_of(told: str) -> Ranks:
    whole, *best = json.loads(told)
    return Ranks(tuple(Rank(*one) for one in best), whole)


def _unit(unit: Unit) -> str:
    """Its members and reasons; nothing of a mention that stands alone."""
    if len(unit.members) == 1 and not unit.reasons:
        return ""
    reasons = [[one.left, one.right, one.score, one.sentence] for one in unit.reasons]
    return json.dumps([unit.members, reasons], ensure_ascii=False, separators=(",", ":"))


def unit_of(id_: str, told: str) -> Unit:
    """The unit that a row was made of."""
    if not told:
        return Unit((id_,))
    members, reasons = json.loads(told)
    return Unit(tuple(members), tuple(JoinReason(*reason) for reason in reasons))


def hashed(kind: str, key: str) -> int:
    """A key of one kind as a number that SQLite keeps in eight bytes."""
    return int.from_bytes(blake2b(f"{kind}|{key}".encode(), digest_size=8).digest(), "big", signed=True)


def _number(id_: str) -> int:
    """The id of a mention, which is sixteen hexadecimal digits, as a number."""
    return int.from_bytes(bytes.fromhex(id_), "big", signed=True)


def _id_of(number: int) -> str:
    return number.to_bytes(8, "big", signed=True).hex()
