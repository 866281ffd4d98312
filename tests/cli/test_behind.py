"""Who stands behind an incident, as `show`, `incidents` and `export` tell it."""

import csv
import json
from pathlib import Path

import pytest
from conftest import Reportedly

WIRE = "SEOUL (Reuters) - North Korea fired two ballistic missiles on Wednesday.\n"
QUOTING = "North Korea fired two ballistic missiles on Wednesday, South Korea's military said.\n"


@pytest.fixture
def korea(reportedly: Reportedly, tmp_path: Path) -> Path:
    """A ledger of two pages of one wire and one that quotes a staff."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for outlet, text in (("Harbour Post", WIRE), ("Strait Courier", WIRE), ("Meridian Daily", QUOTING)):
        head = f"---\noutlet: {outlet}\npublished: 2024-09-18\n---\n"
        (folder / f"{outlet}.md").write_text(head + text, "utf-8")
    assert reportedly("build", str(folder), "--ledger", "korea.db").returncode == 0
    return tmp_path / "korea.db"


def test_show_says_who_stands_behind_it_and_by_what(reportedly: Reportedly, korea: Path) -> None:
    shown = " ".join(reportedly("show", "2024-09-18", "--ledger", str(korea)).stdout.split())
    assert "3 outlets, 2 independent origins, 2 speakers; credibility 1" in shown
    assert "Reuters: credited (Reuters) by Harbour Post, Strait Courier" in shown
    assert "South Korea: South Korean military, quoted by Meridian Daily" in shown
    assert "the writer for Reuters" in shown
    assert "[B]" not in shown


def test_letters_are_shown_where_they_are_asked_for(reportedly: Reportedly, korea: Path) -> None:
    shown = " ".join(reportedly("show", "2024-09-18", "--letters", "--ledger", str(korea)).stdout.split())
    assert "South Korean military [B], quoted by" in shown
    assert "credibility 1 [" in shown


def test_counts_are_columns_and_keys(reportedly: Reportedly, korea: Path, tmp_path: Path) -> None:
    (line,) = json.loads(reportedly("incidents", "--format", "json", "--ledger", str(korea)).stdout)
    assert (line["reports"], line["outlets"], line["origins"], line["speakers"], line["credibility"]) == (3, 3, 2, 2, 1)
    exported = json.loads(reportedly("export", "--ledger", str(korea)).stdout)
    assert exported["support"]["origins"] == 2
    assert {one["ground"] for one in exported["support"]["backings"]} == {"quotes", "credits"}
    assert exported["values"]["count"]["positions"][0]["credibility"] == 1
    reportedly("export", "--format", "csv", "--out", str(tmp_path / "tables"), "--ledger", str(korea))
    with (tmp_path / "tables" / "incidents.csv").open(encoding="utf-8-sig", newline="") as rows:
        (row,) = csv.DictReader(rows)
    assert (row["outlets"], row["origins"], row["speakers"], row["credibility"]) == ("3", "2", "2", "1")
