"""An answer as JSON with its mark, so that whoever has it already is told so in a line."""

from hashlib import sha256

from fastapi import Request
from pydantic import BaseModel
from starlette.responses import Response

from reportedly.web.api.errors import ErrorAnswer

RESPONSES: dict[int | str, dict[str, object]] = {
    304: {"description": "Nothing has changed since the ETag that If-None-Match named"},
    422: {"model": ErrorAnswer, "description": "A parameter cannot be read, or there is none of that name"},
    503: {"model": ErrorAnswer, "description": "The ledger cannot be read"},
}
NOT_FOUND: dict[int | str, dict[str, object]] = {
    404: {"model": ErrorAnswer, "description": "There is nothing of this id"},
}


def answer(request: Request, line: BaseModel) -> Response:
    """The line as JSON; 304 without it where the visitor names its mark."""
    body = line.model_dump_json(by_alias=True).encode()
    return marked(request, body, "application/json")


def marked(request: Request, body: bytes, media_type: str) -> Response:
    """The bytes with an ETag that is their hash; 304 where the visitor names it."""
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag}
    if has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


def has(named: str, tag: str) -> bool:
    """Whether If-None-Match names this ETag, weak or strong, or any."""
    return any(one.strip().removeprefix("W/") in (tag, "*") for one in named.split(","))
