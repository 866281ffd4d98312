"""The sums of a whole ledger that cannot be as they are printed: looked for once after every build, beside the desk."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from threading import Lock, Thread

from reportedly.codebook import Codebook
from reportedly.frozen import dataclass
from reportedly.model import Finding
from reportedly.model.errors import LedgerError
from reportedly.store.checked import findings_on, past_of
from reportedly.store.ledger import Ledger
from reportedly.store.queue import built
from reportedly.store.ruled import as_ruled

AT_ONCE = 200  # incidents
PATIENCE = 2.0  # seconds that a page waits for them


@dataclass(frozen=True, slots=True)
class Wrong:
    """A sum that cannot be, and the incident it is printed of."""

    incident: str
    finding: Finding


class WrongSums:
    """The sums of one ledger that cannot be. A large ledger takes a while: until then there are those found so far."""

    def __init__(self, path: Path, book: Codebook) -> None:
        self._path, self._book = path, book
        self._alone = Lock()
        self._of: object = None
        self._found: tuple[Wrong, ...] = ()
        self._looking: Thread | None = None

    def found(self) -> tuple[Wrong, ...]:
        """Those that are known by now."""
        with self._alone:
            now = built(self._path)
            if self._of != now and not self.looking:
                self._of = now
                self._looking = Thread(target=self._look, name="wrong sums", daemon=True)
                self._looking.start()
                self._looking.join(PATIENCE)
            return self._found

    @property
    def looking(self) -> bool:
        """Whether some are still looked for."""
        return self._looking is not None and self._looking.is_alive()

    def _look(self) -> None:
        found: list[Wrong] = []
        first = not self._found
        try:
            for one in wrong_of(self._path, self._book):
                found.append(one)
                if first:
                    self._found = tuple(found)
            self._found = tuple(found)
        except LedgerError:
            self._of = None  # the next page looks again


def wrong_of(path: Path, book: Codebook) -> Iterator[Wrong]:
    """The sums printed of the incidents of a ledger that cannot be."""
    with Ledger.open(path) as ledger:
        past, all_ = past_of(ledger, book), ledger.incidents()
        while some := list(islice(all_, AT_ONCE)):
            reports = sorted({ref.report for one in some for ref in one.mentions})
            told = as_ruled(ledger, reports, book)
            for id_, findings in findings_on(some, told, past, book).items():
                alike = {(one.claim, one.kind): one for one in findings if one.verdict.wrong}
                yield from (Wrong(id_, one) for one in alike.values())
