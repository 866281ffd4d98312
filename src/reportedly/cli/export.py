"""`reportedly export`: the ledger for other programs."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.talk import say

if TYPE_CHECKING:
    from reportedly.store.ledger import Ledger


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
    quiet: options.Quiet = False,
) -> None:
    """Write the incidents with every position and claim for other programs.

    Example: reportedly export --format csv --out tables/
    """
    from reportedly.model.errors import UsageError
    from reportedly.publish.contract import incident_line
    from reportedly.publish.jsonl import write_lines
    from reportedly.store.ledger import Ledger

    if format_ is Format.CSV and out is None:
        raise UsageError("csv is three tables (incidents, positions, claims): name a folder with --out DIR")
    with Ledger.open(ledger) as opened:
        if opened.stale:
            say("A build was broken off; run it again to bring the incidents up to date.", quiet=quiet)
        if out is None:
            write_lines((incident_line(incident) for incident in opened.incidents()), sys.stdout)
            return
        try:
            out.mkdir(parents=True, exist_ok=True)
            written = _into(out, format_, opened)
        except OSError as error:
            raise UsageError(f"{error.filename or out}: {error.strerror}; choose another folder with --out") from error
    say(f"Wrote {', '.join(written)}.", quiet=quiet)


def _into(folder: Path, format_: Format, ledger: "Ledger") -> list[str]:
    from reportedly.publish.contract import extract_line, incident_line
    from reportedly.publish.jsonl import write_lines
    from reportedly.publish.table import write_tables

    lines = [incident_line(incident) for incident in ledger.incidents()]
    if format_ is Format.JSONL:
        path = folder / "incidents.jsonl"
        with path.open("w", encoding="utf-8") as out:
            write_lines(lines, out)
        return [str(path)]
    about = {report.id: report for report in ledger.reports()}
    read = (extract_line(about[extraction.report], extraction) for extraction in ledger.extractions())
    return [str(path) for path in write_tables(folder, lines, read)]
