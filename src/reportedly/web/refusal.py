"""Answers to what cannot be done: one page for people and one shape for programs, in plain words and with what to do."""

from urllib.parse import parse_qsl, quote, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from reportedly.frozen import dataclass
from reportedly.web.api.errors import ErrorAnswer, error_of
from reportedly.web.entry import ASKED, cookie_of
from reportedly.web.links import Links
from reportedly.web.page import Frame, Page, draw
from reportedly.web.visitor import current, keep, path_of

API = "/api"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered: the status of HTTP, a title, what happened, and what to do."""

    status: int
    title: str
    message: str
    remedy: str = ""


WANTS_TOKEN = Refusal(
    401,
    "Who are you?",
    "This desk asks every visitor for the secret that it was started with.",
    "Ask whoever runs it, and add ?token=SECRET to the address, or type it here. Programs send it as "
    "“Authorization: Bearer SECRET”.",
)
WRONG_TOKEN = Refusal(401, "That is not it", "The secret is another one.", WANTS_TOKEN.remedy)


def refused(request: Request, refusal: Refusal) -> Response:
    """The page, or the JSON where a program asks, that says why not."""
    if path_of(request).startswith(API):
        told = ErrorAnswer(error=error_of(refusal.status, refusal.message, refusal.remedy))
        return JSONResponse(told.model_dump(), refusal.status)
    return HTMLResponse(
        draw(Page("error.html", refusal.title, shows={"refusal": refusal}), _frame(request)), refusal.status
    )


def asks(request: Request, refusal: Refusal = WANTS_TOKEN) -> Response:
    """The page that asks for the token; it tells nothing of the ledger."""
    if path_of(request).startswith(API):
        answer = refused(request, refusal)
        answer.headers["WWW-Authenticate"] = "Bearer"
        return answer
    elsewhere = request.headers.get("sec-fetch-site") == "cross-site"  # cookies stay away from what other sites link to
    shows = {"refusal": refusal, "wanted": _wanted(request), "elsewhere": elsewhere}
    return HTMLResponse(draw(Page("enter.html", refusal.title, shows=shows), _frame(request)), refusal.status)


def welcomed(request: Request, token: str, wanted: str | None = None) -> Response:
    """A page that leads on to what was wanted, with the cookie that stands for the token.

    It is a page and no redirection, because browsers bring no such cookie along where another site led to.
    """
    page = Page("welcome.html", "Welcome", shows={"wanted": own(wanted or _wanted(request))})
    answer = HTMLResponse(draw(page, _frame(request)))
    name, value = cookie_of(token)
    keep(answer, request, name, value)
    return answer


def own(address: str) -> str:
    """The address where it is one of the desk's own pages, else the first of them."""
    plain = address.isprintable() and "\\" not in address
    return address if plain and address.startswith("/") and not address.startswith("//") else "/"


def _wanted(request: Request) -> str:
    """The address that was asked for, without the token."""
    if request.method != "GET":
        return "/"
    query = urlencode([(name, value) for name, value in parse_qsl(request.url.query, True) if name != ASKED])
    return own(quote(path_of(request)) + (f"?{query}" if query else ""))


def _frame(request: Request) -> Frame:
    return Frame(Links(), "", csrf=current(request).csrf, path=path_of(request))
