"""Work spread over processes, its results in the order of the work, with little held at a time. Knows no stage."""

import copyreg
import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import fields
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context, parent_process, resource_tracker
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from reportedly.model.errors import ReportedlyError

Work = TypeVar("Work")
Result = TypeVar("Result")
_RARELY = 20_000  # new objects between two looks for cycles, of which work leaves few
AHEAD = 3  # batches waiting for each process; more only costs memory


def in_order(
    work: Callable[[Work], Result],
    batches: Iterable[Work],
    *,
    processes: int,
    prepare: Callable[..., None],
    settings: tuple[object, ...],
    practised: bool = False,
) -> Generator[Result, None, None]:
    """Each batch's result, in order. One batch, or one process, is worked here; else new processes are started.

    `prepare(*settings)` is called in every process before its first batch; or once, here, where the others can begin as
    copies of this one. `practised`: the first batch is then worked here too, before they begin, so that what work makes
    ready when it first needs it is made ready once; for work that opens nothing a copy must not share.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy loads; threads in each process only wait
    waiting = iter(batches)
    first = list(islice(waiting, 2)) if processes > 1 else []
    if len(first) < 2:
        prepare(*settings)
        yield from map(work, chain(first, waiting))
        return
    if is_alone():
        with unswept():
            prepare(*settings)
            done = [work(first.pop(0))] if practised else []
        yield from done
    pool = _pool(processes, prepare, settings)
    try:
        yield from _drained(pool, work, chain(first, waiting), processes * AHEAD)
    except BrokenProcessPool as error:
        raise ReportedlyError(
            "a process that reads was ended from outside, perhaps for want of memory; what was read before is kept. "
            "Run the same command again, with --jobs 1 if it happens twice"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(processes: int, prepare: Callable[..., None], settings: tuple[object, ...]) -> ProcessPoolExecutor:
    """Processes to come: copies of this one, which is prepared, else new ones that prepare themselves."""
    if is_alone():
        return ProcessPoolExecutor(processes, mp_context=get_context("fork"), initializer=_begin)
    return ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=_begin, initargs=(prepare, settings)
    )


def is_alone() -> bool:
    """Whether this process may be copied: under Linux, where no thread beside this one, of whatever library, can hold
    a lock that the copy would wait for without end."""
    return sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1


def send_by_fields(*kinds: type[Any]) -> None:
    """Nothing; from now on dataclasses of these kinds go to another process as their fields in order, which takes half
    the time. What they keep beside their fields is made anew."""
    for kind in kinds:
        names = [field.name for field in fields(kind)]
        copyreg.pickle(kind, partial(_by_fields, kind, names))


def _by_fields(kind: type[Any], names: Sequence[str], value: Any) -> tuple[type[Any], tuple[Any, ...]]:
    return kind, tuple([getattr(value, name) for name in names])


@contextmanager
def unswept() -> Iterator[None]:
    """Nothing; meanwhile no cycles of garbage are looked for, for work that makes many objects to keep and few cycles."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def in_threads(work: Callable[[Work], Result], items: Iterable[Work], *, threads: int) -> Generator[Result, None, None]:
    """Each item's result, in order, for work that waits for others; `items` is drawn from here, two ahead a thread.

    Whoever stops listening waits for no thread: what is under way then ends unheard.
    """
    waiting = iter(items)
    todo: SimpleQueue[tuple[Future[Result], Work] | None] = SimpleQueue()
    for _ in range(threads):
        Thread(target=_serve, args=(work, todo), daemon=True).start()
    running: deque[Future[Result]] = deque()
    try:
        while True:
            for item in islice(waiting, 2 * threads - len(running)):
                running.append(Future())
                todo.put((running[-1], item))
            if not running:
                return
            yield running.popleft().result()
    finally:
        for future in running:
            future.cancel()
        for _ in range(threads):
            todo.put(None)


def _serve(work: Callable[[Work], Result], todo: "SimpleQueue[tuple[Future[Result], Work] | None]") -> None:
    while (job := todo.get()) is not None:
        future, item = job
        if future.set_running_or_notify_cancel():
            try:
                future.set_result(work(item))
            except BaseException as error:
                future.set_exception(error)


def _drained(
    pool: ProcessPoolExecutor, work: Callable[[Work], Result], batches: Iterator[Work], ahead: int
) -> Iterator[Result]:
    running: deque[Future[Result]] = deque(_submitted(pool, work, batch) for batch in islice(batches, ahead))
    while running:
        result = running.popleft().result()
        running.extend(_submitted(pool, work, batch) for batch in islice(batches, 1))
        yield result


def _submitted(pool: ProcessPoolExecutor, work: Callable[[Work], Result], batch: Work) -> Future[Result]:
    """The batch's result to come. A process that this starts never hears of Ctrl-C, not even while it begins."""
    if not hasattr(signal, "pthread_sigmask"):
        return pool.submit(work, batch)
    resource_tracker.ensure_running()  # started inside, it would lift the mask for the process behind it
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(work, batch)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(prepare: Callable[..., None] | None = None, settings: tuple[object, ...] = ()) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process decides what Ctrl-C means
    Thread(target=_end_with_parent, daemon=True).start()
    if prepare is not None:
        with unswept():
            prepare(*settings)
    gc.freeze()  # what is prepared stays; nothing of it need be looked at again
    gc.set_threshold(_RARELY)


def _end_with_parent() -> None:
    """Nothing; a killed first process takes its helpers with it."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
