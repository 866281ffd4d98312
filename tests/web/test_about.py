"""The pages about the ledger: what it holds, its problems, help."""

import re
from datetime import date
from pathlib import Path

from starlette.testclient import TestClient

from reportedly import __version__
from reportedly.model import Coverage, HistoryList, Problem, ProblemKind, Stance, Status, Voice
from reportedly.store.holdings import holdings
from reportedly.store.ledger import Ledger
from reportedly.web.about import AUTHORS, LICENCE, vendored
from reportedly.web.help import STANCES, STATUSES
from reportedly.web.serve import application
from reportedly.web.settings import Settings

ROOT = Path(__file__).parents[2]


def visit(ledger: Path) -> TestClient:
    return TestClient(application(Settings(ledger)), base_url="http://127.0.0.1:8765")


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_it_tells_what_the_ledger_holds(ledger_of_samples: Path) -> None:
    told = words(visit(ledger_of_samples).get("/about").text)
    with Ledger.open(ledger_of_samples) as opened:
        sizes = opened.sizes()
    assert f"Reports {sizes['reports']:,}," in told
    assert f"Claims {sizes['claims']:,}" in told
    assert f"Incidents {sizes['incidents']:,}" in told
    assert f"Reportedly {__version__}" in told
    assert "North Korea (PRK)" in told


def test_it_is_cited_as_the_citation_file_has_it(ledger_of_samples: Path) -> None:
    told = words(visit(ledger_of_samples).get("/about").text)
    cited = (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"name: {AUTHORS}" in cited
    assert f"license: {LICENCE}" in cited
    assert f"{AUTHORS}. Reportedly, version {__version__}. {LICENCE}." in told
    assert holdings(ledger_of_samples).contents in told


def test_two_ledgers_of_the_same_reports_and_decisions_bear_one_hash(ledger_of_samples: Path, ledger: Path) -> None:
    assert holdings(ledger_of_samples).contents == holdings(ledger).contents


def test_lists_that_were_imported_say_how_far_they_reach(ledger: Path) -> None:
    kept = HistoryList(
        "cns", Voice("cns", "CNS <b>list</b>", "ngo_monitor"), "cns.csv", "0" * 64, "missile",
        (Coverage("PRK", "missile", date(1984, 4, 9), date(2024, 12, 31), "no short ranges"),),
    )  # fmt: skip
    with Ledger.open(ledger, create=True) as opened:
        opened.keep_history(kept, [])
    page = visit(ledger).get("/about").text
    assert "CNS &lt;b&gt;list&lt;/b&gt;" in page
    assert "PRK, missile, 1984-04-09 to 2024-12-31; no short ranges" in page


def test_files_of_others_stand_with_their_licences(ledger_of_samples: Path) -> None:
    page = visit(ledger_of_samples).get("/about").text
    assert vendored()
    for one in vendored():
        assert one.name in page
        assert one.licence in page


def test_problems_say_what_to_do_and_are_narrowed_by_kind(ledger: Path) -> None:
    with Ledger.open(ledger, create=True) as opened:
        opened.note(Problem("a<b>.txt", ProblemKind.EMPTY, "it is empty", "leave it out"), source="a<b>.txt")
        opened.note(Problem("c.bin", ProblemKind.BINARY, "no text", "give its text"), source="c.bin")
    desk = visit(ledger)
    page = desk.get("/problems").text
    assert "a&lt;b&gt;.txt" in page
    assert "leave it out" in page
    only = words(desk.get("/problems?kind=binary").text)
    assert "1 problem." in only
    assert "c.bin" in only
    assert "leave it out" not in only
    assert desk.get("/problems?kind=<x>&page=7").status_code == 200


def test_many_problems_have_pages(ledger: Path) -> None:
    with Ledger.open(ledger, create=True) as opened:
        for n in range(120):
            opened.note(Problem(f"{n:03}.txt", ProblemKind.EMPTY, "it is empty", "leave it out"), source=f"{n}.txt")
    desk = visit(ledger)
    assert 'href="/problems?page=2"' in desk.get("/problems").text
    assert 'href="/problems?page=1&amp;kind=empty"' in desk.get("/problems?kind=empty&page=2").text


def test_help_knows_every_status_and_stance(ledger_of_samples: Path) -> None:
    assert set(STATUSES) == set(Status)
    assert set(STANCES) == set(Stance)
    told = words(visit(ledger_of_samples).get("/help").text)
    assert "SRBM ballistic, under 1,000 km class" in told
    assert "contested two positions that cannot both be true" in told
    assert "1 confirmed by independent origins" in told
    assert "Missile launch" in told
