"""A copy of a ledger as it may be shown to everybody: who ruled stands by initials, files by their names alone."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path, PurePath

from reportedly.store.failures import told
from reportedly.store.opening import connect

_SAID = (
    "ruled same by {}: ",
    "added by hand by {}: ",
    "added by {}",
    "(added by {})",
)  # where an incident names who ruled
_PLACES = {"incidents": ('"values"', "reasons", "support"), "facets": ("value", "shown")}


def copy_of(ledger: Path, target: Path, *, names: bool) -> None:
    """Nothing; the ledger as it is now stands at `target`, whatever others write meanwhile; with `names` as they are."""
    with told(ledger), closing(connect(ledger, write=False)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        _without_paths(copy)
        if not names:
            _by_initials(copy)
        copy.commit()


def _without_paths(copy: sqlite3.Connection) -> None:
    """Nothing; no folder of the machine on which it was built is named."""
    copy.create_function("named", 1, lambda path: PurePath(path).name, deterministic=True)
    copy.execute("UPDATE reports SET path = named(path)")
    for table in ("copies", "sources"):
        copy.execute(f"DELETE FROM {table}")


def initials(name: str) -> str:
    """The first letter of each word: "Ana Ruiz" is "A. R."."""
    return " ".join(f"{word[0].upper()}." for word in re.findall(r"\w+", name)) or "N. N."


def _by_initials(copy: sqlite3.Connection) -> None:
    found = copy.execute("SELECT id, decision FROM decisions").fetchall()
    names = sorted({json.loads(line)["who"] for _, line in found}, key=len, reverse=True)  # "ana b" before "ana"
    for id_, line in found:
        decision = json.loads(line)
        decision["who"] = initials(decision["who"])
        copy.execute("UPDATE decisions SET decision = ? WHERE id = ?", [json.dumps(decision, ensure_ascii=False), id_])
    for name in names:
        for said in _SAID:
            for table, columns in _PLACES.items():
                for column in columns:
                    _replaced(copy, table, column, said.format(name), said.format(initials(name)))


def _replaced(copy: sqlite3.Connection, table: str, column: str, old: str, new: str) -> None:
    """Nothing; the words are others, in the JSON of a column too."""
    quoted = [old, new] if table == "facets" else [json.dumps(one, ensure_ascii=False)[1:-1] for one in (old, new)]
    copy.execute(
        f"UPDATE OR REPLACE {table} SET {column} = replace({column}, ?, ?) WHERE instr({column}, ?)",
        [*quoted, quoted[0]],
    )
