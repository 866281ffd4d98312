"""From options to a run: clock, processor count and standard input enter the program here."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.cli.options import KEY

if TYPE_CHECKING:
    from reportedly.extractors.protocol import Choice
    from reportedly.reading import Run


def choice_of(reader: str, endpoint: str | None, model: str | None, timeout: float, *, parse: bool = False) -> "Choice":
    """The extractor these options ask for; its key comes from the environment. UsageError where they do not fit."""
    from reportedly.extractors.protocol import Choice
    from reportedly.model.errors import UsageError

    if reader == "rules" and (endpoint or model):
        raise UsageError("--endpoint and --model are for --reader llm; add it, or leave them out")
    key = os.environ.get(KEY, "").strip() or None
    return Choice(name=reader, parse=parse, endpoint=endpoint, model=sound(model), key=key, timeout=timeout)


def run_of(
    published: str | None,
    outlet: str | None,
    url: str | None,
    codebook: Path | None,
    jobs: int | None = 1,
    choice: "Choice | None" = None,
) -> "Run":
    """The run these options ask for, beginning now."""
    from reportedly.extractors.protocol import Choice
    from reportedly.readers import Hints
    from reportedly.reading import Run

    return Run(
        now=datetime.now(UTC).replace(microsecond=0),
        hints=Hints(published=published, outlet=sound(outlet), url=sound(url)),
        codebook=codebook,
        processes=processors(jobs),
        choice=choice or Choice(),
    )


def processors(jobs: int | None) -> int:
    """How many processes work: as many as were asked for, else one for each processor core that we may use."""
    if hasattr(os, "sched_getaffinity"):
        return jobs or len(os.sched_getaffinity(0))
    return jobs or os.cpu_count() or 1


def sound(argument: str | None) -> str | None:
    """The argument as text that can be kept, whatever bytes the shell passed."""
    return None if argument is None else os.fsencode(argument).decode("utf-8", "replace")


def stdin() -> bytes:
    """All bytes of standard input, none where it is closed."""
    return sys.stdin.buffer.read() if sys.stdin else b""


@contextmanager
def progress(total: int, *, quiet: bool, what: str = "reading") -> Iterator[Callable[[int], None]]:
    """A function that takes how much is done (`what` is done); it draws a bar on stderr where that is a terminal."""
    if quiet or total < 2 or not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done: bar.update(task, completed=done)
