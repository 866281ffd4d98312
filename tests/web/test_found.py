"""The sums that cannot be are looked for once after a build, and not again for every decision."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportedly import codebook
from reportedly.pipeline import Run, build, sources
from reportedly.store.ledger import Ledger
from reportedly.web import found
from reportedly.web.found import WrongSums, wrong_of

TEXT = """North Korea fires missile

North Korea fired a ballistic missile on Wednesday, the South Korean military said. It flew 400 km (349 miles).
"""


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every look through a ledger."""
    seen: list[Path] = []

    def look(path: Path, book: codebook.Codebook) -> list[found.Wrong]:
        seen.append(path)
        return list(wrong_of(path, book))

    monkeypatch.setattr(found, "wrong_of", look)
    return seen


def added(ledger: Path, text: str) -> None:
    report = ledger.with_name(f"{len(text)}.txt")
    report.write_text(text, "utf-8")
    with Ledger.open(ledger, create=True) as opened:
        build(sources([str(report)]), opened, Run(datetime(2026, 1, 2, tzinfo=UTC)))


def test_they_are_looked_for_after_a_build_alone(ledger: Path, looks: list[Path]) -> None:
    sums = WrongSums(ledger, codebook.load(None))
    before = sums.found()
    assert sums.found() == before
    with Ledger.open(ledger, create=True) as opened:
        opened.begin_source("nothing")  # somebody writes
    sums.found()
    assert len(looks) == 1
    added(ledger, TEXT)
    written = [one.finding.written for one in sums.found()]
    assert len(looks) == 2
    assert "400 km (349 miles)" in written
    assert len(written) == len(before) + 1


def test_a_ledger_that_is_gone_is_looked_for_again(ledger: Path, looks: list[Path]) -> None:
    sums = WrongSums(ledger, codebook.load(None))
    aside = ledger.rename(ledger.with_name("aside.db"))
    with pytest.raises(found.LedgerError):
        sums.found()
    aside.rename(ledger)
    sums.found()
    assert len(looks) == 1
