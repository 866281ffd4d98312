"""The page of the queue, and that of a problem in it."""

from dataclasses import replace
from pathlib import PurePath

from reportedly.store.ledger import Ledger
from reportedly.store.queue import troubles
from reportedly.store.ruled import rulings
from reportedly.web.asked import KINDS, STANDS, AskedQueue, Item
from reportedly.web.case import Case, Review, looked_at, placed, told_outcome
from reportedly.web.page import Page
from reportedly.web.queue import listed

NAMES = {"check": "Sums that cannot be", "field": "Contested fields", "join": "Weak joins", "problem": "Problems"}
DECISION = "decision "  # how the path of a problem with a decision begins


def review_page(review: Review, asked: AskedQueue) -> Page:
    """What wants a person, as it is asked for."""
    items = review.items()
    shows = {
        "asked": asked,
        "found": listed(items, asked),
        "names": NAMES,
        "kinds": KINDS,
        "stands": STANDS,
        "looking": review.sums.looking,
    }
    return Page("review.html", "Review", "review", shows)


def trouble_page(review: Review, case: Case, path: str, kind: str) -> Page | None:
    """The page of one problem; None where there is none of this path and kind any more."""
    trouble = next((one for one in troubles(review.settings.ledger) if (one.path, one.kind) == (path, kind)), None)
    if trouble is None and not case.decision:
        return None
    with Ledger.open(review.settings.ledger) as ledger:
        found = rulings(ledger)
        case = looked_at(case, found, None)
        case = replace(case, outcome=told_outcome(review, ledger, found, case.decision))
    short = path.removeprefix(DECISION) if path.startswith(DECISION) else ""
    shows = {
        "case": placed(case, review, Item("problem", (path, kind), None, "")),
        "trouble": trouble,
        "short": short,
    }
    return Page("trouble.html", path, "review", {**shows, "name": PurePath(path).name})
