"""Every error of the API in one shape, with what to do about it."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from reportedly.model.errors import LedgerError
from reportedly.publish.line import Line

ADDRESSES = "Every address stands in /api/openapi.json"


class ErrorLine(Line):
    """What went wrong: the HTTP status, a word for programs, a sentence for people, and what to do."""

    status: int
    code: str
    message: str
    remedy: str


class ErrorAnswer(Line):
    """The answer where something went wrong."""

    error: ErrorLine


class RefusedError(Exception):
    """Something that was asked and cannot be answered."""

    def __init__(self, error: ErrorLine) -> None:
        super().__init__(error.message)
        self.error = error


def missing(what: str, where: str) -> RefusedError:
    """The refusal of an address that names nothing; `where` lists what there is."""
    return RefusedError(error_of(404, f"There is no {what} here.", f"See {where}"))


def told_in_one_shape(app: FastAPI) -> None:
    """Nothing; whatever goes wrong in this application is answered in the one shape."""

    @app.exception_handler(RefusedError)
    def _refused(_: Request, refused: RefusedError) -> JSONResponse:
        return _answer(refused.error)

    @app.exception_handler(RequestValidationError)
    def _unreadable(_: Request, error: RequestValidationError) -> JSONResponse:
        faults = "; ".join(map(_fault_of, error.errors()))
        return _answer(error_of(422, f"{faults}.", ADDRESSES))

    @app.exception_handler(HTTPException)
    def _http(_: Request, error: HTTPException) -> JSONResponse:
        message = TOLD.get(error.status_code, str(error.detail))
        return _answer(error_of(error.status_code, message, ADDRESSES), error.headers)

    @app.exception_handler(LedgerError)
    def _ledger(_: Request, error: LedgerError) -> JSONResponse:
        return _answer(error_of(503, str(error), "Mend the ledger, then ask again"))

    @app.exception_handler(Exception)
    def _fault(_: Request, error: Exception) -> JSONResponse:
        message = f"The program failed on it: {type(error).__name__}."
        return _answer(error_of(500, message, "Please tell the makers of Reportedly, with the address"))


CODES = {
    400: "host",
    401: "token",
    403: "not_ours",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    415: "not_a_form",
    422: "unreadable",
    503: "ledger",
}
TOLD = {404: "There is nothing at this address.", 405: "The API is read-only: it answers GET."}


def error_of(status: int, message: str, remedy: str) -> ErrorLine:
    """What went wrong, with the word that programs know its status by."""
    return ErrorLine(status=status, code=CODES.get(status, "failed"), message=message, remedy=remedy)


def _answer(error: ErrorLine, headers: object = None) -> JSONResponse:
    kept = dict(headers) if isinstance(headers, dict) else None
    return JSONResponse(ErrorAnswer(error=error).model_dump(), error.status, kept)


def _fault_of(one: Mapping[str, Any]) -> str:
    name = ".".join(str(part) for part in one["loc"][1:])
    if one["type"] == "extra_forbidden":
        return f"There is no parameter {name!r} here"
    if one["type"] == "missing":
        return f"The parameter {name!r} is missing"
    return f"{name!r} cannot be read: {one['msg'].removeprefix('Value error, ')}"
