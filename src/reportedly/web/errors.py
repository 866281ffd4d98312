"""Every error as a page in plain words; what went wrong inside is written on the server's own terminal, never shown."""

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from reportedly.model.errors import LedgerError, LedgerWriteError, ReportedlyError
from reportedly.web.guard import HEADERS
from reportedly.web.refusal import Refusal, refused

NOT_HERE = Refusal(
    404,
    "Not here",
    "There is no such page, or what it told of is in this ledger no more.",
    "Go to the list of incidents; an incident that was joined to another is found there.",
)
NOT_SO = Refusal(405, "Not so", "This address cannot be used like that.", "Open it from a page of the desk.")
READ_ONLY = Refusal(
    403,
    "Nobody decides here",
    "This desk shows and decides nothing.",
    "It was started with --read-only; ask whoever runs it.",
)
UNREAD = Refusal(
    422,
    "Not understood",
    "Something in the address or in the form cannot be read.",
    "Go back and look at what was typed.",
)
FAILED = Refusal(
    500,
    "The desk failed",
    "The program failed on this page; the ledger still holds all it held.",
    "Go back and try again. If it fails again, please tell the makers of Reportedly what you did; the terminal that the "
    "desk was started in says more.",
)
BY_STATUS = {refusal.status: refusal for refusal in (READ_ONLY, NOT_HERE, NOT_SO, UNREAD, FAILED)}
BUSY_TITLE = "The ledger is busy"


def install(app: FastAPI) -> None:
    """Nothing; every error of the application is answered with a page."""
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _unread)
    app.add_exception_handler(ReportedlyError, _mendable)
    app.add_exception_handler(Exception, _failed)


def refusal_of(error: ReportedlyError) -> Refusal:
    """What a person is told of an error that can be mended."""
    if isinstance(error, LedgerWriteError):
        return Refusal(503, BUSY_TITLE, str(error), "Nothing was lost. Wait a moment and send it again.")
    if isinstance(error, LedgerError):
        return Refusal(503, "The ledger cannot be read", str(error), "Mend it and reload this page.")
    return Refusal(422, "That cannot be", str(error), "Go back and mend what was typed.")


async def _of_http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    plain = Refusal(status, "That cannot be", "This address cannot be answered.", NOT_HERE.remedy)
    answer = refused(request, BY_STATUS.get(status, plain))
    if isinstance(error, HTTPException) and error.headers:
        answer.headers.update(error.headers)
    return answer


async def _unread(request: Request, error: Exception) -> Response:
    return refused(request, UNREAD)


async def _mendable(request: Request, error: Exception) -> Response:
    if not isinstance(error, ReportedlyError):
        raise error
    return refused(request, refusal_of(error))


async def _failed(request: Request, error: Exception) -> Response:
    answer = refused(request, FAILED)  # sent from outside the guard, whose headers it lacks
    answer.headers.update(HEADERS)
    return answer
