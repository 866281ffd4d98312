"""Work spread over processes, its results in the order of the work, with little held at a time. Knows no stage."""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

Work = TypeVar("Work")
Result = TypeVar("Result")
AHEAD = 3  # batches waiting for each process; more only costs memory


def in_order(
    work: Callable[[Work], Result],
    batches: Iterable[Work],
    *,
    processes: int,
    prepare: Callable[..., None],
    settings: tuple[object, ...],
) -> Generator[Result, None, None]:
    """Each batch's result, in order. One batch, or one process, is worked here; else new processes are started.

    `prepare(*settings)` is called once in every process before its first batch.
    """
    waiting = iter(batches)
    first = list(islice(waiting, 2)) if processes > 1 else []
    if len(first) < 2:
        prepare(*settings)
        yield from map(work, chain(first, waiting))
        return
    pool = ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=_begin, initargs=(prepare, settings)
    )
    try:
        yield from _drained(pool, work, chain(first, waiting), processes * AHEAD)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _drained(
    pool: ProcessPoolExecutor, work: Callable[[Work], Result], batches: Iterator[Work], ahead: int
) -> Iterator[Result]:
    running: deque[Future[Result]] = deque(pool.submit(work, batch) for batch in islice(batches, ahead))
    while running:
        result = running.popleft().result()
        running.extend(pool.submit(work, batch) for batch in islice(batches, 1))
        yield result


def _begin(prepare: Callable[..., None], settings: tuple[object, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process decides what Ctrl-C means
    Thread(target=_end_with_parent, daemon=True).start()
    prepare(*settings)


def _end_with_parent() -> None:
    """Nothing; a killed first process takes its helpers with it."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
