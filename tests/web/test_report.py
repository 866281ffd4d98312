"""The page of one report."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab
from starlette.testclient import TestClient

from reportedly.pipeline import Run, build, sources
from reportedly.publish.sound import web_address
from reportedly.store.ledger import Ledger
from reportedly.web.links import FileLinks
from reportedly.web.page import Frame, draw
from reportedly.web.report import report_page
from reportedly.web.serve import application
from reportedly.web.settings import Settings

HOSTILE = """---
outlet: <b>Evil</b> & Sons
published: 2024-09-18
url: javascript:alert(1)
---
North Korea fired two <img src=x onerror=alert(1)> missiles on Wednesday, \u202eSouth Korea's \x1b[31mmilitary said.
"""


@pytest.fixture
def hostile_ledger(tmp_path: Path) -> Path:
    """A ledger of one report that would like to be more than text."""
    (tmp_path / "evil.md").write_text(HOSTILE, "utf-8")
    with Ledger.open(tmp_path / "evil.db", create=True) as opened:
        build(sources([str(tmp_path / "evil.md")]), opened, Run(datetime(2026, 1, 1, tzinfo=UTC)))
    return tmp_path / "evil.db"


def visit(ledger: Path) -> TestClient:
    return TestClient(application(Settings(ledger)), base_url="http://127.0.0.1:8765")


def reports(ledger: Path) -> list[str]:
    with Ledger.open(ledger) as opened:
        return list(opened.report_ids())


def test_every_claim_of_the_samples_stands_in_its_place_and_in_the_list(ledger_of_samples: Path) -> None:
    desk = visit(ledger_of_samples)
    with Ledger.open(ledger_of_samples) as opened:
        told = {one.report: one.claims for one in opened.extractions()}
    assert any(told.values())
    for id_, claims in told.items():
        page = desk.get(f"/report/{id_}").text
        for claim in claims:
            assert page.count(f'id="c-{claim.id}"') == 1
            assert page.count(f'id="s-{claim.id}"') == 1
            assert f'href="#c-{claim.id}"' in page


def test_it_names_the_outlet_the_time_and_the_hash(ledger_of_samples: Path) -> None:
    desk = visit(ledger_of_samples)
    with Ledger.open(ledger_of_samples) as opened:
        told = list(opened.reports())
    for report in told:
        page = desk.get(f"/report/{report.id}").text
        assert f"<code>{report.id}</code>" in page
        assert (report.outlet or "not known") in page
        assert report.published is None or str(report.published.day.year) in page


def test_what_is_no_text_of_its_own_is_greyed_and_named(ledger_of_samples: Path) -> None:
    pages = [visit(ledger_of_samples).get(f"/report/{id_}").text for id_ in reports(ledger_of_samples)]
    assert any("makes no claims" in page for page in pages)


def test_the_first_letters_of_a_hash_lead_to_it(ledger_of_samples: Path) -> None:
    (first, *_) = reports(ledger_of_samples)
    desk = visit(ledger_of_samples)
    assert desk.get(f"/report/{first[:12]}").url.path == f"/report/{first}"
    assert desk.get("/report/ffff0000").status_code == 404
    assert desk.get("/report/nonsense").status_code == 404


def test_without_whole_texts_only_sentences_with_claims_are_shown(ledger_of_samples: Path) -> None:
    frame = Frame(FileLinks(depth=1), "samples.db")
    for id_ in reports(ledger_of_samples):
        whole = report_page(Settings(ledger_of_samples), id_)
        part = report_page(Settings(ledger_of_samples), id_, whole_text=False)
        assert whole is not None
        assert part is not None
        long, short = text_of(draw(whole, frame)), text_of(draw(part, frame))
        assert "[…]" not in long
        for furniture in ("boilerplate", "caption", "duplicate"):
            assert f'class="block {furniture}"' not in short


def text_of(page: str) -> str:
    return page[page.index('<section class="text"') : page.index('<section class="said"')]


def test_a_report_full_of_markup_is_shown_as_it_was(hostile_ledger: Path) -> None:
    (id_,) = reports(hostile_ledger)
    page = visit(hostile_ledger).get(f"/report/{id_}").text
    assert "<img" not in page.replace('<img src="/static/mark.svg"', "")
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "javascript:" in page  # as text
    assert 'href="javascript:' not in page
    assert "\u202e" not in page
    assert "\x1b" not in page


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org/x", False),
        ("https:///x", False),
        ("https://exa mple.org/", False),
        ("https://example.org/\u202e", False),
        ("http://[", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, leads: bool) -> None:
    assert (web_address(url) == url and url is not None) is leads


def test_a_claim_is_told_where_it_is_pointed_at_or_reached_by_key(ledger_of_samples: Path, served, tab: Tab) -> None:  # type: ignore[no-untyped-def]  # a fixture that serves
    address = served(Settings(ledger_of_samples))
    id_ = next(
        one for one in reports(ledger_of_samples) if "claim" in visit(ledger_of_samples).get(f"/report/{one}").text
    )
    tab.goto(f"{address}/report/{id_}")
    mark = tab.locator("a.claim").first
    told = mark.get_attribute("data-told") or ""
    assert re.match(r"[\w ]+: .+ · \w+ by ", told)
    for reach in (mark.hover, mark.focus):
        tab.mouse.move(0, 0)
        reach()
        if reach == mark.focus:
            tab.keyboard.press("Tab")
            tab.keyboard.press("Shift+Tab")
        assert "by" in tab.evaluate("(e) => getComputedStyle(e, '::after').content", mark.element_handle())
    mark.click()
    assert tab.locator("li:target").count() == 1
    tab.locator("li:target a.words").click()
    assert tab.locator(".at:target a.claim").count() >= 1
