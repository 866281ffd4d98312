"""The shapes of the answers. Incidents, claims, reports, findings and decisions are those of the output contract."""

from typing import TypeVar

from reportedly.publish.contract import (
    ClaimLine,
    IncidentLine,
    ProblemLine,
    ReportLine,
    RuledClaimLine,
)
from reportedly.publish.decisions import DecisionLine
from reportedly.publish.findings import FindingLine
from reportedly.publish.line import Line

Item = TypeVar("Item")


class PageLine(Line):
    """A page of a list: how many there are in all, which page this is, and the address of the next."""

    total: int
    page: int
    size: int
    next: str | None


class IncidentsAnswer(PageLine):
    """Incidents, newest first, undated last."""

    items: tuple[IncidentLine, ...]


class ReportsAnswer(PageLine):
    """Reports, newest publication first, undated last."""

    items: tuple[ReportLine, ...]


class FoundClaimLine(Line):
    """A claim with the report it stands in, the incident it tells of, and its sentence."""

    claim: RuledClaimLine | ClaimLine
    report: str
    incident: str | None
    sentence: str


class ClaimsAnswer(PageLine):
    """Claims, by report and place in its text."""

    items: tuple[FoundClaimLine, ...]


class FoundFindingLine(Line):
    """A finding, and the incident whose reports print it."""

    incident: str
    finding: FindingLine


class FindingsAnswer(PageLine):
    """Findings on a page of incidents: `total` and `size` count the incidents, so a page may hold no finding or many."""

    items: tuple[FoundFindingLine, ...]


class FoundProblemLine(ProblemLine):
    """A problem, the path it was met at, and the report where one was kept."""

    path: str
    report: str | None


class ProblemsAnswer(PageLine):
    """Problems, by path."""

    items: tuple[FoundProblemLine, ...]


class PieceLine(Line):
    """A piece of a passage; `found` where it is one of the words that were searched."""

    text: str
    found: bool


class HitLine(Line):
    """A report in which all words stand, the best passage of it in pieces, and the incidents it tells of."""

    report: ReportLine
    passage: tuple[PieceLine, ...]
    incidents: tuple[str, ...]


class SearchAnswer(PageLine):
    """The reports that were found, the best first."""

    items: tuple[HitLine, ...]


class DecisionsAnswer(PageLine):
    """What people ruled, oldest first."""

    items: tuple[DecisionLine, ...]


class AboutAnswer(Line):
    """The ledger, the program, the codebook, how much there is, and whether the incidents are behind the reports."""

    ledger: str
    program: str
    codebook: str
    reports: int
    claims: int
    incidents: int
    problems: int
    decisions: int
    behind: bool
