"""A ledger that is joined report by report holds what a ledger joined all at once holds."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from accounts import TOLD, accounts
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.codebook import load
from reportedly.joining import join
from reportedly.model import Extraction, Incident, Report
from reportedly.store.ledger import Ledger

BOOK = load()


def kept(ledger: Ledger, read: list[tuple[Extraction, Report]]) -> dict[str, Incident]:
    """The incidents of the ledger once these reports are kept and joined."""
    for extraction, report in read:
        ledger.keep(report, extraction, source=report.path, reading="r")
    join(ledger, BOOK, "r")
    return {incident.id: incident for incident in ledger.incidents()}


@given(TOLD, TOLD, st.data())
@settings(max_examples=25, deadline=None)
def test_report_by_report_is_all_at_once(told: list[dict[str, Any]], other: list[dict[str, Any]], data: Any) -> None:
    read = list(zip(*accounts(told), strict=True))
    again = list(zip(*accounts(other), strict=True))  # what a better program reads in the same reports
    with TemporaryDirectory() as folder:
        with Ledger.open(Path(folder) / "once.db", create=True) as once:
            whole = kept(once, read)
        with Ledger.open(Path(folder) / "one.db", create=True) as one:
            one.replace_incidents((), None)
            for pair in data.draw(st.permutations(read)):
                found = kept(one, [pair])
            assert not read or found == whole
            found = kept(one, again)
        with Ledger.open(Path(folder) / "anew.db", create=True) as anew:
            kept(anew, read)
            anew.replace_incidents((), None)
            assert found == kept(anew, again)


def test_what_is_joined_already_is_followed_and_not_joined_anew(tmp_path: Path, monkeypatch: Any) -> None:
    read = list(zip(*accounts([{"date": "2024-09-18"}, {"date": "2024-09-18"}, {"date": "2024-09-12"}]), strict=True))
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        assert len(kept(ledger, read[:1])) == 1
        monkeypatch.setattr("reportedly.joining.reconciled", None)
        assert len(kept(ledger, read[1:2])) == 1
        assert len(kept(ledger, read[2:])) == 2
        assert ledger.waiting() == [] and not ledger.stale
