"""Deciding in the browser: what it does is what the command line does, nothing typed is lost, nobody overwrites another."""

import re
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
from httpx import Response
from lxml import html
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab
from starlette.testclient import TestClient

from reportedly.cli import main
from reportedly.model import Decision, Problem, ProblemKind, Ruling
from reportedly.store import opening
from reportedly.store.ledger import Ledger
from reportedly.store.listing import Wanted, listing
from reportedly.store.ruled import rulings
from reportedly.web.serve import application
from reportedly.web.settings import Settings

JULY = "25255def97009b26"  # contested count: one missile, and two
COUNT = f"/review/field/{JULY}/count"
WHY, WHO = "read the page", "ana"
WHEN = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass
class Desk:
    """A browser without JavaScript, on a desk of its own."""

    client: TestClient
    ledger: Path

    def get(self, path: str) -> Response:
        return self.client.get(path, headers={"accept": "text/html"})

    def form(self, path: str, name: str) -> tuple[str, dict[str, str]]:
        """Where a form of a page goes, and what it sends as it is."""
        page = html.fromstring(self.get(path).text)
        return form_in(page, path, name)

    def send(self, path: str, name: str, **typed: str) -> Response:
        action, fields = self.form(path, name)
        return self.client.post(action, data={**fields, "why": WHY, "who": WHO, **typed})

    def decisions(self) -> tuple[Decision, ...]:
        with Ledger.open(self.ledger) as opened:
            return opened.decisions()


def form_in(page: html.HtmlElement, path: str, name: str) -> tuple[str, dict[str, str]]:
    found = page.xpath(f"//form[@method='post'][input[@name='form' and @value='{name}']]")
    assert found, f"no form {name} on {path}"
    return urljoin(path, found[0].action or path), {key: value or "" for key, value in found[0].form_values()}


@pytest.fixture
def desk(ledger: Path) -> Desk:
    return Desk(TestClient(application(Settings(ledger)), base_url="http://localhost"), ledger)


def claim_on(desk: Desk, path: str, words: str) -> str:
    """The id of the claim with these words among those that a page lists."""
    page = html.fromstring(desk.get(path).text)
    for row in page.xpath("//a[@data-row]"):
        told = row.xpath("string(../p)")
        if words in told:
            return str(row.get("href")).partition("claim=")[2]
    raise AssertionError(words)


# ------------------------------------------------------------------ the queue


def counts(desk: Desk, query: str = "") -> list[int]:
    """How many items the page counts: all, and of each kind."""
    kinds = html.fromstring(desk.get(f"/review{query}").text).find_class("kinds")[0].text_content()
    return [int(number) for number in re.findall(r"\((\d+)\)", kinds)]


def contested(desk: Desk) -> int:
    """How many fields of the samples are contested; all of North Korea's incidents."""
    lines = listing(desk.ledger, Wanted(limit=None)).lines
    return sum(len(line.contested) for line in lines)


def test_the_queue_counts_what_wants_a_person(desk: Desk) -> None:
    every, *kinds = counts(desk)
    assert every == sum(kinds)
    assert kinds[1:] == [contested(desk), 1, 1]
    assert f"{every} items." in desk.get("/review").text


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("?kind=join", 1),
        ("?kind=field&state=prk", None),
        ("?state=IRN", 0),
        ("?stands=decided", 0),
        ("?kind=field&stands=all", None),
    ],
)
def test_the_queue_is_narrowed_in_the_address(desk: Desk, query: str, number: int | None) -> None:
    assert f"{contested(desk) if number is None else number} item" in desk.get(f"/review{query}").text


@pytest.mark.parametrize("query", ["?kind=what", "?state=<b>", "?stands=9", "?page=0", "?page=-1", "?page=99999999999"])
def test_what_cannot_be_asked_for_is_no_fault(desk: Desk, query: str) -> None:
    assert desk.get(f"/review{query}").status_code == 200
    assert "<b>" not in desk.get(f"/review{query}").text


def test_next_leads_through_all_of_the_queue_and_back(desk: Desk) -> None:
    here = str(html.fromstring(desk.get("/review?kind=field").text).xpath("//a[@data-row]/@href")[0])
    seen = [here]
    while found := html.fromstring(desk.get(here).text).xpath("//nav[@class='way']//a[@rel='next']/@href"):
        here = str(found[0])
        seen.append(here)
    number = contested(desk)
    assert len(seen) == len(set(seen)) == number
    assert f"{number} of {number}" in desk.get(here).text
    back = html.fromstring(desk.get(here).text).xpath("//nav[@class='way']//a[@rel='prev']/@href")
    assert back == [seen[-2]]


