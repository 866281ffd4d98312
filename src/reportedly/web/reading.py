"""The addresses of the pages to read."""

from collections.abc import Callable

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from reportedly.store.browse import homes_starting, reports_starting
from reportedly.store.ledger import Ledger
from reportedly.web.about import about_page
from reportedly.web.answer import drawn
from reportedly.web.asking import page_of
from reportedly.web.help import help_page
from reportedly.web.incident import incident_page
from reportedly.web.known import Known
from reportedly.web.links import KINDS, Links
from reportedly.web.named import named_page
from reportedly.web.problems import problems_page
from reportedly.web.report import report_page
from reportedly.web.settings import Settings
from reportedly.web.several import several_page

SEVERAL = 300


def reading(settings: Settings, known: Known) -> APIRouter:
    """The pages to read, as a part of the desk."""
    router, links = APIRouter(include_in_schema=False), Links()

    def elsewhere(written: str, request: Request) -> Response:
        """Where the id of an account, or the first letters of one, lead."""
        found = homes_starting(settings.ledger, written.lower())
        if len(found) == 1:
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(links.incident(found[0][0]) + query, 307)
        if found:
            return drawn(several_page(written, found), request, SEVERAL)
        raise HTTPException(404)

    @router.get("/incident/{id_}")
    def incident(id_: str, request: Request) -> Response:
        written, record = request.query_params.get("as_of", ""), known.past_at_hand(settings.ledger)
        page = incident_page(settings, id_, written=written, record=record)
        return drawn(page, request) if page else elsewhere(id_, request)

    @router.get("/incident/{id_}/findings")
    def findings(id_: str, request: Request) -> Response:
        with Ledger.open(settings.ledger) as ledger:
            record = known.past(ledger)
        page = incident_page(settings, id_, record=record)
        return drawn(page, request) if page else elsewhere(id_, request)

    @router.get("/report/{id_}")
    def report(id_: str, request: Request) -> Response:
        if page := report_page(settings, id_):
            return drawn(page, request)
        found = reports_starting(settings.ledger, id_.lower())
        if len(found) != 1:
            raise HTTPException(404)
        return RedirectResponse(links.report(found[0]), 307)

    @router.get("/problems")
    def problems(request: Request) -> Response:
        kind, page = request.query_params.get("kind"), page_of(request.query_params)
        return drawn(problems_page(settings, kind=kind, page=page), request)

    @router.get("/about")
    def about(request: Request) -> Response:
        return drawn(about_page(settings), request)

    @router.get("/help")
    def help_(request: Request) -> Response:
        return drawn(help_page(settings), request)

    for kind in KINDS:
        router.add_api_route(f"/{kind}/{{value:path}}", _named(settings, kind), methods=["GET"])
    return router


def _named(settings: Settings, kind: str) -> Callable[[str, Request], Response]:
    """What answers for the pages of one kind."""

    def named(value: str, request: Request) -> Response:
        page = named_page(settings, kind, value, page=page_of(request.query_params))
        if page is None:
            raise HTTPException(404)
        return drawn(page, request)

    return named
