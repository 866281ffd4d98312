"""The decisions of a ledger of any age: what people ruled is carried over when all else is built anew.

Read with sqlite3 alone, from the one table that every version of a ledger has had.
"""

from contextlib import closing
from pathlib import Path

from reportedly.model import Decision
from reportedly.model.errors import LedgerVersionError
from reportedly.reconcile.rulings.standing import moment
from reportedly.store.codec import loads
from reportedly.store.failures import told
from reportedly.store.opening import readable


def decisions_of(path: Path) -> tuple[Decision, ...]:
    """The decisions in the ledger at `path`, whatever version wrote it, oldest first.

    LedgerError where there is no ledger, LedgerVersionError where a newer program ruled what this one does not know.
    """
    with told(path), closing(readable(path, of_any_version=True)) as db:
        lines = [row[0] for row in db.execute("SELECT decision FROM decisions")]
    try:
        return tuple(sorted((loads(line) for line in lines), key=moment))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LedgerVersionError(
            f"{path}: holds decisions of a newer Reportedly ({error}); update the program: pip install -U reportedly"
        ) from error
