"""How a desk bears readers and reviewers at once: errors, lost decisions, and how long pages take by the clock.

    python -m evaluation.desk_load --seconds 60

Readers and reviewers are clients of a `reportedly serve` in a process of its own, on a ledger of the marked reports or on
a copy of the one that is named. Readers go where the links of a page lead; reviewers accept, reject and undo. A reader
looks at a page for a while, a reviewer thinks as long; both without, with --pause 0.
"""

import argparse
import json
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import httpx

from reportedly.pipeline import Run, build, sources
from reportedly.store.ledger import Ledger

REPORTS = Path(__file__).parent / "reports-dev" / "reports"
LINK = re.compile(r'<a [^>]*href="(/[^"]*)"')
FORM = re.compile(r'<form method="post" action="([^"]*)">(.*?)</form>', re.DOTALL)
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
VERBS = ("accept", "reject", "undo")
PATIENCE = 60.0  # seconds


@dataclass
class Visit:
    """One client: its clock, what it asked and how long each answer took, and what went wrong."""

    address: str
    until: float
    pause: float
    rng: Random
    took: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    decided: list[str] = field(default_factory=list)

    @property
    def goes_on(self) -> bool:
        """Whether there is time left."""
        return time.monotonic() < self.until

    def think(self) -> None:
        """Nothing; a while passes, between none and twice the pause."""
        time.sleep(self.rng.uniform(0, 2 * self.pause))

    def timed(self, what: str, ask: Callable[[], httpx.Response]) -> str:
        """The page that was asked for; what went wrong is written down."""
        start = time.perf_counter()
        try:
            answer = ask()
        except httpx.HTTPError as error:
            self.errors.append(f"{what}: {type(error).__name__}")
            return ""
        self.took.setdefault(what, []).append(1000 * (time.perf_counter() - start))
        if answer.status_code != httpx.codes.OK:
            self.errors.append(f"{what}: {answer.status_code} at {answer.request.url.path}")
        return answer.text


def reads(visit: Visit) -> Visit:
    """The visit of a reader: from the list on wherever links lead, and back where they end."""
    with httpx.Client(base_url=visit.address, timeout=PATIENCE, follow_redirects=True) as client:
        path = "/"
        while visit.goes_on:
            text = visit.timed(kind_of(path), lambda path=path: client.get(path))  # type: ignore[misc]
            links = [unescape(link) for link in LINK.findall(text) if not link.startswith(("/static", "/feed", "/api"))]
            there = [link for link in links if "/incident/" in link or "/report/" in link]
            path = visit.rng.choice(there or links or ["/"]) if visit.rng.random() < 0.8 else "/"
            visit.think()
    return visit


def kind_of(path: str) -> str:
    """The kind of page that stands at an address: "incident", "list" ..."""
    return path.partition("?")[0].strip("/").partition("/")[0] or "list"


def reviews(visit: Visit, who: str) -> Visit:
    """The visit of a reviewer: something of the queue is looked at and decided on, each time with a reason of its own."""
    with httpx.Client(base_url=visit.address, timeout=PATIENCE, follow_redirects=True) as client:
        while visit.goes_on:
            queue = visit.timed("queue", lambda: client.get("/review?kind=field&stands=all"))
            cases = [unescape(link) for link in LINK.findall(queue) if link.startswith("/review/field/")]
            if not cases:
                visit.errors.append("queue: nothing to decide on")
                return visit
            case = visit.rng.choice(cases)
            page = visit.timed("case", lambda case=case: client.get(case))  # type: ignore[misc]
            visit.think()
            decide(visit, client, page, who)
    return visit


