"""What people ruled, in the table that every version of a ledger has had. Rulings are added, and never changed."""

import sqlite3
from collections.abc import Iterable

from reportedly.model import Decision
from reportedly.store import joining
from reportedly.store.codec import dumps, loads


def add(db: sqlite3.Connection, decisions: Iterable[Decision]) -> bool:
    """Whether any of them is new; the same one twice is one. The reports they are about wait for being joined anew."""
    new = False
    for decision in decisions:
        if _held(db, decision.id) is None:
            db.execute("INSERT INTO decisions (id, decision) VALUES (?, ?)", (decision.id, dumps(decision)))
            new = True
            for report in _reports(db, decision):
                joining.wait(db, report)
    return new


def held(db: sqlite3.Connection) -> tuple[Decision, ...]:
    """All rulings, oldest first."""
    found = [loads(line) for (line,) in db.execute("SELECT decision FROM decisions")]
    return tuple(sorted(found, key=lambda decision: (decision.when, decision.id)))


def _reports(db: sqlite3.Connection, decision: Decision) -> set[str]:
    """The reports a ruling points into; those of the ruling that it takes back, over any number of undos."""
    seen, one = set[str](), decision
    while one.undoes and one.undoes not in seen and (undone := _held(db, one.undoes)):
        seen.add(one.undoes)
        one = undone
    return {anchor.report for anchor in (*one.anchors, *one.others)}


def _held(db: sqlite3.Connection, id_: str) -> Decision | None:
    row = db.execute("SELECT decision FROM decisions WHERE id = ?", (id_,)).fetchone()
    return None if row is None else loads(row[0])
