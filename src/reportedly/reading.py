"""Inputs read and extracted: desks side by side, in as many processes as the run may use. Opens no ledger."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from reportedly import codebook
from reportedly.desk import RULES, Desk, ExtractResult, Item, prepare, read_item, work
from reportedly.extractors import registry
from reportedly.extractors.protocol import Choice, Cost
from reportedly.model import Problem, ProblemKind, Report
from reportedly.parallel import in_order, in_threads
from reportedly.readers import Hints, Settings, Source, discover

NO_HINTS = Hints()
BATCH = 16  # inputs a process takes at a time; larger batches only cost memory
BATCH_BYTES = 4_000_000
MANY = (".json", ".jsonl", ".ndjson")  # one file, many reports: told apart here, so that all processes share them

Progress = Callable[[int], None]  # how many inputs are done
Skip = Callable[[str, str], bool]  # path, SHA-256
Known = Callable[[Report], bool]  # whether what is read of it need not be read again


@dataclass(frozen=True, slots=True)
class Run:
    """What a run is told from outside: when it began, the user's hints and codebook, how many processes it may use
    (reports at a time, where the extractor waits for a server), and which extractor reads."""

    now: datetime
    hints: Hints = NO_HINTS
    codebook: Path | None = None
    processes: int = 1
    choice: Choice = RULES


def sources(arguments: Sequence[str], stdin: Callable[[], bytes] | None = None) -> tuple[Source | Problem, ...]:
    """Every input the arguments name, in a stable order."""
    return tuple(discover(arguments, stdin=stdin))


def ready(run: Run) -> None:
    """Nothing. UsageError where the extractor chosen is not there, or lacks what it needs."""
    if run.choice != RULES:
        registry.make(codebook.load(run.codebook), run.choice)


def extract_paths(
    inputs: Iterable[Source | Problem],
    run: Run,
    *,
    on_progress: Progress | None = None,
    skip: Skip | None = None,
    known: Known | None = None,
) -> Generator[ExtractResult, None, None]:
    """What stands in each input, in their order: at least one result an input, but for those `skip` passes over.

    A report that is `known` may come without its extraction: no server is asked twice about it.
    """
    items = _items(inputs, run, on_progress or (lambda done: None), skip or (lambda path, digest: False))
    yield from extracted(items, run, known)


def total(one: Cost | None, other: Cost | None) -> Cost | None:
    """Both costs together; None where nothing was spent."""
    return other if one is None else one if other is None else one + other


def _items(inputs: Iterable[Source | Problem], run: Run, on_progress: Progress, skip: Skip) -> Iterator[Item]:
    for done, source in enumerate(inputs):
        on_progress(done)
        if isinstance(source, Problem):
            yield Item(source.path, found=ExtractResult(source.path, problem=source))
            continue
        try:
            raw = source.read()
        except OSError as error:
            yield Item(source.path, found=ExtractResult(source.path, problem=_unreadable(source.path, error)))
            continue
        item = Item(source.path, sha256(raw).hexdigest(), raw)
        if skip(item.path, item.digest or ""):
            continue
        yield from _told_apart(item, run) if item.path.lower().endswith(MANY) else (item,)


def _told_apart(item: Item, run: Run) -> Iterator[Item]:
    settings = Settings(now=run.now, boilerplate=codebook.load(run.codebook).boilerplate)
    return (Item(item.path, item.digest, found=found) for found in read_item(item, run.hints, settings))


def extracted(items: Iterable[Item], run: Run, known: Known | None = None) -> Generator[ExtractResult, None, None]:
    """What stands in each item, in their order."""
    if run.choice.name != RULES.name:
        desk = Desk(run.codebook, run.hints, run.now, run.choice)
        if desk.extractor.waits:
            results = (result for item in items for result in desk.read(item))
            asked = ((result, bool(known and result.report and known(result.report))) for result in results)
            yield from in_threads(desk.extract_unless, asked, threads=run.processes)
            return
    settings = (run.codebook, run.hints, run.now, run.choice)
    with closing(
        in_order(work, _batches(items), processes=run.processes, prepare=prepare, settings=settings)
    ) as batches:
        for batch in batches:
            yield from batch


def _batches(items: Iterable[Item]) -> Iterator[tuple[Item, ...]]:
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.raw)
        if len(batch) == BATCH or size > BATCH_BYTES:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


def _unreadable(path: str, error: OSError) -> Problem:
    reason = (error.strerror or type(error).__name__).lower()
    return Problem(path, ProblemKind.UNREADABLE, f"cannot be read: {reason}", "check the file and its permissions")
