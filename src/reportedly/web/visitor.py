"""Who visits: what a browser brings along in cookies, and what its forms must bring back."""

from hashlib import sha256
from hmac import compare_digest, new
from secrets import token_hex
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from reportedly.frozen import dataclass

VISITOR = "reportedly_visitor"
WHO = "reportedly_who"
LONGEST_NAME = 100  # letters of whoever decides
YEAR = 365 * 24 * 3600  # seconds that a name is kept
FORM_FIELD = "csrf"


@dataclass(frozen=True, slots=True)
class Visitor:
    """One browser: a random `id`, whether it has it since just now (`new`), and what a form of it must bring back (`csrf`)."""

    id: str
    csrf: str
    new: bool = False


def visitor_of(request: Request, key: bytes) -> Visitor:
    """The visitor, met before or just now; `key` is this server's own and signs what forms bring back."""
    known = request.cookies.get(VISITOR, "")
    id_ = known if len(known) == 64 and known.isalnum() and known.isascii() else token_hex(32)
    return Visitor(id_, new(key, id_.encode(), sha256).hexdigest(), new=id_ != known)


def current(request: Request) -> Visitor:
    """The visitor of a request that has passed the guard."""
    found = request.scope["visitor"]
    if not isinstance(found, Visitor):
        raise TypeError("the guard stands before every page")
    return found


def path_of(request: Request) -> str:
    """The path that was asked for, as the router takes it: a name of a host that pretends to be a path has no part in it."""
    return str(request.scope["path"])


def brought_back(visitor: Visitor, csrf: str) -> bool:
    """Whether a form came from a page that was shown to this visitor."""
    return equal(visitor.csrf, csrf)


def equal(one: str, other: str) -> bool:
    """Whether both are the same, in a time that tells nothing of where they differ."""
    return compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


def who_of(request: Request) -> str | None:
    """The name this visitor decides by, typed once and kept; None where none was typed yet."""
    return unquote(request.cookies.get(WHO, "")).strip()[:LONGEST_NAME] or None


def keep_who(response: Response, request: Request, who: str) -> None:
    """Nothing; the visitor's name is kept in its browser."""
    keep(response, request, WHO, quote(who[:LONGEST_NAME]), YEAR)


def keep(response: Response, request: Request, name: str, value: str, seconds: int | None = None) -> None:
    """Nothing; the browser keeps it, hands it to no script, and brings it along to no request that another site makes."""
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, max_age=seconds, httponly=True, samesite="strict", secure=secure)
