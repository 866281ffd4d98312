"""The program `reportedly`: its verbs, and what becomes of an error."""

import gc
import io
import os
import sys
from typing import Annotated

import typer

from reportedly import __version__
from reportedly.cli import (
    build,
    check,
    codebook,
    compare,
    decide,
    decisions,
    demo,
    diff,
    doctor,
    export,
    extract,
    import_,
    incidents,
    problems,
    publish,
    report,
    schema,
    score,
    serve,
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
app.command("diff")(diff.diff)
app.command("serve")(serve.serve)
app.command("publish")(publish.publish)
app.command("report")(report.report)
app.command("check")(check.check)
app.command("extract")(extract.extract)
app.command("export")(export.export)
app.command("import")(import_.import_)
app.command("compare")(compare.compare)
app.add_typer(decide.app, name="decide")
app.add_typer(decisions.app, name="decisions")
app.command("problems")(problems.problems)
app.command("schema")(schema.schema)
app.add_typer(codebook.app, name="codebook")
app.command("score")(score.score)
app.command("doctor")(doctor.doctor)


def main() -> None:
    """Nothing; the program runs and ends with 0 (fine), 1 (problems found) or 2 (wrong use)."""
    try:
        _prepare_streams()
        try:
            app()
        finally:
            sys.stdout.flush()  # here, where a failure can still be told
            gc.freeze()  # what is left is not looked through for cycles once more as the program ends
    except ReportedlyError as error:
        say(f"reportedly: {error}")
        sys.exit(WRONG_USE)
    except BrokenPipeError:
        _give_up_output()  # whoever read our output has seen enough
    except OSError as error:
        _give_up_output()
        say(
            f"reportedly: {error.filename or 'the output'}: {error.strerror or error}; check the name, the permissions and the disk"
        )
        sys.exit(WRONG_USE)


def _prepare_streams() -> None:
    """Nothing; what other programs read is UTF-8 in every locale, and no letter a terminal lacks ends the program."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever called us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123  # open to the end
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="backslashreplace")


def _give_up_output() -> None:
    """Nothing; what is still to be written goes nowhere, so that the end of the program says no more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
