"""Inputs read and extracted: desks side by side, in as many processes as the run may use. Opens no ledger."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from reportedly import codebook
from reportedly.desk import RULES, Desk, ExtractResult, Item, prepare, read_item, work
from reportedly.extractors import registry
from reportedly.extractors.protocol import Choice, Cost
from reportedly.frozen import dataclass
from reportedly.model import Problem, ProblemKind, Report
from reportedly.parallel import in_order, in_threads
from reportedly.readers import Hints, Settings, Source, discover

NO_HINTS = Hints()
BATCH = 16  # inputs a process takes at a time; larger batches only cost memory
BATCH_BYTES = 4_000_000
FIRST = 4  # inputs of the first batch, which one process works while the others wait to begin
MANY = (".json", ".jsonl", ".ndjson")  # one file, many reports: told apart here, so that all processes share them

Shaped = TypeVar("Shaped")
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
    yield from extracted(_items(inputs, run, on_progress or _ignore, skip or _never), run, known)


def extract_as(
    shape: Callable[[ExtractResult], Shaped],
    inputs: Iterable[Source | Problem],
    run: Run,
    *,
    on_progress: Progress | None = None,
) -> Generator[Shaped, None, None]:
    """What `shape`, a function of a module, makes of the results of `extract_paths`; made where a report was read, so
    that what is made goes between processes and not what it is made of."""
    yield from _shaped(shape, _items(inputs, run, on_progress or _ignore, _never), run)


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
    yield from _shaped(_as_it_is, items, run, known)


def _shaped(
    shape: Callable[[ExtractResult], Shaped], items: Iterable[Item], run: Run, known: Known | None = None
) -> Generator[Shaped, None, None]:
    if run.choice.name != RULES.name:
        desk = Desk(run.codebook, run.hints, run.now, run.choice)
        if desk.extractor.waits:
            results = (result for item in items for result in desk.read(item))
            asked = ((result, bool(known and result.report and known(result.report))) for result in results)
            with closing(in_threads(desk.extract_unless, asked, threads=run.processes)) as found:
                yield from map(shape, found)
            return
    settings = (run.codebook, run.hints, run.now, run.choice)
    with closing(
        in_order(
            partial(_worked, shape),
            _batches(items),
            processes=run.processes,
            prepare=prepare,
            settings=settings,
            practised=True,
        )
    ) as batches:
        for batch in batches:
            yield from batch


def _worked(shape: Callable[[ExtractResult], Shaped], batch: tuple[Item, ...]) -> tuple[Shaped, ...]:
    return tuple(map(shape, work(batch)))


def _batches(items: Iterable[Item]) -> Iterator[tuple[Item, ...]]:
    batch: list[Item] = []
    size, most = 0, FIRST
    for item in items:
        batch.append(item)
        size += len(item.raw)
        if len(batch) == most or size > BATCH_BYTES:
            yield tuple(batch)
            batch, size, most = [], 0, BATCH
    if batch:
        yield tuple(batch)


def _ignore(done: int) -> None:
    """Nothing."""


def _never(path: str, digest: str) -> bool:
    """No input is passed over."""
    return False


def _as_it_is(result: ExtractResult) -> ExtractResult:
    return result


def _unreadable(path: str, error: OSError) -> Problem:
    reason = (error.strerror or type(error).__name__).lower()
    return Problem(path, ProblemKind.UNREADABLE, f"cannot be read: {reason}", "check the file and its permissions")
