"""A page on its way to a browser: drawn in the frame of whoever visits."""

from fastapi.responses import HTMLResponse
from starlette.requests import Request

from reportedly.web.links import Links
from reportedly.web.page import Frame, Page, draw
from reportedly.web.settings import Settings
from reportedly.web.visitor import current, path_of, who_of


def settings_of(request: Request) -> Settings:
    """What the desk was told from outside."""
    found = request.app.state.settings
    if not isinstance(found, Settings):
        raise TypeError("the application bears its settings")
    return found


def drawn(page: Page, request: Request, status: int = 200) -> HTMLResponse:
    """The page as its visitor sees it."""
    return HTMLResponse(draw(page, frame_of(request)), status)


def frame_of(request: Request) -> Frame:
    """What stands around the pages of a visitor."""
    settings = settings_of(request)
    return Frame(
        Links(),
        settings.ledger.name,
        who=who_of(request) or settings.who,
        csrf=current(request).csrf,
        read_only=settings.read_only,
        path=path_of(request),
    )
