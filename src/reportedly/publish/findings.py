"""The output of a check: findings, and when an undated report's incident must have been."""

from pydantic import Field

from reportedly.check import Checked, Dating
from reportedly.model import Finding
from reportedly.publish.line import Json, Line


class FindingLine(Line):
    """One check of one derived claim, with the working shown."""

    claim: str
    kind: str
    written: str
    verdict: str = Field(pattern=r"^(consistent|inconsistent|undetermined|internal_conflict)$")
    reading: dict[str, Json]
    working: str
    stands_on: tuple[str, ...]


class DatedLine(Line):
    """When an undated report's incident must have been, and why."""

    earliest: str | None
    latest: str | None
    unique: bool
    candidates: tuple[Json, ...]
    why: tuple[str, ...]


class CheckLine(Line):
    """What `reportedly check FILE --format json` prints; `report` is the report's id."""

    report: str
    dated: DatedLine | None
    findings: tuple[FindingLine, ...]


def finding_line(finding: Finding) -> FindingLine:
    """The line of one finding."""
    return FindingLine(
        claim=finding.claim,
        kind=finding.kind,
        written=finding.written,
        verdict=finding.verdict.value,
        reading=dict(finding.reading),
        working=finding.working,
        stands_on=finding.stands_on,
    )


def check_line(checked: Checked) -> CheckLine:
    """What `reportedly check` prints of one report."""
    dated = _dated_line(checked.dated) if checked.dated is not None else None
    return CheckLine(report=checked.report, dated=dated, findings=tuple(map(finding_line, checked.findings)))


def _dated_line(dating: Dating) -> DatedLine:
    days = [day.isoformat() for day in dating.candidates]
    return DatedLine(
        earliest=days[0] if days else None,
        latest=days[-1] if days else None,
        unique=dating.unique,
        candidates=tuple(days),
        why=dating.why,
    )
