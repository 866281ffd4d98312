"""The OpenAPI of the API, with the shapes of values that the output contract names."""

import json
from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from reportedly.publish.schema import schema


def described(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """What gives the OpenAPI of this application, worked out once."""
    made: dict[str, Any] = {}

    def openapi() -> dict[str, Any]:
        if not made:
            made.update(_openapi(app))
        return made

    return openapi


def _openapi(app: FastAPI) -> dict[str, Any]:
    plain = get_openapi(
        title=app.title, version=app.version, summary=app.summary, description=app.description, routes=app.routes,
        servers=[{"url": "/api"}],
    )  # fmt: skip
    values = schema()["$defs"]
    if not isinstance(values, dict):
        raise TypeError("the schema of the outputs defines no shapes")
    shapes = plain["components"]["schemas"]
    shapes |= {name: values[name] for name in _named(values, "Values")}
    shapes["ClaimLine"]["allOf"] = values["ClaimLine"]["allOf"]
    told: dict[str, Any] = json.loads(json.dumps(plain).replace("#/$defs/", "#/components/schemas/"))
    return told


def _named(shapes: dict[str, object], name: str) -> set[str]:
    """The shape of this name, and all that it is made of."""
    found, waiting = set[str](), [name]
    while waiting:
        one = waiting.pop()
        found.add(one)
        told = json.dumps(shapes[one])
        waiting += [other for other in shapes if f'"#/$defs/{other}"' in told and other not in found]
    return found
