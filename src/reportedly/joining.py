"""The accounts of a ledger joined as people ruled on them: those that are new, or ruled on anew, among those that are
joined already; or all anew.

Both give the same incidents. All are joined anew where another program or codebook joined last, and where so many are
new that following each would take longer.
"""

from collections.abc import Iterable, Mapping, Sequence

from reportedly.codebook import Codebook
from reportedly.model import Decision, Ruling
from reportedly.parallel import unswept
from reportedly.reconcile import incident_of, reconciled
from reportedly.reconcile.accounts import Accounts
from reportedly.reconcile.entry import Clerk
from reportedly.reconcile.rulings import Rulings, ruled, ruled_units, rulings_of, told_elsewhere, with_told
from reportedly.reconcile.shelf import State
from reportedly.reconcile.unit import Unit
from reportedly.reconcile.wording import Wording
from reportedly.store.ledger import Ledger

RULES = 7  # raised when joining, or rulings, give other incidents of the same accounts
SHARE, FEW = 4, 50  # joined one by one: up to a fourth of all reports, or so many
TIES = (Ruling.SAME, Ruling.DIFFERENT)  # what makes two incidents one neighbourhood, in force or not


def join(ledger: Ledger, book: Codebook, reading: str) -> int:
    """How many incidents the ledger's reports make; `reading` names the program and codebook they are joined by."""
    reading = f"{reading}, joined by rules {RULES}"
    new = ledger.waiting()
    decisions = ledger.decisions()
    few = len(new) <= FEW or len(new) * SHARE <= len(ledger.report_ids())
    with unswept():
        if few and ledger.joined_by == reading:
            _join_new(ledger, book, new, decisions)
        else:
            incidents, state = reconciled(ledger.extractions(), ledger.reports(), book, decisions)
            ledger.replace_incidents(incidents, state, reading)
    return ledger.incident_count()


def _join_new(ledger: Ledger, book: Codebook, new: Sequence[str], decisions: Sequence[Decision]) -> None:
    """Nothing; the incidents that these reports touch are as joining all anew would make them."""
    rulings = _rulings(ledger, decisions)
    with ledger.remembered() as memory:
        state = State(memory)
        accounts = Accounts(book, Wording(ledger.text_of), state)
        clerk, about = Clerk(book), {report.id: report for report in ledger.reports(new)}
        read = [ruled(one, rulings, book) for one in ledger.extractions(new)]
        added = [entry for one in read for entry in clerk.entries(one, about.get(one.report))]
        change = accounts.change(gone=memory.of_reports(new), new=added)
        touched = {id_ for unit in (*change.gone.values(), *change.new.values()) for id_ in unit.members}
        gone, units = _neighbourhood(touched | {entry.id for entry in added}, ledger, accounts, rulings)
        reports = sorted({state.entries[id_].report for unit in units for id_ in unit.members})
        read = [ruled(one, rulings, book) for one in ledger.extractions(reports)]
        mentions = {mention.id: mention for one in read for mention in one.mentions}
        told = told_elsewhere(rulings, mentions)
        mentions |= {mention.id: mention for one in told for mention in one.extraction.mentions}
        about = {report.id: report for report in (*ledger.reports(reports), *(one.report for one in told))}
        whole = with_told(ruled_units(units, rulings), told)
        made = (incident_of(unit, [mentions[id_] for id_ in unit.members], about, book) for unit in whole)
        ledger.change_incidents(gone, [one for one in made if one is not None], state)


def _rulings(ledger: Ledger, decisions: Sequence[Decision]) -> Rulings:
    pointed = sorted({anchor.report for one in decisions for anchor in (*one.anchors, *one.others)})
    return rulings_of(decisions, ledger.extractions(pointed), ledger.reports(pointed))


def _neighbourhood(
    touched: Iterable[str], ledger: Ledger, accounts: Accounts, rulings: Rulings
) -> tuple[set[str], list[Unit]]:
    """The incidents these mentions were in, by id, and those in the making they are in as the rules join them; with all
    that was in one incident with them, or that rulings name beside them, over any number of steps."""
    beside = _beside(rulings)
    gone, units = set[str](), dict[str, Unit]()
    todo, seen = set(touched), set[str]()
    while todo:
        seen |= todo
        were = {*ledger.homes(todo).values()} - gone
        are = {unit.id: unit for unit in accounts.of(todo) if unit.id not in units}
        gone |= were
        units |= are
        near = {ref.mention for id_ in were if (one := ledger.incident(id_)) for ref in one.mentions}
        near |= {id_ for unit in are.values() for id_ in unit.members}
        todo = (near | {id_ for one in near | todo for id_ in beside.get(one, ())}) - seen
    return gone, [units[id_] for id_ in sorted(units)]


def _beside(rulings: Rulings) -> Mapping[str, set[str]]:
    """Of each mention, those that are named with it in rulings on incidents."""
    found: dict[str, set[str]] = {}
    for one in rulings.standings:
        if one.decision.ruling in TIES:
            named = {*one.accounts, *one.others}
            for id_ in named:
                found.setdefault(id_, set()).update(named)
    return found
