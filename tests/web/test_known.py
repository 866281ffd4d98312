"""The past that checks stand on: read in short it is the same, and it is read anew only where somebody wrote."""

from pathlib import Path

from reportedly.check import record_of
from reportedly.store.ledger import Ledger
from reportedly.web.known import Known


def test_the_past_in_short_is_the_whole_past(ledger: Path) -> None:
    known = Known(None)
    with Ledger.open(ledger, create=True) as opened:
        past = known.past(opened)
        assert past == record_of(opened.history(), opened.incidents(), known.book)
        assert past.episodes
        assert known.past(opened) is past
        opened.replace_incidents(list(opened.incidents())[:1])
        assert len(known.past(opened).episodes) == 1
