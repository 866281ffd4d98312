"""The program `reportedly`: its verbs, and what becomes of an error."""

import os
import sys
from typing import Annotated

import typer

from reportedly import __version__
from reportedly.cli import (
    build,
    codebook,
    demo,
    doctor,
    export,
    extract,
    incidents,
    problems,
    report,
    schema,
    score,
    show,
)
from reportedly.cli.talk import WRONG_USE, say
from reportedly.model.errors import ReportedlyError

app = typer.Typer(
    name="reportedly",
    help="Turn news reports of missile and nuclear tests into a ledger in which every value says who said it.",
    epilog="Start here: reportedly demo",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"reportedly {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Nothing; the options of the program itself."""


app.command("demo")(demo.demo)
app.command("build")(build.build)
app.command("incidents")(incidents.incidents)
app.command("show")(show.show)
app.command("report")(report.report)
app.command("extract")(extract.extract)
app.command("export")(export.export)
app.command("problems")(problems.problems)
app.command("schema")(schema.schema)
app.add_typer(codebook.app, name="codebook")
app.command("score")(score.score)
app.command("doctor")(doctor.doctor)


def main() -> None:
    """Nothing; the program runs and ends with 0 (fine), 1 (problems found) or 2 (wrong use)."""
    try:
        app()
    except ReportedlyError as error:
        say(f"reportedly: {error}")
        sys.exit(WRONG_USE)
    except BrokenPipeError:
        # whoever read our output has seen enough; nothing may be written at the end either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
