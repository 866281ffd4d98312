"""One desk, at which reports are read and extracted: the edge where a fault of ours, or of a plug-in, is caught and
written down."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import is_dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from reportedly import codebook, model
from reportedly.extractors import registry
from reportedly.extractors.protocol import Choice, Cost, Reading, ReportExtractor
from reportedly.frozen import dataclass
from reportedly.model import Extraction, Problem, ProblemKind, Report
from reportedly.parallel import send_by_fields
from reportedly.patience import TooLongError, within
from reportedly.readers import Hints, Settings, read

RULES = Choice()
PATIENCE = 60  # seconds of computing that one report is given
LETTERS = 5_000  # of a long one for each second more: a fiftieth of what is read


@dataclass(frozen=True, slots=True)
class ExtractResult:
    """One report with what was read out of it, or what was wrong with an input; with both, where the report is kept.

    `path` is the file it came from, `digest` the SHA-256 of that file's bytes (None where they could not be read).
    `fell_back` marks what the rules read because the extractor chosen could not; `cost` is what that one spent.
    """

    path: str
    digest: str | None = None
    report: Report | None = None
    extraction: Extraction | None = None
    problem: Problem | None = None
    cost: Cost | None = None
    fell_back: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An input on its way: the bytes of a file, or a report or problem that is told already."""

    path: str
    digest: str | None = None
    raw: bytes = b""
    found: ExtractResult | None = None


class Desk:
    """What one process reads with: the extractor chosen, and the rules for what it fails on."""

    def __init__(self, folder: Path | None, hints: Hints, now: datetime, choice: Choice) -> None:
        book = codebook.load(folder)
        self.extractor = registry.make(book, choice)
        self._rules = self.extractor if choice.name == RULES.name else registry.make(book, choice.rules)
        self._alone = Lock()  # for the rules, whose parser is made for one thread
        self._hints = hints
        self._settings = Settings(now=now, worth_it=self.extractor.worth_reading, boilerplate=book.boilerplate)

    def read(self, item: Item) -> Iterable[ExtractResult]:
        """The reports and problems of one input."""
        if item.found:
            return [item.found]
        with within(PATIENCE + len(item.raw) / LETTERS):
            return list(read_item(item, self._hints, self._settings))

    def extract_many(self, results: Sequence[ExtractResult]) -> tuple[ExtractResult, ...]:
        """The results with what their reports say, read together."""
        try:
            reports = [r.report for r in results if r.report is not None]
            read = iter(_sound(reports, self.extractor))
            return tuple(r if r.report is None else _with(r, next(read)) for r in results)
        except Exception:  # one of them fails: each is read by itself, and `extract` records which
            return tuple(map(self.extract, results))

    def extract_unless(self, told: tuple[ExtractResult, bool]) -> ExtractResult:
        """The result with what its report says; as it is where that is known."""
        result, known = told
        return result if known else self.extract(result)

    def extract(self, result: ExtractResult) -> ExtractResult:
        """The result with what its report says; the rules read what another extractor fails on."""
        if result.report is None:
            return result
        try:
            return _with(result, _sound([result.report], self.extractor)[0])
        except Exception as error:  # the edge: the report is kept, and what happened is written down
            failed = replace(result, problem=failure(result.report.path, error, result.report.id))
            if self.extractor is self._rules:
                return replace(failed, extraction=Extraction(result.report.id, relevant=False))
        with self._alone:
            return _by_rules(failed, result.report, self._rules)


def _sound(reports: Sequence[Report], extractor: ReportExtractor) -> tuple[Reading, ...]:
    """A reading a report. ValueError where a claim's words are not the text at its span: that must never get out."""
    with within(PATIENCE + sum(len(report.text) for report in reports) / LETTERS):
        readings = tuple(extractor.extract_many(reports))
    for report, reading in zip(reports, readings, strict=True):
        if any(claim.span.of(report.text) != claim.written for claim in reading.extraction.claims):
            raise ValueError("a claim's words are not the report's")
    return readings


def _with(result: ExtractResult, reading: Reading) -> ExtractResult:
    problem = result.problem or reading.problem
    return replace(
        result, extraction=reading.extraction, problem=problem, cost=reading.cost, fell_back=reading.fell_back
    )


def _by_rules(failed: ExtractResult, report: Report, rules: ReportExtractor) -> ExtractResult:
    try:
        return replace(failed, extraction=_sound([report], rules)[0].extraction, fell_back=True)
    except Exception:  # the same edge: what failed first is told
        return replace(failed, extraction=Extraction(report.id, relevant=False), fell_back=True)


def read_item(item: Item, hints: Hints, settings: Settings) -> Iterator[ExtractResult]:
    """Each report with its problem, if any; each problem that has no report."""
    told: ExtractResult | None = None
    try:
        for found in read(item.path, item.raw, hints=hints, settings=settings):
            if isinstance(found, Problem) and told and told.report and found.report == told.report.id:
                told = replace(told, problem=told.problem or found)
                continue
            if told:
                yield told
            told = ExtractResult(item.path, item.digest)
            told = replace(told, report=found) if isinstance(found, Report) else replace(told, problem=found)
    except Exception as error:  # the edge: whatever one file does to us, the others are read
        yield ExtractResult(item.path, item.digest, problem=failure(item.path, error, None))
    if told:
        yield told


def failure(path: str, error: Exception, report: str | None) -> Problem:
    kept = "the report is kept; " if report else ""
    remedy = f"{kept}please tell the makers of Reportedly, with this file and this message"
    what = f"the program failed on it: {type(error).__name__}: {error}"
    if isinstance(error, TooLongError):
        what = f"it was given up after more than {PATIENCE} seconds of computing"
    return Problem(path, ProblemKind.FAILED, what, remedy, report)


_SENT: tuple[type[Any], ...] = (
    ExtractResult,
    *(kind for kind in vars(model).values() if isinstance(kind, type) and is_dataclass(kind)),
)
_desks: list[Desk] = []  # one a process, set before its first batch


def prepare(folder: Path | None, hints: Hints, now: datetime, choice: Choice) -> None:
    """Nothing; this process then has its desk."""
    _desks[:] = [Desk(folder, hints, now, choice)]
    send_by_fields(*_SENT)


def work(batch: tuple[Item, ...]) -> tuple[ExtractResult, ...]:
    """What stands in each input of a batch, at this process's desk."""
    desk = _desks[0]
    return desk.extract_many([result for item in batch for result in desk.read(item)])
