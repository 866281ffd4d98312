"""The desk as a web application: addresses, and the pages that answer to them."""

from collections.abc import Awaitable, Callable
from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from reportedly import __version__
from reportedly.web.asking import read
from reportedly.web.incidents import incidents_page
from reportedly.web.links import Links
from reportedly.web.page import Frame, Page, draw
from reportedly.web.settings import Settings

CONTENT = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def application(settings: Settings) -> FastAPI:
    """The desk on one ledger, ready to be served."""
    app = FastAPI(
        title="Reportedly", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json"
    )
    app.mount("/static", StaticFiles(directory=str(files("reportedly.web") / "static")), name="static")

    @app.middleware("http")
    async def guarded(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await answer(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    def drawn(page: Page, request: Request, status: int = 200) -> HTMLResponse:
        frame = Frame(Links(), settings.ledger.name, read_only=settings.read_only, path=request.url.path)
        return HTMLResponse(draw(page, frame), status)

    @app.get("/", include_in_schema=False)
    def incidents(request: Request) -> HTMLResponse:
        return drawn(incidents_page(settings, read(request.query_params)), request)

    return app
