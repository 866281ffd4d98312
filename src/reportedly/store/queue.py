"""What of a ledger wants a person: fields that are contested, joins over weak evidence, problems. Read with sqlite3 alone."""

import json
from contextlib import closing
from datetime import date
from pathlib import Path

from reportedly.frozen import dataclass
from reportedly.store.failures import told
from reportedly.store.opening import connect


@dataclass(frozen=True, slots=True)
class Head:
    """An incident as a line of the queue names it."""

    id: str
    label: str
    state: str | None
    dated: str | None
    earliest: date | None


@dataclass(frozen=True, slots=True)
class Contested:
    """An incident with the fields over which its accounts differ."""

    head: Head
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weak:
    """Two accounts of one incident, by the ids of their mentions, that little holds together."""

    head: Head
    left: str
    right: str
    score: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """A problem of the ledger with what to do about it; `report` where its report is kept."""

    path: str
    kind: str
    message: str
    remedy: str
    report: str | None


_HEAD = "id, label, state, dated, earliest"
_WEAK = (
    f"SELECT {_HEAD}, json_extract(one.value, '$.left'), json_extract(one.value, '$.right'), "
    "json_extract(one.value, '$.score') AS score, json_extract(one.value, '$.sentence') "
    "FROM incidents, json_each(incidents.reasons) AS one WHERE score <= ?"
)


def contested(path: Path) -> tuple[Contested, ...]:
    """The incidents that have contested fields. LedgerError where the ledger cannot be read."""
    with closing(connect(path, write=False)) as db, told(path):
        found = db.execute(f"SELECT {_HEAD}, contested FROM incidents WHERE contested != ''")
        return tuple(Contested(_head(*row), tuple(filter(None, fields.split(",")))) for *row, fields in found)


def weak(path: Path, most: float) -> tuple[Weak, ...]:
    """The joins of accounts whose score is at most this."""
    with closing(connect(path, write=False)) as db, told(path):
        found = db.execute(_WEAK.replace(_HEAD, ", ".join(f"incidents.{name}" for name in _HEAD.split(", "))), [most])
        return tuple(Weak(_head(*row[:5]), *row[5:]) for row in found)


def heads(path: Path, ids: tuple[str, ...]) -> dict[str, Head]:
    """The incidents of these ids, each by its id."""
    with closing(connect(path, write=False)) as db, told(path):
        found = db.execute(
            f"SELECT {_HEAD} FROM incidents WHERE id IN (SELECT value FROM json_each(?))", [json.dumps(ids)]
        )
        return {row[0]: _head(*row) for row in found}


def troubles(path: Path) -> tuple[Trouble, ...]:
    """The problems of the ledger, by path."""
    with closing(connect(path, write=False)) as db, told(path):
        found = db.execute("SELECT path, kind, message, remedy, report FROM problems ORDER BY path, kind")
        return tuple(Trouble(*row) for row in found)


def built(path: Path) -> tuple[object, ...]:
    """What is another after every build and every import of a list, and the same after a decision."""
    with closing(connect(path, write=False)) as db, told(path):
        row = db.execute(
            "SELECT (SELECT count(*) FROM reports), (SELECT max(started) FROM runs), "
            "(SELECT coalesce(sum(length(list)), 0) FROM history_lists), (SELECT count(*) FROM history_rows)"
        ).fetchone()
        return tuple(row)


def _head(id_: str, label: str, state: str | None, dated: str | None, earliest: str | None) -> Head:
    return Head(id_, label, state, dated, date.fromisoformat(earliest) if earliest else None)
