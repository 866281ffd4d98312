"""The case of a whole incident: one with another, a report that tells of something else, a claim read elsewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from reportedly.fields.typed import hint
from reportedly.fields.wording import field_name
from reportedly.frozen import dataclass
from reportedly.model import DateRange, Incident, Report
from reportedly.publish.naming import told_by
from reportedly.reconcile.rulings.elsewhere import by_hand
from reportedly.store import browse
from reportedly.store.browse import Asked
from reportedly.store.ledger import Ledger
from reportedly.store.listing import Line
from reportedly.store.ruled import AsRuled, as_ruled_of
from reportedly.web.asked import Item
from reportedly.web.asking import Read, read
from reportedly.web.case import Case, Review, looked_at, placed, ruled_lines, told_outcome
from reportedly.web.judging import UNTYPED, head_of
from reportedly.web.page import Page

NEAR = timedelta(days=3)
NEARBY = "near-"  # before the names of what narrows them in an address
LISTED = 20
FIELDS = 40


@dataclass(frozen=True, slots=True)
class Teller:
    """A report that tells of the incident; whether all it says of it is rejected."""

    report: Report
    by: str
    rejected: bool


def incident_page(review: Review, case: Case, id_: str, query: Mapping[str, str]) -> Page | None:
    """The page on which a whole incident is decided on; None where the ledger has none of this id.

    `query` narrows the incidents that it may be one with, as the list of incidents is narrowed; without it those of the
    same state and about the same days are listed.
    """
    with Ledger.open(review.settings.ledger) as ledger:
        incident = ledger.incident(id_)
        if incident is None:
            return None
        told = as_ruled_of(ledger, incident)
        case = looked_at(case, told.rulings, incident)
        case = replace(case, outcome=told_outcome(review, ledger, told.rulings, case.decision))
        ruled = ruled_lines(ledger, told.rulings, incident)
    asked = _asked(incident, query)
    case = placed(case, review, Item("field", (incident.id, ""), head_of(review, incident), ""))
    shows = {
        "case": case,
        "incident": incident,
        "asked": asked.asked,
        "wrong": asked.wrong,
        "near": _near(review, incident, asked.asked),
        "tellers": tuple(_tellers(incident, told)),
        "fields": tuple((name, field_name(name), hint(name, review.book)) for name in _fields(review)),
        "voices": sorted({one.name for one in review.book.bodies.values()}),
        "ruled": ruled,
    }
    return Page("whole.html", f"{incident.label}: decide", "review", shows)


def _fields(review: Review) -> list[str]:
    """The fields that a claim may be added to."""
    return [name for name in review.book.fields if name not in UNTYPED and hint(name, review.book)][:FIELDS]


def _asked(incident: Incident, query: Mapping[str, str]) -> Read:
    wanted = {name: query[NEARBY + name] for name in ("text", "state", "since", "until") if NEARBY + name in query}
    if wanted:
        return read(wanted)
    settled = incident.values.get("date")
    days = settled.value if settled else None
    if not isinstance(days, DateRange) or days.earliest is None or days.latest is None:
        return Read(Asked(state=incident.state))
    return Read(Asked(state=incident.state, since=days.earliest - NEAR, until=days.latest + NEAR))


def _near(review: Review, incident: Incident, asked: Asked) -> tuple[Line, ...]:
    found = browse.shown(review.settings.ledger, replace(asked, page=1, size=LISTED + 1)).lines
    return tuple(one for one in found if one.id != incident.id)[:LISTED]


def _tellers(incident: Incident, told: AsRuled) -> Iterator[Teller]:
    members = {ref.mention for ref in incident.mentions}
    homes = {ref.report for ref in incident.mentions if not by_hand(ref)}
    gone = {one.report: all(m.rejected for m in one.mentions if m.id in members) for one in told.extractions}
    about = sorted((told_by(report), report.id, report) for report in told.reports if report.id in homes)
    for by, id_, report in about:
        yield Teller(report, by, gone.get(id_, False))
