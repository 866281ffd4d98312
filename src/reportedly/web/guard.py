"""What stands before every page: which names the desk answers to, who may come in, which forms are its own, how much may
be sent, and the headers that keep a page from doing what it should not."""

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import parse_qsl

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.web.entry import ASKED, is_known, shows
from reportedly.web.refusal import WANTS_TOKEN, WRONG_TOKEN, Refusal, asks, refused, welcomed
from reportedly.web.settings import Settings
from reportedly.web.visitor import FORM_FIELD, VISITOR, Visitor, brought_back, equal, keep, path_of, visitor_of

CONTENT = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": CONTENT,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-cache",
    }
)
MOST = 2_000_000  # bytes of a request
MOST_FIELDS = 200  # of a form
SAFE = ("GET", "HEAD", "OPTIONS")
OPEN = ("/static/",)  # what comes with the program, and tells nothing of the ledger
ENTER = "/enter"  # where the form that asks for the token goes
FORM = "application/x-www-form-urlencoded"

STRANGE_HOST = Refusal(
    400,
    "Not under this name",
    "The desk was asked for by a name that it does not have.",
    "Open it by the address that `reportedly serve` printed. To reach it from another machine, start it with --host and --token.",
)
TOO_LARGE = Refusal(
    413, "Too much at once", "What was sent is larger than the desk takes.", "Go back and send a shorter text."
)
NOT_OURS = Refusal(
    403,
    "Nothing was done",
    "What was sent does not come from a page that the desk showed to this browser, or the desk was started anew since.",
    "Go back, reload the page and send it again; the browser keeps what you typed until you reload, so copy it first.",
)
NO_FORM = Refusal(
    415, "Not a form", "The desk takes forms alone here.", "Use the forms of its pages; programs read /api."
)
NO_METHOD = Refusal(405, "Not so", "Pages are read, and forms are sent; nothing else.", "Programs read /api.")


class Guard:
    """Lets through what may pass, and answers the rest itself with a page that says what to do."""

    def __init__(self, app: ASGIApp, settings: Settings, key: bytes) -> None:
        self._app, self._settings, self._key = app, settings, key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing; the request is answered."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        request = Request(scope)
        scope["visitor"] = visitor = visitor_of(request, self._key)
        bounded = _Body(receive)
        answer = self._answer(request) or await self._of_what_is_sent(request, visitor, bounded)
        await (answer or self._app)(scope, bounded, _furnished(send, request, visitor))

    def _answer(self, request: Request) -> Response | None:
        """What is answered before anything that was sent is looked at; None where the request may go on."""
        token, path = self._settings.token, path_of(request)
        if token is None:
            return None if _host(request) in self._settings.hosts else refused(request, STRANGE_HOST)
        shown = shows(request, token)
        if shown and request.method == "GET" and _wants_page(request):
            return welcomed(request, token)
        if shown or path.startswith(OPEN) or path == ENTER or is_known(request, token):
            return None
        return asks(request, WRONG_TOKEN if ASKED in request.query_params else WANTS_TOKEN)

    async def _of_what_is_sent(self, request: Request, visitor: Visitor, body: "_Body") -> Response | None:
        """What is answered to a request that would change something and may not; None where it may go on."""
        if request.method in SAFE:
            return None
        if not _same_site(request):
            return refused(request, NOT_OURS)
        if not await body.fits(request):
            return refused(request, TOO_LARGE)
        if path_of(request).startswith("/api"):
            return None  # nothing there changes anything; what is not a reading is answered there
        if request.method != "POST":
            return refused(request, NO_METHOD)
        return self._of_form(request, visitor, body)

    def _of_form(self, request: Request, visitor: Visitor, body: "_Body") -> Response | None:
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
            return refused(request, NO_FORM)
        form = body.form()
        if form is None:
            return refused(request, TOO_LARGE)
        if not brought_back(visitor, form.get(FORM_FIELD, "")):
            return refused(request, NOT_OURS)
        token = self._settings.token
        if path_of(request) != ENTER or token is None:
            return None
        right = equal(form.get(ASKED, ""), token)
        return welcomed(request, token, form.get("wanted")) if right else asks(request, WRONG_TOKEN)


class _Body:
    """What was sent, read once and at most `MOST` bytes of it, and handed on."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._read: bytes | None = None
        self._handed = False

    async def fits(self, request: Request) -> bool:
        """Whether it is not too large; it is read here."""
        told = request.headers.get("content-length", "0")
        if not told.isdigit() or int(told) > MOST:
            return False
        found = bytearray()
        more = True
        while more and len(found) <= MOST:
            message = await self._receive()
            found += message.get("body", b"")
            more = message.get("more_body", False)
        self._read = bytes(found)
        return len(found) <= MOST

    def form(self) -> dict[str, str] | None:
        """Its fields, the last of each name; None where there are too many."""
        try:
            return dict(parse_qsl((self._read or b"").decode("utf-8", "replace"), True, max_num_fields=MOST_FIELDS))
        except ValueError:
            return None

    async def __call__(self) -> Message:
        """What the application receives."""
        if self._read is None or self._handed:
            return await self._receive()
        self._handed = True
        return {"type": "http.request", "body": self._read, "more_body": False}


def _furnished(send: Send, request: Request, visitor: Visitor) -> Send:
    """Sends on with the headers that every answer bears, and the visitor's cookie where a page is new to it."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            if visitor.new and headers.get("content-type", "").startswith("text/html"):
                named = Response()
                keep(named, request, VISITOR, visitor.id)
                headers.append("set-cookie", named.headers["set-cookie"])
        await send(message)

    return sent


def _host(request: Request) -> str:
    """The name the desk was asked for by, without its port."""
    name = request.headers.get("host", "").lower()
    return name.partition("]")[0] + "]" if name.startswith("[") else name.partition(":")[0]


def _same_site(request: Request) -> bool:
    """Whether a request comes from the desk's own pages, as far as the browser tells.

    Pages that name no referrer send "null" for an origin, so that alone says nothing.
    """
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin", "null").lower()
    return origin == "null" or origin.partition("://")[2] == request.headers.get("host", "").lower()


def _wants_page(request: Request) -> bool:
    """Whether a person asks with a browser, whose address should not go on bearing the token."""
    return "text/html" in request.headers.get("accept", "")
