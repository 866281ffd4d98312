"""The desk, asked as a browser asks it."""

from pathlib import Path

from playwright.sync_api import Page
from starlette.testclient import TestClient

from reportedly.web.serve import application
from reportedly.web.settings import Settings


def test_a_search_shows_the_words_it_found(ledger_of_samples: Path) -> None:
    answer = TestClient(application(Settings(ledger_of_samples)), base_url="http://localhost").get("/?text=kaechon")
    assert answer.status_code == 200
    assert "<mark>Kaechon</mark>" in answer.text


def test_a_filter_that_cannot_be_read_is_told(ledger_of_samples: Path) -> None:
    answer = TestClient(application(Settings(ledger_of_samples)), base_url="http://localhost").get("/?since=soon")
    assert "is no date" in answer.text


def test_the_list_narrows_in_a_browser(tab: Page, address: str) -> None:
    tab.goto(address)
    every = tab.locator("table.list tbody tr").count()
    tab.goto(f"{address}/?state=PRK&since=2024-09-18&until=2024-09-18")
    assert 1 <= tab.locator("table.list tbody tr").count() < every
