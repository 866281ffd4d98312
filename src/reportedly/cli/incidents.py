"""`reportedly incidents`: the table of incidents."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.talk import data, plural, say
from reportedly.fields.wording import days_told, field_name
from reportedly.publish.visible import visible

if TYPE_CHECKING:
    from reportedly.store.listing import Line, Listing

NEWEST = 50
NARROW = 70  # columns, below which a table is no help
WIDE = 100  # columns of a terminal that has room for the names of contested fields
ROOMY = 120  # columns that leave room for outlets and speakers too


class Format(StrEnum):
    """How the incidents are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def incidents(
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    state: Annotated[
        str | None, typer.Option(metavar="ISO3", help="Only this state: PRK, IRN ... or its name.")
    ] = None,
    type_: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="Only this kind: missile_launch ...")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="From this day, month or year on: 2024-09.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Up to this day, month or year.")] = None,
    all_: Annotated[bool, typer.Option("--all", help=f"All of them, not the newest {NEWEST}.")] = False,
    format_: Annotated[Format, typer.Option("--format", help="How to print them.")] = Format.TABLE,
    quiet: options.Quiet = False,
) -> None:
    """List the incidents of a ledger, newest first.

    Example: reportedly incidents --state PRK --since 2024-09
    """
    from reportedly.deciding.days import days
    from reportedly.model.errors import UsageError
    from reportedly.store.listing import Wanted, listing

    wanted = Wanted(
        state=_code(state) if state else None,
        type=type_.lower().replace(" ", "_") if type_ else None,
        since=days(since)[0] if since else None,
        until=days(until)[1] if until else None,
        limit=None if all_ else NEWEST,
    )
    if wanted.since and wanted.until and wanted.since > wanted.until:
        raise UsageError(f"--since {since} lies after --until {until}; no day is both")
    found = listing(ledger, wanted)
    if format_ is Format.TABLE:
        print_table(found)
    else:
        _print_data(found.lines, format_)
    _remarks(found, ledger, quiet=quiet or format_ is not Format.TABLE)


def _code(state: str) -> str:
    """The code of a state that is named by it ("prk") or by one of its names ("North Korea")."""
    if len(state) == len("PRK"):
        return state.upper()
    from reportedly import codebook

    named = (
        one.id
        for one in codebook.load().states.values()
        if state.casefold() in map(str.casefold, (one.name, *one.names))
    )
    return next(named, state.upper())


def print_table(found: "Listing") -> None:
    """Nothing; the table goes to stdout: a row an incident, or on a narrow terminal a few lines."""
    from reportedly.cli.rows import DIM, YELLOW, Column, coloured, screen_width, table

    width = screen_width()
    if width < NARROW:
        for line in found.lines:
            data(visible(_entry(line)))
        return
    wide = width >= WIDE
    columns = [Column("date"), Column("state"), Column("incident", fills=True), Column("reports", right=True)]
    counts = ("outlets", "origins", "speakers") if width >= ROOMY else ("origins",) if wide else ()
    columns += [Column(name, right=True) for name in counts]
    columns += [Column("contested", style=YELLOW, widest=30), Column("id", style=DIM)]
    if found.lines:
        for row in table(
            columns, [_row(line, counts, wide=wide) for line in found.lines], width=width, colour=coloured()
        ):
            data(row)


def _row(line: "Line", counts: tuple[str, ...], *, wide: bool) -> tuple[str, ...]:
    support = {"outlets": line.outlets, "origins": line.origins, "speakers": line.speakers}
    contested = ", ".join(map(field_name, line.contested)) if wide else str(len(line.contested) or "")
    return (
        days_told(line.dated or "undated"),
        line.state or "",
        _what(line),
        str(line.reports),
        *(str(support[name]) for name in counts),
        contested,
        line.id[:8],
    )


def _entry(line: "Line") -> str:
    contested = f", contested: {', '.join(map(field_name, line.contested))}" if line.contested else ""
    head = f"{days_told(line.dated or 'undated')} {line.state or ''}".rstrip()
    behind = ", ".join(plural(count, noun) for count, noun in ((line.outlets, "outlet"), (line.origins, "origin")))
    return f"{head}  {line.id[:8]}\n  {_what(line)}\n  {plural(line.reports, 'report')}, {behind}{contested}"


def _what(line: "Line") -> str:
    head = " ".join(part for part in (line.dated or "undated", line.state) if part)
    what = line.label.removeprefix(head).strip()
    return what[:1].upper() + what[1:]


def _print_data(lines: tuple["Line", ...], format_: Format) -> None:
    if format_ is Format.JSON:
        import json
        from dataclasses import asdict

        data(json.dumps([asdict(line) for line in lines], ensure_ascii=False, indent=2))
        return
    import csv
    import sys

    from reportedly.publish.cell import cell

    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(_CSV)
    for line in lines:
        contested = ";".join(line.contested)
        told = (line.id, line.label, line.type, line.state, line.dated, line.reports, line.origins, contested)
        out.writerow([cell(value) for value in (*told, line.outlets, line.speakers, line.credibility)])


_CSV = (
    *("id", "label", "type", "state", "date", "reports", "origins", "contested"),
    *("outlets", "speakers", "credibility"),
)


def _nothing(found: "Listing", ledger: Path) -> str:
    """Why no incident is listed, and what to do."""
    if found.kinds:
        return f"No incident fits. This ledger holds {', '.join(found.kinds)} of {', '.join(found.states)}."
    if not found.reports:
        return f"{ledger} holds no reports yet; read some into it: reportedly build REPORTS --ledger {ledger}"
    looked = f"see what is read in one of them: reportedly report FILE, and what could not be: reportedly problems --ledger {ledger}"
    return f"{ledger} holds {plural(found.reports, 'report')}, and none of them tells of an incident; {looked}"


def _remarks(found: "Listing", ledger: Path, *, quiet: bool) -> None:
    if found.stale:
        say("Reports or rulings came in since the incidents were made. Run the same build again.")
    if found.total == 0:
        say(_nothing(found, ledger), quiet=quiet)
    elif len(found.lines) < found.total:
        say(f"The newest {len(found.lines)} of {plural(found.total, 'incident')}; --all shows the rest.", quiet=quiet)
