"""`reportedly diff`: what became of the incidents between two ledgers, or between two moments of one."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.incidents import Format
from reportedly.cli.talk import data, page, plural, say

if TYPE_CHECKING:
    from reportedly.model import Incident, Settled
    from reportedly.reconcile.changes import Change

HEADS = {"new": "New", "gone": "Gone", "joined": "Joined", "parted": "Parted", "changed": "Changed"}


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A ledger file, or a moment: 2024-09-18T09:00+09:00.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="A ledger file, or a moment.")],
    format_: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.TABLE,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    codebook: options.Codebook = None,
    quiet: options.Quiet = False,
) -> None:
    """Show what changed between two ledgers, or between two moments of one: incidents and the values settled in them.

    Example: reportedly diff 2024-09-18T09:00+09:00 2024-09-20 --ledger korea.db
    """
    from reportedly.reconcile.changes import changes

    before, after = (_incidents(side, ledger, codebook) for side in (old, new))
    found = changes(before, after)
    if format_ is Format.TABLE:
        _print_page(found)
    else:
        _print_data(found, format_)
    same = len(after) - sum(len(change.new) for change in found)
    say(
        f"{plural(len(before), 'incident')} before, {len(after):,} after; {same:,} stand as they did.",
        quiet=quiet or format_ is not Format.TABLE,
    )


def _incidents(side: str, ledger: Path, codebook: Path | None) -> "Sequence[Incident]":
    """The incidents of a ledger file, or of the ledger as they were told by a moment."""
    from reportedly import codebook as codebooks
    from reportedly import pipeline
    from reportedly.store.ledger import Ledger

    when = None if Path(side).exists() else _moment(side)
    with Ledger.open(Path(side) if when is None else ledger) as opened:
        if when is None:
            return tuple(opened.incidents())
        return pipeline.known_by(opened, when, codebooks.load(codebook))


def _moment(side: str) -> datetime:
    from reportedly.model.errors import UsageError
    from reportedly.publish.moments import moment

    try:
        return moment(side)
    except UsageError as error:
        raise UsageError(f"{side}: no such ledger, and {error}") from None


def _print_page(found: "Sequence[Change]") -> None:
    from rich.padding import Padding
    from rich.text import Text

    from reportedly.fields.order import field_rank
    from reportedly.fields.wording import field_name

    out = page()
    for kind, head in HEADS.items():
        ones = [change for change in found if change.kind == kind]
        if not ones:
            continue
        out.print(Text(f"{head}: {len(ones)}", style="bold"))
        for change in ones:
            out.print(Padding(Text(_line(change)), (0, 0, 0, 2)))
            for field in sorted(change.fields, key=lambda one: field_rank(one.field)):
                told = (
                    f"{field_name(field.field)}: {_shown(field.field, field.old)} -> {_shown(field.field, field.new)}"
                )
                out.print(Padding(Text(told), (0, 0, 0, 4)))
        out.print()


def _line(change: "Change") -> str:
    left, right = (", ".join(f"{one.label} ({one.id[:8]})" for one in side) for side in (change.old, change.new))
    return right if change.kind == "changed" else f"{left} -> {right}" if left and right else left or right


def _shown(name: str, settled: "Settled | None") -> str:
    from reportedly.fields.registry import show

    if settled is None:
        return "nothing"
    value = "open" if settled.value is None else show(name, settled.value)
    return f"{value} ({settled.status.replace('_', ' ')})"


def _print_data(found: "Sequence[Change]", format_: Format) -> None:
    import json
    import sys

    from reportedly.fields.registry import to_json

    def side(name: str, settled: "Settled | None") -> object:
        return settled and {"value": to_json(name, settled.value), "status": settled.status.value}

    if format_ is Format.JSON:
        lines = [
            {
                "kind": change.kind.value,
                "old": [one.id for one in change.old],
                "new": [one.id for one in change.new],
                "label": (change.new or change.old)[0].label,
                "fields": {f.field: {"old": side(f.field, f.old), "new": side(f.field, f.new)} for f in change.fields},
            }
            for change in found
        ]
        data(json.dumps(lines, ensure_ascii=False, indent=2))
        return
    import csv

    from reportedly.publish.cell import cell

    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["kind", "old", "new", "label", "field", "was", "is"])
    for change in found:
        head = [
            change.kind.value, " ".join(one.id for one in change.old), " ".join(one.id for one in change.new),
            (change.new or change.old)[0].label,
        ]  # fmt: skip
        rows = [(f.field, _shown(f.field, f.old), _shown(f.field, f.new)) for f in change.fields] or [("", "", "")]
        out.writerows([cell(value) for value in (*head, *row)] for row in rows)
