"""`reportedly demo`: the sample reports, from reading to one incident in full."""

from importlib.resources import as_file, files
from pathlib import Path
from tempfile import mkdtemp
from typing import Annotated

import typer

from reportedly.cli.talk import data, plural, say

SHOWN = "2024-09-18"


def demo(
    ledger: Annotated[
        Path | None, typer.Option("--ledger", metavar="FILE", help="Where to build it; default: a new temporary file.")
    ] = None,
) -> None:
    """Build a ledger from the sample reports, list its incidents and show one in full.

    Example: reportedly demo
    """
    from reportedly import pipeline
    from reportedly.cli.incidents import print_table
    from reportedly.cli.run import run_of
    from reportedly.cli.show import print_incident
    from reportedly.deciding.days import days
    from reportedly.model.errors import UsageError
    from reportedly.store.ledger import Ledger
    from reportedly.store.listing import Wanted, listing

    path = ledger or Path(mkdtemp(prefix="reportedly-")) / "demo.db"
    with as_file(files("reportedly") / "samples") as samples, Ledger.open(path, create=True) as opened:
        if not samples.is_dir():
            raise UsageError("the sample reports are missing from this installation; install reportedly again")
        built = pipeline.build(pipeline.sources([str(samples)]), opened, run_of(None, None, None, None))
        bad = (
            f"; {plural(built.problems, 'file')} could not be read, as one is broken on purpose"
            if built.problems
            else ""
        )
        say(f"Read {plural(built.reports + built.known, 'sample report')} into {path}{bad}.\n")
        print_table(listing(path, Wanted()))
        data("")
        fitting = opened.incidents_between(*days(SHOWN))
        for incident in sorted(fitting, key=lambda i: -len(i.mentions))[:1]:
            print_incident(opened, incident)
    say(
        f"""
Try next:
  reportedly serve --ledger {path}
  reportedly show 2024-09-12 --ledger {path}
  reportedly problems --ledger {path}
  reportedly export --format jsonl --ledger {path}
  reportedly build YOUR-REPORTS/ --ledger mine.db"""
    )
