"""Whatever a report says, nothing of it is markup in a page, a feed, a site or a formula in a table.

The reports stand in `hostile/`, one attack a file. All of them are also ruled on, with hostile names and reasons.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import etree, html
from markup import faults
from playwright.sync_api import Browser, Dialog, Request
from starlette.testclient import TestClient
from typer.testing import CliRunner

from reportedly.cli.app import app
from reportedly.pipeline import Run, build, sources
from reportedly.readers import Hints
from reportedly.store.ledger import Ledger
from reportedly.web.serve import application
from reportedly.web.settings import Settings

HOSTILE = Path(__file__).with_name("hostile")
NASTY = '<img class="hostile" src=x onerror=alert(1)> \' " {{ 7*7 }} </script> javascript:alert(1)'
FIELDS = ("weapon", "site")
MOST = 400  # pages that are followed
FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
SCRIPT = re.compile(r'window\.\w+ = JSON\.parse\(("[^<>&\n]*")\);\n')


@pytest.fixture(scope="module")
def hostile_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the hostile reports, one of them in a file with a hostile name, with hostile rulings."""
    folder = tmp_path_factory.mktemp("hostile")
    odd = folder / "=cmd ' onerror=alert(1) <img class=hostile>.txt"
    odd.write_text((HOSTILE / "plain.txt").read_text("utf-8") + "Nobody was hurt.\n", "utf-8")
    (folder / "empty <b class=hostile>.txt").write_text("")
    path = folder / "<b class=hostile>.db"
    hints = Hints(published="2024-09-18", outlet=NASTY, url='javascript:alert("hint")')
    with Ledger.open(path, create=True) as ledger:
        build(sources([str(HOSTILE), str(folder)]), ledger, Run(datetime(2026, 1, 1, tzinfo=UTC), hints))
        claims = [(claim.field, claim.id) for one in ledger.extractions() for claim in one.claims]
        incident = next(ledger.incidents()).id
    for field in FIELDS:
        found = next((id_ for name, id_ in claims if name == field), None)
        if found:
            rule(path, "correct", found, NASTY, "--as-printed")
    rule(path, "accept", next(id_ for name, id_ in claims if name == "count"))
    rule(
        path,
        "claim",
        incident,
        "site",
        NASTY,
        "--as-printed",
        "--quote",
        NASTY,
        "--voice",
        NASTY,
        "--outlet",
        "=" + NASTY,
    )
    return path


def rule(ledger: Path, *said: str) -> None:
    """Nothing; somebody with a hostile name ruled so, for a hostile reason."""
    words = ["decide", *said, "--who", f"=Ana {NASTY}", "--why", f"=cmd {NASTY}", "--ledger", str(ledger)]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, (done.output, done.exception)


