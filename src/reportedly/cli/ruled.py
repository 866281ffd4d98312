"""What people ruled of an incident, for a terminal: beside its positions, in a list, and the ids to rule by."""

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.fields.order import field_rank
from reportedly.fields.registry import show
from reportedly.model import Extraction, Incident, Mention, Report, Role
from reportedly.publish.decided import SHORT, line_of
from reportedly.reconcile.rulings import Standing

INDENT = (0, 0, 0, 2)


def print_ruled(standings: Sequence[Standing], paths: Mapping[str, str], out: Console) -> None:
    """Nothing; the decisions on an incident go to the console, oldest first."""
    if standings:
        out.print(Text("\nWhat was ruled", style="bold"))
        for one in standings:
            out.print(Padding(Text(line_of(one, paths)), INDENT))


def print_ids(
    incident: Incident, extractions: Iterable[Extraction], reports: Mapping[str, Report], out: Console
) -> None:
    """Nothing; the accounts of an incident and their claims go to the console, each by the id that rulings name it by."""
    members = {ref.mention for ref in incident.mentions}
    accounts = [(mention, reports[told.report]) for told in extractions for mention in told.mentions]
    out.print(Text("\nThe accounts and their claims, by id", style="bold"))
    for mention, report in sorted(accounts, key=lambda one: (one[1].path, one[0].id)):
        if mention.id in members:
            about = "what it is about" if mention.role is Role.MAIN else "in passing"
            out.print(Padding(Text(f"{report.path} ({about})", style="italic"), INDENT))
            out.print(Padding(_ids(mention), INDENT))


def _ids(mention: Mention) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="cyan", no_wrap=True)
    for _ in range(3):
        table.add_column()
    for claim in sorted(mention.claims, key=lambda c: (field_rank(c.field), c.span, c.id)):
        value = show(claim.field, claim.value)
        words = " ".join(claim.written.split())
        table.add_row(claim.id[:SHORT], Text(claim.field), Text(value), Text(f"'{words}'"))
    return table
