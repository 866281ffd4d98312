"""A build with another extractor: nothing lost, nothing read twice, and read again when the extractor changes."""

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator
from http.server import BaseHTTPRequestHandler
from importlib.metadata import EntryPoint
from pathlib import Path
from threading import Lock

import pytest
from sample import NOW, content, run_build, write_corpus
from served import GOOD, TEXT, Body, Served, choice, completes, sends, serve

from reportedly.codebook import Codebook
from reportedly.extractors import registry
from reportedly.extractors.protocol import Choice, Reading
from reportedly.model import Claim, Extraction, Mention, ProblemKind, Report, Role, Span, Term
from reportedly.parallel import in_threads
from reportedly.pipeline import Built, Run, build, extract_paths, reading_of, sources
from reportedly.store.ledger import Ledger


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "in"
    path.mkdir()
    for n in range(4):
        (path / f"{n}.txt").write_text(TEXT + f"\nIt was report {n}.\n", "utf-8")
    return path


def built(ledger: Path, folder: Path, served: Served, **more: object) -> Built:
    with Ledger.open(ledger, create=True) as opened:
        run = Run(NOW, processes=2, choice=choice(served.endpoint, attempts=1, **more))
        return build(sources([str(folder)]), opened, run)


def rules_of(ledger: Path) -> set[str]:
    """Whose claims stand in a ledger: the heads of the names of their rules."""
    with Ledger.open(ledger) as opened:
        return {c.rule.partition(".")[0] for e in opened.extractions() for c in e.claims}


