"""The feeds of a ledger, as a feed reader sees them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree, html
from starlette.testclient import TestClient
from typer.testing import CliRunner

from reportedly.cli.app import app
from reportedly.web.serve import application
from reportedly.web.settings import Settings

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def asking(ledger: Path) -> TestClient:
    """What asks the desk on this ledger."""
    return TestClient(application(Settings(ledger)), base_url="http://localhost")


def test_both_feeds_tell_the_same_newest_first(ledger_of_samples: Path) -> None:
    ask = asking(ledger_of_samples)
    items = ask.get("/feed.json").json()["items"]
    entries = etree.fromstring(ask.get("/feed.atom").content).findall("a:entry", ATOM)
    assert [one["id"] for one in items] == [one.findtext("a:id", namespaces=ATOM) for one in entries]
    assert [one["date_modified"] for one in items] == sorted((one["date_modified"] for one in items), reverse=True)
    assert len(items) == ask.get("/api/incidents").json()["total"]


def test_an_entry_quotes_its_reports_and_leads_to_its_page(ledger_of_samples: Path) -> None:
    ask = asking(ledger_of_samples)
    item = next(one for one in ask.get("/feed.json").json()["items"] if "Hwasong-11-Da" in one["title"])
    quotes = html.fragment_fromstring(item["content_html"], create_parent="div").findall("blockquote")
    texts = " ".join(" ".join(one["text"].split()) for one in texts_of(ask))
    assert quotes
    assert all(one.text in texts for one in quotes)
    assert item["url"].startswith("http://localhost/incident/")


def texts_of(ask: TestClient) -> list[dict[str, str]]:
    """The reports of the ledger with their texts."""
    ids = [one["id"] for one in ask.get("/api/reports?size=200").json()["items"]]
    return [ask.get(f"/api/reports/{id_}?text=true").json()["report"] for id_ in ids]


def test_the_filters_of_the_list_apply_and_are_linked(ledger_of_samples: Path) -> None:
    ask = asking(ledger_of_samples)
    every, some = (ask.get(f"/feed.json{query}").json() for query in ("", "?since=2024-09-18&until=2024-09-18"))
    assert 0 < len(some["items"]) < len(every["items"])
    assert some["feed_url"] == "http://localhost/feed.json?since=2024-09-18&until=2024-09-18"
    page = html.fromstring(ask.get("/?state=PRK").text)
    assert page.xpath("//link[@type='application/atom+xml']/@href") == ["/feed.atom?state=PRK"]


def test_a_ruling_brings_its_incident_up(ledger: Path) -> None:
    ask = asking(ledger)
    last = ask.get("/feed.json").json()["items"][-1]
    incident = last["url"].rpartition("/")[2]
    claim = ask.get(f"/api/claims?incident={incident}").json()["items"][0]["claim"]["id"]
    said = ["decide", "accept", claim, "--who", "Ana Ruiz", "--why", "looked at", "--ledger", str(ledger)]
    assert CliRunner().invoke(app, said).exit_code == 0
    first = ask.get("/feed.json").json()["items"][0]
    assert first["id"] == last["id"]
    assert datetime.fromisoformat(first["date_modified"]) > datetime(2026, 1, 1, tzinfo=UTC)
    assert "Ruled accept by Ana Ruiz" in first["content_html"]


def test_who_has_a_feed_already_is_told_so(ledger_of_samples: Path) -> None:
    ask = asking(ledger_of_samples)
    first = ask.get("/feed.atom")
    assert first.headers["content-type"] == "application/atom+xml"
    assert ask.get("/feed.atom", headers={"If-None-Match": first.headers["etag"]}).status_code == 304


@pytest.mark.parametrize(("path", "status"), [("/feed.rss", 404), ("/feed.atom?since=soon", 422)])
def test_what_is_no_feed_is_told(ledger_of_samples: Path, path: str, status: int) -> None:
    assert asking(ledger_of_samples).get(path).status_code == status
