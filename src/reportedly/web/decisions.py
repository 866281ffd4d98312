"""The page of what people ruled, with filters and with the way back."""

from collections.abc import Mapping
from dataclasses import replace

from reportedly.frozen import dataclass
from reportedly.model import Decision, Ruling
from reportedly.publish.decided import paths_of, what
from reportedly.reconcile.rulings import Force, Standing
from reportedly.store.ledger import Ledger
from reportedly.store.queue import Head, heads
from reportedly.store.ruled import rulings
from reportedly.web.asked import FORCES, AskedDecisions
from reportedly.web.case import Case, Review, looked_at, told_outcome
from reportedly.web.page import Page

SIZE = 50  # decisions a page


@dataclass(frozen=True, slots=True)
class Made:
    """One decision as it is listed: what it rules, how it stands, and the incidents it is about."""

    decision: Decision
    what: str
    force: str
    why_not: str
    can_undo: bool
    incidents: tuple[Head, ...]


def decisions_page(review: Review, case: Case, asked: AskedDecisions) -> Page:
    """The decisions that are asked for, the latest first."""
    with Ledger.open(review.settings.ledger) as ledger:
        found = rulings(ledger)
        fit = [one for one in reversed(found.standings) if _fits(one, asked)]
        here = fit[(asked.page - 1) * SIZE : asked.page * SIZE]
        homes = ledger.homes(id_ for one in here for id_ in (*one.accounts, *one.others))
        paths = paths_of(ledger, here)
        listed = heads(review.settings.ledger, tuple(set(homes.values())))
        case = looked_at(case, found, None)
        case = replace(case, outcome=told_outcome(review, ledger, found, case.decision))
    shows = {
        "case": case,
        "asked": asked,
        "made": tuple(_made(one, paths, homes, listed) for one in here),
        "total": len(fit),
        "pages": max(1, -(-len(fit) // SIZE)),
        "people": sorted({one.decision.who for one in found.standings}, key=str.casefold),
        "rulings": tuple(one.value for one in Ruling),
        "forces": FORCES,
    }
    return Page("decisions.html", "Decisions", "review", shows)


def _fits(one: Standing, asked: AskedDecisions) -> bool:
    return (
        asked.who in ("", one.decision.who)
        and asked.ruling in ("", one.decision.ruling.value)
        and asked.force in ("", one.force.value.replace(" ", "_"))
    )


def _made(one: Standing, paths: Mapping[str, str], homes: Mapping[str, str], listed: Mapping[str, Head]) -> Made:
    incidents = dict.fromkeys(homes[id_] for id_ in (*one.accounts, *one.others) if id_ in homes)
    return Made(
        decision=one.decision,
        what=what(one.decision, paths),
        force=one.force.value.replace(" ", "_"),
        why_not=one.why,
        can_undo=one.force is not Force.UNDONE,
        incidents=tuple(listed[id_] for id_ in incidents if id_ in listed),
    )
