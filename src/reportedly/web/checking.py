"""The page on which an article is pasted and its sums are checked. Nothing of it is kept."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from threading import Lock
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from reportedly.check import Checked
from reportedly.check.days import shown
from reportedly.desk import RULES, Desk, ExtractResult, Item
from reportedly.fields.order import field_rank
from reportedly.fields.registry import show
from reportedly.fields.wording import field_name
from reportedly.frozen import dataclass
from reportedly.model import Finding, Mention, Report, Role, Verdict
from reportedly.model.errors import UsageError
from reportedly.pipeline import check_item
from reportedly.readers import Hints
from reportedly.store.ledger import Ledger
from reportedly.web.answer import drawn
from reportedly.web.document import document
from reportedly.web.known import Known
from reportedly.web.page import Page
from reportedly.web.settings import Settings
from reportedly.web.typed import Fault

MOST = 60_000  # letters of an article: some ten thousand words
PASTED = "pasted.txt"
FEW = 6  # days that are named, of those an article may be of
SIGNS: Mapping[Verdict, str] = {
    Verdict.CONSISTENT: "✓",
    Verdict.INCONSISTENT: "✗",
    Verdict.UNDETERMINED: "?",
    Verdict.INTERNAL_CONFLICT: "✗",
}


@dataclass(frozen=True, slots=True)
class Pasted:
    """An article as it was pasted, and what is known of it."""

    text: str = ""
    published: str = ""
    outlet: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its number on the page."""

    number: int
    finding: Finding
    sign: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of the article: the findings whose words it belongs to, those that begin here, and how it is drawn."""

    text: str
    numbers: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    look: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the article; one that is `passive` is not read."""

    pieces: tuple[Marked, ...]
    passive: bool


@dataclass(frozen=True, slots=True)
class Read:
    """What the article says of one incident: its kind and values, and whether it is what the article is about."""

    kind: str
    state: str
    main: bool
    values: tuple[tuple[str, str], ...]


class Checker:
    """Checks articles one after another, with what reads them kept at hand."""

    def __init__(self, settings: Settings, known: Known) -> None:
        self._settings, self._known = settings, known
        self._alone = Lock()  # the parser is made for one thread

    def checked(self, pasted: Pasted) -> tuple[ExtractResult, Checked | None]:
        """What was read in an article, and what came of checking it. UsageError where its date is none."""
        hints = Hints(pasted.published or None, pasted.outlet or None, pasted.url or None)
        with Ledger.open(self._settings.ledger) as ledger:
            past = self._known.past(ledger)
        desk = Desk(self._settings.codebook, hints, datetime.now(UTC).replace(microsecond=0), RULES)
        item = Item(PASTED, raw=pasted.text.encode("utf-8", "replace"))
        with self._alone:
            return check_item(item, desk, self._known.book, past)


def checking(settings: Settings, known: Known) -> APIRouter:
    """The page to check on, as a part of the desk."""
    router, checker = APIRouter(include_in_schema=False), Checker(settings, known)

    @router.get("/check")
    def asked(request: Request) -> Response:
        return drawn(check_page(Pasted()), request)

    @router.post("/check")
    def sent(request: Request, pasted: Annotated[Pasted, Depends(pasted_of)]) -> Response:
        page, status = answered(checker, known, pasted)
        answer = drawn(page, request, status)
        answer.headers["Cache-Control"] = "no-store"
        return answer

    return router


async def pasted_of(request: Request) -> Pasted:
    """What was pasted into the form."""
    form = await request.form()
    told = {name: value for name, value in form.items() if isinstance(value, str)}
    line_ends = told.get("text", "").replace("\r\n", "\n")
    rest = {name: told.get(name, "").strip()[:500] for name in ("published", "outlet", "url")}
    return Pasted(line_ends, **rest)


