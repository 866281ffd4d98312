"""The load of `python -m evaluation.desk_load`, for a moment: nothing fails, and no decision is lost."""

from pathlib import Path

from evaluation.desk_load import load


def test_readers_and_reviewers_at_once(ledger: Path) -> None:
    found = load(ledger, readers=4, reviewers=2, seconds=4, pause=0.1)
    assert found["errors"] == 0, found["first_errors"]
    assert found["lost"] == found["kept_twice"] == 0
    assert found["decisions"]
