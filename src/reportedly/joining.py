"""The accounts of a ledger joined: those that are new among those that are joined already, or all anew.

Both give the same incidents. All are joined anew where another program or codebook joined last, where people ruled on
accounts, and where so many are new that following each would take longer.
"""

from reportedly.codebook import Codebook
from reportedly.reconcile import incident_of, reconciled
from reportedly.reconcile.accounts import Accounts
from reportedly.reconcile.entry import Clerk
from reportedly.reconcile.shelf import State
from reportedly.reconcile.wording import Wording
from reportedly.store.ledger import Ledger

SHARE, FEW = 4, 50  # joined one by one: up to a fourth of all reports, or so many


def join(ledger: Ledger, book: Codebook, reading: str) -> int:
    """How many incidents the ledger's reports make; `reading` names the program and codebook they are joined by."""
    new = ledger.waiting()
    decisions = ledger.decisions()
    few = len(new) <= FEW or len(new) * SHARE <= len(ledger.report_ids())
    if few and not decisions and ledger.joined_by == reading:
        _join_new(ledger, book, new)
    else:
        incidents, state = reconciled(ledger.extractions(), ledger.reports(), book, decisions)
        ledger.replace_incidents(incidents, None if decisions else state, reading)
    return ledger.incident_count()


def _join_new(ledger: Ledger, book: Codebook, new: list[str]) -> None:
    """Nothing; the incidents that these reports touch are as joining all anew would make them."""
    with ledger.remembered() as memory:
        state = State(memory)
        accounts = Accounts(book, Wording(ledger.text_of), state)
        clerk, about = Clerk(book), {report.id: report for report in ledger.reports(new)}
        added = [entry for one in ledger.extractions(new) for entry in clerk.entries(one, about.get(one.report))]
        change = accounts.change(gone=memory.of_reports(new), new=added)
        units = {**change.new, **{unit.id: unit for unit in accounts.of(entry.id for entry in added)}}
        touched = {state.entries[id_].report for unit in units.values() for id_ in unit.members}
        mentions = {mention.id: mention for one in ledger.extractions(sorted(touched)) for mention in one.mentions}
        about = {report.id: report for report in ledger.reports(sorted(touched))}
        made = (incident_of(unit, [mentions[id_] for id_ in unit.members], about, book) for unit in units.values())
        ledger.change_incidents({*change.gone, *units}, [one for one in made if one is not None], state)
