"""Incidents and the findings on them, with the filters of the page."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from reportedly.model import Finding, Incident
from reportedly.publish.contract import IncidentLine, incident_line
from reportedly.publish.findings import finding_line
from reportedly.store import browse
from reportedly.store.browse import Asked
from reportedly.store.checked import findings_on
from reportedly.store.ledger import Ledger
from reportedly.store.ruled import AsRuled, as_ruled
from reportedly.web.api.answers import NOT_FOUND, RESPONSES, answer
from reportedly.web.api.asked import FindingsAsked, IncidentsAsked, Nothing
from reportedly.web.api.errors import missing
from reportedly.web.api.lines import FindingsAnswer, FoundFindingLine, IncidentsAnswer
from reportedly.web.api.lists import paged
from reportedly.web.known import Known
from reportedly.web.settings import Settings


def incidents_router(settings: Settings, known: Known) -> APIRouter:
    """The addresses of incidents and findings."""
    router = APIRouter(tags=["incidents"], responses=RESPONSES)

    @router.get("/incidents", response_model=IncidentsAnswer, summary="Incidents, newest first, undated last")
    def incidents(request: Request, query: Annotated[IncidentsAsked, Query()]) -> Response:
        with Ledger.open(settings.ledger) as ledger:
            total, found = _asked(ledger, query.asked())
            lines = _lines(ledger, found, known)
        return answer(request, paged(request, IncidentsAnswer, lines, total, query.page, query.size))

    @router.get(
        "/incidents/{id}",
        response_model=IncidentLine,
        responses=NOT_FOUND,
        summary="An incident, by its id or the id of any account of it",
    )
    def incident(request: Request, id: str, _: Annotated[Nothing, Query()]) -> Response:  # noqa: A002  # as the address names it
        with Ledger.open(settings.ledger) as ledger:
            found = ledger.incident(id)
            if found is None:
                raise missing("incident of this id", "/api/incidents")
            (line,) = _lines(ledger, [found], known)
        return answer(request, line)

    @router.get("/findings", response_model=FindingsAnswer, summary="Checks of what reports reckon, with the working")
    def findings(request: Request, query: Annotated[FindingsAsked, Query()]) -> Response:
        with Ledger.open(settings.ledger) as ledger:
            total, found = _asked(ledger, query.asked())
            checked = _checked(ledger, found, _told(ledger, found), known)
        items = [
            FoundFindingLine(incident=one.id, finding=finding_line(finding))
            for one in found
            for finding in checked.get(one.id, ())
            if query.verdict in (None, finding.verdict.value) and query.kind in (None, "", finding.kind)
        ]
        return answer(request, paged(request, FindingsAnswer, items, total, query.page, query.size))

    return router


def _asked(ledger: Ledger, asked: Asked) -> tuple[int, list[Incident]]:
    shown = browse.shown(ledger.path, asked)
    return shown.total, list(ledger.incidents([line.id for line in shown.lines]))


def _told(ledger: Ledger, incidents: list[Incident]) -> AsRuled:
    return as_ruled(ledger, sorted({ref.report for one in incidents for ref in one.mentions}))


def _checked(ledger: Ledger, incidents: list[Incident], told: AsRuled, known: Known) -> dict[str, tuple[Finding, ...]]:
    return dict(findings_on(incidents, told, known.past(ledger), known.book))


def _lines(ledger: Ledger, incidents: list[Incident], known: Known) -> list[IncidentLine]:
    told = _told(ledger, incidents)
    found = _checked(ledger, incidents, told, known)
    return [
        incident_line(one, map(finding_line, found.get(one.id, ())), decisions=told.rulings.on(one))
        for one in incidents
    ]
