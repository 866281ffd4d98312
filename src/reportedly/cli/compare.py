"""`reportedly compare`: another's list against the incidents of a ledger."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import lists, options
from reportedly.cli.incidents import Format
from reportedly.cli.talk import FINE, data, page, plural, say

if TYPE_CHECKING:
    from reportedly.publish.comparison import Difference, Evidence
    from reportedly.reconcile.lists import Comparison, ListComparison
    from reportedly.store.ledger import Ledger

HEADS = {
    "row_without_incident": "Rows without an incident",
    "row_without_partner": "Rows without a partner",
    "other_kind": "Rows whose day is there as another kind",
    "undecided": "Rows that may be one of several",
    "other_list_row_without_partner": "Rows that only the other list has",
    "other_list_other_kind": "Rows of the other list whose day is here as another kind",
    "other_list_undecided": "Rows of the other list that may be one of several",
    "incident_without_row": "Incidents without a row",
    "incident_of_other_class": "Incidents of a class that the list does not tell of",
    "undecided_incident": "Incidents that may be a row that others fit too",
    "differs": "Cells that differ from all that is said",
    "takes_a_side": "Cells on which reports disagree",
}


def compare(
    kind: lists.Which,
    file: lists.File,
    maps: lists.Maps = None,
    voice: lists.Voice = None,
    state: lists.State = None,
    type_: lists.Type = None,
    against: Annotated[
        str | None, typer.Option("--against", metavar="LIST", help="Another list that was imported, not the incidents.")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.TABLE,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    codebook: options.Codebook = None,
    quiet: options.Quiet = False,
) -> None:
    """Hold a list against the ledger: rows without incident, incidents without row, cells that differ, the sentences.

    Example: reportedly compare cns north_korea_missile_test_database.xlsx --ledger korea.db
    """
    from reportedly import codebook as codebooks
    from reportedly import pipeline
    from reportedly.publish.comparison import differences, list_differences
    from reportedly.store.ledger import Ledger

    book = codebooks.load(codebook)
    raw = lists.bytes_of(file)
    with Ledger.open(ledger) as opened:
        shape = lists.shape_of(kind, maps, voice, state, type_, book)  # last: wrong names are told before
        if opened.stale:
            say(
                "Reports or rulings came in since the incidents were made; run the build again to bring them up to date.",
                quiet=quiet,
            )
        if against is not None:
            by_list, problems = pipeline.compare_with_list(str(file), raw, shape, opened, book, against)
            found = list_differences(by_list)
            told = _told_of_lists(by_list, found)
        else:
            comparison, problems = pipeline.compare_list(str(file), raw, shape, opened, book)
            found = differences(comparison, _evidence(opened, comparison))
            told = _told_of(comparison, found)
    _print(found, format_)
    for line in told:
        say(line, quiet=quiet)
    for problem in problems[:3]:
        say(f"  {problem.path}: {problem.message}; {problem.remedy}", quiet=quiet)
    if problems:
        say(f"{plural(len(problems), 'row')} of the list could not be used in full.", quiet=quiet)
    raise typer.Exit(FINE)


def _evidence(ledger: "Ledger", comparison: "Comparison") -> "Evidence":
    from reportedly.publish.comparison import Evidence, reports_of

    ids = reports_of(comparison)
    claims = {claim.id: (claim, one.report) for one in ledger.extractions(ids) for claim in one.claims}
    return Evidence(claims, {report.id: report for report in ledger.reports(ids)})


def _print(found: Sequence["Difference"], format_: Format) -> None:
    if format_ is Format.JSON:
        import json
        from dataclasses import asdict

        data(json.dumps([asdict(line) for line in found], ensure_ascii=False, indent=2))
    elif format_ is Format.CSV:
        import csv

        from reportedly.publish.cell import cell
        from reportedly.publish.comparison import rows

        csv.writer(sys.stdout, lineterminator="\n").writerows([cell(value) for value in row] for row in rows(found))
    else:
        _print_page(found)


def _print_page(found: Sequence["Difference"]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    out = page()
    for what, head in HEADS.items():
        lines = [line for line in found if line.what == what]
        if not lines:
            continue
        out.print(Text(f"{head}: {len(lines)}", style="bold"))
        for line in lines:
            out.print(Padding(Text(_told(line)), (0, 0, 0, 2)))
            for told in line.told:
                out.print(Padding(Text(f"told: {told.value}  ({told.who})"), (0, 0, 0, 4)))
                for one in told.sentences:
                    out.print(Padding(Text(f"{one.outlet or one.report}: {one.sentence}", style="dim"), (0, 0, 0, 6)))
        out.print()


def _told(line: "Difference") -> str:
    there = " of the other list" if line.what.startswith("other_list") else ""
    at = (
        f"line{'s' if len(line.lines) > 1 else ''} {', '.join(map(str, line.lines))}{there}"
        if line.lines
        else f"{(line.incident or '')[:8]}"
    )
    if line.field is not None:
        beside = f"; {line.incident[:8]}" if line.incident else ""
        slip = f": {line.why}" if (line.why or "").startswith("calendar slip") else ""
        return f"{line.date} {line.state}  {line.field}: {line.listed}  ({at}{beside}){slip}"
    what = line.label or f"{line.date} {line.state} {line.listed}"
    return f"{what}  ({at}): {line.why}"


def _told_of(comparison: "Comparison", found: Sequence["Difference"]) -> list[str]:
    """What was compared and how it came out, in a line or two."""
    cells = [cell for pair in comparison.pairs for cell in pair.cells]
    agreed = sum(cell.verdict.value == "agrees" for cell in cells)
    untold = sum(cell.verdict.value == "untold" for cell in cells)
    alone = sum(line.what == "incident_without_row" for line in found)
    differ = sum(line.field is not None for line in found)
    lines = [
        f"{plural(len(comparison.pairs), 'pair')} of a day of {comparison.list.voice.name} and an incident: "
        f"{plural(agreed, 'cell')} borne out, {differ:,} to look at, {untold:,} of which no report tells. "
        f"{plural(len(comparison.unpaired), 'day')} of the list without an incident, "
        f"{plural(alone, 'incident')} without a row."
    ]
    if comparison.undated or comparison.outside:
        lines.append(
            f"Left out: {plural(comparison.undated, 'incident')} not dated to a month, "
            f"{comparison.outside:,} outside the list's span."
        )
    return lines


def _told_of_lists(comparison: "ListComparison", found: Sequence["Difference"]) -> list[str]:
    """The same for two lists."""
    here, there = comparison.here.voice.name, comparison.there.voice.name
    slips = sum(pair.match.value == "calendar_slip" for pair in comparison.pairs)
    agreed = sum(cell.agrees for pair in comparison.pairs for cell in pair.cells)
    differ = sum(line.field is not None for line in found)
    return [
        f"{plural(len(comparison.pairs), 'pair')} of {here} and {there}, {slips:,} of them a day apart: "
        f"{plural(agreed, 'cell')} agree, {differ:,} differ. "
        f"{len(comparison.alone_here):,} of {here} and {len(comparison.alone_there):,} of {there} without a partner."
    ]
