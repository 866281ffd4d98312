"""What could not be read or used, why, and what to do."""

from collections import Counter

from reportedly.store.ledger import Ledger
from reportedly.web.page import Page
from reportedly.web.settings import Settings

SIZE = 100


def problems_page(settings: Settings, *, kind: str | None = None, page: int = 1) -> Page:
    """The problems of the ledger, or those of one kind, by path. LedgerError where it cannot be read."""
    with Ledger.open(settings.ledger) as ledger:
        every = ledger.problems()
        known = set(ledger.report_ids()) if any(one.report for one in every) else set()
    kinds = Counter(one.kind.value for one in every)
    wanted = [one for one in every if kind is None or one.kind.value == kind]
    shows = {
        "problems": wanted[(page - 1) * SIZE : page * SIZE],
        "known": known,
        "total": len(wanted),
        "kinds": kinds.most_common(),
        "kind": kind,
        "number": page,
        "pages": max(1, -(-len(wanted) // SIZE)),
    }
    return Page("problems.html", "Problems", "problems", shows)