def answered(checker: Checker, known: Known, pasted: Pasted) -> tuple[Page, int]:
    """The page that answers what was pasted, and its status."""
    if not pasted.text.strip():
        return check_page(pasted, Fault("Please paste an article.", "text")), 422
    if len(pasted.text) > MOST:
        return check_page(
            pasted, Fault(f"It has {len(pasted.text):,} letters; {MOST:,} are taken at once.", "text")
        ), 422
    try:
        result, checked = checker.checked(pasted)
    except UsageError as error:
        return check_page(pasted, Fault(str(error).removeprefix("--published "), "published")), 422
    if result.report is None or result.extraction is None or checked is None:
        why = f"{result.problem.message}; {result.problem.remedy}" if result.problem else "nothing can be read there"
        return check_page(pasted, Fault(why, "text")), 422
    return result_page(pasted, result.report, result, checked, known), 200


def check_page(pasted: Pasted, fault: Fault | None = None) -> Page:
    """The form."""
    return Page("check.html", "Check", "check", {"pasted": pasted, "fault": fault, "most": MOST, "result": None})


@dataclass(frozen=True, slots=True)
class Result:
    """What came of checking an article."""

    title: str
    found: tuple[Found, ...]
    text: tuple[Block, ...]
    dating: str
    why: tuple[str, ...]
    read: tuple[Read, ...]
    relevant: bool
    problem: str

    @property
    def wrong(self) -> int:
        """How many sums cannot be as they are printed."""
        return sum(one.finding.verdict.wrong for one in self.found)


def result_page(pasted: Pasted, report: Report, result: ExtractResult, checked: Checked, known: Known) -> Page:
    """The form, and above it what came of checking."""
    found = tuple(Found(nth, one, SIGNS[one.verdict]) for nth, one in enumerate(checked.findings, 1))
    dating = checked.dated
    days = ", ".join(map(shown, dating.candidates)) or "no day that the ledger has" if dating else ""
    if dating and len(dating.candidates) > FEW:
        days = f"any of {len(dating.candidates)} days"
    extraction = result.extraction
    mentions = extraction.mentions if extraction else ()
    shows = {
        "pasted": pasted,
        "fault": None,
        "most": MOST,
        "result": Result(
            title=report.title or "",
            found=found,
            text=tuple(_marked(report, result, found)),
            dating=""
            if dating is None
            else f"by the ledger it is of {days}"
            if dating.unique
            else f"it may be of {days}",
            why=dating.why if dating else (),
            read=tuple(_read(one, known) for one in sorted(mentions, key=lambda one: one.role is not Role.MAIN)),
            relevant=bool(extraction and extraction.relevant),
            problem=f"{result.problem.message}; {result.problem.remedy}" if result.problem else "",
        ),
    }
    return Page("check.html", "Check", "check", shows)


def _marked(report: Report, result: ExtractResult, found: tuple[Found, ...]) -> Iterator[Block]:
    """The text, with the words of findings marked."""
    of: dict[str, list[Found]] = {}
    for one in found:
        of.setdefault(one.finding.claim, []).append(one)
    claims = [claim for claim in (result.extraction.claims if result.extraction else ()) if claim.id in of]
    begun: set[int] = set()
    for paragraph in document(report, claims).paragraphs:
        pieces = []
        for piece in paragraph.pieces:
            here = [one for id_ in piece.claims for one in of[id_]]
            numbers = tuple(dict.fromkeys(one.number for one in here))
            begins = tuple(number for number in numbers if number not in begun)
            begun |= {*numbers}
            pieces.append(Marked(piece.text, numbers, begins, _look([one.finding.verdict for one in here])))
        yield Block(tuple(pieces), paragraph.passive)


def _look(verdicts: list[Verdict]) -> str:
    """How words are drawn: what cannot be before what can."""
    if any(one.wrong for one in verdicts):
        return "is-wrong"
    return "is-fine" if Verdict.CONSISTENT in verdicts else "is-open" if verdicts else ""


def _read(mention: Mention, known: Known) -> Read:
    types = known.book.types
    values = sorted(mention.values.items(), key=lambda one: field_rank(one[0]))
    return Read(
        kind=types[mention.type].label if mention.type in types else mention.type,
        state=mention.state or "",
        main=mention.role is Role.MAIN,
        values=tuple(
            (field_name(name), show(name, value)) for name, value in values if name not in ("type", "derived")
        ),
    )
