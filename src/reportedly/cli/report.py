"""`reportedly report`: one report with its claims marked in the text."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.talk import FINE, PROBLEMS, page, say

if TYPE_CHECKING:
    from reportedly.desk import ExtractResult


def report(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A report, or - for stdin.")],
    published: options.Published = None,
    outlet: options.Outlet = None,
    url: options.Url = None,
    ids: Annotated[bool, typer.Option("--ids", help="Print each claim's id, to rule on it.")] = False,
    codebook: options.Codebook = None,
    quiet: options.Quiet = False,
) -> None:
    """Print a report with every claim marked in its text, and below, who says what of which incident.

    Example: reportedly report report.txt --published 2024-09-18
    """
    from reportedly import pipeline
    from reportedly.cli.run import run_of, stdin

    run = run_of(published, outlet, url, codebook)
    results = list(pipeline.extract_paths(pipeline.sources([file], stdin), run))
    for result in results:
        _print(result, ids=ids)
    problems = [result.problem for result in results if result.problem]
    for problem in problems:
        say(f"{problem.path}: {problem.message}; {problem.remedy}", quiet=quiet)
    raise typer.Exit(PROBLEMS if problems else FINE)


def _print(result: "ExtractResult", *, ids: bool) -> None:
    from reportedly.cli.marked import print_marked

    if result.report is not None and result.extraction is not None:
        print_marked(result.report, result.extraction, page(), ids=ids)
