"""A small corpus in our own words, and a ledger's content as plain rows."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from reportedly.pipeline import Built, Run, build, sources
from reportedly.store.ledger import Ledger

NOW = datetime(2026, 1, 1, tzinfo=UTC)
TOWNS = ("Kaechon", "Sunan", "Wonsan")


def write_corpus(folder: Path, size: int) -> None:
    """`size` short reports, about three to an incident, and one page that tells of none."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(size):
        day, town = 1 + n // 3 % 28, TOWNS[n // 3 % 3]
        (folder / f"{n:03}.md").write_text(
            f"---\ndate: 2024-09-{day:02}\nsite_name: The {town} Courier {n % 3}\n---\n# North Korea fires missiles\n\n"
            f"North Korea fired {n % 3 + 2} short-range ballistic missiles from {town} at 6:5{n % 3} a.m. on September "
            f"{day}, 2024, South Korea's Joint Chiefs of Staff said. They flew about {300 + 10 * (n % 3)} km. Japan's "
            "Defense Ministry confirmed the launch, and Pyongyang denied that it was a provocation.\n",
            "utf-8",
        )
    (folder / "weather.txt").write_text("It rained in the harbour all day, and the ferries were late again.\n", "utf-8")


def run_build(ledger: Path, *paths: Path, processes: int = 1) -> Built:
    """A build of these paths into the ledger, as the command line would do it."""
    with Ledger.open(ledger, create=True) as opened:
        return build(sources([str(path) for path in paths]), opened, Run(NOW, processes=processes))


def content(ledger: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables but the runs, which tell when and not what."""
    with sqlite3.connect(ledger) as db:
        names = [
            row[0]
            for row in db.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'report_words_*'"
            )
        ]
        return {name: sorted(db.execute(f"SELECT * FROM {name}"), key=repr) for name in names if name != "runs"}
