"""A ruling on its way into the ledger: who, when and why are added, it is kept and applied, and told what it changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from reportedly.cli.talk import FINE, PROBLEMS, data, say
from reportedly.frozen import dataclass
from reportedly.model import Decision
from reportedly.model.errors import LedgerError
from reportedly.publish.visible import visible

if TYPE_CHECKING:
    from reportedly.deciding.verbs import Making
    from reportedly.pipeline import Decided
    from reportedly.reconcile.rulings import Standing
    from reportedly.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Call:
    """Who rules, why, on which ledger and with which codebook."""

    who: str | None
    why: str
    ledger: Path
    codebook: Path | None
    quiet: bool


def rule(make: "Making", call: Call) -> None:
    """Nothing; the ruling is kept and applied, and what it changed goes to stdout. Exits 1 where it is not in force."""
    from reportedly.cli.run import run_of, sound
    from reportedly.deciding.ruling import Signature, told
    from reportedly.deciding.ruling import rule as ruled

    signature = Signature(sound(call.who) or "", sound(call.why) or "")
    run = replace(run_of(None, None, None, call.codebook), now=datetime.now(UTC))
    with writable(call.ledger) as opened:
        done = ruled(make, signature, opened, run)
        standings = {one.decision.id: one for one in done.decided.rulings.standings}
        _say_kept(done.decided, quiet=call.quiet)
        for line in (*told(opened, done.standing, standings), *_overruled(opened, done.decided.overruled)):
            data(visible(line))
    raise typer.Exit(FINE if done.standing.in_force else PROBLEMS)


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
    _say_kept(decided, quiet=quiet)
    return decided


def _say_kept(decided: "Decided", *, quiet: bool) -> None:
    if not decided.applied:
        say("Kept. The ledger was built by another version or codebook: the next build applies it.", quiet=quiet)


def _overruled(ledger: "Ledger", fell: "Sequence[Standing]") -> list[str]:
    """Earlier rulings that a new one put out of force, a line each."""
    from reportedly.publish.decided import line_of, paths_of

    return [f"  overrules {line_of(one, paths_of(ledger, [one]))}" for one in fell]
