"""The addresses of the feeds."""

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import Response

from reportedly.publish.feeds import atom, json_feed
from reportedly.store.ledger import Ledger
from reportedly.web.api.answers import marked
from reportedly.web.asking import read
from reportedly.web.feeding import Place, feed_of
from reportedly.web.known import Known
from reportedly.web.links import Links
from reportedly.web.settings import Settings

KINDS = {"atom": (atom, "application/atom+xml"), "json": (json_feed, "application/feed+json")}
UNREAD = 422


def feeds(settings: Settings, known: Known) -> APIRouter:
    """The feeds, as a part of the desk; the filters of the list apply."""
    router = APIRouter(include_in_schema=False)

    @router.get("/feed.{kind}")
    def feed(kind: str, request: Request) -> Response:
        if kind not in KINDS:
            raise HTTPException(404)
        asked = read(request.query_params)
        if asked.wrong:
            raise HTTPException(UNREAD)
        write, media_type = KINDS[kind]
        place = Place(str(request.base_url).rstrip("/"), f"/feed.{kind}", Links())
        with Ledger.open(settings.ledger) as ledger:
            made = feed_of(ledger, known.book, asked.asked, place, f"Reportedly: {settings.ledger.name}")
        return marked(request, write(made), media_type)

    return router
