"""The cases whose claims are judged: a contested field, a sum that cannot be, one claim; the document beside the claims."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reportedly.fields.registry import show
from reportedly.fields.typed import hint
from reportedly.fields.wording import field_name
from reportedly.frozen import dataclass
from reportedly.model import Claim, Finding, Incident, Position, Report, Status
from reportedly.publish.naming import told_by, voice_name
from reportedly.publish.quotes import Quote, Sentences
from reportedly.publish.remarks import remarks
from reportedly.reconcile.rulings.elsewhere import by_hand
from reportedly.reconcile.said import MANY_AT_ONCE
from reportedly.store.checked import findings_on
from reportedly.store.ledger import Ledger
from reportedly.store.queue import Head, heads
from reportedly.store.ruled import AsRuled, as_ruled_of
from reportedly.web.asked import Item
from reportedly.web.case import Case, Review, first, looked_at, placed, ruled_lines, told_outcome
from reportedly.web.document import document
from reportedly.web.page import Page

FEW = 12  # claims of a position that are listed at once


@dataclass(frozen=True, slots=True)
class Row:
    """A claim as it is listed: who printed it, who says it and how, its sentence, and what was ruled of it. One that is not
    `stored` was added by hand and has no report."""

    claim: Claim
    report: Report
    by: str
    who: str
    quote: Quote
    ruled: str
    stored: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one position; `value` is empty for claims that settle nothing. `more` are not listed."""

    value: str
    rows: tuple[Row, ...]
    more: int = 0


def judging_page(review: Review, case: Case, incident_id: str, field: str) -> Page | None:
    """The page on which the claims of one field of an incident are judged; None where the ledger has no such incident."""
    with Ledger.open(review.settings.ledger) as ledger:
        incident = ledger.incident(incident_id)
        if incident is None:
            return None
        told = as_ruled_of(ledger, incident, review.book)
        case = looked_at(case, told.rulings, incident)
        case = replace(case, outcome=told_outcome(review, ledger, told.rulings, case.decision))
        ruled = ruled_lines(ledger, told.rulings, incident)
        found = _findings(review, ledger, incident, told) if field == "derived" or case.parts[0] == "claim" else {}
    groups = tuple(_groups(incident, field, told, case))
    rows = [row for group in groups for row in group.rows]
    open_ = [row.claim.id for row in rows if row.claim.ruled is None and row.stored]
    chosen = first([row.claim.id for row in rows], case.chosen or next(iter(open_), ""))
    case = replace(placed(case, review, _item(case, head_of(review, incident), field, chosen)), chosen=chosen)
    row = next((row for row in rows if row.claim.id == chosen), None)
    settled = incident.values.get(field)
    shows = {
        "case": case,
        "incident": incident,
        "field": field,
        "name": field_name(field),
        "settled": None if field in MANY_AT_ONCE else settled,
        "groups": groups,
        "row": row,
        "value": show(field, row.claim.value) if row else "",
        "why": settled.why.partition(":")[0] if settled and settled.status is not Status.AGREED else "",
        "hint": hint(field, review.book),
        "can_correct": field not in UNTYPED,
        "finding": found.get(chosen),
        "document": document(row.report, _of_report(told, row), [chosen]) if row else None,
        "ruled": ruled,
        "neighbours": _neighbours(rows, chosen),
    }
    return Page("judging.html", f"{incident.label}: {field_name(field)}", "review", shows)


UNTYPED = frozenset({"derived"})  # nobody types the JSON of these into a form


def claim_home(review: Review, claim_id: str) -> tuple[str, str] | None:
    """The incident and the field of a claim, None where no incident has it."""
    with Ledger.open(review.settings.ledger) as ledger:
        with ledger.lookup() as lookup:
            report = lookup.claims_starting(claim_id).get(claim_id)
        if report is None:
            return None
        claim = next(one for told in ledger.extractions([report]) for one in told.claims if one.id == claim_id)
        home = ledger.homes([claim.mention]).get(claim.mention)
        return (home, claim.field) if home else None


def head_of(review: Review, incident: Incident) -> Head:
    """The incident as the queue names and orders it."""
    bare = Head(incident.id, incident.label, incident.state, None, None)
    return heads(review.settings.ledger, (incident.id,)).get(incident.id, bare)


def _item(case: Case, head: Head, field: str, chosen: str) -> Item:
    """The thing this page is about, as the queue orders it."""
    kind, key = ("check", (chosen,)) if case.parts[0] == "claim" else ("field", (head.id, field))
    return Item(kind, key, head, "")


def _findings(review: Review, ledger: Ledger, incident: Incident, told: AsRuled) -> Mapping[str, Finding]:
    """The finding on each claim, one that cannot be before others."""
    found = findings_on([incident], told, review.known.past(ledger), review.book).get(incident.id, ())
    return {one.claim: one for one in sorted(found, key=lambda one: one.verdict.wrong)}


def _groups(incident: Incident, field: str, told: AsRuled, case: Case) -> Iterator[Group]:
    listing = _Listing(incident, told, case.chosen)
    claims = {one.id: one for one in told.claims.values() if one.mention in listing.members and one.field == field}
    settled = incident.values.get(field)
    positions = settled.positions if settled else ()
    for position in positions:
        yield listing.group(_shown(field, position), (claims[id_] for id_ in position.claims if id_ in claims))
    held = {id_ for one in positions for id_ in one.claims}
    if rest := [one for id_, one in claims.items() if id_ not in held]:
        yield listing.group("", rest)


class _Listing:
    """Makes rows of claims, the first few of each group and the one that is chosen."""

    def __init__(self, incident: Incident, told: AsRuled, chosen: str) -> None:
        self.members = {ref.mention: ref for ref in incident.mentions}
        self._reports = {report.id: report for report in told.reports}
        self._sentences = Sentences(self._reports)
        self._chosen = chosen

    def group(self, value: str, claims: Iterable[Claim]) -> Group:
        """The claims by who printed them, in the order of each text."""
        told = sorted(claims, key=lambda one: (self._by(one), one.span, one.id))
        listed = [one for nth, one in enumerate(told) if nth < FEW or one.id == self._chosen]
        return Group(value, tuple(self._row(one) for one in listed), len(told) - len(listed))

    def _by(self, claim: Claim) -> str:
        return told_by(self._reports[self.members[claim.mention].report])

    def _row(self, claim: Claim) -> Row:
        ref = self.members[claim.mention]
        who = " citing ".join(voice_name(voice) for voice in claim.voices)
        quote = self._sentences.quote(ref.report, [claim])
        report = self._reports[ref.report]
        return Row(claim, report, told_by(report), who, quote, remarks([claim]), not by_hand(ref))


def _shown(field: str, position: Position) -> str:
    return show(field, position.value)


def _of_report(told: AsRuled, row: Row) -> tuple[Claim, ...]:
    """All claims of the report that a row stands in."""
    return next((one.claims for one in told.extractions if one.report == row.report.id), ())


def _neighbours(rows: list[Row], chosen: str) -> tuple[str, str]:
    """The claims before and after the chosen one; empty at either end."""
    ids = [row.claim.id for row in rows]
    if chosen not in ids:
        return "", ""
    here = ids.index(chosen)
    return (ids[here - 1] if here else ""), (ids[here + 1] if here + 1 < len(ids) else "")
