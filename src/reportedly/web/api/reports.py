"""Reports with what was read out of them, their claims, and a search through their words."""

import re
from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from reportedly.model import Extraction, Problem, Report
from reportedly.publish.contract import ExtractLine, ReportLine, extract_line
from reportedly.publish.quotes import Sentences
from reportedly.store import taken
from reportedly.store.ledger import Ledger
from reportedly.store.ruled import as_ruled
from reportedly.store.snippets import CLOSES, OPENS
from reportedly.store.taken import ClaimKey
from reportedly.web.api.answers import NOT_FOUND, RESPONSES, answer
from reportedly.web.api.asked import ClaimsAsked, ReportAsked, ReportsAsked, SearchAsked
from reportedly.web.api.by_hand import rest, wanted_by_hand
from reportedly.web.api.errors import missing
from reportedly.web.api.lines import (
    ClaimsAnswer,
    FoundClaimLine,
    HitLine,
    PieceLine,
    ReportsAnswer,
    SearchAnswer,
)
from reportedly.web.api.lists import paged
from reportedly.web.settings import Settings

_MARKED = re.compile(f"{OPENS}([^{CLOSES}]*){CLOSES}")


def reports_router(settings: Settings) -> APIRouter:
    """The addresses of reports, claims and the search."""
    router = APIRouter(tags=["reports"], responses=RESPONSES)

    @router.get("/reports", response_model=ReportsAnswer, summary="Reports, newest first, undated last")
    def reports(request: Request, query: Annotated[ReportsAsked, Query()]) -> Response:
        ids, total = taken.reports_wanted(settings.ledger, query.wanted(), query.part)
        with Ledger.open(settings.ledger) as ledger:
            lines = _heads(ledger, ids)
        found = [lines[id_] for id_ in ids]
        return answer(request, paged(request, ReportsAnswer, found, total, query.page, query.size))

    @router.get(
        "/reports/{id}",
        response_model=ExtractLine,
        responses=NOT_FOUND,
        summary="A report: where it stands, what it tells, and each claim with its place in the text",
    )
    def report(request: Request, id: str, query: Annotated[ReportAsked, Query()]) -> Response:  # noqa: A002  # as the address names it
        with Ledger.open(settings.ledger) as ledger:
            found = as_ruled(ledger, [id])
            told = next((one for one in found.reports if one.id == id), None)
            if told is None:
                raise missing("report of this id", "/api/reports")
            read = next((one for one in found.extractions if one.report == id), Extraction(id, relevant=False))
            line = extract_line(told, read, _problem(ledger.problems(), id), with_text=query.text == "true")
        return answer(request, line)

    @router.get("/claims", response_model=ClaimsAnswer, summary="Claims: who says what, in which words and how")
    def claims(request: Request, query: Annotated[ClaimsAsked, Query()]) -> Response:
        keys, total = taken.claims_wanted(settings.ledger, query.wanted(), query.part)
        with Ledger.open(settings.ledger) as ledger:
            added = wanted_by_hand(ledger, query.wanted())
            found = [*_claims(ledger, keys), *added[rest(query.part, total)]]
        return answer(request, paged(request, ClaimsAnswer, found, total + len(added), query.page, query.size))

    @router.get("/search", response_model=SearchAnswer, summary="Reports in which all words stand, the best first")
    def search(request: Request, query: Annotated[SearchAsked, Query()]) -> Response:
        hits, total = taken.search(settings.ledger, query.q, query.part)
        with Ledger.open(settings.ledger) as ledger:
            lines = _heads(ledger, [hit.report for hit in hits])
        found = [
            HitLine(report=lines[hit.report], passage=_pieces(hit.excerpt), incidents=hit.incidents) for hit in hits
        ]
        return answer(request, paged(request, SearchAnswer, found, total, query.page, query.size))

    return router


def _heads(ledger: Ledger, ids: Iterable[str]) -> dict[str, ReportLine]:
    """The heads of these reports by id, without text and claims."""
    wanted = sorted(set(ids))
    problems = ledger.problems()
    read = {one.report: one for one in ledger.extractions(wanted)}
    return {
        one.id: extract_line(one, _blank(one, read.get(one.id)), _problem(problems, one.id)).report
        for one in ledger.reports(wanted)
    }


def _blank(report: Report, read: Extraction | None) -> Extraction:
    return Extraction(report.id, relevant=read is not None and read.relevant)


def _problem(problems: Iterable[Problem], report: str) -> Problem | None:
    return next((one for one in problems if one.report == report), None)


def _claims(ledger: Ledger, keys: tuple[ClaimKey, ...]) -> list[FoundClaimLine]:
    told = as_ruled(ledger, sorted({key.report for key in keys}))
    reports = {report.id: report for report in told.reports}
    sentences = Sentences(reports)
    claims = {(one.report, claim.id, claim.mention): claim for one in told.extractions for claim in one.claims}
    lines = {
        (one.report, claim.id, claim.mention): claim
        for one in told.extractions
        for claim in extract_line(reports[one.report], one).claims
    }
    return [
        FoundClaimLine(
            claim=lines[at],
            report=key.report,
            incident=key.incident,
            sentence=sentences.quote(key.report, [claims[at]]).text.strip(),
        )
        for key in keys
        if (at := (key.report, key.id, key.mention)) in lines
    ]


def _pieces(excerpt: str) -> tuple[PieceLine, ...]:
    pieces = _MARKED.split(excerpt)
    return tuple(PieceLine(text=piece, found=bool(nth % 2)) for nth, piece in enumerate(pieces) if piece)