def test_a_sum_that_cannot_be_is_shown_with_its_working(desk: Desk) -> None:
    row = html.fromstring(desk.get("/review?kind=check").text).xpath("//a[@data-row]")[0]
    page = html.fromstring(desk.get(str(row.get("href"))).text)
    working = page.find_class("finding")[0].xpath("string(.//p/text()[last()])").strip()
    assert working
    assert working in " ".join(row.xpath("string(../p)").split())


def test_what_is_settled_leaves_the_queue(desk: Desk) -> None:
    before = contested(desk)
    one = claim_on(desk, COUNT, "One")
    done = desk.send(f"{COUNT}?claim={one}", "reject")
    assert done.status_code == 200
    assert "not in the queue" in done.text
    assert counts(desk)[2] == before - 1


def test_what_was_looked_at_stays_to_be_seen_as_decided(desk: Desk) -> None:
    before = contested(desk)
    desk.send(COUNT, "accept")
    assert counts(desk)[2] == before - 1
    assert counts(desk, "?stands=decided")[2] == 1


# ------------------------------------------------------------------ the verbs are those of the command line


@pytest.fixture
def ruled(ledger_of_samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Path]]:
    """Rules by the command line on a copy of the ledger, and gives it."""
    path = Path(shutil.copy(ledger_of_samples, tmp_path / "by-command.db"))

    def call(*arguments: str) -> Path:
        command = ["reportedly", "decide", *arguments, "--why", WHY, "--who", WHO, "--ledger", str(path)]
        monkeypatch.setattr(sys, "argv", command)
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == 0
        return path

    yield call


def told(path: Path) -> tuple[list[Decision], list[str]]:
    """What was decided, but for when, and all incidents as they are exported."""
    with Ledger.open(path) as opened:
        made = opened.decisions()
        number = {one.id: str(nth) for nth, one in enumerate(made)}
        plain = [replace(one, id="", when=WHEN, undoes=number.get(one.undoes or "")) for one in made]
        told_ = ((one.label, name, field) for one in opened.incidents() for name, field in one.values.items())
        return plain, [f"{label}: {name} {field.status} {field.value}" for label, name, field in told_]


def same(desk: Desk, path: Path) -> bool:
    return told(desk.ledger) == told(path)


def test_claims_are_judged_as_by_the_command_line(desk: Desk, ruled: Callable[..., Path]) -> None:
    one, two = claim_on(desk, COUNT, "One"), claim_on(desk, COUNT, "two")
    desk.send(f"{COUNT}?claim={one}", "reject")
    ruled("reject", one)
    desk.send(f"{COUNT}?claim={two}", "accept")
    ruled("accept", two)
    desk.send(f"/review/claim/{two}", "correct", value="at least 2")
    path = ruled("correct", two, "at least 2")
    assert same(desk, path)


def test_an_undo_is_that_of_the_command_line(desk: Desk, ruled: Callable[..., Path]) -> None:
    one = claim_on(desk, COUNT, "One")
    done = desk.send(f"{COUNT}?claim={one}", "reject")
    decision = desk.decisions()[0].id
    action, fields = form_in(html.fromstring(done.text), str(done.url), f"undo-{decision}")
    back = desk.client.post(action, data={**fields, "why": WHY, "who": WHO})
    assert "Kept and in force" in back.text
    path = ruled("reject", one)
    with Ledger.open(path) as opened:
        ruled("undo", opened.decisions()[0].id)
    assert same(desk, path)
    again = desk.client.post(action, data={**fields, "why": WHY, "who": WHO})
    assert again.status_code == 422
    assert "is undone already" in again.text


def test_incidents_are_joined_and_parted_as_by_the_command_line(desk: Desk, ruled: Callable[..., Path]) -> None:
    whole = f"/review/incident/{JULY}"
    near = f"{whole}?near-state=PRK"
    other = str(html.fromstring(desk.get(near).text).xpath("//input[@name='other'][@type='radio']/@value")[0])
    desk.send(near, "same", other=other)
    ruled("same", JULY, other)
    with Ledger.open(desk.ledger) as opened:
        incident = opened.incident(JULY)
        assert incident is not None
        report = max(ref.report for ref in incident.mentions)
    desk.send(whole, "different", other=report)
    path = ruled("different", report, JULY)
    assert same(desk, path)


