"""The API as an application of its own, to be mounted at /api."""

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse

from reportedly import __version__
from reportedly.web.answer import drawn
from reportedly.web.api.errors import told_in_one_shape
from reportedly.web.api.incidents import incidents_router
from reportedly.web.api.page import about_api
from reportedly.web.api.reports import reports_router
from reportedly.web.api.rest import rest_router
from reportedly.web.api.schema import described
from reportedly.web.known import Known
from reportedly.web.settings import Settings

TOLD = (
    "What the pages of the desk show, as JSON. Nothing can be written here. Every answer bears an ETag; a list gives "
    "`total` and the address of the `next` page; whatever goes wrong is told in one shape, with a remedy."
)


def add_api(desk: FastAPI, settings: Settings, known: Known) -> None:
    """Nothing; the desk answers at /api, with a page for people at its head."""

    @desk.get("/api", include_in_schema=False)
    def api_page(request: Request) -> HTMLResponse:
        return drawn(about_api(), request)

    desk.mount("/api", api(settings, known), name="api")


def api(settings: Settings, known: Known) -> FastAPI:
    """The API on one ledger."""
    app = FastAPI(
        title="Reportedly", version=__version__, description=TOLD, docs_url=None, redoc_url=None, openapi_url=None
    )
    told_in_one_shape(app)
    for router in (incidents_router(settings, known), reports_router(settings), rest_router(settings, known)):
        app.include_router(router)
    app.openapi = described(app)  # type: ignore[method-assign]  # as FastAPI's own documentation extends it

    @app.get("/openapi.json", include_in_schema=False)
    def openapi() -> JSONResponse:
        return JSONResponse(app.openapi())

    return app
