"""A published site in a real browser: from the file system and from a plain server, with JavaScript and without."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page


class Quiet(SimpleHTTPRequestHandler):
    """What `python -m http.server` serves with, without a line for every request."""

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  # as the class names it
        """Nothing."""


@pytest.fixture(params=["file", "server"])
def address(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Where the site is opened."""
    if request.param == "file":
        yield site.as_uri()
        return
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def visitor(tab: Page, address: str) -> Page:
    """A tab in which the test fails where a page asks for anything that is not of the site."""
    asked: list[str] = []
    tab.set_default_timeout(5000)
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(f"{address}/index.html")
    tab.elsewhere = lambda: [url for url in asked if not url.startswith((address, "data:"))]  # type: ignore[attr-defined]
    return tab


def test_the_list_narrows_by_itself_and_the_view_can_be_shared(visitor: Page, address: str) -> None:
    every = visitor.locator("#newest tbody tr").count()
    visitor.select_option("[name=state]", "PRK")
    visitor.fill("[name=text]", "kaechon")
    visitor.locator("#found mark").first.wait_for()
    few = visitor.locator("#found tbody tr").count()
    assert 1 <= few < every
    shared = visitor.url
    visitor.goto("about:blank")
    visitor.goto(shared)
    visitor.locator("#found mark").first.wait_for()
    assert visitor.locator("#found tbody tr").count() == few
    assert visitor.input_value("[name=text]") == "kaechon"
    assert not visitor.elsewhere()  # type: ignore[attr-defined]


def test_a_date_that_is_none_is_told(visitor: Page) -> None:
    visitor.fill("[name=since]", "soon")
    visitor.get_by_text("is no date").wait_for()
    visitor.get_by_role("button", name="Clear").click()
    visitor.locator("#newest").wait_for(state="visible")


def test_one_goes_from_the_list_to_an_incident_to_its_report_at_the_claim(visitor: Page) -> None:
    visitor.click("#newest td a")
    visitor.locator("article.incident").wait_for()
    visitor.click("cite a")
    visitor.locator(":target").wait_for()
    assert visitor.locator(":target").is_visible()
    assert not visitor.elsewhere()  # type: ignore[attr-defined]


def test_without_javascript_the_lists_lead_everywhere(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}/index.html")
    assert not tab.locator("#narrow").is_visible()
    tab.click("nav.lists a")
    tab.click("table.list td a")
    assert tab.locator("article.incident").is_visible()
    tab.click("cite a")
    assert tab.locator("article.report").is_visible()
    context.close()


def test_an_account_is_led_to_its_incident(visitor: Page, address: str, site: Path) -> None:
    moved = next(page for page in sorted((site / "incident").iterdir()) if "Moved" in page.read_text("utf-8"))
    visitor.goto(f"{address}/incident/{moved.name}")
    visitor.locator("article.incident").wait_for()
