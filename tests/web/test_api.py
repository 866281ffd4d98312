"""The API gives what the pages and the export give."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from reportedly.cli.app import app
from reportedly.store.ledger import Ledger
from reportedly.web.serve import application
from reportedly.web.settings import Settings


def exported(ledger: Path) -> list[dict[str, object]]:
    """The lines that `reportedly export` writes."""
    out = CliRunner().invoke(app, ["export", "--ledger", str(ledger), "--quiet"]).stdout
    return [json.loads(line) for line in out.splitlines()]


def test_incidents_are_those_of_the_export(ask: TestClient, ledger_of_samples: Path) -> None:
    items = ask.get("/api/incidents?size=200").json()["items"]
    assert sorted(items, key=lambda one: one["id"]) == sorted(
        exported(ledger_of_samples), key=lambda one: str(one["id"])
    )


def test_every_account_leads_to_its_incident(ask: TestClient) -> None:
    for one in ask.get("/api/incidents").json()["items"]:
        for account in one["mentions"]:
            assert ask.get(f"/api/incidents/{account['mention']}").json() == one


def test_what_is_checked_follows_what_is_written_to_the_ledger(ledger: Path) -> None:
    ask = TestClient(application(Settings(ledger)), base_url="http://localhost")
    whole = ask.get("/api/findings").json()["items"]
    with Ledger.open(ledger, create=True) as opened:
        opened.replace_incidents(list(opened.incidents())[:1])
    (left,) = ask.get("/api/incidents").json()["items"]
    assert ask.get("/api/findings").json()["items"] != whole
    assert len(left["findings"]) == len(ask.get("/api/findings").json()["items"])


@pytest.mark.parametrize("name", ["incidents", "reports", "claims", "search?q=missile"])
def test_pages_of_a_list_hold_everything_once(ask: TestClient, name: str) -> None:
    joint = "&" if "?" in name else "?"
    whole = ask.get(f"/api/{name}{joint}size=200").json()
    items, following = [], f"/api/{name}{joint}size=3"
    while following and len(items) < 60:
        page = ask.get(following).json()
        items += page["items"]
        following = page["next"]
        assert page["total"] == whole["total"]
    assert items == whole["items"][: len(items)]
    assert following or len(items) == whole["total"]


@pytest.mark.parametrize("path", ["incidents", "reports?text=kaechon", "about", "claims?field=count", "decisions"])
def test_who_has_it_already_is_told_so(ask: TestClient, path: str) -> None:
    first = ask.get(f"/api/{path}")
    again = ask.get(f"/api/{path}", headers={"If-None-Match": f'"other", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert ask.get(f"/api/{path}", headers={"If-None-Match": '"other"'}).json() == first.json()


def test_claims_stand_where_they_say(ask: TestClient) -> None:
    for head in ask.get("/api/reports?relevant=true").json()["items"]:
        told = ask.get(f"/api/reports/{head['id']}?text=true").json()
        text = told["report"].pop("text")
        assert told["report"] == head
        assert told["claims"]
        assert all(text[claim["start"] : claim["end"]] == claim["written"] for claim in told["claims"])
        assert "text" not in ask.get(f"/api/reports/{head['id']}").json()["report"]


def test_claims_narrow_by_who_says_what_and_how(ask: TestClient) -> None:
    every = ask.get("/api/claims?size=200").json()
    some = ask.get("/api/claims?field=count&speaker=rok_jcs&size=200").json()
    assert 0 < some["total"] < every["total"]
    for one in some["items"]:
        assert one["claim"]["field"] == "count"
        assert "rok_jcs" in json.dumps(one["claim"]["voices"])
        assert " ".join(one["claim"]["written"].split()) in one["sentence"]


def test_claims_and_findings_of_an_incident_are_its_own(ask: TestClient) -> None:
    incident = next(one for one in ask.get("/api/incidents").json()["items"] if one["findings"])
    claims = ask.get(f"/api/claims?incident={incident['mentions'][-1]['mention']}&size=200").json()["items"]
    assert {one["incident"] for one in claims} == {incident["id"]}
    found = ask.get("/api/findings").json()["items"]
    assert [one["finding"] for one in found if one["incident"] == incident["id"]] == incident["findings"]
    kept = ask.get(f"/api/findings?kind={incident['findings'][0]['kind']}&verdict=consistent").json()["items"]
    assert all(one["finding"]["verdict"] == "consistent" for one in kept)


def test_a_search_shows_the_passage(ask: TestClient) -> None:
    hit = ask.get("/api/search?q=kaech").json()["items"][0]
    assert "Kaechon" in [piece["text"] for piece in hit["passage"] if piece["found"]]
    assert hit["incidents"]
    assert ask.get("/api/search?q=!!!").json()["total"] == 0


def test_a_ledger_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    away = TestClient(application(Settings(tmp_path / "none.db")), base_url="http://localhost")
    answer = away.get("/api/incidents")
    assert answer.status_code == 503
    assert "no ledger here" in answer.json()["error"]["message"]
