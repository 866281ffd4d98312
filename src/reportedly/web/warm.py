"""The first page drawn once before anybody asks, so that nobody waits for outlines, templates and counts to be made."""

from threading import Thread

from reportedly.model.errors import ReportedlyError
from reportedly.store.browse import Asked
from reportedly.web.asking import Read
from reportedly.web.incidents import incidents_page
from reportedly.web.links import Links
from reportedly.web.page import Frame, draw
from reportedly.web.settings import Settings


def warmed(settings: Settings) -> Thread:
    """The work, begun beside the server; what fails here is told by the page that fails."""
    begun = Thread(target=_draw, args=(settings,), name="first page", daemon=True)
    begun.start()
    return begun


def _draw(settings: Settings) -> None:
    try:
        draw(incidents_page(settings, Read(Asked())), Frame(Links(), settings.ledger.name))
    except ReportedlyError:
        return
