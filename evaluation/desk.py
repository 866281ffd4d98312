"""How fast the desk answers on a large ledger that a seeded generator makes, and how large its pages are.

    python -m evaluation.desk                       # makes a ledger of 10,000 incidents and 100,000 claims, a minute or two
    python -m evaluation.desk --ledger made.db      # keeps it there, and takes it from there the next time

Prints JSON: by page the milliseconds of the first request, the median and the 99th percentile of those after it with what
they took of computing, the same with the ledger written to before each (so that nothing can be kept), and its size.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random
from sqlite3 import connect
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from starlette.testclient import TestClient

from evaluation.made_mentions import WORDS, reports, word
from reportedly.codebook import Codebook, load
from reportedly.codebook.entries import BodyEntry
from reportedly.joining import join
from reportedly.model import Claim, Extraction, Mention, Report, Voice
from reportedly.store.ledger import Ledger
from reportedly.web.links import KINDS, Links
from reportedly.web.serve import application
from reportedly.web.settings import Settings

MENTIONS, A_INCIDENT = 21_000, 2.2
LENGTH = 250  # words a report has beside those it is joined by
TIMES = 100


@dataclass(frozen=True, slots=True)
class Spent:
    """Milliseconds of many requests: the median and the 99th percentile by the clock, and the median of computing."""

    median: float
    ninety_ninth: float
    computing: float


@dataclass(frozen=True, slots=True)
class Took:
    """What one page took, the first time in milliseconds, and how large it is, in kilobytes: all of it, and without its map."""

    first: float
    again: Spent
    after_writing: Spent
    kilobytes: float
    without_map: float


def made(path: Path, mentions: int, a_incident: float) -> None:
    """Nothing; a ledger of so many mentions stands at `path`."""
    book, rng = load(), Random(6)
    with Ledger.open(path, create=True) as ledger:
        for report, extraction in reports(mentions, a_incident):
            fuller, spoken = longer(report, rng), said(extraction, rng, book)
            ledger.keep(fuller, spoken, source=report.path, reading="made")
        join(ledger, book, "made")


def longer(report: Report, rng: Random) -> Report:
    """The report with so many more words."""
    more = " ".join(word(rng.randrange(WORDS)) for _ in range(LENGTH))
    return replace(report, text=f"{report.text} {more}", title=report.text[:60])


def said(extraction: Extraction, rng: Random, book: Codebook) -> Extraction:
    """The mentions with speakers: two claims of three are some body's, the others the writer's."""
    bodies = [body for body in book.bodies.values() if not body.id.startswith("?")]
    return replace(extraction, mentions=tuple(_spoken(mention, rng, bodies) for mention in extraction.mentions))


def _spoken(mention: Mention, rng: Random, bodies: Sequence[BodyEntry]) -> Mention:
    body = rng.choice(bodies)
    voice = Voice(body.id, body.name, body.cls, body.state)
    claims: tuple[Claim, ...] = tuple(
        replace(claim, voices=(voice,)) if rng.random() < 0.67 else claim for claim in mention.claims
    )
    return replace(mention, claims=claims)


def pages(path: Path) -> Iterator[tuple[str, str]]:
    """The pages that are measured: what each is, and its address."""
    with closing(connect(path)) as db:
        (incident,) = db.execute("SELECT id FROM incidents ORDER BY reports DESC, id LIMIT 1").fetchone()
        report, text = db.execute("SELECT id, text FROM reports ORDER BY number LIMIT 1").fetchone()
        named = {kind: db.execute(_MOST, [kind]).fetchone()[0] for kind in KINDS}
    yield "first page", "/"
    yield "filtered page", "/?state=PRK&since=2010&until=2019"
    yield "page of a search", f"/?text={text.split()[20]}"
    yield "page of an incident", f"/incident/{incident}"
    yield "page of a report", f"/report/{report}"
    for kind, value in named.items():
        yield f"page of a {kind}", Links().named(kind, value)
    yield "about", "/about"


_MOST = "SELECT value FROM facets WHERE kind = ? GROUP BY value ORDER BY count(*) DESC, value LIMIT 1"


def took(client: TestClient, address: str, path: Path, times: int) -> Took | None:
    """What a page took; None where there is no such page."""

    def ask() -> None:
        client.get(address)

    def ask_after_writing() -> None:
        os.utime(path)
        client.get(address)

    first, _ = _timed(ask)
    answer = client.get(address)
    if answer.status_code != 200:
        return None
    svg = sum(len(part.partition("</svg>")[0]) for part in answer.text.split('<svg class="map')[1:])
    size = len(answer.content)
    again, after = spent(ask, times), spent(ask_after_writing, times)
    return Took(round(first, 1), again, after, round(size / 1000, 1), round((size - svg) / 1000, 1))


def spent(ask: Callable[[], None], times: int) -> Spent:
    """What so many requests took."""
    clock, computing = zip(*(_timed(ask) for _ in range(times)), strict=True)
    last = quantiles(clock, n=100, method="inclusive")[98]
    return Spent(round(median(clock), 1), round(last, 1), round(median(computing), 1))


def _timed(ask: Callable[[], None]) -> tuple[float, float]:
    """Milliseconds by the clock, and of computing."""
    clock, computing = time.perf_counter(), time.process_time()
    ask()
    return 1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - computing)


def counted(path: Path) -> dict[str, int]:
    """How much the ledger holds."""
    with closing(connect(path)) as db:
        return {
            name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in ("incidents", "claims", "reports")
        }


def main(arguments: list[str] | None = None) -> int:
    """The exit status; the figures are printed as JSON."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.desk", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--ledger", type=Path, help="where the ledger is kept, or taken from")
    parser.add_argument("--mentions", type=int, default=MENTIONS)
    parser.add_argument("--a-incident", type=float, default=A_INCIDENT, help="mentions an incident, on average")
    parser.add_argument("--times", type=int, default=TIMES, help="requests of each page")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        path = options.ledger or Path(folder) / "made.db"
        if not path.exists():
            made(path, options.mentions, options.a_incident)
        client = TestClient(application(Settings(path)), base_url="http://localhost")
        figures: dict[str, object] = {**counted(path)}
        for name, address in pages(path):
            found = took(client, address, path, options.times)
            figures[name] = asdict(found) if found else "no such page"
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
