"""What the reports of a ledger reckon, checked against the ledger: the findings on each incident."""

import gc
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

from reportedly.check import Article, Record, check, record_of
from reportedly.codebook import Codebook
from reportedly.model import DateRange, Finding, Incident
from reportedly.store.ledger import Ledger
from reportedly.store.past import limits_of, settled_incidents
from reportedly.store.ruled import AsRuled


def past_of(ledger: Ledger, codebook: Codebook, states: Collection[str] | None = None) -> Record:
    """What a ledger knows of the past of these states, or of all: its incidents, and the lists that were imported."""
    with _uncollected():
        limits = limits_of(ledger.path, codebook.sorts.get("findings", ()))
        return record_of(ledger.history(states), settled_incidents(ledger.path, states), codebook, limits)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing is looked through for what nobody holds any more: of a hundred thousand rows all is held, and the search for
    what is not takes a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def findings_on(
    incidents: Iterable[Incident], told: AsRuled, past: Record, codebook: Codebook
) -> Mapping[str, tuple[Finding, ...]]:
    """The findings on the claims of each incident, by its id, in the order of reports and their texts.

    A report that bears no day of its own is checked on the day of the incident that it was joined to.
    """
    homes = {ref.mention: incident for incident in incidents for ref in incident.mentions}
    about = {report.id: report for report in told.reports}
    days = {mention: day for mention, incident in homes.items() if (day := _days(incident))}
    found: dict[str, list[Finding]] = {}
    for extraction in sorted(told.extractions, key=lambda one: one.report):
        home_of = {claim.id: homes.get(claim.mention) for claim in extraction.claims}
        for finding in check(Article(about[extraction.report], extraction, codebook, past, days)).findings:
            home = home_of[finding.claim]
            if home is not None:
                found.setdefault(home.id, []).append(finding)
    return {id_: tuple(some) for id_, some in found.items()}


def _days(incident: Incident) -> DateRange | None:
    settled = incident.values.get("date")
    value = settled.value if settled else None
    return value if isinstance(value, DateRange) and value.earliest is not None else None
