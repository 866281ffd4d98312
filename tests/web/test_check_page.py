"""An article that is pasted is checked as `reportedly check` checks it, shown as it is, and kept nowhere."""

import json
import sys
from html import unescape
from pathlib import Path

import pytest
from httpx import Response
from lxml import html
from playwright.sync_api import Page as Tab
from starlette.testclient import TestClient

from reportedly.cli import main
from reportedly.web.checking import MOST
from reportedly.web.serve import application
from reportedly.web.settings import Settings

ARTICLE = """North Korea fires missiles

North Korea fired two missiles at approximately 6:50 a.m. local time (21:50 GMT on Tuesday), the South Korean military said
on Wednesday. They flew 400 kilometers (349 miles). It was the second such test in a week.
"""
HOSTILE = """<script>alert(1)</script> & "North Korea"

North Korea fired a missile 400 km (249 miles) on Wednesday. <img src=x onerror=alert(2)> \u202eback\u202c {{ 7*7 }} \x07
"""


class Desk:
    """A visitor of a desk."""

    def __init__(self, ledger: Path) -> None:
        self.client = TestClient(application(Settings(ledger)), base_url="http://localhost")

    def check(self, text: str, **more: str) -> Response:
        page = html.fromstring(self.client.get("/check").text)
        csrf = page.xpath("//form[@method='post']//input[@name='csrf']/@value")[0]
        return self.client.post("/check", data={"csrf": csrf, "text": text, **more})


@pytest.fixture
def desk(ledger: Path) -> Desk:
    return Desk(ledger)


@pytest.mark.parametrize(
    "more", [{"published": "2024-09-18", "outlet": "The Harbour Post"}, {}], ids=["dated", "undated"]
)
def test_the_findings_are_those_of_the_command_line(
    desk: Desk,
    ledger: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    more: dict[str, str],
) -> None:
    page = html.fromstring(desk.check(ARTICLE, **more).text)
    shown = [" ".join(one.text_content().split()) for one in page.xpath("//ol[@class='findings']/li")]
    (tmp_path / "pasted.txt").write_text(ARTICLE, "utf-8")
    options = [part for name, value in more.items() for part in (f"--{name}", value)]
    command = ["reportedly", "check", "pasted.txt", "--ledger", str(ledger), "--format", "json", *options]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", command)
    with pytest.raises(SystemExit):
        main()
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert len(findings) == len(shown) > 2
    for one, line in zip(findings, shown, strict=True):
        assert one["verdict"].replace("_", " ") in line
        assert one["working"] in line


def test_the_words_are_marked_where_they_stand(desk: Desk) -> None:
    answer = desk.check(ARTICLE, published="2024-09-18")
    page = html.fromstring(answer.text)
    wrong = page.xpath("//mark[@class='is-wrong']")
    assert [one.text_content() for one in wrong] == ["400 kilometers (349 miles)"]
    number = wrong[0].get("id").removeprefix("w")
    assert "349" in page.get_element_by_id(f"f{number}").text_content()
    text = page.find_class("text")[0]
    for digits in text.xpath(".//sup"):
        digits.drop_tree()
    assert text.text_content().split() == ARTICLE.split()
    assert "1 sum to look at" in answer.text


def test_what_bears_no_day_is_dated_by_the_ledger_with_the_reasoning(desk: Desk) -> None:
    answer = unescape(desk.check(ARTICLE).text)
    assert "It bears no day; by the ledger it is of 18 September 2024" in answer


def test_what_is_pasted_is_text_and_nothing_else(desk: Desk) -> None:
    answer = desk.check(HOSTILE, published="2024-09-18", outlet='"><script>', url="javascript:alert(3)")
    assert answer.status_code == 200
    page = html.fromstring(answer.text)
    assert page.xpath("//img/@src") == ["/static/mark.svg"]
    assert all(one.get("src") for one in page.iter("script"))
    assert not page.xpath("//a[starts-with(@href, 'javascript')]")
    assert "{{ 7*7 }}" in answer.text
    for sign in ("\u202e", "\x07"):
        assert sign not in answer.text


@pytest.mark.parametrize(
    ("text", "more", "beside", "words"),
    [
        (" \n", {}, "text", "Please paste"),
        ("x" * (MOST + 1), {}, "text", "are taken at once"),
        (ARTICLE, {"published": "soon"}, "published", "is not a date"),
        ("\x00\x01\x02" * 50, {}, "text", ""),
        ("Сегодня утром была запущена ракета. " * 20, {}, "text", ""),
    ],
    ids=["nothing", "long", "date", "binary", "foreign"],
)
def test_what_cannot_be_checked_is_told_beside_its_input(
    desk: Desk, text: str, more: dict[str, str], beside: str, words: str
) -> None:
    answer = desk.check(text, **more)
    assert answer.status_code in (200, 422)
    if words:
        assert answer.status_code == 422
        assert words in unescape(html.fromstring(answer.text).get_element_by_id(f"{beside}-fault").text_content())
    if text is ARTICLE:
        assert "They flew 400 kilometers" in answer.text


def test_nothing_of_it_is_kept(desk: Desk, ledger: Path, tmp_path: Path) -> None:
    before = ledger.read_bytes()
    answer = desk.check(ARTICLE, published="2024-09-18")
    assert answer.headers["cache-control"] == "no-store"
    assert ledger.read_bytes() == before
    assert {path.name.partition("-")[0] for path in tmp_path.iterdir()} == {"samples.db"}


def test_in_a_browser(tab: Tab, address: str) -> None:
    tab.goto(f"{address}/check")
    tab.locator("textarea").fill(ARTICLE)
    tab.get_by_label("Published").fill("2024-09-18")
    tab.get_by_role("button", name="Check").click()
    tab.locator("mark.is-wrong").wait_for()
    tab.locator(".findings a", has_text="349 miles").click()
    assert tab.locator("mark:target").inner_text() == "400 kilometers (349 miles)"
    assert tab.locator("textarea").input_value() == ARTICLE
