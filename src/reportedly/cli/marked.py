"""A report's text with its claims marked in place, and a list of who says what."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.fields.registry import show
from reportedly.fields.wording import field_name, word
from reportedly.model import BlockKind, Claim, Extraction, Mention, Report, Role
from reportedly.publish.decided import SHORT
from reportedly.publish.naming import said_by
from reportedly.publish.visible import visible


def print_marked(report: Report, extraction: Extraction, out: Console, *, ids: bool = False) -> None:
    """Nothing; the text goes to the console with a number behind every claim, and the claims below by number, and by id
    where asked."""
    claims = extraction.claims
    numbers = {claim.id: number for number, claim in enumerate(claims, 1)}
    out.print(_text(report, claims, numbers))
    out.print()
    if not extraction.relevant:
        out.print(Text("Not relevant: it tells of no incident as its own subject.", style="yellow"))
    for mention in extraction.mentions:
        out.print(Text(_head(mention), style="bold"))
        out.print(_claims(mention, numbers, ids=ids))
        out.print()


def _text(report: Report, claims: Sequence[Claim], numbers: Mapping[str, int]) -> Text:
    marks: dict[int, list[int]] = {}
    for claim in claims:
        marks.setdefault(claim.span.end, []).append(numbers[claim.id])
    passive = [b.span for b in report.blocks if b.kind not in (BlockKind.TITLE, BlockKind.BODY)]
    whole = Text(visible(report.text))  # rich drops what it does not like, and spans would no longer fit
    for span in passive:
        whole.stylize("dim", span.start, span.end)
    for claim in claims:
        whole.stylize("underline", claim.span.start, claim.span.end)
    out, at = Text(), 0
    for end in sorted(marks):
        out.append_text(whole[at:end])
        out.append(f"[{','.join(str(n) for n in sorted(marks[end]))}]", style="bold cyan")
        at = end
    out.append_text(whole[at:])
    return out


def _head(mention: Mention) -> str:
    role = "what the report is about" if mention.role is Role.MAIN else "in passing"
    return f"{word('type', mention.type)} {mention.state or ''} ({role})".replace("  ", " ")


def _claims(mention: Mention, numbers: Mapping[str, int], *, ids: bool) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(justify="right", style="cyan", no_wrap=True)
    for _ in range(3):
        table.add_column()
    for claim in sorted(mention.claims, key=lambda c: numbers[c.id]):
        value = show(claim.field, claim.value)
        number = f"[{numbers[claim.id]}]" + (f" {claim.id[:SHORT]}" if ids else "")
        table.add_row(number, Text(field_name(claim.field)), Text(value), Text(said_by(claim)))
    return table