def test_a_report_is_rejected_and_a_claim_added_as_by_the_command_line(desk: Desk, ruled: Callable[..., Path]) -> None:
    page = html.fromstring(desk.get(f"/review/incident/{JULY}").text)
    report = str(page.xpath("//input[@name='report']/@value")[0])
    desk.send(f"/review/incident/{JULY}", "reject", report=report)
    ruled("reject", report)
    told_ = {"quote": "Three were fired.", "voice": "Japan Coast Guard", "url": "https://news.example/1"}
    desk.send(f"/review/incident/{JULY}", "claim", field="count", value="3", published="2024-07-03", **told_)
    options = [part for name, value in told_.items() for part in (f"--{name}", value)]
    path = ruled("claim", JULY, "count", "3", *options, "--published", "2024-07-03")
    assert same(desk, path)


def test_a_weak_join_is_kept_or_parted(desk: Desk, ruled: Callable[..., Path]) -> None:
    weak = "/review/join/25255def97009b26/6dfb138a8402e085"
    page = html.fromstring(desk.get(weak).text)
    assert "0.40" in page.text_content()
    desk.send(weak, "same")
    assert desk.decisions()[0].ruling is Ruling.SAME
    report = str(page.xpath("//input[@name='other']/@value")[-1])
    parted = desk.send(weak, "different", other=report)
    assert "stand in two incidents now" in " ".join(parted.text.split())
    with Ledger.open(desk.ledger) as opened:
        assert len(set(opened.homes(["25255def97009b26", "6dfb138a8402e085"]).values())) == 2
        assert len(rulings(opened).standings) == 2
    one = ruled("different", report, JULY)
    assert told(one)[0][0].anchors == desk.decisions()[1].anchors


# ------------------------------------------------------------------ what cannot be, and what was typed


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("accept", {"why": " "}, "Please say why"),
        ("accept", {"who": ""}, "Please say who decides"),
        ("correct", {"value": "who knows"}, "write it as 2, at least 2"),
        ("correct", {"value": ""}, "Please say the value"),
        ("accept", {"claim": "0" * 16}, "no claim in"),
        ("accept", {"verb": "burn"}, "none of the desk's"),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_is_kept(
    desk: Desk, name: str, typed: dict[str, str], words: str
) -> None:
    refused = desk.send(COUNT, name, **{"why": "a reason of <b>some</b> length", **typed})
    assert refused.status_code == 422
    assert words in unescape(refused.text)
    if "why" not in typed:
        assert "a reason of &lt;b&gt;some&lt;/b&gt; length" in refused.text
    opened = html.fromstring(refused.text).xpath("//details[@open]")
    assert len(opened) == 1
    assert opened[0].xpath(".//*[@role='alert']")
    assert desk.decisions() == ()


def test_faults_of_a_claim_by_hand_stand_beside_their_input(desk: Desk) -> None:
    whole = f"/review/incident/{JULY}"
    fields = {"field": "count", "value": "3", "quote": "Three.", "voice": "Japan Coast Guard"}
    for wrong, words in ({"value": "x"}, "at least 2"), ({"published": "soon"}, "soon"), ({"quote": ""}, "sentence"):
        refused = desk.send(whole, "claim", **{**fields, **wrong})
        assert refused.status_code == 422
        beside = html.fromstring(refused.text).get_element_by_id(f"claim-{next(iter(wrong))}-fault")
        assert words in beside.text_content()
        assert "Japan Coast Guard" in refused.text
    assert desk.decisions() == ()


def test_a_name_that_the_codebook_has_not_is_kept_where_it_is_wanted(desk: Desk) -> None:
    whole = f"/review/incident/{JULY}"
    fields = {"field": "site", "value": "Nowhereton", "quote": "From Nowhereton.", "voice": "Japan Coast Guard"}
    refused = desk.send(whole, "claim", **fields)
    assert "as-printed" in refused.text
    assert desk.send(whole, "claim", **fields, as_printed="yes").status_code == 200
    assert len(desk.decisions()) == 1


def test_the_name_is_typed_once(desk: Desk) -> None:
    desk.send(COUNT, "accept", who="Ána <i>")
    _, fields = desk.form(COUNT, "reject")
    assert fields["who"] == "Ána <i>"


