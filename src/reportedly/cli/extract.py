"""`reportedly extract`: reports into JSON lines, no ledger."""

import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.talk import FINE, PROBLEMS, data, plural, say
from reportedly.frozen import dataclass

if TYPE_CHECKING:
    from reportedly.desk import ExtractResult
    from reportedly.extractors.protocol import Cost


def extract(
    paths: options.Paths,
    with_text: Annotated[bool, typer.Option("--with-text", help="Print each report's text too.")] = False,
    published: options.Published = None,
    outlet: options.Outlet = None,
    url: options.Url = None,
    codebook: options.Codebook = None,
    reader: options.Reader = "rules",
    parse: options.Parse = False,
    endpoint: options.Endpoint = None,
    model: options.Model = None,
    timeout: options.Timeout = 120.0,
    jobs: options.Jobs = None,
    quiet: options.Quiet = False,
) -> None:
    """Print what each report says, one JSON object a line; `reportedly schema` tells the shape. Opens no ledger.

    Example: reportedly extract report.txt --published 2024-09-18
    """
    from reportedly import reading
    from reportedly.cli.cost import say_cost, say_where
    from reportedly.cli.run import choice_of, progress, run_of, stdin

    choice = choice_of(reader, endpoint, model, timeout, parse=parse)
    run = run_of(published, outlet, url, codebook, jobs, choice)
    inputs = reading.sources(paths, stdin)
    problems, cost = 0, None
    reading.ready(run)
    say_where(choice, quiet=quiet)
    with progress(len(inputs), quiet=quiet or sys.stdout.isatty()) as on_progress:
        printed = partial(_printed, with_text=with_text)
        for one in reading.extract_as(printed, inputs, run, on_progress=on_progress):
            data(one.line)
            problems += one.has_problem
            cost = reading.total(cost, one.cost)
    say_cost(choice, cost, quiet=quiet)
    if problems:
        say(f"{plural(problems, 'problem')}: see report.problem in the output", quiet=quiet)
    raise typer.Exit(PROBLEMS if problems else FINE)


@dataclass(frozen=True, slots=True)
class Printed:
    """The line of one result, whether it tells a problem, and what it cost."""

    line: str
    has_problem: bool
    cost: "Cost | None"


def _printed(result: "ExtractResult", *, with_text: bool) -> Printed:
    return Printed(_line(result, with_text=with_text), result.problem is not None, result.cost)


def _line(result: "ExtractResult", *, with_text: bool) -> str:
    from reportedly.publish.plain_line import plain_text

    return plain_text(result.report, result.extraction, result.problem, with_text=with_text)
