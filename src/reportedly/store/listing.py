"""The table of incidents, for a terminal: what a person asks a hundred times a day has to be there at once.

Read with sqlite3 alone, because importing SQLAlchemy takes longer (0.35 s) than everything else the answer needs.
"""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from reportedly.frozen import dataclass
from reportedly.store.failures import told
from reportedly.store.opening import connect


@dataclass(frozen=True, slots=True)
class Line:
    """One incident in a table. `dated` is a day, a span of days, a date without its year ("--10-31"), or None;
    `origins` are independent ones, `credibility` the Admiralty digit, 1 to 6."""

    id: str
    label: str
    type: str
    state: str | None
    dated: str | None
    reports: int
    origins: int
    contested: tuple[str, ...]
    outlets: int
    speakers: int
    credibility: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which incidents a table shows; `limit` None is all of them."""

    state: str | None = None
    type: str | None = None
    since: date | None = None
    until: date | None = None
    limit: int | None = 50


@dataclass(frozen=True, slots=True)
class Listing:
    """The lines asked for, newest first, undated last; how many fit in all; whether reports came in since.

    `kinds` and `states` are those the ledger holds at all, `reports` how many reports it holds, told where nothing fits.
    """

    lines: tuple[Line, ...]
    total: int
    stale: bool
    kinds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    reports: int = 0


def listing(path: Path, wanted: Wanted) -> Listing:
    """The incidents of the ledger at `path` that are wanted. LedgerError where it cannot be read."""
    where, arguments = _conditions(wanted)
    limit = -1 if wanted.limit is None else wanted.limit
    with closing(connect(path, write=False)) as db, told(path):
        total = db.execute(f"SELECT count(*) FROM incidents WHERE {where}", arguments).fetchone()[0]
        found = db.execute(f"{LINE} WHERE {where} {NEWEST} LIMIT ?", [*arguments, limit]).fetchall()
        stale = db.execute("SELECT 1 FROM meta WHERE key = 'stale' AND value = 'yes'").fetchone() is not None
        kinds, states = (() if total else _held(db, column) for column in ("type", "state"))
        reports = 0 if total else db.execute("SELECT count(*) FROM reports").fetchone()[0]
    return Listing(tuple(line_of(row) for row in found), total, stale, kinds, states, reports)


def _held(db: sqlite3.Connection, column: str) -> tuple[str, ...]:
    found = db.execute(f"SELECT DISTINCT {column} FROM incidents WHERE {column} IS NOT NULL ORDER BY 1")
    return tuple(row[0] for row in found)


LINE = (
    "SELECT id, label, type, state, dated, reports, origins, contested, outlets, speakers, credibility FROM incidents"
)
NEWEST = "ORDER BY earliest DESC, latest DESC, id"  # NULL is the smallest value to SQLite: undated come last


def _conditions(wanted: Wanted) -> tuple[str, list[str]]:
    asked = (
        ("state = ?", wanted.state),
        ("type = ?", wanted.type),
        ("latest >= ?", wanted.since and wanted.since.isoformat()),
        ("earliest <= ?", wanted.until and wanted.until.isoformat()),
    )
    said = [(sql, argument) for sql, argument in asked if argument]
    return " AND ".join(["1", *(sql for sql, _ in said)]), [argument for _, argument in said]


def line_of(row: tuple[Any, ...]) -> Line:
    """The line that a row of LINE holds."""
    id_, label, type_, state, dated, reports, origins, contested, *support = row
    names = tuple(name for name in contested.split(",") if name)
    return Line(id_, label, type_, state, dated, reports, origins, names, *support)
