"""All pages to read together: every link of theirs leads somewhere, and axe finds nothing to mend."""

import re
from html import unescape
from pathlib import Path

from playwright.sync_api import Page as Tab
from starlette.testclient import TestClient

from reportedly.store.ledger import Ledger
from reportedly.web.serve import application
from reportedly.web.settings import Settings

HREF = re.compile(r'href="(/[^"#]*)')
START = ("/", "/about", "/help", "/problems")
MOST = 400


def test_every_link_from_the_pages_to_read_leads_somewhere(ledger_of_samples: Path) -> None:
    desk = TestClient(application(Settings(ledger_of_samples)), base_url="http://127.0.0.1:8765")
    waiting, seen = list(START), set[str]()
    while waiting and len(seen) < MOST:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        page = desk.get(address)
        assert page.status_code == 200, address
        if "text/html" in page.headers["content-type"]:
            waiting += [unescape(found) for found in HREF.findall(page.text)]
    assert {part.split("/")[1] for part in seen} >= {"incident", "report", "speaker", "site", "weapon"}


def test_nobody_is_offered_to_decide_who_may_not(ledger_of_samples: Path) -> None:
    desk = TestClient(application(Settings(ledger_of_samples, read_only=True)), base_url="http://127.0.0.1:8765")
    incident = next(found for found in HREF.findall(desk.get("/").text) if found.startswith("/incident/"))
    page = desk.get(incident).text
    assert "Decide" not in page
    report = next(found for found in HREF.findall(page) if found.startswith("/report/"))
    assert "Decide" not in desk.get(report).text


def test_pages_fit_a_narrow_screen(ledger_of_samples: Path, served, tab: Tab) -> None:  # type: ignore[no-untyped-def]  # a fixture that serves
    address = served(Settings(ledger_of_samples))
    with Ledger.open(ledger_of_samples) as opened:
        told = max(opened.incidents(), key=lambda one: one.support.speakers)
    desk = TestClient(application(Settings(ledger_of_samples)), base_url="http://127.0.0.1:8765")
    found = HREF.findall(desk.get(f"/incident/{told.id}").text)
    report, speaker = (next(one for one in found if one.startswith(kind)) for kind in ("/report/", "/speaker/"))
    tab.set_viewport_size({"width": 390, "height": 800})
    for page in (f"/incident/{told.id}", report, speaker, "/about", "/help", "/problems"):
        tab.goto(f"{address}{page}")
        assert tab.evaluate("document.documentElement.scrollWidth") <= 390, page
