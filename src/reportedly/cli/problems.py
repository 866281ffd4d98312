"""`reportedly problems`: what could not be read or used."""

import typer

from reportedly.cli import options
from reportedly.cli.talk import FINE, PROBLEMS, page, plural, say


def problems(ledger: options.Ledger = options.DEFAULT_LEDGER, quiet: options.Quiet = False) -> None:
    """List what could not be read or used, why, and what to do.

    Example: reportedly problems --ledger korea.db
    """
    from rich.text import Text

    from reportedly.store.ledger import Ledger

    with Ledger.open(ledger) as opened:
        found = opened.problems()
    out = page()
    for problem in found:
        out.print(Text.assemble((problem.path, "bold"), f"  {problem.kind.value}"), soft_wrap=True)
        out.print(Text(f"  {problem.message}"), soft_wrap=True)
        out.print(Text(f"  > {problem.remedy}", style="green"), soft_wrap=True)
    say(plural(len(found), "problem") if found else "No problems.", quiet=quiet)
    raise typer.Exit(PROBLEMS if found else FINE)
