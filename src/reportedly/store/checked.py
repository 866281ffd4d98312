"""What the reports of a ledger reckon, checked against the ledger: the findings on each incident."""

import gc
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from reportedly.check import UNCLASSED, Article, Record, check, days_asked, record_of
from reportedly.codebook import Codebook
from reportedly.model import DateRange, Finding, Incident
from reportedly.store.ledger import Ledger
from reportedly.store.past import limits_of, settled_incidents
from reportedly.store.ruled import AsRuled

_LONG = 5_000  # rows of which only those of the days asked for are read


def past_of(
    ledger: Ledger,
    codebook: Codebook,
    states: Collection[str] | None = None,
    days: tuple[date, date] | None = None,
) -> Record:
    """What a ledger knows of the past of these states, or of all: its incidents, and the lists that were imported; of a part of
    it, where days are given."""
    with _uncollected():
        limits = limits_of(ledger.path, codebook.sorts.get("findings", ()))
        incidents = settled_incidents(ledger.path, states, days)
        past = record_of(ledger.history(states, days), incidents, codebook, limits)
        if days is None or states is None:
            return past
        return replace(past, classed=ledger.classing_lists(states, UNCLASSED))


class Pasts:
    """What a ledger knows of the past, read once for the states that reports tell of; of a long list only the days that a
    report asks for, until one asks for all."""

    def __init__(self, ledger: Ledger, codebook: Codebook) -> None:
        self._ledger, self._codebook = ledger, codebook
        self._whole: dict[frozenset[str], Record] = {}
        self._long: dict[frozenset[str], bool] = {}

    def of(self, article: Article) -> Record:
        """What the checks of an article ask for."""
        states = frozenset(one.state for one in article.extraction.mentions if one.state)
        days = days_asked(article) if states not in self._whole and self._is_long(states) else None
        if days is not None:
            return past_of(self._ledger, self._codebook, states, days)
        if states not in self._whole:
            self._whole[states] = past_of(self._ledger, self._codebook, states)
        return self._whole[states]

    def _is_long(self, states: frozenset[str]) -> bool:
        if states not in self._long:
            self._long[states] = self._ledger.history_size(states) > _LONG
        return self._long[states]


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
