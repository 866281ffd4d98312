"""`reportedly score`: how well the program reads."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.talk import data, page, say

if TYPE_CHECKING:
    from pydantic import BaseModel


class Format(StrEnum):
    """How the figures are printed."""

    TABLE = "table"
    JSON = "json"


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Marked reports, as JSON lines.")],
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A folder of reports, or a file that extract wrote.")],
    incidents: Annotated[
        Path | None, typer.Argument(metavar="[INCIDENTS]", help="A file that export wrote, to score the joining.")
    ] = None,
    errors: Annotated[
        str | None,
        typer.Option("--errors", metavar="FILE.html", help="Mark every error in its report; - lists them here."),
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="How to print the figures.")] = Format.TABLE,
    json_: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    codebook: options.Codebook = None,
    jobs: options.Jobs = None,
) -> None:
    """Measure extraction against reports that a person marked.

    Example: reportedly score gold.jsonl reports/
    """
    from reportedly import pipeline
    from reportedly.cli.run import run_of
    from reportedly.model import Extraction
    from reportedly.model.errors import UsageError
    from reportedly.publish.extract_line import extract_line
    from reportedly.score import score as scores_of
    from reportedly.score.page import errors_page
    from reportedly.score.report import as_json, print_scores

    for needed in (gold, path, *([incidents] if incidents else [])):
        if not needed.exists():
            raise UsageError(f"{needed}: there is no such file; see `reportedly score --help`")

    def lines(folder: Path) -> "Iterator[BaseModel]":
        run = run_of(None, None, None, codebook, jobs)
        for found in pipeline.extract_paths(pipeline.sources([str(folder)]), run):
            if found.report is not None:
                nothing = Extraction(found.report.id, relevant=False)
                yield extract_line(found.report, found.extraction or nothing, found.problem, with_text=True)

    scores = scores_of(gold, path, incidents, extract=lines)
    if errors and errors != "-":
        _write(Path(errors), errors_page(scores))
    if json_ or format_ is Format.JSON:
        data(as_json(scores))
    else:
        print_scores(scores, page(), errors=errors == "-")


def _write(path: Path, written: str) -> None:
    from reportedly.model.errors import UsageError

    try:
        path.write_text(written, "utf-8")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; name another file with --errors") from error
    say(f"Wrote {path}.")
