"""The sentences that a site is searched through, by incident."""

from collections.abc import Sequence
from pathlib import Path

from reportedly.publish.quotes import Sentences
from reportedly.store.ledger import Ledger
from reportedly.store.ruled import as_ruled

_ledgers: list[Path] = []  # one a process, set before its first batch


def prepare(ledger: Path) -> None:
    """Nothing; this process then knows which ledger is asked."""
    _ledgers[:] = [ledger]


def work(incidents: Sequence[str]) -> list[list[str]]:
    """The sentences of each incident's claims, each once, in the order of reports and texts."""
    with Ledger.open(_ledgers[0]) as ledger:
        held = {one.id: {ref.mention for ref in one.mentions} for one in ledger.incidents(incidents)}
        reports = {ref.report for one in ledger.incidents(incidents) for ref in one.mentions}
        told = as_ruled(ledger, sorted(reports))
    homes = {mention: id_ for id_, mentions in held.items() for mention in mentions}
    sentences = Sentences({report.id: report for report in told.reports})
    found: dict[str, dict[str, None]] = {id_: {} for id_ in incidents}
    for extraction in told.extractions:
        for claim in extraction.claims:
            if home := homes.get(claim.mention):
                found[home][sentences.quote(extraction.report, [claim]).text.strip()] = None
    return [list(found[id_]) for id_ in incidents]
