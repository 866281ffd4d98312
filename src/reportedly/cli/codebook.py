"""`reportedly codebook`: a codebook of one's own."""

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.talk import PROBLEMS, data, plural, say
from reportedly.publish.visible import visible

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Work on a codebook of your own.")


@app.callback()
def _codebook() -> None:
    """Nothing; makes `check` a verb of its own."""


@app.command()
def check(folder: Annotated[Path, typer.Argument(metavar="DIR", help="The codebook's folder.")]) -> None:
    """Check a codebook and name every fault with file and line.

    Example: reportedly codebook check my-codebook/
    """
    from reportedly import codebook
    from reportedly.model.errors import UsageError

    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder; give the folder that holds the codebook's YAML files")
    faults = codebook.check(folder)
    for fault in faults:
        data(visible(str(fault)))
    if faults:
        say(plural(len(faults), "fault"))
        raise typer.Exit(PROBLEMS)
    say(f"{folder}: no faults.")
