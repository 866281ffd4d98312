"""What the benchmark measures: each part fills a folder with material and gives its figures.

Parts that are compared take turns, round after round; the median of the rounds counts. What is compared with the parse is
a command on either side, from its start to its end.
"""

import argparse
import compileall
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from evaluation.bench_material import dated_reports, incidents, pages, relevant_texts
from evaluation.bench_memory import peak_of
from evaluation.reading import a_run
from reportedly import pipeline
from reportedly.store.ledger import Ledger

PROCESSES = 2
TIMES = 6
PAGES = 1000
INCIDENTS = 10_000
MENTIONS = 100_000
ALONE = 130_000  # mentions that make some 100,000 incidents, where each is of one of its own
GROWTH = (1, 4, 16)
PROGRAM = Path(sys.executable).with_name("reportedly")
PACKAGE = Path(pipeline.__file__).parent


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure, and what it should be."""

    part: str
    what: str
    value: float
    unit: str
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of the clock, and of computing by the processes that were started."""

    clock: float
    computing: float


def relevant(folder: Path, rounds: int) -> list[Figure]:
    """Reports of an incident a second from file to JSON line, against parsing the same texts and no more."""
    texts = relevant_texts(folder, TIMES)
    compileall.compile_dir(PACKAGE, quiet=2)  # as whoever installs it has it, and spaCy too
    base = [sys.executable, "-m", "evaluation.bench_base", str(folder), str(PROCESSES)]
    ours = [str(PROGRAM), "extract", str(folder), "--jobs", str(PROCESSES), "--quiet"]
    took = _take_turns({"base": partial(_call, base), "ours": partial(_call, ours)}, rounds)
    return [
        Figure("relevant", "parse alone (the base)", len(texts) / took["base"].clock, "reports/s"),
        Figure("relevant", "extract, from file to JSON line", len(texts) / took["ours"].clock, "reports/s"),
        Figure("relevant", "ratio", took["base"].clock / took["ours"].clock, "", ">= 0.6"),
        Figure("relevant", "ratio of computing", took["base"].computing / took["ours"].computing, ""),
        Figure("relevant", "of them read as relevant", _read_as_relevant(folder) / len(texts), ""),
    ]


def irrelevant(folder: Path, rounds: int) -> list[Figure]:
    """Pages of other news a second."""
    size = pages(folder, PAGES)
    took = _take_turns({"ours": partial(_extract_all, folder)}, rounds)["ours"].clock
    return [
        Figure("irrelevant", "size of a page", size / PAGES / 1000, "kB"),
        Figure("irrelevant", "pages of other news", PAGES / took, "pages/s", ">= 200"),
    ]


def memory(folder: Path, _: int) -> list[Figure]:
    """What a build of relevant reports and other pages holds at its peak, all processes together."""
    relevant_texts(folder, TIMES)
    pages(folder, PAGES // 4)
    command = [str(PROGRAM), "build", str(folder), "--ledger", str(folder.parent / "memory.db"), "--quiet"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        peak = peak_of(process)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return [Figure("memory", "peak of all processes", peak, "MB", "< 1000")]


def verbs(folder: Path, rounds: int) -> list[Figure]:
    """How long a user waits for help and for the table of a large ledger."""
    path = folder / "large.db"
    with Ledger.open(path, create=True) as ledger:
        ledger.replace_incidents(incidents(INCIDENTS))
    commands = {
        "help": [str(PROGRAM), "--help"],
        "incidents": [str(PROGRAM), "incidents", "--ledger", str(path)],
    }
    took = _take_turns({name: partial(_call, command) for name, command in commands.items()}, rounds)
    return [
        Figure("verbs", "reportedly --help", took["help"].clock, "s", "< 0.3"),
        Figure("verbs", f"incidents, of {INCIDENTS:,}", took["incidents"].clock, "s", "< 0.5"),
    ]


def growth(folder: Path, _: int) -> list[Figure]:
    """What a report costs to build as the ledger grows."""
    return [figure for times in GROWTH for figure in _build(folder, times)]


def joining(folder: Path, _: int) -> list[Figure]:
    """What joining made-up mentions takes, and one report that is added to as many incidents."""
    once = _made("--mentions", str(MENTIONS), "--a-incident", "5")
    added = _made("--mentions", str(ALONE), "--a-incident", "1", "--add", "100")
    return [
        Figure("joining", f"{MENTIONS:,} mentions", once["seconds"], "s", "< 60"),
        Figure("joining", "of that, computing", once["computing"], "s"),
        Figure("joining", "at its peak", once["peak_mb"], "MB", "< 2,000"),
        Figure("joining", f"one report added to {added['incidents']:,} incidents", added["median"], "ms", "< 100"),
        Figure("joining", "of that, computing", added["median_computing"], "ms"),
    ]


def _made(*options: str) -> dict[str, float]:
    command = [sys.executable, "-m", "evaluation.made_mentions", *options]
    found: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return found


def _build(folder: Path, times: int) -> list[Figure]:
    place = folder / str(times)
    place.mkdir()
    reports = dated_reports(place, times)
    inputs = pipeline.sources([str(place)])
    begun = time.perf_counter()
    with Ledger.open(folder / f"{times}.db", create=True) as ledger:
        pipeline.build(inputs, ledger, a_run(PROCESSES))
    took = time.perf_counter() - begun
    return [Figure("growth", f"build of {reports:,} reports", 1000 * took / reports, "ms/report")]


def _extract_all(folder: Path) -> int:
    """How many results there were."""
    return sum(1 for _ in pipeline.extract_paths(pipeline.sources([str(folder)]), a_run(PROCESSES)))


def _read_as_relevant(folder: Path) -> int:
    """How many reports were read for what they are: a rate says nothing where they are passed over."""
    found = pipeline.extract_paths(pipeline.sources([str(folder)]), a_run(PROCESSES))
    return sum(bool(one.extraction and one.extraction.relevant) for one in found)


def _call(command: list[str]) -> None:
    one = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}  # on either side: more only wait for each other
    subprocess.run(command, check=True, env=one, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _take_turns(parts: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Spent]:
    """The median of what each part took; the parts take turns so that a busy machine slows all alike."""
    took: dict[str, list[Spent]] = {name: [] for name in parts}
    for _ in range(rounds):
        for name, part in parts.items():
            begun, before = time.perf_counter(), _computed()
            part()
            took[name].append(Spent(time.perf_counter() - begun, _computed() - before))
    return {
        name: Spent(median(s.clock for s in all_), median(s.computing for s in all_)) for name, all_ in took.items()
    }


def _computed() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


PARTS = {part.__name__: part for part in (relevant, irrelevant, memory, verbs, growth, joining)}


def main() -> int:
    """The exit status: 0."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.bench", description="How fast Reportedly is, and how much it holds."
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    options = parser.parse_args()
    figures: list[Figure] = []
    for name in options.only:
        with tempfile.TemporaryDirectory(prefix="reportedly-bench-") as folder:
            place = Path(folder) / "material"
            place.mkdir()
            figures += PARTS[name](place, options.rounds)
    if options.json:
        print(json.dumps([asdict(figure) for figure in figures], indent=1))
    else:
        Console().print(_table(figures))
    return 0


def _table(figures: list[Figure]) -> Table:
    table = Table("part", "what", "measured", "", "wanted", box=None)
    for figure in figures:
        table.add_row(figure.part, figure.what, f"{figure.value:,.2f}", figure.unit, figure.wanted)
    return table
