"""Whether a file is a ledger this program can use, and connections to it. Plain sqlite3, so that a look is quick."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from reportedly.model.errors import LedgerError, LedgerVersionError
from reportedly.store.failures import told

APPLICATION = 0x52505444  # "RPTD" in the file's header marks a ledger
SCHEMA_VERSION = 4  # 2: lists of others have tables; 3: what stands behind an incident; 4: facets, places and words
PATIENCE = 5.0  # seconds to wait for another writer


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection in autocommit mode; LedgerError where the file is missing, foreign or of another version."""
    with told(path):
        return _writable(path) if write else readable(path)


def _writable(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE, check_same_thread=False)
    try:
        check(connection, path, empty_is_fine=True)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
    except BaseException:
        connection.close()
        raise
    return connection


def readable(path: Path, *, of_any_version: bool = False) -> sqlite3.Connection:
    """A connection to read by; LedgerError where the file is missing or foreign, or of a version that is not wanted."""
    if not path.exists():
        raise LedgerError(f"{path}: no ledger here; build one with: reportedly build REPORTS --ledger {path}")
    look = _is_ours if of_any_version else _is_of_this_version
    try:
        return _checked(path, "mode=ro", look)
    except sqlite3.OperationalError:
        if path.with_name(path.name + "-wal").exists():
            raise
        return _checked(path, "immutable=1", look)  # a folder without write permission takes no shared-memory file


def _is_of_this_version(connection: sqlite3.Connection, path: Path) -> None:
    check(connection, path, empty_is_fine=False)


def _is_ours(connection: sqlite3.Connection, path: Path) -> None:
    if _number(connection, _LOOK[0]) != APPLICATION:
        raise LedgerVersionError(f"{path}: is no ledger of Reportedly; name another file with --ledger")


def _checked(path: Path, mode: str, look: Callable[[sqlite3.Connection, Path], None]) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?{mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=PATIENCE, check_same_thread=False)
    try:
        look(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def check(connection: sqlite3.Connection, path: Path, *, empty_is_fine: bool) -> None:
    """Nothing, where the file is a ledger of this version (or empty, where that is fine); else LedgerVersionError."""
    application, version, tables = (_number(connection, sql) for sql in _LOOK)
    if application == 0 and tables == 0 and empty_is_fine:
        return
    if application != APPLICATION:
        raise LedgerVersionError(f"{path}: is a database, but no ledger of Reportedly; name another file with --ledger")
    if version > SCHEMA_VERSION:
        raise LedgerVersionError(
            f"{path}: written by a newer Reportedly (schema {version}, this program knows {SCHEMA_VERSION}); "
            "update the program: pip install -U reportedly"
        )
    if version < SCHEMA_VERSION:
        raise LedgerVersionError(
            f"{path}: written by an older Reportedly (schema {version}, this program needs {SCHEMA_VERSION}); "
            "build a new ledger from your reports: reportedly build REPORTS --ledger NEW.db, and carry over what you "
            f"ruled: reportedly decisions export --ledger {path} --out FILE, then decisions import FILE --ledger NEW.db"
        )


_LOOK = ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")


def _number(connection: sqlite3.Connection, sql: str) -> int:
    with closing(connection.execute(sql)) as cursor:
        return int(cursor.fetchone()[0])
