"""The list of incidents, its timeline and its map, as the server writes them."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from httpx import Response
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from reportedly.store.browse import Asked, choices, shown, spots, unplaced
from reportedly.store.ledger import Ledger
from reportedly.store.snippets import CLOSES, OPENS
from reportedly.store.timeline import cadence
from reportedly.web.kept import kept
from reportedly.web.page import marked, when
from reportedly.web.serve import application
from reportedly.web.settings import Settings

Ask = Callable[[str], Response]


def _asking(ledger: Path) -> Ask:
    return TestClient(application(Settings(ledger)), base_url="http://localhost").get  # type: ignore[return-value]  # the client of either httpx


@pytest.fixture
def ask(ledger_of_samples: Path) -> Ask:
    """Asks a desk on the samples."""
    return _asking(ledger_of_samples)


def test_a_span_of_days_breaks_between_its_days() -> None:
    assert when("2024-09-12..2024-09-13") == "2024-09-12..<wbr>2024-09-13"
    assert (when(None), when("<b>")) == ("undated", "&lt;b&gt;")


def test_filters_show_names_and_not_codes(ask: Ask) -> None:
    page = ask("/").text
    assert re.search(r'<option value="PRK">North Korea \(\d+\)', page)
    assert re.search(r'<option value="missile_launch">Missile launch \(\d+\)', page)


def test_what_was_chosen_can_be_taken_away_one_by_one(ask: Ask) -> None:
    page = ask("/?state=PRK&type=missile_launch&since=2024").text
    assert (
        '<a href="/?type=missile_launch&amp;since=2024-01-01" title="Take this away"><span class="quiet">State</span> North Korea'
        in page
    )
    assert (
        '<a href="/?state=PRK&amp;type=missile_launch" title="Take this away"><span class="quiet">From</span> 2024-01-01'
        in page
    )


@pytest.mark.parametrize(
    ("sent", "plain"),
    [
        ("/?text=&state=PRK&type=&page=2", "/?state=PRK&page=2"),
        ("/?state=north+korea", "/?state=PRK"),
        ("/?site=KAECHON", "/?site=kaechon"),
        ("/?text=&state=", "/"),
    ],
)
def test_a_form_is_sent_on_to_the_plain_address(ledger_of_samples: Path, sent: str, plain: str) -> None:
    desk = TestClient(application(Settings(ledger_of_samples)), base_url="http://localhost", follow_redirects=False)
    answer = desk.get(sent)
    assert (answer.status_code, answer.headers["location"]) == (303, plain)
    assert desk.get(plain).status_code == 200


def test_a_province_finds_what_happened_at_its_sites(ask: Ask) -> None:
    assert "0 incidents" not in ask("/?site=south-pyongan").text
    assert (
        'value="South Pyongan"' in ask("/?site=south-pyongan").text
        or "south-pyongan" in ask("/?site=south-pyongan").text
    )


def test_a_search_says_how_many_reports_hold_the_words(ask: Ask) -> None:
    page = ask("/?text=kaechon").text
    assert re.search(r"\d+ reports? holds? these words", page)
    assert "<mark>Kaechon</mark>" in page


def test_where_nothing_fits_it_is_said_what_to_take_away(ask: Ask) -> None:
    page = ask("/?state=IND&text=kaechon").text
    assert "No incident fits all of this." in page
    assert re.search(r'<a href="/\?text=kaechon">Without state “India”</a>: \d+ incidents?', page)


def test_a_single_filter_that_fits_nothing_offers_all(ask: Ask) -> None:
    page = ask("/?text=zzzz").text
    assert '<a class="narrows" href="/">Show all incidents</a>' in page


def test_an_empty_ledger_says_how_to_fill_it(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    Ledger.open(path, create=True).close()
    page = _asking(path)("/").text
    assert "reportedly build REPORTS --ledger empty.db" in page


def test_a_page_past_the_last_leads_back(ask: Ask) -> None:
    page = ask("/?page=99").text
    assert "go to the first" in page


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be looked at " * 40, b""])
def test_an_unreadable_ledger_is_a_page_that_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.db"
    path.write_bytes(content)
    answer = _asking(path)("/")
    assert answer.status_code == 503
    assert "broken.db" in answer.text
    assert "<nav" in answer.text


def test_a_ledger_that_is_gone_is_a_page_that_says_so(tmp_path: Path) -> None:
    answer = _asking(tmp_path / "gone.db")("/")
    assert answer.status_code == 503
    assert "gone.db" in answer.text


@pytest.mark.parametrize("query", [{}, {"state": "PRK"}, {"text": "missile"}, {"type": "missile_launch"}])
def test_list_map_and_timeline_count_the_same_incidents(ledger_of_samples: Path, query: dict[str, str]) -> None:
    asked = Asked(**query)  # type: ignore[arg-type]  # names of fields
    found = shown(ledger_of_samples, asked)
    placed = {id_ for spot in spots(ledger_of_samples, asked) for here in spot.here for id_ in here.incidents}
    assert len(placed) + sum(one.incidents for one in unplaced(ledger_of_samples, asked)) == found.total
    assert cadence(ledger_of_samples, asked).dated + found.undated == found.total


@pytest.mark.parametrize("lacking", ["date", "place"])
def test_what_lacks_a_date_or_a_place_can_be_asked_for(ledger_of_samples: Path, lacking: str) -> None:
    found = shown(ledger_of_samples, Asked(lacking=lacking, size=1000))
    every = shown(ledger_of_samples, Asked())
    lost = every.undated if lacking == "date" else sum(one.incidents for one in unplaced(ledger_of_samples, Asked()))
    assert found.total == lost
    assert lacking == "place" or all(line.dated is None or line.dated.startswith("--") for line in found.lines)


def test_a_choice_counts_what_it_finds(ledger_of_samples: Path) -> None:
    for kind, held in choices(ledger_of_samples).items():
        for choice in held:
            assert shown(ledger_of_samples, Asked(**{kind: choice.value})).total == choice.incidents  # type: ignore[arg-type]  # names of fields


def test_a_wrong_lack_is_told(ask: Ask) -> None:
    assert "is nothing an incident can lack" in ask("/?lacking=sense").text


def test_what_is_kept_is_asked_anew_when_the_ledger_is_written_to(ledger: Path) -> None:
    def incidents(path: Path) -> int:
        with closing(sqlite3.connect(path)) as db:
            return int(db.execute("SELECT count(*) FROM incidents").fetchone()[0])

    before = kept(incidents, ledger)
    with closing(sqlite3.connect(ledger)) as db, db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("DELETE FROM incidents")
    assert before > 0
    assert kept(incidents, ledger) == 0


def test_outlines_are_served_once_a_version(ask: Ask) -> None:
    page = ask("/").text
    address = re.search(r'data-world="([^"]+)"', page)
    assert address is not None
    answer = ask(address[1])
    assert answer.json()["type"] == "FeatureCollection"
    assert "immutable" in answer.headers["cache-control"]
    assert "immutable" not in ask("/map/0/world.json").headers["cache-control"]


def test_the_page_runs_no_script_and_bears_no_style_of_its_own(ask: Ask) -> None:
    page = ask("/?text=missile").text
    assert not re.search(r"<script(?![^>]* src=)|style=|<style| on\w+=", page)


@given(st.text(st.sampled_from(f"ab<>&{OPENS}{CLOSES}\u202e\x1b")))
def test_what_is_marked_in_an_excerpt_is_all_its_markup(excerpt: str) -> None:
    drawn = marked(excerpt)
    assert drawn.count("<mark>") == drawn.count("</mark>")
    assert not re.search(r"<(?!/?mark>)", drawn)
    assert not {OPENS, CLOSES, "\u202e", "\x1b"} & set(drawn)
