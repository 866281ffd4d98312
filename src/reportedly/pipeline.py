"""The program on one page: reports are read, claims extracted, incidents reconciled, the ledger stored.

The one place where the stages meet, and the one edge where a fault of the program's own is caught and written down.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from reportedly import __version__, codebook
from reportedly.extract import parse
from reportedly.extract.extractor import Extractor
from reportedly.model import Extraction, Problem, ProblemKind, Report, content_id
from reportedly.parallel import in_order
from reportedly.readers import Hints, Settings, Source, discover, read
from reportedly.reconcile import reconcile
from reportedly.store.ledger import Ledger

NO_HINTS = Hints()
BATCH = 16  # inputs a process takes at a time; larger batches only cost memory
BATCH_BYTES = 4_000_000
JOINING = "(joining the accounts)"  # stands for the path of a problem that no one input has
MANY = (".json", ".jsonl", ".ndjson")  # one file, many reports: told apart here, so that all processes share them


@dataclass(frozen=True, slots=True)
class Run:
    """What a run is told from outside: when it began, the user's hints and codebook, how many processes it may use."""

    now: datetime
    hints: Hints = NO_HINTS
    codebook: Path | None = None
    processes: int = 1


@dataclass(frozen=True, slots=True)
class ExtractResult:
    """One report with what was read out of it, or what was wrong with an input; with both, where the report is kept.

    `path` is the file it came from, `digest` the SHA-256 of that file's bytes (None where they could not be read).
    """

    path: str
    digest: str | None = None
    report: Report | None = None
    extraction: Extraction | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: inputs met, files read before, reports read now, problems and incidents in the ledger."""

    inputs: int
    known: int
    reports: int
    problems: int
    incidents: int
    interrupted: bool


@dataclass(frozen=True, slots=True)
class _Item:
    """An input on its way: the bytes of a file, or a report or problem that is told already."""

    path: str
    digest: str | None = None
    raw: bytes = b""
    found: ExtractResult | None = None


Progress = Callable[[int], None]  # how many inputs are done
Skip = Callable[[str, str], bool]  # path, SHA-256


def sources(arguments: Sequence[str], stdin: Callable[[], bytes] | None = None) -> tuple[Source | Problem, ...]:
    """Every input the arguments name, in a stable order."""
    return tuple(discover(arguments, stdin=stdin))


def extract_paths(
    inputs: Iterable[Source | Problem], run: Run, *, on_progress: Progress | None = None, skip: Skip | None = None
) -> Generator[ExtractResult, None, None]:
    """What stands in each input, in their order: at least one result an input, but for those `skip` passes over."""
    items = _items(inputs, run, on_progress or (lambda done: None), skip or (lambda path, digest: False))
    yield from _extracted(items, run)


def build(
    inputs: Sequence[Source | Problem], ledger: Ledger, run: Run, *, on_progress: Progress | None = None
) -> Built:
    """What was done; the ledger then holds these inputs beside what it held, and the incidents they make.

    Only new bytes are read. After an interruption what was read is kept and reconciled, and the same call goes on.
    """
    reader = reading_of(run)
    known = 0

    def is_read(path: str, digest: str) -> bool:
        nonlocal known
        done = ledger.has_read(path, digest, reading=_with_hints(reader, run.hints))
        known += done
        return done

    ledger.begin_run(run.now, program=__version__, codebook=reader)
    keeper = _Keeper(ledger, reader, run.hints)
    interrupted = False
    try:
        with closing(extract_paths(inputs, run, on_progress=on_progress, skip=is_read)) as results:
            keeper.keep_all(results)
        with closing(_extracted(_outdated(ledger, reader), run)) as results:
            keeper.keep_again(results)
    except KeyboardInterrupt:
        interrupted = True
    joined = _join(ledger, run)
    if not interrupted:
        ledger.end_run(run.now, run.now, reports_read=keeper.reports)
    return Built(len(inputs), known, keeper.reports, len(ledger.problems()), joined, interrupted)


def _join(ledger: Ledger, run: Run) -> int:
    """How many incidents the ledger's reports make; where joining fails, those of before stay and a problem says so."""
    ledger.begin_source(JOINING)
    try:
        incidents = reconcile(ledger.extractions(), ledger.reports(), codebook.load(run.codebook))
    except Exception as error:  # the edge again: what was read is kept, whatever joining does
        ledger.note(_failed(JOINING, error, None), source=JOINING)
        return ledger.sizes()["incidents"]
    ledger.replace_incidents(incidents)
    return len(incidents)


class _Keeper:
    """Puts results into a ledger, a transaction a report, and a mark behind every file that was read to its end."""

    def __init__(self, ledger: Ledger, reader: str, hints: Hints) -> None:
        self._ledger, self._reader, self._hints = ledger, reader, hints
        self.reports = 0

    def keep_all(self, results: Iterable[ExtractResult]) -> None:
        for (path, digest), found in groupby(results, key=lambda result: (result.path, result.digest)):
            self._ledger.begin_source(path)
            for result in found:
                self._keep(result)
            if digest is not None:
                self._ledger.end_source(path, digest, reading=_with_hints(self._reader, self._hints))

    def keep_again(self, results: Iterable[ExtractResult]) -> None:
        for result in results:
            self._keep(result, again=True)

    def _keep(self, result: ExtractResult, *, again: bool = False) -> None:
        report, source = result.report, None if again else result.path
        if report is not None:
            reading = _of_report(self._reader, report)
            if source is not None and self._ledger.knows(report, reading=reading):
                self._ledger.keep_copy(report.path, report.id, source=source)
            else:
                self._ledger.keep(report, result.extraction, source=source, reading=reading)
                self.reports += 1
        if result.problem is not None:
            self._ledger.note(result.problem, source=result.path)


