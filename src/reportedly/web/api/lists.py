"""A page of a list: its items between how many there are and the address of the next."""

from collections.abc import Sequence
from typing import TypeVar

from fastapi import Request

from reportedly.web.api.lines import PageLine

Answer = TypeVar("Answer", bound=PageLine)


def paged(request: Request, shape: type[Answer], items: Sequence[object], total: int, page: int, size: int) -> Answer:
    """The page in this shape."""
    more = page * size < total
    url = request.url.include_query_params(page=page + 1)
    following = f"{url.path}?{url.query}" if more else None
    return shape.model_validate({"total": total, "page": page, "size": size, "next": following, "items": tuple(items)})
