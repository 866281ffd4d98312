"""The measuring of the desk, on a ledger of a few made-up mentions."""

import json
from pathlib import Path

import pytest
from evaluation.desk import main
from starlette.testclient import TestClient

from reportedly.web.map import map_of
from reportedly.web.serve import application
from reportedly.web.settings import Settings
from reportedly.web.warm import warmed


def test_every_page_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--ledger", str(tmp_path / "made.db"), "--mentions", "30", "--times", "2"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["reports"] == 30
    for page in ("first page", "filtered page", "page of a search", "page of an incident"):
        assert figures[page]["without_map"] <= figures[page]["kilobytes"] < 200


def test_the_first_page_is_drawn_before_anybody_asks(ledger_of_samples: Path, tmp_path: Path) -> None:
    warmed(Settings(ledger_of_samples)).join()
    before = map_of.cache_info().hits
    client = TestClient(application(Settings(ledger_of_samples)), base_url="http://localhost")
    assert client.get("/").status_code == 200
    assert map_of.cache_info().hits == before + 1
    warmed(Settings(tmp_path / "none.db")).join()  # what cannot be read is told by the page alone
