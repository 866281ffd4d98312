"""`reportedly export`: the ledger for other programs."""

import sys
from enum import StrEnum
from errno import EISDIR
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.talk import say

if TYPE_CHECKING:
    from reportedly.publish.contract import IncidentLine
    from reportedly.store.ledger import Ledger
    from reportedly.store.ruled import AsRuled


class Format(StrEnum):
    """What is written: one object a line an incident, or three tables."""

    JSONL = "jsonl"
    CSV = "csv"


def export(
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    format_: Annotated[
        Format, typer.Option("--format", help="jsonl: a line an incident; csv: three tables.")
    ] = Format.JSONL,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="The folder to write to; csv needs one.")
    ] = None,
    codebook: options.Codebook = None,
    quiet: options.Quiet = False,
) -> None:
    """Write the incidents with every position, finding and claim for other programs.

    Example: reportedly export --format csv --out tables/
    """
    from reportedly.model.errors import UsageError
    from reportedly.publish.jsonl import write_lines
    from reportedly.store.ledger import Ledger
    from reportedly.store.ruled import as_ruled

    if format_ is Format.CSV and out is None:
        raise UsageError("csv is three tables (incidents, positions, claims): name a folder with --out DIR")
    with Ledger.open(ledger) as opened:
        if opened.stale:
            say(
                "Reports or rulings came in since the incidents were made; run the build again to bring them up to date.",
                quiet=quiet,
            )
        if out is None:
            write_lines(_lines(opened, as_ruled(opened), codebook), sys.stdout)
            return
        try:
            out.mkdir(parents=True, exist_ok=True)
            written = _written(out, format_, opened, codebook)
        except OSError as error:
            raise UsageError(
                f"{out}: {error.strerror}; nothing was changed there. Choose another with --out"
            ) from error
    say(f"Wrote {', '.join(written)}.", quiet=quiet)


def _written(folder: Path, format_: Format, ledger: "Ledger", codebook: Path | None) -> list[str]:
    """The files written. They are made beside their place and moved there whole, or the old ones stay."""
    with TemporaryDirectory(dir=folder, prefix=".export-") as workshop:
        made = [Path(path) for path in _into(Path(workshop), format_, ledger, codebook)]
        if taken := next((folder / path.name for path in made if (folder / path.name).is_dir()), None):
            raise IsADirectoryError(EISDIR, f"{taken.name} is a folder there")
        return [str(path.replace(folder / path.name)) for path in made]


def _lines(ledger: "Ledger", told: "AsRuled", folder: Path | None) -> "list[IncidentLine]":
    """A line an incident, with the findings on its claims; `folder` holds a codebook of the user's own."""
    from reportedly import codebook as codebooks
    from reportedly.publish.contract import incident_line
    from reportedly.publish.findings import finding_line
    from reportedly.store.checked import findings_on, past_of

    book, incidents = codebooks.load(folder), list(ledger.incidents())
    found = findings_on(incidents, told, past_of(ledger, book), book)
    return [
        incident_line(one, map(finding_line, found.get(one.id, ())), decisions=told.rulings.on(one))
        for one in incidents
    ]


def _into(folder: Path, format_: Format, ledger: "Ledger", codebook: Path | None) -> list[str]:
    from reportedly.publish.contract import extract_line
    from reportedly.publish.jsonl import write_lines
    from reportedly.publish.table import write_tables
    from reportedly.store.ruled import as_ruled

    told = as_ruled(ledger)
    lines = _lines(ledger, told, codebook)
    if format_ is Format.JSONL:
        path = folder / "incidents.jsonl"
        with path.open("w", encoding="utf-8") as out:
            write_lines(lines, out)
        return [str(path)]
    about = {report.id: report for report in told.reports}
    read = (extract_line(about[extraction.report], extraction) for extraction in told.extractions)
    return [str(path) for path in write_tables(folder, lines, read)]