def _outdated(ledger: Ledger, reader: str) -> Iterator[_Item]:
    """The reports that an older program or another codebook read, to be read again from what the ledger keeps."""
    for report in ledger.reports(ledger.outdated(reader), with_raw=True):
        yield _Item(report.path, found=ExtractResult(report.path, report=report))


def reading_of(run: Run) -> str:
    """What a reading depends on beside the report: program, codebook, and the model that parses hard sentences."""
    made = f"{__version__}/{codebook.load(run.codebook).version}/{parse.model() or 'rules'}"
    if run.codebook is None:
        return made
    files = sorted(run.codebook.glob("*.y*ml"))
    return f"{made}/{content_id(*(file.read_text('utf-8') for file in files))}"


def _items(inputs: Iterable[Source | Problem], run: Run, on_progress: Progress, skip: Skip) -> Iterator[_Item]:
    for done, source in enumerate(inputs):
        on_progress(done)
        if isinstance(source, Problem):
            yield _Item(source.path, found=ExtractResult(source.path, problem=source))
            continue
        try:
            raw = source.read()
        except OSError as error:
            yield _Item(source.path, found=ExtractResult(source.path, problem=_unreadable(source.path, error)))
            continue
        item = _Item(source.path, sha256(raw).hexdigest(), raw)
        if skip(item.path, item.digest or ""):
            continue
        yield from _told_apart(item, run) if item.path.lower().endswith(MANY) else (item,)


def _told_apart(item: _Item, run: Run) -> Iterator[_Item]:
    settings = Settings(now=run.now, boilerplate=codebook.load(run.codebook).boilerplate)
    return (_Item(item.path, item.digest, found=found) for found in _read(item, run.hints, settings))


def _extracted(items: Iterable[_Item], run: Run) -> Generator[ExtractResult, None, None]:
    settings = (run.codebook, run.hints, run.now)
    with closing(
        in_order(_work, _batches(items), processes=run.processes, prepare=_prepare, settings=settings)
    ) as batches:
        for batch in batches:
            yield from batch


def _batches(items: Iterable[_Item]) -> Iterator[tuple[_Item, ...]]:
    batch: list[_Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.raw)
        if len(batch) == BATCH or size > BATCH_BYTES:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


class _Desk:
    """What one process reads with."""

    def __init__(self, folder: Path | None, hints: Hints, now: datetime) -> None:
        book = codebook.load(folder)
        self.extractor = Extractor(book)
        self.hints = hints
        self.settings = Settings(now=now, worth_it=self.extractor.worth_reading, boilerplate=book.boilerplate)


_desks: list[_Desk] = []  # one a process, set before its first batch


def _prepare(folder: Path | None, hints: Hints, now: datetime) -> None:
    _desks[:] = [_Desk(folder, hints, now)]


def _work(batch: tuple[_Item, ...]) -> tuple[ExtractResult, ...]:
    desk = _desks[0]
    found = (
        result for item in batch for result in ([item.found] if item.found else _read(item, desk.hints, desk.settings))
    )
    results = tuple(found)
    try:
        read = iter(list(desk.extractor.extract_many(r.report for r in results if r.report is not None)))
        return tuple(r if r.report is None else replace(r, extraction=next(read)) for r in results)
    except Exception:  # one of them fails: each is read by itself, and _extract records which
        return tuple(_extract(result, desk.extractor) for result in results)


def _read(item: _Item, hints: Hints, settings: Settings) -> Iterator[ExtractResult]:
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
        yield ExtractResult(item.path, item.digest, problem=_failed(item.path, error, None))
    if told:
        yield told


def _extract(result: ExtractResult, extractor: Extractor) -> ExtractResult:
    if result.report is None:
        return result
    try:
        return replace(result, extraction=extractor.extract(result.report))
    except Exception as error:  # the same edge: the report is kept, and what happened is written down
        nothing = Extraction(result.report.id, relevant=False)
        return replace(result, extraction=nothing, problem=_failed(result.report.path, error, result.report.id))


def _failed(path: str, error: Exception, report: str | None) -> Problem:
    kept = "the report is kept; " if report else ""
    remedy = f"{kept}please tell the makers of Reportedly, with this file and this message"
    return Problem(
        path, ProblemKind.FAILED, f"the program failed on it: {type(error).__name__}: {error}", remedy, report
    )


def _unreadable(path: str, error: OSError) -> Problem:
    reason = (error.strerror or type(error).__name__).lower()
    return Problem(path, ProblemKind.UNREADABLE, f"cannot be read: {reason}", "check the file and its permissions")


def _with_hints(reading: str, hints: Hints) -> str:
    return f"{reading}/{content_id(hints.published, hints.outlet, hints.url)}"


def _of_report(reading: str, report: Report) -> str:
    """What this report's extraction depends on: the reading, and what is known of the report itself."""
    when = report.published.iso if report.published else None
    return f"{reading}/{content_id(when, report.outlet, report.url, report.title, report.language, report.text)}"
