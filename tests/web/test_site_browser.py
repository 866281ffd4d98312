"""A published site in a real browser: from the file system and from a plain server, with JavaScript and without."""

import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page
from site_of import publish
from starlette.testclient import TestClient

from reportedly.store.browse import Asked, shown
from reportedly.store.ledger import Ledger
from reportedly.web.tell import plural

STEMMED = (
    " relational conditional rational vietnamization operator feudalism decisiveness hopefulness callousness formality"
    " sensitivity sensibility triplicate formative formalize electrical hopeful goodness revival allowance inference airliner"
    " gyroscopic adjustable defensible irritant replacement adjustment dependent adoption communism activate homologous"
    " effective bowdlerize probate rate cease controll roll caresses ponies ties caress cats feed agreed disabled matting"
    " mating meeting milling messing happy sky conflated troubled sized hopping tanned falling hissing fizzed failing filing"
    " geology bled sing plastered motoring digitizer conformably radically differently vilely analogously predication"
    " générale Kaech'on Ünha 09 6 a is yes"
)


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


def test_words_have_the_stems_that_the_search_of_the_ledger_gives_them(visitor: Page, ledger_of_samples: Path) -> None:
    with Ledger.open(ledger_of_samples) as opened:
        texts = " ".join(report.text for report in opened.reports())
    told = sorted({word.lower() for word in re.findall(r"[^\W_]+", texts + STEMMED)})
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE VIRTUAL TABLE held USING fts5(word, tokenize='porter unicode61 remove_diacritics 2')")
        db.executemany("INSERT INTO held VALUES (?)", [(word,) for word in told])
        db.execute("CREATE VIRTUAL TABLE stems USING fts5vocab(held, 'instance')")
        wanted = dict(db.execute("SELECT word, term FROM stems JOIN held ON held.rowid = stems.doc"))
    given = visitor.evaluate("words => Object.fromEntries(words.map(word => [word, reportedlyStems.stem(word)]))", told)
    assert given == wanted


def test_the_site_finds_what_the_desk_finds_in_what_both_show(
    tab: Page, ledger_of_samples: Path, ask: TestClient, tmp_path: Path
) -> None:
    publish(tmp_path / "site", ledger_of_samples, "--with-texts")
    tab.goto((tmp_path / "site" / "index.html").as_uri())
    for words in ("kaechon", "missiles fired", "launch", "Kae", "japan ", "nothing of the kind"):
        tab.fill("[name=text]", words)
        page = html.fromstring(ask.get("/", params={"text": words}).text)
        there = {
            f"incident/{str(link).rpartition('/')[2]}.html" for link in page.xpath("//table[@class='list']//td/a/@href")
        }
        found = shown(ledger_of_samples, Asked(text=words))
        holding = f"; {plural(found.reports - found.reports_of_none, 'report')} hold"
        tab.locator("#told", has_text=plural(found.total, "incident")).filter(has_text=holding).wait_for()
        assert {link.get_attribute("href") for link in tab.locator("#found td a").all()} == there


def test_where_nothing_fits_a_way_on_is_shown_and_the_lists_of_all_are_not(visitor: Page) -> None:
    assert visitor.locator("nav.lists").is_visible()
    visitor.select_option("[name=state]", "PRK")
    visitor.fill("[name=text]", "zeppelin")
    visitor.get_by_text("No incident fits all of this").wait_for()
    assert not visitor.locator("nav.lists").is_visible()
    assert not visitor.locator("#found table").is_visible()
    visitor.get_by_role("button", name="Without words “zeppelin”: 16 incidents").click()
    visitor.locator("#found tbody tr").first.wait_for()
    assert visitor.locator("#found tbody tr").count() == 16


def test_a_date_that_is_none_is_told(visitor: Page) -> None:
    visitor.fill("[name=since]", "soon")
    visitor.get_by_text("is no date for “From”").wait_for()
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
