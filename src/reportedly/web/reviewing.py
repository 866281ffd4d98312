"""The addresses at which people decide: the queue, its cases, and what was decided."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reportedly.web.answer import drawn
from reportedly.web.asked import asked_decisions, asked_queue
from reportedly.web.bench import Bench
from reportedly.web.case import Case, Review
from reportedly.web.decisions import decisions_page
from reportedly.web.found import WrongSums
from reportedly.web.incident_case import incident_page
from reportedly.web.joins import join_page
from reportedly.web.judging import claim_home, judging_page
from reportedly.web.known import Known
from reportedly.web.links import Links
from reportedly.web.page import Page
from reportedly.web.queue import Queue
from reportedly.web.review import review_page, trouble_page
from reportedly.web.settings import Settings
from reportedly.web.typed import NOTHING, Fault, FaultyError, Typed, typed_of
from reportedly.web.visitor import keep_who, path_of

Sent = Annotated[Typed, Depends(typed_of)]
Paging = Callable[[Case, Request], Page | None]  # the page of a case
DONE = "done"  # in an address: the decision that was made just now


def reviewing(settings: Settings, known: Known) -> APIRouter:
    """The pages to decide on, as a part of the desk."""
    router, path = APIRouter(include_in_schema=False), settings.ledger
    review = Review(settings, known, Queue(path), WrongSums(path, known.book), Bench(settings, known.book))

    @router.get("/review")
    def queue(request: Request) -> Response:
        return drawn(review_page(review, asked_queue(request.query_params)), request)

    for address, paging in _pages(review).items():
        _add(router, review, address, paging)
    return router


def _pages(review: Review) -> dict[str, Paging]:
    """What answers to each address, its variable parts taken from the request."""

    def field(case: Case, request: Request) -> Page | None:
        return judging_page(review, case, request.path_params["incident"], request.path_params["field"])

    def claim(case: Case, request: Request) -> Page | None:
        home = claim_home(review, request.path_params["claim"])
        return judging_page(review, case, *home) if home else None

    def join(case: Case, request: Request) -> Page | None:
        return join_page(review, case, request.path_params["left"], request.path_params["right"])

    def whole(case: Case, request: Request) -> Page | None:
        return incident_page(review, case, request.path_params["incident"], request.query_params)

    def problem(case: Case, request: Request) -> Page | None:
        return trouble_page(review, case, request.path_params["path"], request.path_params["kind"])

    def decisions(case: Case, request: Request) -> Page | None:
        return decisions_page(review, case, asked_decisions(request.query_params))

    return {
        "/review/field/{incident}/{field}": field,
        "/review/claim/{claim}": claim,
        "/review/join/{left}/{right}": join,
        "/review/incident/{incident}": whole,
        "/review/problem/{kind}/{path:path}": problem,
        "/decisions": decisions,
    }


def _add(router: APIRouter, review: Review, address: str, paging: Paging) -> None:
    """Nothing; the address shows a case, and takes the forms that stand on its page."""

    def shown(request: Request) -> Response:
        return _drawn(paging(_case(request), request), request)

    def sent(request: Request, typed: Sent) -> Response:
        if review.settings.read_only:
            raise HTTPException(403)
        try:
            outcome = review.bench.decide(typed)
        except FaultyError as error:
            page = paging(_case(request, typed, error.fault), request)
            return _drawn(page, request, error.status)
        answer = RedirectResponse(_here(request, outcome.decision), 303)
        keep_who(answer, request, typed.who)
        return answer

    router.get(address)(shown)
    router.post(address)(sent)


def _drawn(page: Page | None, request: Request, status: int = 200) -> Response:
    if page is None:
        raise HTTPException(404)
    return drawn(page, request, status)


def _case(request: Request, typed: Typed = NOTHING, fault: Fault | None = None) -> Case:
    """The case that an address names: "/review/field/ID/count?kind=field&claim=ID"."""
    query = request.query_params
    chosen = request.path_params.get("claim") or query.get("claim", "")
    return Case(_parts(request), asked_queue(query), chosen, query.get(DONE, ""), typed, fault)


def _parts(request: Request) -> tuple[str, ...]:
    """The parts of an address below the queue."""
    kind = path_of(request).removeprefix("/review").strip("/").partition("/")[0]
    return (kind, *map(str, request.path_params.values()))


def _here(request: Request, decision: str) -> str:
    """The address of the same page, which then tells what the decision did."""
    query = [(name, value) for name, value in request.query_params.multi_items() if name != DONE]
    return Links().again(path_of(request), [*query, (DONE, decision)])