def test_a_claim_added_by_hand_is_in_the_lists_of_its_speaker_and_of_programs(desk: Desk) -> None:
    before = desk.client.get("/api/claims?size=1").json()["total"]
    fields = {"field": "site", "value": "Sunan", "quote": "It rose <b>from</b> Sunan.", "voice": "Japan Coast Guard"}
    desk.send(f"/review/incident/{JULY}", "claim", **fields, outlet="Sea Post", published="2024-07-02")
    told = desk.get("/speaker/jpn_jcg").text
    assert "It rose &lt;b&gt;from&lt;/b&gt; Sunan." in told
    assert "Sea Post, 2024-07-02 (added by hand)" in told
    every = desk.client.get("/api/claims?size=1").json()
    assert every["total"] == before + 1
    (last,) = desk.client.get(f"/api/claims?size=1&page={every['total']}").json()["items"]
    assert (last["claim"]["rule"], last["incident"], last["sentence"]) == ("by hand", JULY, fields["quote"])
    for asked, number in (
        ("speaker=jpn_jcg", 1),
        ("outlet=Sea Post", 1),
        ("field=count", 0),
        (f"incident={JULY}", 1),
        ("incident=00", 0),
    ):
        found = desk.client.get(f"/api/claims?size=200&{asked}").json()
        assert len(found["items"]) == found["total"]
        assert [one["claim"]["rule"] for one in found["items"]].count("by hand") == number, asked


def test_what_was_looked_for_stays_where_a_form_cannot_be_used(desk: Desk) -> None:
    near = f"/review/incident/{JULY}?near-state=PRK&near-text=satellite"
    form = "//form[input[@name='verb' and @value='same']]"
    listed = html.fromstring(desk.get(near).text).xpath(f"{form}//input[@type='radio']/@value")
    refused = html.fromstring(desk.send(near, "same", other=str(listed[-1]), why="").text)
    assert refused.xpath("//input[@name='other'][@checked]/@value")[0] == listed[-1]
    assert refused.xpath("//input[@name='near-text']/@value") == ["satellite"]


def test_a_ledger_of_another_codebook_keeps_the_ruling_for_the_next_build(desk: Desk) -> None:
    with sqlite3.connect(desk.ledger) as db:
        db.execute("UPDATE runs SET codebook = '9.9/elsewhere'")
    assert "the next build applies it" in desk.send(COUNT, "accept").text


def test_the_name_may_come_from_the_command_line(ledger: Path) -> None:
    desk = Desk(TestClient(application(Settings(ledger, who="ben")), base_url="http://localhost"), ledger)
    assert desk.form(COUNT, "accept")[1]["who"] == "ben"


