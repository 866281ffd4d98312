"""Addresses of the list of incidents, and of the outlines that its map is drawn on."""

from dataclasses import replace

from fastapi import APIRouter
from fastapi.responses import RedirectResponse
from starlette.requests import Request
from starlette.responses import Response

from reportedly import __version__
from reportedly.web.answer import drawn
from reportedly.web.asking import read
from reportedly.web.atlas import as_geojson
from reportedly.web.incidents import asked_of, incidents_page
from reportedly.web.links import Links
from reportedly.web.settings import Settings


def listing(settings: Settings) -> APIRouter:
    """The addresses, for a desk that is told this from outside."""
    router = APIRouter(include_in_schema=False)

    @router.get("/")
    def incidents(request: Request) -> Response:
        """The incidents; a form with empty fields or typed names is sent on to the address that says the same plainly."""
        wanted = read(request.query_params)
        asked = asked_of(settings, wanted)
        empty = any(not value for value in request.query_params.values())
        typed = replace(asked, within=()) != wanted.asked
        if (empty or typed) and not wanted.wrong:
            return RedirectResponse(Links().incidents(asked, page=asked.page), 303)
        return drawn(incidents_page(settings, wanted), request)

    @router.get("/map/{version}/world.json")
    def world(version: str) -> Response:
        """The countries of the world, for the map that can be moved; they change with the program alone."""
        headers = {"Cache-Control": "private, max-age=31536000, immutable"} if version == __version__ else {}
        return Response(as_geojson(), media_type="application/geo+json", headers=headers)

    return router
