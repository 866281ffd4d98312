"""The page of one incident: what happened, who says so, over what they differ, and how it came to be one incident."""

from collections.abc import Sequence
from datetime import datetime

from reportedly import codebook as codebooks
from reportedly.check import Record
from reportedly.codebook import Codebook
from reportedly.frozen import dataclass
from reportedly.model import Finding, Incident
from reportedly.model.errors import UsageError
from reportedly.publish.behind import behind, counts
from reportedly.publish.decided import line_of, paths_of
from reportedly.publish.moments import moment, shown_moment
from reportedly.publish.sums import sums
from reportedly.publish.telling import happened
from reportedly.reconcile import as_of
from reportedly.reconcile.days import zone_of
from reportedly.reconcile.rulings.elsewhere import by_hand
from reportedly.store.browse import Asked, spots
from reportedly.store.checked import findings_on
from reportedly.store.ledger import Ledger
from reportedly.store.ruled import AsRuled, as_ruled_of
from reportedly.web.accounts import accounts, joined
from reportedly.web.page import Page
from reportedly.web.placing import Placed, placed
from reportedly.web.positions import Drawing, fields
from reportedly.web.settings import Settings

OUTLETS = 12  # that are named behind an origin
HOUR = len("2024-09-18T")
STEPS = 24  # publications that a view of the past can be set to


@dataclass(frozen=True, slots=True)
class Past:
    """A view of the past: as it is written in an address, how many reports came later, how many bear no date, and what
    is wrong with it."""

    written: str = ""
    shown: str = ""
    later: int = 0
    undated: int = 0
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Sum:
    """A finding with the place of its claim: report and claim by id."""

    finding: Finding
    report: str
    stored: bool


def incident_page(settings: Settings, id_: str, *, written: str = "", record: Record | None = None) -> Page | None:
    """The page of the incident of this id, None where the ledger has none. LedgerError where it cannot be read.

    `written` is a moment as a user writes it: the incident as it was told by then. With a `record` of the past its
    findings stand in the page; without one the page says where they are.
    """
    book = codebooks.load(settings.codebook)
    with Ledger.open(settings.ledger) as ledger:
        incident = ledger.incident(id_)
        if incident is None:
            return None
        when, past = _moment(written)
        told = as_ruled_of(ledger, incident, book)
        known: Incident | None = incident
        if when is not None:
            known, past = _as_of(incident, told, book, when, past)
        if known is None:
            return Page(
                "incident.html", incident.label, "incidents", {"incident": incident, "past": past, "empty": True}
            )
        standings = told.rulings.on(incident)
        paths = paths_of(ledger, standings)
    here = placed(spots(settings.ledger, Asked(), id_), book) if when is None else None
    gathered = _Gathered(known, told, book, past, here if here and here.drawn else None)
    return _drawn(gathered, [line_of(one, paths) for one in standings], record)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What the page is made of."""

    incident: Incident
    told: AsRuled
    codebook: Codebook
    past: Past
    places: Placed | None  # those of today: what was placed where at a moment is not asked


def _drawn(gathered: _Gathered, ruled: Sequence[str], record: Record | None) -> Page:
    incident, told, book = gathered.incident, gathered.told, gathered.codebook
    reports = {report.id: report for report in told.reports}
    added = {ref.report for ref in incident.mentions if by_hand(ref)}
    stored = frozenset(reports) - added
    zone = zone_of(incident.state, book)
    drawing = Drawing(incident, told.claims, reports, stored, book, zone)
    drawn = fields(drawing)
    dates = sorted({report.published.iso for report in told.reports if report.published}, key=_order)
    shows = {
        "incident": incident,
        "empty": False,
        "sentence": happened(incident, book),
        "kind": book.types[incident.type].label if incident.type in book.types else incident.type,
        "counts": counts(incident.support),
        "behind": behind(incident.support, named=OUTLETS),
        "reports": len({ref.report for ref in incident.mentions} - added),
        "added": len(added),
        "fields": drawn,
        "zone": str(zone) if zone else "",
        "accounts": accounts(incident, told.extractions, reports, stored, book.of_one_position, drawn),
        "joined": joined(incident, reports),
        "ruled": ruled,
        "past": gathered.past,
        "steps": [(iso, shown_moment(iso, zone)) for iso in dates[:STEPS]],
        "sums": findings(incident, told, record, book) if record is not None and not gathered.past.shown else None,
        "places": gathered.places,
    }
    return Page("incident.html", incident.label, "incidents", shows)


def findings(incident: Incident, told: AsRuled, record: Record, book: Codebook) -> tuple[Sum, ...]:
    """The findings on the incident, what cannot be first, each with the place of its claim."""
    found = findings_on([incident], told, record, book).get(incident.id, ())
    home = {claim.id: one.report for one in told.extractions for claim in one.claims}
    added = {ref.report for ref in incident.mentions if by_hand(ref)}
    return tuple(Sum(one, home[one.claim], home[one.claim] not in added) for one in sums(found))


def _moment(written: str) -> tuple[datetime | None, Past]:
    """The moment that is asked for, or what is wrong with it."""
    written = written.strip()
    written = written[:HOUR] + written[HOUR:].replace(" ", "+")  # a plus sign in an address arrives as a blank
    if not written:
        return None, Past()
    try:
        return moment(written), Past(written, written)
    except UsageError as error:
        return None, Past(written, wrong=str(error))


def _as_of(
    incident: Incident, told: AsRuled, book: Codebook, when: datetime, past: Past
) -> tuple[Incident | None, Past]:
    """The incident as it was told by then, and what was left out."""
    members = {ref.report for ref in incident.mentions}
    reports = [report for report in told.reports if report.id in members]
    known = as_of(incident, told.extractions, reports, book, when)
    undated = sum(report.published is None for report in reports)
    later = len(reports) - undated - (len({ref.report for ref in known.mentions}) if known else 0)
    shown = shown_moment(when.isoformat(), zone_of(incident.state, book))
    return known, Past(past.written, shown, later, undated)


def _order(iso: str) -> tuple[str, str]:
    """Days and instants by time; a day alone is over when it ends."""
    return iso[:10], iso[10:] or "~"