def test_a_busy_ledger_loses_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    other = sqlite3.connect(desk.ledger, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    refused = desk.send(COUNT, "accept", why="a long reason")
    assert refused.status_code == 503
    assert "Nothing was lost" in refused.text
    assert "a long reason" in refused.text
    other.execute("ROLLBACK")
    other.close()
    page = html.fromstring(refused.text)
    action, fields = form_in(page, COUNT, "accept")
    assert desk.client.post(action, data=fields).status_code == 200
    assert [one.why for one in desk.decisions()] == ["a long reason"]


def test_of_two_reviewers_both_are_kept_and_the_second_is_told(ledger: Path) -> None:
    app = application(Settings(ledger))
    ana, ben = (Desk(TestClient(app, base_url="http://localhost"), ledger) for _ in range(2))
    one, two = claim_on(ana, COUNT, "One"), claim_on(ana, COUNT, "two")
    action, fields = ben.form(f"{COUNT}?claim={two}", "reject")
    ana.send(f"{COUNT}?claim={one}", "reject", why="the first alone")
    second = ben.client.post(action, data={**fields, "why": "no", "who": "ben"})
    assert "Meanwhile the incident had changed" in second.text
    assert "the first alone" in html.fromstring(second.text).find_class("outcome")[0].text_content()
    assert [one.who for one in ana.decisions()] == ["ana", "ben"]
    third = ben.send(f"{COUNT}?claim={two}", "accept", who="ben")
    assert "Meanwhile" not in third.text
    assert "It overrules" in third.text


def test_nobody_decides_where_the_desk_is_read_only(ledger: Path) -> None:
    desk = Desk(TestClient(application(Settings(ledger, read_only=True)), base_url="http://localhost"), ledger)
    for path in (COUNT, f"/review/incident/{JULY}", "/review/join/25255def97009b26/6dfb138a8402e085", "/decisions"):
        assert 'method="post"' not in desk.get(path).text
    writing = Desk(TestClient(application(Settings(ledger)), base_url="http://localhost"), ledger)
    _, fields = writing.form(COUNT, "accept")
    assert desk.client.post(COUNT, data={**fields, "why": WHY, "who": WHO}).status_code == 403
    assert desk.decisions() == ()


@pytest.mark.parametrize(
    "path", ["a b.html", "/tmp/a?b=c.html", "100%.txt", "a#b", "../up/x.txt", "\u202e<b>\u00e9.txt", "//x/y"]
)
def test_a_problem_of_any_file_has_its_page(desk: Desk, path: str) -> None:
    with Ledger.open(desk.ledger, create=True) as opened:
        opened.note(Problem(path, ProblemKind.EMPTY, "is empty", "write something"), source=path)
    links = html.fromstring(desk.get("/review?kind=problem").text).xpath("//a[@data-row]/@href")
    texts = [desk.get(str(link)).text for link in links]
    assert sum("write something" in text for text in texts) == 1


@pytest.mark.parametrize(
    "path",
    [
        "/review/field/ffff/count", "/review/claim/0000", "/review/join/0/1", "/review/incident/0",
        "/review/problem/shape/nowhere", "/review/what",
    ],
)  # fmt: skip
def test_what_is_not_in_the_ledger_is_not_found(desk: Desk, path: str) -> None:
    assert desk.get(path).status_code == 404


# ------------------------------------------------------------------ laws of all pages

POST_FORMS = re.compile(r"<form[^>]*method=\"?post", re.IGNORECASE)


def crawled(desk: Desk, start: str = "/review", most: int = 150) -> Iterator[tuple[str, str]]:
    """Every page that links of the desk lead to, as far as so many."""
    open_, seen = [start, "/", "/decisions", f"/review/incident/{JULY}"], set[str]()
    while open_ and len(seen) < most:
        path = open_.pop(0)
        if path in seen or not path.startswith("/") or path.startswith("/static"):
            continue
        seen.add(path)
        answer = desk.get(path)
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        yield path, answer.text
        open_ += [str(link).partition("#")[0] for link in html.fromstring(answer.text).xpath("//a/@href")]


def test_no_form_stands_without_what_it_brings_back_and_nothing_is_written_by_looking(desk: Desk) -> None:
    desk.send(COUNT, "accept")
    before = told(desk.ledger)
    forms = 0
    for path, text in crawled(desk):
        page = html.fromstring(text)
        posts = page.xpath("//form[@method='post']")
        assert len(posts) == len(POST_FORMS.findall(text)), path
        forms += len(posts)
        for form in posts:
            assert re.fullmatch("[0-9a-f]{64}", str(form.fields["csrf"])), path
            assert not str(form.get("action")).startswith(("http", "//")), path
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), path
    assert forms > 50
    assert told(desk.ledger) == before


HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>\u202e\x1b[31m {{ 7*7 }} =cmd'


def test_what_reviewers_type_is_text_and_nothing_else(desk: Desk) -> None:
    desk.send(COUNT, "accept", why=HOSTILE, who=HOSTILE)
    hand = {"field": "count", "value": "3", "quote": HOSTILE, "voice": HOSTILE, "outlet": HOSTILE}
    assert desk.send(f"/review/incident/{JULY}", "claim", **hand, url="javascript:alert(3)").status_code == 422
    assert desk.send(f"/review/incident/{JULY}", "claim", **hand, url="https://example.org/a?b=1").status_code == 200
    seen = 0
    for path, text in crawled(desk, COUNT, most=40):
        page = html.fromstring(text)
        assert {str(one) for one in page.xpath("//img/@src")} == {"/static/mark.svg"}, path
        assert all(one.get("src") and not one.text for one in page.iter("script")), path
        assert not page.xpath("//@*[starts-with(name(), 'on')] | //@href[starts-with(., 'javascript')]"), path
        assert not {"\u202e", "\x1b"} & set(text), path
        seen += "onerror" in text
    assert seen > 2


# ------------------------------------------------------------------ a real browser


def test_by_keyboard_alone(tab: Tab, address: str, ledger: Path) -> None:
    tab.goto(f"{address}/review?kind=field")
    tab.keyboard.press("j")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/review/field/**")
    tab.keyboard.press("j")
    tab.wait_for_url("**claim=**")
    tab.keyboard.press("?")
    assert tab.get_by_role("dialog").is_visible()
    tab.keyboard.press("Escape")
    tab.wait_for_function("document.activeElement === document.body")
    tab.keyboard.press("r")
    tab.wait_for_function("document.activeElement.name === 'why'")
    tab.keyboard.type("the first alone")
    tab.keyboard.press("Tab")
    tab.keyboard.type("ana")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**done=**")
    assert "Kept and in force" in tab.locator(".outcome").inner_text()
    tab.keyboard.press("u")
    tab.keyboard.type("no, it counts")
    tab.keyboard.press("Enter")
    tab.locator(".outcome .line", has_text="undo").wait_for()
    tab.keyboard.press("n")
    tab.wait_for_url(lambda url: "/count" not in url)
    with Ledger.open(ledger) as opened:
        assert [one.ruling for one in opened.decisions()] == [Ruling.REJECT, Ruling.UNDO]
        assert {one.who for one in opened.decisions()} == {"ana"}


@pytest.mark.parametrize(("wide", "high"), [(1200, 900), (390, 844)])
def test_the_claim_its_forms_and_the_document_are_seen_at_once(tab: Tab, address: str, wide: int, high: int) -> None:
    tab.set_viewport_size({"width": wide, "height": high})
    tab.goto(f"{address}/review?kind=field")
    tab.locator("a[data-row]").last.click()
    for seen in ("details[data-key=a]", "details[data-key=r]", ".sheet .text p"):
        box = tab.locator(seen).first.bounding_box()
        assert box, seen
        assert box["y"] + 24 < high, seen
    assert tab.evaluate("document.documentElement.scrollWidth") <= wide
    if wide > 960:
        box = tab.locator(".rows li").first.bounding_box()
        assert box
        assert box["y"] + box["height"] < high


def test_what_was_decided_is_read_on_a_narrow_screen(tab: Tab, address: str) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.goto(address + COUNT)
    tab.locator("details[data-key=a] summary").click()
    tab.locator("details[open] input[name=why]").fill("checked")
    tab.locator("details[open] input[name=who]").fill("ana")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**done=**")
    tab.goto(f"{address}/decisions")
    box = tab.locator("table.decisions tbody td").nth(2).bounding_box()
    assert box
    assert box["width"] > 300
    assert (
        tab.get_by_role("link", name="2024-09-18 PRK").count() + tab.get_by_role("link", name="2024-07-01 PRK").count()
        == 1
    )


def test_keys_typed_into_a_form_are_letters(tab: Tab, address: str) -> None:
    tab.goto(address + COUNT)
    tab.keyboard.press("c")
    tab.keyboard.type("jkarcsdu?")
    assert tab.locator("details[open] input[name=value]").input_value() == "jkarcsdu?"
    assert not tab.get_by_role("dialog").is_visible()


def test_two_browsers_at_once(tab: Tab, browser: Browser, address: str, ledger: Path) -> None:
    other = browser.new_context().new_page()
    for page in (tab, other):
        page.goto(address + COUNT)
    for page, who in ((tab, "ana"), (other, "ben")):
        page.locator("details[data-key=a] summary").click()
        page.locator("details[open] input[name=why]").fill(f"seen by {who}")
        page.locator("details[open] input[name=who]").fill(who)
        page.locator("details[open] button").click()
        page.locator(".outcome").wait_for()
    assert "Meanwhile" not in tab.locator(".outcome").inner_text()
    assert "seen by ana" in other.locator(".outcome").inner_text()
    with Ledger.open(ledger) as opened:
        assert [one.who for one in opened.decisions()] == ["ana", "ben"]
    other.context.close()


def test_without_javascript(browser: Browser, address: str, ledger: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/review?kind=field")
    page.locator(f'a[data-row][href*="{COUNT}"]').first.click()
    page.get_by_text("Correct", exact=False).locator("xpath=ancestor-or-self::summary").first.click()
    form = page.locator("details[open] form")
    form.locator("input[name=value]").fill("nonsense")
    form.locator("input[name=why]").fill("printed so")
    form.locator("input[name=who]").fill("ana")
    form.locator("button").click()
    assert "is no value of count" in page.locator("details[open] .fault").inner_text()
    form.locator("input[name=value]").fill("3")
    form.locator("button").click()
    assert "Kept and in force" in page.locator(".outcome").inner_text()
    page.locator(".outcome summary").click()
    page.locator(".outcome input[name=why]").fill("no")
    page.locator(".outcome button").click()
    assert "undo" in page.locator(".outcome .line").inner_text()
    context.close()
    with Ledger.open(ledger) as opened:
        assert [one.ruling for one in opened.decisions()] == [Ruling.CORRECT, Ruling.UNDO]
