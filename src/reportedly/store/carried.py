"""The decisions of a ledger of any age: what people ruled is carried over when all else is built anew.

Read with sqlite3 alone, from the one table that every version of a ledger has had.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from reportedly.model import Decision
from reportedly.model.errors import LedgerError, LedgerVersionError
from reportedly.reconcile.rulings.standing import moment
from reportedly.store.codec import loads
from reportedly.store.failures import told
from reportedly.store.opening import APPLICATION


def decisions_of(path: Path) -> tuple[Decision, ...]:
    """The decisions in the ledger at `path`, whatever version wrote it, oldest first.

    LedgerError where there is no ledger, LedgerVersionError where a newer program ruled what this one does not know.
    """
    if not path.exists():
        raise LedgerError(f"{path}: no ledger here; name one with --ledger")
    with told(path), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
        if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
            raise LedgerVersionError(f"{path}: is no ledger of Reportedly; name another file with --ledger")
        lines = [row[0] for row in db.execute("SELECT decision FROM decisions")]
    try:
        return tuple(sorted((loads(line) for line in lines), key=moment))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LedgerVersionError(
            f"{path}: holds decisions of a newer Reportedly ({error}); update the program: pip install -U reportedly"
        ) from error
