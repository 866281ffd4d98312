"""What is left: the ledger itself, its problems, and what people ruled."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from reportedly import __version__
from reportedly.model import Problem
from reportedly.publish.decisions import decision_line
from reportedly.store.ledger import Ledger
from reportedly.web.api.answers import RESPONSES, answer
from reportedly.web.api.asked import Nothing, Paged
from reportedly.web.api.lines import AboutAnswer, DecisionsAnswer, FoundProblemLine, ProblemsAnswer
from reportedly.web.api.lists import paged
from reportedly.web.known import Known
from reportedly.web.settings import Settings


def rest_router(settings: Settings, known: Known) -> APIRouter:
    """The addresses of problems and decisions, and what ledger this is."""
    router = APIRouter(tags=["ledger"], responses=RESPONSES)

    @router.get("/about", response_model=AboutAnswer, summary="Which ledger this is, and how much it holds")
    def about(request: Request, _: Annotated[Nothing, Query()]) -> Response:
        with Ledger.open(settings.ledger) as ledger:
            sizes, behind = ledger.sizes(), ledger.stale
        counts = {name: sizes[name] for name in ("reports", "claims", "incidents", "problems", "decisions")}
        line = AboutAnswer(
            ledger=settings.ledger.name, program=__version__, codebook=known.book.version, behind=behind, **counts
        )
        return answer(request, line)

    @router.get("/problems", response_model=ProblemsAnswer, summary="What could not be read or used, and what to do")
    def problems(request: Request, query: Annotated[Paged, Query()]) -> Response:
        with Ledger.open(settings.ledger) as ledger:
            found = ledger.problems()
        some = [_problem_line(one) for one in found[(query.page - 1) * query.size : query.page * query.size]]
        return answer(request, paged(request, ProblemsAnswer, some, len(found), query.page, query.size))

    @router.get("/decisions", response_model=DecisionsAnswer, summary="What people ruled, oldest first")
    def decisions(request: Request, query: Annotated[Paged, Query()]) -> Response:
        with Ledger.open(settings.ledger) as ledger:
            found = ledger.decisions()
        some = [decision_line(one) for one in found[(query.page - 1) * query.size : query.page * query.size]]
        return answer(request, paged(request, DecisionsAnswer, some, len(found), query.page, query.size))

    return router


def _problem_line(problem: Problem) -> FoundProblemLine:
    return FoundProblemLine(
        kind=problem.kind.value,
        message=problem.message,
        remedy=problem.remedy,
        path=problem.path,
        report=problem.report,
    )
