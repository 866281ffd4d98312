"""The pages of speakers, sites and weapons."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly import codebook
from reportedly.pipeline import Run, build, sources
from reportedly.store import browse
from reportedly.store.ledger import Ledger
from reportedly.web.facts import facts_of
from reportedly.web.links import KINDS, Links
from reportedly.web.named import named_page
from reportedly.web.serve import application
from reportedly.web.settings import Settings

LATER = {
    "Harbour Post": ("2021-10-19", "North Korea fired two ballistic missiles from Sinpo on Tuesday, Japan's defence ministry said."),
    "Strait Courier": ("2021-11-09", "North Korea fired one ballistic missile from Sinpo on October 19, Japan's defence ministry said."),
    "Meridian Daily": ("2021-11-10", "North Korea fired one ballistic missile from Sinpo on October 19, Japan's defence ministry said on Tuesday."),
}  # fmt: skip


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in which a ministry says otherwise later."""
    folder = tmp_path_factory.mktemp("corrected")
    for outlet, (published, text) in LATER.items():
        (folder / f"{outlet}.md").write_text(f"---\noutlet: {outlet}\npublished: {published}\n---\n{text}\n", "utf-8")
    with Ledger.open(folder / "corrected.db", create=True) as opened:
        build(sources([str(folder)]), opened, Run(datetime(2026, 1, 1, tzinfo=UTC)))
    return folder / "corrected.db"


def visit(ledger: Path) -> TestClient:
    return TestClient(application(Settings(ledger)), base_url="http://127.0.0.1:8765")


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_that_the_ledger_names_has_its_page(ledger_of_samples: Path, kind: str) -> None:
    desk = visit(ledger_of_samples)
    known = browse.choices(ledger_of_samples)[kind]
    assert known
    for choice in known:
        page = desk.get(Links().named(kind, choice.value))
        assert page.status_code == 200
        assert f"{choice.incidents} incident" in words(page.text)


def test_a_speaker_is_shown_with_all_it_said_and_where(corrected: Path) -> None:
    page = visit(corrected).get("/speaker/jpn_mod").text
    told = words(page)
    assert "Japan Ministry of Defense" in told
    assert "Heard in 1 incident: missile launch 1" in told
    assert "“Sinpo”" in told
    assert re.search(r'href="/report/[0-9a-f]{64}#c-[0-9a-f]+">“two”', page)
    assert "How it is heard to say it: asserted" in told


def test_what_was_told_otherwise_later_is_counted_and_shown(corrected: Path) -> None:
    for address, who in (
        ("/speaker/jpn_mod", "It told otherwise later itself"),
        ("/site/sinpo", "Somebody told otherwise later"),
    ):
        told = words(visit(corrected).get(address).text)
        assert f"{who} in 1 of 1 incident: how many in 1." in told
        assert "How many, Japan Ministry of Defense: 2 (2021-10-19), then 1 (2021-11-09)" in told


def test_a_site_is_told_with_its_precision_and_drawn(corrected: Path) -> None:
    page = visit(corrected).get("/site/sinpo").text
    assert re.search(r"Point on the map</dt><dd>\d+\.\d\d° N, \d+\.\d\d° E", page)
    assert '<svg class="map small"' in page


def test_what_is_known_to_the_codebook_alone_has_a_page_and_other_names_have_none(corrected: Path) -> None:
    desk = visit(corrected)
    assert "Named for 0 incidents" in words(desk.get("/weapon/hwasong-17").text)
    for address in ("/weapon/no-such", "/site/<script>", "/speaker/%F0%9F%98%80", "/speaker/", "/animal/cat"):
        assert desk.get(address).status_code == 404


@pytest.mark.parametrize("page", ["0", "-1", "9" * 5000, "²", "two", "99"])
def test_a_page_that_is_none_does_no_harm(corrected: Path, page: str) -> None:
    assert visit(corrected).get(f"/speaker/jpn_mod?page={page}").status_code == 200


def test_a_long_list_has_pages(ledger_of_samples: Path) -> None:
    kind, value = "speaker", browse.choices(ledger_of_samples)["speaker"][0].value
    first = named_page(Settings(ledger_of_samples), kind, value, size=1)
    second = named_page(Settings(ledger_of_samples), kind, value, page=2, size=1)
    assert first is not None
    assert second is not None
    assert first.shows["pages"] == second.shows["pages"] == browse.choices(ledger_of_samples)["speaker"][0].incidents
    assert first.shows["found"] != second.shows["found"]


def test_whatever_the_codebook_holds_is_told() -> None:
    book = codebook.load(None)
    for kind, entries in (
        ("weapon", book.weapons),
        ("site", book.sites),
        ("speaker", book.bodies),
        ("speaker", book.people),
        ("speaker", book.states),
    ):
        for id_ in entries:
            facts = facts_of(kind, id_, book)
            assert facts is not None
            assert facts.name
            assert all(label and told for label, told in facts.lines)
