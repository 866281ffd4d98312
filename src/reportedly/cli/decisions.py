"""`reportedly decisions`: what people ruled, and how to hand it on."""

import sys
from collections import Counter
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.talk import FINE, PROBLEMS, data, plural, say
from reportedly.publish.visible import visible

if TYPE_CHECKING:
    from reportedly.reconcile.rulings import Standing

app = typer.Typer(
    help="List what people ruled: who, when, what, why, and whether it is in force. Export and import hand it on.\n\n"
    "Example: reportedly decisions --ledger korea.db",
    rich_markup_mode=None,
    invoke_without_command=True,
)


class Only(StrEnum):
    """Which decisions are listed."""

    ALL = "all"
    IN_FORCE = "in-force"
    NOT_IN_FORCE = "not-in-force"


@app.callback()
def decisions(
    context: typer.Context,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    only: Annotated[Only, typer.Option("--only", help="Which of them.")] = Only.ALL,
    quiet: options.Quiet = False,
) -> None:
    """Nothing; the decisions of a ledger go to stdout, oldest first, unless a verb follows."""
    if context.invoked_subcommand is not None:
        return
    from reportedly.publish.decided import line_of, paths_of
    from reportedly.store.ledger import Ledger
    from reportedly.store.ruled import rulings

    with Ledger.open(ledger) as opened:
        standings = rulings(opened).standings
        paths = paths_of(opened, standings)
    for one in standings:
        if only is Only.ALL or one.in_force == (only is Only.IN_FORCE):
            data(visible(line_of(one, paths)))
    say(_counted(standings), quiet=quiet)


def _counted(standings: "tuple[Standing, ...]") -> str:
    """How many stand in which way."""
    if not standings:
        return "No decisions; see: reportedly decide --help"
    forces = Counter(one.force.value for one in standings)
    return f"{plural(len(standings), 'decision')}: " + ", ".join(f"{n:,} {force}" for force, n in forces.items())


@app.command("export")
def export(
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Where to; default: stdout.")] = None,
    quiet: options.Quiet = False,
) -> None:
    """Write all decisions as JSON lines, from a ledger of any version: to hand them on, or to carry them over.

    Example: reportedly decisions export --ledger old.db --out rulings.jsonl
    """
    from reportedly.model.errors import UsageError
    from reportedly.publish.decisions import decision_line
    from reportedly.publish.jsonl import write_lines
    from reportedly.store.carried import decisions_of

    found = decisions_of(ledger)
    lines = (decision_line(decision) for decision in found)
    if out is None:
        write_lines(lines, sys.stdout)
        return
    try:
        with out.open("w", encoding="utf-8") as file:
            write_lines(lines, file)
    except OSError as error:
        raise UsageError(f"{out}: {error.strerror}; choose another file with --out") from error
    say(f"Wrote {plural(len(found), 'decision')} to {out}.", quiet=quiet)


@app.command("import")
def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="What `decisions export` wrote, or - for stdin.")],
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    codebook: options.Codebook = None,
    quiet: options.Quiet = False,
) -> None:
    """Add the decisions of another ledger to this one and apply them. Importing twice is importing once.

    Example: reportedly decisions import rulings.jsonl --ledger korea.db
    """
    from reportedly.cli.ruling import added, writable
    from reportedly.publish.decided import line_of, paths_of
    from reportedly.publish.decisions import decisions_in

    found, faults = decisions_in(_text(file), file, datetime.now(UTC))
    with writable(ledger) as opened:
        known = {decision.id for decision in opened.decisions()}
        new = [decision for decision in found if decision.id not in known]
        decided = added(opened, new, codebook, quiet=quiet)
        standings = {one.decision.id: one for one in decided.rulings.standings}
        paths = paths_of(opened, standings.values())
    say(f"{plural(len(new), 'new decision')}, {len(found) - len(new):,} known already.", quiet=quiet)
    for one in decided.overruled:
        say(f"Overruled: {visible(line_of(one, paths))}", quiet=quiet)
    idle = [one for id_ in dict.fromkeys(decision.id for decision in new) if not (one := standings[id_]).in_force]
    for one in idle:
        data(visible(line_of(one, paths)))
    for fault in faults:
        say(fault)
    raise typer.Exit(PROBLEMS if faults else FINE)


def _text(file: str) -> str:
    """What the file holds, or standard input."""
    from reportedly.cli.run import stdin
    from reportedly.model.errors import UsageError

    try:
        raw = stdin() if file == "-" else Path(file).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}; name the file that `reportedly decisions export` wrote") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: is no UTF-8; name the file that `reportedly decisions export` wrote") from error