def decide(visit: Visit, client: httpx.Client, page: str, who: str) -> None:
    """Nothing; one of the forms of a page is sent."""
    found = [(action, dict(HIDDEN.findall(inside))) for action, inside in FORM.findall(page)]
    forms = [(action, told) for action, told in found if told.get("verb") in VERBS and "report" not in told]
    if not forms:
        return
    action, told = visit.rng.choice(forms)
    why = f"{who} {len(visit.decided)}"
    sent = {name: unescape(value) for name, value in told.items()} | {"why": why, "who": who}
    text = visit.timed("decision", lambda: client.post(unescape(action), data=sent))
    if "<b>Kept" in text:
        visit.decided.append(why)
    elif "is undone already" in text:
        visit.errors.pop()  # the other reviewer was faster, and the page says so


@contextmanager
def served(ledger: Path) -> Iterator[str]:
    """The address of a desk in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "reportedly", "serve", "--ledger", str(ledger), "--port", str(port), "--quiet"]
    process = subprocess.Popen(command)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            time.sleep(0.1)
            try:
                httpx.get(f"{address}/static/desk.css")
                break
            except httpx.ConnectError:
                continue
        httpx.get(f"{address}/review", timeout=PATIENCE)  # what is read once: the codebook, the sums
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def load(ledger: Path, readers: int, reviewers: int, seconds: float, pause: float) -> dict[str, object]:
    """What so many clients met in so many seconds."""
    with served(ledger) as address, ThreadPoolExecutor(readers + reviewers) as clients:
        until = time.monotonic() + seconds
        visits = [
            *(clients.submit(reads, Visit(address, until, pause, Random(nth))) for nth in range(readers)),
            *(
                clients.submit(reviews, Visit(address, until, pause, Random(1000 + nth)), f"reviewer {nth}")
                for nth in range(reviewers)
            ),
        ]
        done = [visit.result() for visit in visits]
    with Ledger.open(ledger) as opened:
        kept = [decision.why for decision in opened.decisions() if decision.who.startswith("reviewer ")]
    sent = [why for visit in done for why in visit.decided]
    errors = [error for visit in done for error in visit.errors]
    return {
        "readers": readers,
        "reviewers": reviewers,
        "seconds": seconds,
        "pause_s": pause,
        "requests": sum(len(some) for visit in done for some in visit.took.values()),
        "errors": len(errors),
        "first_errors": errors[:5],
        "decisions": len(sent),
        "lost": len(set(sent) - set(kept)),
        "kept_twice": len(kept) - len(set(kept)),
        "milliseconds": {kind: figures(times) for kind, times in sorted(of_kind(done).items())},
    }


def of_kind(visits: list[Visit]) -> dict[str, list[float]]:
    """The milliseconds of all visits by kind of page, and of all reading."""
    found: dict[str, list[float]] = {}
    for visit in visits:
        for kind, times in visit.took.items():
            found.setdefault(kind, []).extend(times)
            if not visit.decided and kind != "decision":
                found.setdefault("all reading", []).extend(times)
    return found


def figures(times: list[float]) -> dict[str, float]:
    """How many, the median, the 99th percentile and the slowest."""
    cut = quantiles(times, n=100, method="inclusive")[98] if len(times) > 1 else times[0]
    return {"n": len(times), "median": round(median(times), 1), "p99": round(cut, 1), "slowest": round(max(times), 1)}


def main() -> int:
    """The exit status: 1 where anything failed or was lost; figures are printed as JSON."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.desk_load", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--ledger", type=Path, help="a ledger, of which a copy is used; default: the marked reports")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--reviewers", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=1.0, help="seconds a page is looked at, on average")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        ledger = Path(folder) / "load.db"
        if options.ledger:
            shutil.copy(options.ledger, ledger)
        else:
            with Ledger.open(ledger, create=True) as opened:
                build(sources([str(REPORTS)]), opened, Run(datetime(2026, 1, 1, tzinfo=UTC), processes=2))
        found = load(ledger, options.readers, options.reviewers, options.seconds, options.pause)
    print(json.dumps(found, indent=2))
    return int(bool(found["errors"] or found["lost"]))


if __name__ == "__main__":
    sys.exit(main())
