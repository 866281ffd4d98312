"""The desk as a web application: addresses, and the pages that answer to them."""

from importlib.resources import files
from secrets import token_bytes

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from reportedly import __version__
from reportedly.web import errors
from reportedly.web.api.application import add_api
from reportedly.web.checking import checking
from reportedly.web.feeds import feeds
from reportedly.web.guard import Guard
from reportedly.web.headed import Headed
from reportedly.web.known import Known
from reportedly.web.listing import listing
from reportedly.web.reading import reading
from reportedly.web.reviewing import reviewing
from reportedly.web.settings import Settings


def application(settings: Settings) -> FastAPI:
    """The desk on one ledger, ready to be served."""
    app = FastAPI(title="Reportedly", version=__version__, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.settings = settings
    app.add_middleware(Headed)
    app.add_middleware(Guard, settings=settings, key=token_bytes(32))
    errors.install(app)
    app.mount("/static/vendor", StaticFiles(directory=str(files("reportedly.web") / "vendor")), name="vendor")
    app.mount("/static", StaticFiles(directory=str(files("reportedly.web") / "static")), name="static")

    known = Known(settings.codebook)
    app.include_router(listing(settings))
    app.include_router(reading(settings, known))
    app.include_router(feeds(settings, known))
    app.include_router(reviewing(settings, known))
    app.include_router(checking(settings, known))
    add_api(app, settings, known)
    return app
