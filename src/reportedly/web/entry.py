"""Who may come in: what a visitor must know where the desk can be reached from other machines."""

from hashlib import sha256
from hmac import new

from starlette.requests import Request

from reportedly.web.visitor import equal

ASKED = "token"  # in an address, once, and in the form that asks for it


def cookie_of(token: str) -> tuple[str, str]:
    """Name and value of the cookie that stands for the token: it gives nothing of it away."""
    value = new(token.encode(), b"a visitor of the desk", sha256).hexdigest()
    return f"reportedly_{value[:8]}", value


def is_known(request: Request, token: str) -> bool:
    """Whether the visitor has shown the token before, or shows it as a bearer."""
    name, value = cookie_of(token)
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    bears = scheme.lower() == "bearer" and equal(shown.strip(), token)
    return equal(request.cookies.get(name, ""), value) or bears


def shows(request: Request, token: str) -> bool:
    """Whether the address bears the token."""
    return equal(request.query_params.get(ASKED, ""), token)
