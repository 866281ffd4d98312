"""What a ledger holds, counted: for whoever wants to know what stands behind it, and to cite it."""

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from reportedly.frozen import dataclass
from reportedly.store.browse import reading

DAY = "json_extract(published, '$.day.v')"
Counted = tuple[tuple[str, int], ...]  # a name and how often, the commonest first


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a ledger holds. `first` and `last` are days of publication, `earliest` and `latest` days of incidents, None where
    nothing bears one. `contents` is the SHA-256 of the ids of all reports and decisions: two ledgers of one hash hold the
    same. `built` is when the last run ended, `codebook` what it read with."""

    reports: int
    relevant: int
    undated: int
    first: str | None
    last: str | None
    claims: int
    incidents: int
    earliest: str | None
    latest: str | None
    decisions: int
    problems: int
    stale: bool
    schema: int
    built: str | None
    codebook: str | None
    contents: str
    outlets: Counted
    states: Counted
    types: Counted


def holdings(path: Path) -> Holdings:
    """What the ledger at `path` holds. LedgerError where it cannot be read."""
    with reading(path) as db:
        reports, relevant, undated, first, last = db.execute(
            f"SELECT count(*), coalesce(sum(relevant = 1), 0), coalesce(sum({DAY} IS NULL), 0), min({DAY}), max({DAY}) FROM reports"
        ).fetchone()
        incidents, earliest, latest = db.execute(
            "SELECT count(*), min(earliest), max(latest) FROM incidents"
        ).fetchone()
        built = db.execute(
            "SELECT finished, program || '/' || codebook FROM runs ORDER BY started DESC LIMIT 1"
        ).fetchone()
        return Holdings(
            reports=reports,
            relevant=relevant,
            undated=undated,
            first=first,
            last=last,
            claims=_count(db, "claims"),
            incidents=incidents,
            earliest=earliest,
            latest=latest,
            decisions=_count(db, "decisions"),
            problems=_count(db, "problems"),
            stale=db.execute("SELECT 1 FROM meta WHERE key = 'stale' AND value = 'yes'").fetchone() is not None,
            schema=db.execute("PRAGMA user_version").fetchone()[0],
            built=built[0] if built else None,
            codebook=built[1] if built else None,
            contents=_hash(db),
            outlets=_by(db, "outlet", "reports"),
            states=_by(db, "state", "incidents"),
            types=_by(db, "type", "incidents"),
        )


def _count(db: sqlite3.Connection, table: str) -> int:
    number: int = db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return number


def _by(db: sqlite3.Connection, column: str, table: str) -> Counted:
    return tuple(
        db.execute(f"SELECT {column}, count(*) FROM {table} WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1")
    )


def _hash(db: sqlite3.Connection) -> str:
    made = sha256()
    for id_ in _ids(db):
        made.update(id_.encode() + b"\n")
    return made.hexdigest()


def _ids(db: sqlite3.Connection) -> Iterator[str]:
    for table in ("reports", "decisions"):
        yield table
        yield from (row[0] for row in db.execute(f"SELECT id FROM {table} ORDER BY id"))
