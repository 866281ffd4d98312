"""`reportedly extract`: reports into JSON lines, no ledger."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.talk import FINE, PROBLEMS, data, plural, say

if TYPE_CHECKING:
    from reportedly.desk import ExtractResult


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
        for result in reading.extract_paths(inputs, run, on_progress=on_progress):
            data(_line(result, with_text=with_text))
            problems += result.problem is not None
            cost = reading.total(cost, result.cost)
    say_cost(choice, cost, quiet=quiet)
    if problems:
        say(f"{plural(problems, 'problem')}: see report.problem in the output", quiet=quiet)
    raise typer.Exit(PROBLEMS if problems else FINE)


def _line(result: "ExtractResult", *, with_text: bool) -> str:
    from reportedly.model import Extraction
    from reportedly.publish.contract import extract_line, problem_line
    from reportedly.publish.jsonl import to_text

    if result.report is None:
        if result.problem is None:
            raise ValueError(f"{result.path}: neither a report nor a problem")
        return to_text(problem_line(result.problem))
    extraction = result.extraction or Extraction(result.report.id, relevant=False)
    return to_text(extract_line(result.report, extraction, result.problem, with_text=with_text))
