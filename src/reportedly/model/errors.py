"""Every error Reportedly raises, as one tree.

    ReportedlyError                 something the caller can mend; the message says how
    ├── UsageError                  wrong use: a missing path, an option that does not fit     (exit 2)
    ├── CodebookError               a codebook file that does not validate: file, line, reason
    ├── ReaderError                 a report that a model cannot read: becomes a Problem, and the rules read it
    └── LedgerError                 a ledger that cannot be opened, read or written
        ├── LedgerVersionError      written by a newer or a foreign program
        └── LedgerWriteError        no permission, disk full, another writer

A poor report is no error but a `Problem` in the output: one bad page never stops a run.
"""


class ReportedlyError(Exception):
    """Something the caller can mend; the message says what and how."""


class UsageError(ReportedlyError):
    """The program was called in a way that cannot work."""


class CodebookError(ReportedlyError):
    """A codebook file does not validate; the message names file and line."""


class ReaderError(ReportedlyError):
    """A model did not read a report; `reason` and `remedy` become a `Problem`."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason}; {remedy}")
        self.reason = reason
        self.remedy = remedy


class LedgerError(ReportedlyError):
    """A ledger cannot be opened, read or written."""


class LedgerVersionError(LedgerError):
    """The ledger was written by a newer program, or is no ledger at all."""


class LedgerWriteError(LedgerError):
    """The ledger could not be written; what stood in it still stands."""