def test_a_ledger_remembers_who_read_and_reads_again_when_that_changes(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "x.db"
    with serve(completes(GOOD)) as served:
        first = built(ledger, folder, served)
        assert (first.reports, first.problems) == (4, 0)
        assert first.cost is not None
        assert (first.cost.asked, first.cost.tokens_in) == (4, 4000)
        assert rules_of(ledger) == {"llm"}
        assert built(ledger, folder, served).known == 4
        assert len(served.asked) == 4
        assert built(ledger, folder, served, model="other").reports == 4
        assert len(served.asked) == 8
    assert run_build(ledger, folder).reports == 4
    assert "llm" not in rules_of(ledger)


def test_what_the_rules_read_in_its_place_is_asked_about_again_by_the_next_build(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "x.db"
    with serve(sends("", 500)) as served:
        away = built(ledger, folder, served)
        assert (away.reports, away.problems) == (4, 4)
        assert len(served.asked) == 4
    assert "llm" not in rules_of(ledger)
    with Ledger.open(ledger) as opened:
        assert {p.kind for p in opened.problems()} == {ProblemKind.READER}
    with serve(completes(GOOD)) as served:
        back = built(ledger, folder, served)
        assert (back.reports, back.problems) == (4, 0)
    assert rules_of(ledger) == {"llm"}


def test_it_is_asked_again_where_only_the_ledger_still_has_the_report(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "x.db"
    with serve(sends("", 500)) as served:
        built(ledger, folder, served)
    for page in sorted(folder.iterdir())[1:]:
        page.unlink()
    with serve(completes(GOOD)) as served:
        assert (built(ledger, folder, served).reports, len(served.asked)) == (4, 4)
    with Ledger.open(ledger) as opened:
        assert opened.problems() == ()


def test_a_file_that_grows_costs_only_what_is_new(tmp_path: Path) -> None:
    page, ledger = tmp_path / "a.jsonl", tmp_path / "x.db"
    lines = [
        json.dumps({"title": TEXT.split("\n")[0], "text": f"{TEXT} It was report {n}.", "published": "2024-09-18"})
        for n in range(4)
    ]
    page.write_text("\n".join(lines[:3]), "utf-8")
    with serve(completes(GOOD)) as served:
        assert built(ledger, page, served).reports == 3
        page.write_text("\n".join(lines), "utf-8")
        assert built(ledger, page, served).reports == 1
        assert len(served.asked) == 4
    with Ledger.open(ledger) as opened:
        assert [len(e.claims) for e in opened.extractions()] == [len(GOOD["claims"])] * 4


def test_the_key_stands_nowhere_in_the_ledger(folder: Path, tmp_path: Path) -> None:
    with serve(completes(GOOD), sends('{"error": "key sk-secret is spent"}', 403)) as served:
        built(tmp_path / "x.db", folder, served, key="sk-secret")
    assert not [row for rows in content(tmp_path / "x.db").values() for row in rows if "sk-secret" in repr(row)]
    with sqlite3.connect(tmp_path / "x.db") as db:
        assert "sk-secret" not in repr(db.execute("SELECT * FROM runs").fetchall())


def test_results_come_in_order_and_no_more_at_a_time_than_asked_for(folder: Path) -> None:
    here, most, lock = 0, 0, Lock()

    def counts(handler: BaseHTTPRequestHandler, body: Body) -> None:
        nonlocal here, most
        with lock:
            here += 1
            most = max(most, here)
        time.sleep(0.02 if "report 1" in body["messages"][1]["content"] else 0.05)
        with lock:
            here -= 1
        completes(GOOD)(handler, body)

    with serve(counts) as served:
        run = Run(NOW, processes=2, choice=choice(served.endpoint))
        found = list(extract_paths(sources([str(folder), str(folder / "missing")]), run))
    assert [Path(result.path).name for result in found] == ["0.txt", "1.txt", "2.txt", "3.txt", "missing"]
    assert most == 2


def test_the_rules_identity_is_what_it_was() -> None:
    by_rules, by_model = reading_of(Run(NOW)), reading_of(Run(NOW, choice=choice("http://localhost/v1")))
    assert "llm" not in by_rules
    assert by_model.startswith(f"{by_rules}+llm:tiny:")


class Liar:
    """An extractor whose claims are not the text; or that breaks, where the text says so."""

    identity = "liar"
    waits = False

    def __init__(self, codebook: Codebook, choice: Choice) -> None:
        pass

    def worth_reading(self, text: str) -> bool:
        return True

    def extract_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        for report in reports:
            if "report 1" in report.text:
                raise RuntimeError("no more")
            claim = Claim("c", "m", "type", Term("missile_launch"), "never written", Span(0, 5))
            mention = Mention("m", report.id, "missile_launch", Role.MAIN, "PRK", (claim,))
            yield Reading(Extraction(report.id, True, (mention,)))


def test_a_plug_in_that_lies_or_breaks_is_written_down_and_the_rules_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        registry, "OWN", {**registry.OWN, "liar": EntryPoint("liar", f"{__name__}:Liar", registry.GROUP)}
    )
    found = list(extract_paths(sources([str(folder)]), Run(NOW, choice=Choice("liar"))))
    told = [result.problem.message for result in found if result.problem is not None]
    assert [result.fell_back for result in found] == [True] * 4
    assert ["a claim's words are not the report's" in message for message in told] == [True, False, True, True]
    assert "RuntimeError: no more" in told[1]
    assert all(result.extraction is not None and result.extraction.relevant for result in found)


def test_threads_pass_on_what_fails_and_stop_when_nobody_listens() -> None:
    done: list[int] = []

    def work(number: int) -> int:
        if number == 3:
            raise ValueError("three")
        done.append(number)
        return number * number

    results = in_threads(work, range(100), threads=2)
    assert [next(results) for _ in range(3)] == [0, 1, 4]
    with pytest.raises(ValueError, match="three"):
        next(results)
    time.sleep(0.05)
    assert len(done) < 12
    assert list(in_threads(work, [], threads=2)) == []


def test_two_builds_make_the_same_ledger(folder: Path, tmp_path: Path) -> None:
    write_corpus(folder / "more", 3)
    with serve(completes(GOOD)) as served:
        built(tmp_path / "a.db", folder, served)
        built(tmp_path / "b.db", folder, served)
    assert content(tmp_path / "a.db") == content(tmp_path / "b.db")
