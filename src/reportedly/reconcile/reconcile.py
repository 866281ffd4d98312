"""From what was read out of each report to incidents."""

from collections.abc import Iterable, Mapping, Sequence

from reportedly.codebook import Codebook
from reportedly.model import Decision, Extraction, Incident, Mention, Report, Role
from reportedly.reconcile.accounts import Accounts
from reportedly.reconcile.assemble import assembled
from reportedly.reconcile.blocking import tells_enough
from reportedly.reconcile.entry import Clerk
from reportedly.reconcile.rulings import NONE, Rulings, ruled, ruled_units, rulings_of, told_elsewhere, with_told
from reportedly.reconcile.shelf import State
from reportedly.reconcile.sketch import look
from reportedly.reconcile.unit import Unit
from reportedly.reconcile.wording import Wording


def reconcile(
    extractions: Iterable[Extraction],
    reports: Iterable[Report],
    codebook: Codebook,
    decisions: Sequence[Decision] = (),
) -> tuple[Incident, ...]:
    """The incidents of all reports, by id, as people ruled on them; the order of reports and decisions changes nothing.

    Every main mention belongs to an incident. A background mention without a date that fits no single incident makes
    one of its own only where it names a weapon, a place or people; else it stays what its report says in passing.
    Needs of the reports their id, outlet, date of publication and text.
    """
    return reconciled(extractions, reports, codebook, decisions)[0]


def reconciled(
    extractions: Iterable[Extraction],
    reports: Iterable[Report],
    codebook: Codebook,
    decisions: Sequence[Decision] = (),
) -> tuple[tuple[Incident, ...], State]:
    """The incidents of all reports, by id, and what joining remembers for the next one."""
    about = {report.id: report for report in reports}
    extractions, rulings = _as_ruled(extractions, about, codebook, decisions)
    told = {extraction.report: extraction for extraction in extractions}
    mentions = {mention.id: mention for extraction in told.values() for mention in extraction.mentions}
    clerk = Clerk(codebook)
    state = State()
    accounts = Accounts(codebook, Wording(lambda report: about[report].text if report in about else ""), state)
    accounts.change(new=[entry for one in told.values() for entry in clerk.entries(one, about.get(one.report))])
    added = told_elsewhere(rulings, mentions)
    about |= {one.report.id: one.report for one in added}
    mentions |= {mention.id: mention for one in added for mention in one.extraction.mentions}
    units = with_told(ruled_units(accounts.units(), rulings), added)
    made = (incident_of(unit, [mentions[id_] for id_ in unit.members], about, codebook) for unit in units)
    return tuple(sorted((one for one in made if one is not None), key=lambda incident: incident.id)), state


def _as_ruled(
    extractions: Iterable[Extraction], about: Mapping[str, Report], codebook: Codebook, decisions: Sequence[Decision]
) -> tuple[Iterable[Extraction], Rulings]:
    """What was read as people ruled on its claims, and all they ruled."""
    if not decisions:
        return extractions, NONE
    read = tuple(extractions)
    rulings = rulings_of(decisions, read, about.values())
    return tuple(ruled(one, rulings, codebook) for one in read), rulings


def incident_of(
    unit: Unit, mentions: Sequence[Mention], reports: Mapping[str, Report], codebook: Codebook
) -> Incident | None:
    """The incident that these mentions, in the order of their ids, make; None where they say too little to be one."""
    if not any(mention.role is Role.MAIN or tells_enough(look(mention, None, codebook)) for mention in mentions):
        return None
    return assembled(unit.id, mentions, reports, codebook, unit.reasons)