@pytest.fixture(scope="module")
def hostile_site(hostile_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as a site, with all that a site can hold."""
    site = tmp_path_factory.mktemp("site") / "site"
    said = ["publish", str(site), "--ledger", str(hostile_ledger), "--with-texts", "--names", "--title", NASTY]
    done = CliRunner().invoke(app, [*said, "--base-url", "https://tests.example/"])
    assert done.exit_code == 0, (done.output, done.exception)
    return site


def followed(ask: TestClient) -> Iterator[tuple[str, str]]:
    """Every page of the desk that can be reached by links, by its address."""
    waiting = [
        "/",
        "/review",
        "/check",
        "/problems",
        "/about",
        "/help",
        "/decisions",
        "/api",
        f"/?text={NASTY}",
        f"/incident/{NASTY}",
    ]
    waiting += [f"/?{name}={NASTY}" for name in ("state", "since", "outlet", "page")]
    waiting += [f"/report/{one['id']}" for one in ask.get("/api/reports?size=200").json()["items"]]
    seen = set(waiting)
    while waiting and len(seen) < MOST:
        path = waiting.pop(0)
        answer = ask.get(path)
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        yield path, answer.text
        for link in html.document_fromstring(answer.text).iter("a"):
            there = urlsplit(urljoin(f"http://localhost{path}", link.get("href") or ""))
            address = there.path + (f"?{there.query}" if there.query else "")
            if there.hostname == "localhost" and address not in seen and not address.startswith(("/static", "/api/")):
                seen.add(address)
                waiting.append(address)


def test_every_report_of_the_corpus_is_read(hostile_ledger: Path) -> None:
    with Ledger.open(hostile_ledger) as ledger:
        told = {report.path.rpartition("/")[2]: report for report in ledger.reports()}
        claims = {one.report: len(one.claims) for one in ledger.extractions()}
    assert {path.name for path in HOSTILE.iterdir()} <= set(told)
    assert all(claims[report.id] for report in told.values())


def test_no_page_of_the_desk_holds_markup_of_a_report(hostile_ledger: Path) -> None:
    ask = TestClient(application(Settings(hostile_ledger)), base_url="http://localhost")
    seen = 0
    for path, page in followed(ask):
        assert not (found := list(faults(page))), f"{path}: {found[:5]}"
        seen += 1
    assert seen > len(list(HOSTILE.iterdir()))


def test_no_page_of_a_site_holds_markup_of_a_report(hostile_site: Path) -> None:
    for page in sorted(hostile_site.rglob("*.html")):
        assert not (found := list(faults(page.read_text("utf-8")))), f"{page.name}: {found[:5]}"
    for data in sorted((hostile_site / "data").iterdir()):
        matched = SCRIPT.fullmatch(data.read_text("utf-8"))
        assert matched, data
        assert json.loads(json.loads(matched[1]))


def test_no_feed_holds_markup_of_a_report(hostile_ledger: Path, hostile_site: Path) -> None:
    ask = TestClient(application(Settings(hostile_ledger)), base_url="http://localhost")
    for atom in (ask.get("/feed.atom").content, (hostile_site / "feed.atom").read_bytes()):
        entries = etree.fromstring(atom).findall("{*}entry")
        assert entries
        for entry in entries:
            assert not list(faults(entry.findtext("{*}content") or ""))
    for item in ask.get("/feed.json").json()["items"]:
        assert not list(faults(item["content_html"]))


def test_the_api_says_what_was_written_and_that_it_is_no_page(hostile_ledger: Path) -> None:
    ask = TestClient(application(Settings(hostile_ledger)), base_url="http://localhost")
    for path in (
        "incidents",
        "reports",
        "claims",
        "findings",
        "problems",
        "decisions",
        f"search?q={NASTY}",
        f"incidents/{NASTY}",
    ):
        answer = ask.get(f"/api/{path}")
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.json()


@pytest.mark.parametrize("command", [("export", "--format", "csv", "--out"), ("incidents", "--all", "--format", "csv")])
def test_no_cell_of_a_table_is_a_formula(hostile_ledger: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    whole = [*command, str(tmp_path)] if command[-1] == "--out" else list(command)
    done = CliRunner().invoke(app, [*whole, "--ledger", str(hostile_ledger)])
    assert done.exit_code == 0, done.output
    tables = [path.read_text("utf-8-sig") for path in tmp_path.glob("*.csv")] or [done.stdout]
    for table in tables:
        for delimiter in ",;\t":
            rows = list(csv.reader(table.splitlines(keepends=True), delimiter=delimiter))
            cells = [one for row in rows for one in row]
            assert not [one for one in cells if FORMULA.match(one) and not NUMBER.fullmatch(one)]


def test_a_browser_runs_nothing_and_asks_nobody(
    browser: Browser, served: Callable[[Settings], str], hostile_ledger: Path, hostile_site: Path
) -> None:
    said: list[str] = []
    context = browser.new_context()
    tab = context.new_page()

    def closed(dialog: Dialog) -> None:
        said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def asked(request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "http://127.0.0.1:")):
            said.append(f"asked for {request.url}")

    tab.on("dialog", closed)
    tab.on("request", asked)
    tab.on("pageerror", lambda error: said.append(f"error: {error}"))
    tab.on("console", lambda message: said.append(f"{tab.url}: {message.text}") if message.type == "error" else None)
    whole = [
        path for path in sorted(hostile_site.rglob("*.html")) if 'http-equiv="refresh"' not in path.read_text("utf-8")
    ]
    pages = [path.as_uri() for path in whole]
    address = served(Settings(hostile_ledger))
    with Ledger.open(hostile_ledger) as ledger:
        pages += [f"{address}/report/{id_}" for id_ in ledger.report_ids()]
        pages += [f"{address}/incident/{one.id}" for one in ledger.incidents()]
    pages += [f"{address}/{name}" for name in ("", "review", "check", "problems", "about", "help", "api")]
    for page in pages:
        answer = tab.goto(page)
        if answer is not None and answer.status == 404:
            said[:] = [one for one in said if "404" not in one]
    tab.goto((hostile_site / "index.html").as_uri())
    for words in ("script", "alert", "<img", 'class="hostile"'):
        tab.fill("[name=text]", words)
        tab.locator("#found mark").first.wait_for()
        assert not tab.locator(".hostile").count()
    context.close()
    assert not said
