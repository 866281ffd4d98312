"""`show --as-of` and `diff`, on reports of which a later one corrects an earlier."""

import json
from pathlib import Path

import pytest
from conftest import Reportedly

FIRST = """---
title: Japan says North Korea fired two missiles
outlet: The Harbour Post
published: 2021-10-19T11:00+09:00
---
North Korea fired two submarine-launched ballistic missiles from the Sinpo area at 10:17 a.m. on Tuesday, Japan's Defense Ministry said.
"""
OTHER = """---
title: South Korea detects one missile off Sinpo
outlet: Lantern Wire
published: 2021-10-19T12:30+09:00
---
North Korea fired one ballistic missile from near Sinpo at 10:17 a.m. on Tuesday, South Korea's Joint Chiefs of Staff said. It flew about 590 km.
"""
LATER = """---
title: Japan now counts one missile
outlet: The Harbour Post
published: 2021-11-09T18:00+09:00
---
North Korea fired one submarine-launched ballistic missile from the Sinpo area on October 19, Japan's Defense Ministry said on Tuesday.
"""


@pytest.fixture
def korea(reportedly: Reportedly, tmp_path: Path) -> Path:
    """A ledger of the three reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in (("first", FIRST), ("other", OTHER), ("later", LATER)):
        (folder / f"{name}.md").write_text(text, "utf-8")
    assert reportedly("build", str(folder), "--ledger", "korea.db").returncode == 0
    return tmp_path / "korea.db"


def test_show_tells_who_said_otherwise_later(reportedly: Reportedly, korea: Path) -> None:
    shown = reportedly("show", "2021-10-19", "--ledger", str(korea)).stdout
    assert "What was said otherwise later" in shown
    assert "Japan Ministry of Defense: 2 (2021-10-19T11:00:00+09:00; The Harbour Post), then 1" in " ".join(
        shown.split()
    )


def test_show_as_of_leaves_out_what_came_later(reportedly: Reportedly, korea: Path) -> None:
    done = reportedly("show", "2021-10-19", "--as-of", "2021-10-19T11:30+09:00", "--ledger", str(korea))
    assert (done.returncode, "590 km" in done.stdout) == (0, False)
    assert "2 later reports left out" in done.stderr
    assert "told by 1 reports" in done.stdout or "told by 1 report" in done.stdout


def test_before_anybody_told_of_it_there_is_nothing_to_show(reportedly: Reportedly, korea: Path) -> None:
    done = reportedly("show", "2021-10-19", "--as-of", "2021-10-18", "--ledger", str(korea))
    assert (done.returncode, done.stdout) == (1, "")
    assert "was out by 2021-10-18" in done.stderr


def test_diff_of_two_moments_names_the_fields(reportedly: Reportedly, korea: Path) -> None:
    done = reportedly("diff", "2021-10-20", "2021-12-01", "--ledger", str(korea))
    assert "How many: 1 to 2 (contested) -> 1 (agreed)" in done.stdout
    (change,) = json.loads(
        reportedly("diff", "2021-10-20", "2021-12-01", "--ledger", str(korea), "--format", "json").stdout
    )
    assert change["kind"] == "changed"
    assert change["fields"]["count"]["new"] == {"value": {"min": 1, "max": 1, "approximate": False}, "status": "agreed"}
    table = reportedly("diff", "2021-10-20", "2021-12-01", "--ledger", str(korea), "--format", "csv").stdout
    assert table.splitlines()[0] == "kind,old,new,label,field,was,is"


def test_diff_of_two_ledgers(reportedly: Reportedly, korea: Path, tmp_path: Path) -> None:
    (tmp_path / "reports" / "later.md").unlink()
    reportedly("build", "reports", "--ledger", "before.db")
    assert "How many: 1 to 2 (contested) -> 1 (agreed)" in reportedly("diff", "before.db", str(korea)).stdout
    assert reportedly("diff", str(korea), str(korea)).stdout == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("diff", "nowhere.db", "2021-10-20"), "nowhere.db: no such ledger, and 'nowhere.db' is no moment"),
        (("diff", "2021-10-20T09:00", "2021-10-20"), "has no time zone"),
        (("show", "2021-10-19", "--as-of", "nine"), "'nine' is no moment"),
    ],
)
def test_what_is_no_moment_is_said(reportedly: Reportedly, korea: Path, arguments: tuple[str, ...], told: str) -> None:
    done = reportedly(*arguments, "--ledger", str(korea))
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
