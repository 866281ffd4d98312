"""Findings as a person reads them: the verdict, the words, the working."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from reportedly.cli.visible import visible
from reportedly.model import Finding, Report, Verdict

STYLES: Mapping[Verdict, str] = {
    Verdict.CONSISTENT: "green",
    Verdict.INCONSISTENT: "bold red",
    Verdict.UNDETERMINED: "dim",
    Verdict.INTERNAL_CONFLICT: "bold red",
}


def print_findings(report: Report, findings: Sequence[Finding], out: Console) -> None:
    """Nothing; the findings on one report go to the console under its name."""
    out.print(Text(visible(report.title or report.path), style="bold"))
    if not findings:
        out.print(Text("  nothing to check"))
    print_each(findings, out)


def print_each(findings: Sequence[Finding], out: Console) -> None:
    """Nothing; each finding goes to the console with its verdict before it and its working below."""
    for finding in findings:
        verdict = Text(finding.verdict.value.replace("_", " "), style=STYLES[finding.verdict])
        written = " ".join(visible(finding.written).split())
        out.print(Padding(Text.assemble(verdict, f'  "{written}"'), (0, 0, 0, 2)))
        out.print(Padding(Text(visible(finding.working)), (0, 0, 0, 6)))
