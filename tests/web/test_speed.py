"""The measuring of the desk, on a ledger of a few made-up mentions."""

import json
from pathlib import Path

import pytest
from evaluation.desk import main


def test_every_page_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--ledger", str(tmp_path / "made.db"), "--mentions", "30", "--times", "2"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["reports"] == 30
    for page in ("first page", "filtered page", "page of a search", "page of an incident"):
        assert figures[page]["without_map"] <= figures[page]["kilobytes"] < 200
