"""SQLite's errors in the words of our own family: which file, what happened, what to do."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportedly.model.errors import LedgerError, LedgerVersionError, LedgerWriteError

KEPT = "what stood in it still stands"
NEARLY_FULL = 256 * 1024  # bytes; below this, SQLite's "disk I/O error" means a full disk


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Nothing; a SQLite error inside is raised again as a LedgerError that names the file and the remedy."""
    try:
        yield
    except sqlite3.Error as error:
        raise translated(error, path) from error


def translated(error: BaseException, path: Path) -> LedgerError:
    """The LedgerError a person can act on, for an error of sqlite3."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary == sqlite3.SQLITE_FULL or (primary == sqlite3.SQLITE_IOERR and _is_full(path)):
        return LedgerWriteError(f"{path}: the disk is full; {KEPT}. Free some space and run the same command again")
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LedgerWriteError(f"{path}: another program is writing to this ledger; wait for it, then run again")
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return LedgerWriteError(f"{path}: no permission to write; {KEPT}. Choose another file with --ledger")
    if primary == sqlite3.SQLITE_CANTOPEN:
        return LedgerWriteError(f"{path}: cannot be opened or created; {_why_not(path)}")
    if primary == sqlite3.SQLITE_NOTADB:
        return LedgerVersionError(f"{path}: is no ledger; name another file with --ledger")
    if primary == sqlite3.SQLITE_CORRUPT:
        return LedgerError(f"{path}: is damaged ({error}); build a new ledger from your reports with --ledger NEW.db")
    return LedgerError(f"{path}: {error}; try `reportedly doctor`, or build anew with --ledger NEW.db")


def _is_full(path: Path) -> bool:
    return path.parent.exists() and shutil.disk_usage(path.parent).free < NEARLY_FULL


def _why_not(path: Path) -> str:
    if not path.parent.is_dir():
        return f"there is no folder {path.parent}: make it first, or choose another file with --ledger"
    if path.is_dir():
        return "it is a folder: name a file with --ledger"
    return "check the permissions of the file and its folder, or choose another file with --ledger"
