"""What a desk need not ask its ledger twice: the codebook, and the past that reports are checked against."""

from pathlib import Path
from threading import Lock

from reportedly import codebook
from reportedly.check import Record
from reportedly.codebook import Codebook
from reportedly.store.checked import past_of
from reportedly.store.ledger import Ledger
from reportedly.store.past import mark_of


class Known:
    """The codebook of a folder (None: the one that is shipped), and the past of one ledger as it is now."""

    def __init__(self, folder: Path | None) -> None:
        self.book: Codebook = codebook.load(folder)
        self._past: tuple[tuple[int, ...], Record] | None = None
        self._alone = Lock()

    def past_at_hand(self, path: Path) -> Record | None:
        """What the ledger at `path` knows of the past, where that was worked out since it was last written to."""
        kept = self._past
        return kept[1] if kept is not None and kept[0] == mark_of(path) else None

    def past(self, ledger: Ledger) -> Record:
        """What the ledger knows of the past; worked out anew where somebody has written to it since."""
        with self._alone:
            mark = mark_of(ledger.path)
            if self._past is None or self._past[0] != mark:
                self._past = mark, past_of(ledger, self.book)
            return self._past[1]
