"""What stands around everything that is decided: its place in the queue, what was typed, and what the last decision did."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.codebook import Codebook
from reportedly.frozen import dataclass
from reportedly.model import Incident
from reportedly.publish.decided import line_of, paths_of
from reportedly.reconcile.rulings import Rulings
from reportedly.store.ledger import Ledger
from reportedly.store.ruled import version_of
from reportedly.web.asked import AskedQueue, Item
from reportedly.web.bench import Bench, Outcome, outcome_of
from reportedly.web.found import WrongSums
from reportedly.web.known import Known
from reportedly.web.queue import Queue, beside
from reportedly.web.settings import Settings
from reportedly.web.typed import NOTHING, Fault, Typed


@dataclass(frozen=True)
class Review:
    """What the pages that decide are made with."""

    settings: Settings
    known: Known
    queue: Queue
    sums: WrongSums
    bench: Bench

    @property
    def book(self) -> Codebook:
        """The codebook."""
        return self.known.book

    def items(self) -> tuple[Item, ...]:
        """The queue as it is now."""
        return self.queue.items(self.sums.found())


@dataclass(frozen=True, slots=True)
class Case:
    """The page of one thing that is decided.

    `parts` is its address below the queue, `asked` the part of the queue it is one of, `chosen` the claim that is looked
    at; `place` counts from 1 and is 0 where it is not in that part. `typed` and `fault` are of a form that could not be
    used. `seen` and `since` tell, once they are brought back, what the reviewer had before them.
    """

    parts: tuple[str, ...]
    asked: AskedQueue
    chosen: str = ""
    decision: str = ""  # the one that was made on this page just now
    typed: Typed = NOTHING
    fault: Fault | None = None
    outcome: Outcome | None = None
    before: Item | None = None
    after: Item | None = None
    place: int = 0
    total: int = 0
    seen: str = ""
    since: str = ""

    def wrong(self, form: str, name: str = "") -> str:
        """What is wrong with an input of a form; without a name, with the whole of it."""
        if self.fault is None or self.typed.form != form or self.fault.beside != name:
            return ""
        return self.fault.message

    def kept(self, form: str, name: str) -> str:
        """What was typed into an input of a form that could not be used."""
        return str(getattr(self.typed, name)) if self.typed.form == form else ""

    def opens(self, form: str) -> bool:
        """Whether a form stands open: it could not be used."""
        return self.fault is not None and self.typed.form == form


def placed(case: Case, review: Review, here: Item) -> Case:
    """The case with its place in the queue."""
    before, after, place, total = beside(review.items(), case.asked, here)
    return replace(case, before=before, after=after, place=place, total=total)


def looked_at(case: Case, found: Rulings, incident: Incident | None) -> Case:
    """The case with what its reviewer has before them: the incident as it is now, and the last decision by now."""
    last = max((one.moment[0] for one in found.standings), default="")
    seen = f"{incident.id}:{version_of(incident, found)}" if incident else ""
    return replace(case, seen=seen, since=last)


def told_outcome(review: Review, ledger: Ledger, found: Rulings, decision: str) -> Outcome | None:
    """What a decision did: as it was told when it was made, else as it stands now. None where there is no such one."""
    kept = review.bench.outcome(decision)
    if kept is not None or not decision:
        return kept
    standings = {one.decision.id: one for one in found.standings}
    return outcome_of(ledger, standings[decision], standings) if decision in standings else None


def ruled_lines(ledger: Ledger, found: Rulings, incident: Incident) -> tuple[tuple[str, str], ...]:
    """What was ruled of an incident, oldest first: the id of each decision and its line."""
    ruled = found.on(incident)
    paths = paths_of(ledger, ruled)
    return tuple((one.decision.id, line_of(one, paths)) for one in ruled)


def first(some: Sequence[str], wanted: str) -> str:
    """What is wanted where it is one of them, else the first of them; empty where there is none."""
    return wanted if wanted in some else next(iter(some), "")
