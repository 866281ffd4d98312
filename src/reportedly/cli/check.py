"""`reportedly check`: the sums of one report, checked."""

from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.talk import FINE, PROBLEMS, data, page, plural, say

if TYPE_CHECKING:
    from reportedly.check import Checked
    from reportedly.desk import ExtractResult


class Format(StrEnum):
    """What is printed: lines for a person, or one object a report."""

    TEXT = "text"
    JSON = "json"


def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A report, or - for stdin.")],
    ledger: Annotated[
        Path | None,
        typer.Option(
            "--ledger", metavar="FILE", help="A ledger to check against: what happened before. It is only read."
        ),
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="text, or json: one object a report.")] = Format.TEXT,
    published: options.Published = None,
    outlet: options.Outlet = None,
    url: options.Url = None,
    codebook: options.Codebook = None,
    quiet: options.Quiet = False,
) -> None:
    """Check the sums that a report prints: units, clocks, weekdays, places, and with a ledger ranks, firsts and records.
    Ends with 1 where something cannot be.

    Example: reportedly check report.txt --published 2024-09-18 --ledger korea.db
    """
    from reportedly import pipeline
    from reportedly.cli.run import run_of, stdin
    from reportedly.store.ledger import Ledger

    run = run_of(published, outlet, url, codebook)
    wrong = problems = 0
    inputs = pipeline.sources([file], stdin)
    with Ledger.open(ledger) if ledger else nullcontext() as opened:
        for result, checked in pipeline.check_paths(inputs, run, opened):
            if result.problem is not None:
                problems += 1
                say(f"{result.problem.path}: {result.problem.message}; {result.problem.remedy}", quiet=quiet)
            if checked is not None:
                wrong += sum(finding.verdict.wrong for finding in checked.findings)
                _print(result, checked, format_)
    if wrong:
        say(f"{plural(wrong, 'finding')} to look at.", quiet=quiet)
    raise typer.Exit(PROBLEMS if wrong or problems else FINE)


def _print(result: "ExtractResult", checked: "Checked", format_: Format) -> None:
    from reportedly.cli.findings import print_checked
    from reportedly.publish.findings import check_line
    from reportedly.publish.jsonl import to_text

    if format_ is Format.JSON:
        data(to_text(check_line(checked)))
    elif result.report is not None:
        print_checked(result.report, checked, page())
