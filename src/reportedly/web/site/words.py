"""What a site shows of every report, and is searched through: its title, and the sentences that its page holds."""

from collections.abc import Sequence
from pathlib import Path

from reportedly.model import Extraction, Report
from reportedly.publish.excerpts import excerpts, whole
from reportedly.store.ledger import Ledger
from reportedly.store.ruled import as_ruled

_ledgers: list[tuple[Path, bool]] = []  # one a process, set before its first batch


def prepare(ledger: Path, with_texts: bool) -> None:
    """Nothing; this process then knows which ledger is asked, and whether whole texts are shown."""
    _ledgers[:] = [(ledger, with_texts)]


def work(reports: Sequence[str]) -> list[list[str]]:
    """The title of each report (empty where it has none) and the parts of its text that are shown, in their order."""
    ledger, with_texts = _ledgers[0]
    with Ledger.open(ledger) as opened:
        told = as_ruled(opened, sorted(reports))
    read = {one.report: one for one in told.extractions}
    found = {one.id: _shown(one, read.get(one.id), with_texts) for one in told.reports}
    return [found[id_] for id_ in reports]


def _shown(report: Report, read: Extraction | None, with_texts: bool) -> list[str]:
    spans = whole(report) if with_texts else excerpts(report, read.claims if read else ())
    parts = (" ".join(report.text[span.start : span.end].split()).lstrip("# ") for span in spans)
    return [report.title or "", *parts]
