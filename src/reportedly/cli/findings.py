"""Findings as a person reads them: the verdict, the words, the working."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.text import Text

from reportedly.check import Checked, Dating
from reportedly.check.days import shown
from reportedly.model import Finding, Report, Verdict
from reportedly.publish.sums import sums
from reportedly.publish.visible import visible

STYLES: Mapping[Verdict, str] = {
    Verdict.CONSISTENT: "green",
    Verdict.INCONSISTENT: "bold red",
    Verdict.UNDETERMINED: "dim",
    Verdict.INTERNAL_CONFLICT: "bold red",
}

FEW = 6  # days that are named, of those a report may be of


def print_checked(report: Report, checked: Checked, out: Console) -> None:
    """Nothing; the findings on one report go to the console under its name, and how a ledger dates it."""
    out.print(Text(visible(report.title or report.path), style="bold"))
    if checked.dated is not None:
        _print_dating(checked.dated, out)
    if not checked.findings:
        out.print(Text("  nothing to check"))
    print_each(checked.findings, out)


def _print_dating(dating: Dating, out: Console) -> None:
    days = ", ".join(map(shown, dating.candidates)) or "none that the ledger has"
    many = days if len(dating.candidates) <= FEW else f"any of {len(dating.candidates)} days"
    told = (
        f"It bears no day; by the ledger it is of {days}" if dating.unique else f"It bears no day; it may be of {many}"
    )
    _indented(Text(told), 2, out)
    for reason in dating.why:
        _indented(Text(visible(reason)), 6, out)


def print_on_incident(findings: Sequence[Finding], out: Console) -> None:
    """Nothing; the findings on an incident go to the console, what cannot be first; what many reports print alike once."""
    if told := sums(findings):
        out.print(Text("\nThe sums that are printed of it", style="bold"))
        print_each(told, out)


def print_each(findings: Sequence[Finding], out: Console) -> None:
    """Nothing; each finding goes to the console with its verdict before it and its working below."""
    for finding in findings:
        verdict = Text(finding.verdict.value.replace("_", " "), style=STYLES[finding.verdict])
        written = " ".join(visible(finding.written).split())
        _indented(Text.assemble(verdict, f'  "{written}"'), 2, out)
        _indented(Text(visible(finding.working)), 6, out)


def _indented(text: Text, by: int, out: Console) -> None:
    """Nothing; the text goes to the console so far from its edge, without blanks at the end of its lines."""
    for line in text.wrap(out, max(out.width - by, 1)):
        line.rstrip()
        out.print(Text.assemble(" " * by, line))
