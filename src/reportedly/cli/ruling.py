"""A ruling on its way into the ledger: who, when and why are added, it is kept and applied, and told what it changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from reportedly.cli.talk import FINE, PROBLEMS, data, say
from reportedly.cli.visible import visible
from reportedly.model import Decision
from reportedly.model.errors import LedgerError, UsageError

if TYPE_CHECKING:
    from reportedly.codebook import Codebook
    from reportedly.pipeline import Decided
    from reportedly.reconcile.rulings import Standing
    from reportedly.store.ledger import Ledger

Making = Callable[["Ledger", "Codebook"], Decision]  # a decision that wants its id, who, when and why
SHORT = 8  # letters of an id that are shown


@dataclass(frozen=True, slots=True)
class Call:
    """Who rules, why, on which ledger and with which codebook."""

    who: str | None
    why: str
    ledger: Path
    codebook: Path | None
    quiet: bool


def rule(make: Making, call: Call) -> None:
    """Nothing; the ruling is kept and applied, and what it changed goes to stdout. Exits 1 where it is not in force."""
    from reportedly import codebook as codebooks
    from reportedly.cli.run import sound
    from reportedly.reconcile.rulings.making import after, signed

    who, why = (sound(call.who) or "").strip(), (sound(call.why) or "").strip()
    if not who:
        raise UsageError("say who rules: --who NAME, or set the environment variable REPORTEDLY_WHO")
    if not why:
        raise UsageError("say why: --why WORDS; whoever reads the ruling later has nothing else to go by")
    with writable(call.ledger) as opened:
        wanted = make(opened, codebooks.load(call.codebook))
        when = after(datetime.now(UTC), opened.decisions())
        decision = signed(replace(wanted, who=who, why=why, when=when))
        decided = added(opened, [decision], call.codebook, quiet=call.quiet)
        standings = {one.decision.id: one for one in decided.rulings.standings}
        standing = standings[decision.id]
        for line in (*told(opened, standing, standings), *_overruled(opened, decided.overruled)):
            data(visible(line))
    raise typer.Exit(FINE if standing.in_force else PROBLEMS)


def writable(path: Path) -> "Ledger":
    """The ledger at the path, to write to; LedgerError where there is none, for nothing can be ruled on nothing."""
    from reportedly.store.ledger import Ledger

    if not path.exists():
        raise LedgerError(f"{path}: no ledger here; build one with: reportedly build REPORTS --ledger {path}")
    return Ledger.open(path, create=True)


def added(ledger: "Ledger", decisions: Sequence[Decision], codebook: Path | None, *, quiet: bool) -> "Decided":
    """What became of these decisions, which are kept, and applied where the ledger is of this program."""
    from reportedly import pipeline
    from reportedly.cli.run import run_of

    decided = pipeline.decide(decisions, ledger, run_of(None, None, None, codebook))
    if not decided.applied:
        say("Kept. The ledger was built by another version or codebook: the next build applies it.", quiet=quiet)
    return decided


def _overruled(ledger: "Ledger", fell: "Sequence[Standing]") -> list[str]:
    """Earlier rulings that a new one put out of force, a line each."""
    from reportedly.cli.decided import line_of, paths_of

    return [f"  overrules {line_of(one, paths_of(ledger, [one]))}" for one in fell]


def told(ledger: "Ledger", standing: "Standing", standings: "Mapping[str, Standing]") -> list[str]:
    """The decision in a line, and below it what it is about now; of an undo of an undo, how the first ruling stands."""
    from reportedly.cli.decided import line_of, paths_of
    from reportedly.fields.registry import show

    about = standing
    while (before := standings.get(about.decision.undoes or "")) is not None:
        about = before
    lines, ruled = [line_of(standing, paths_of(ledger, [standing]))], about.decision
    if about.decision.id not in (standing.decision.id, standing.decision.undoes):
        lines.append(f"  which leaves {line_of(about, paths_of(ledger, [about]))}")
    field = ruled.anchors[0].field if about.claims and ruled.anchors else None
    field = ruled.elsewhere.field if ruled.elsewhere is not None else field
    accounts = (*about.accounts, *about.others)
    homes = ledger.homes(accounts)
    for id_ in dict.fromkeys(homes[one] for one in accounts if one in homes):
        incident = ledger.incident(id_)
        if incident is None:
            continue
        lines.append(f"  {id_[:SHORT]}  {incident.label}")
        if field is not None and field in incident.values and field != "type":
            settled = incident.values[field]
            value = "left open" if settled.value is None else show(field, settled.value)
            lines.append(f"            {field}: {value}, {settled.status.value.replace('_', ' ')}")
    return lines
