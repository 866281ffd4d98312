"""`reportedly check`: what it prints, and how it ends."""

import json
from pathlib import Path

from conftest import Reportedly

WRONG = "North Korea fired a missile on Wednesday. It flew 400 kilometers (294 miles), South Korea said.\n"


def test_a_report_whose_sums_are_right_ends_with_0(reportedly: Reportedly, report: Path) -> None:
    done = reportedly("check", report.name, "--published", "2024-09-18")
    assert done.returncode == 0
    assert "consistent" in done.stdout


def test_a_wrong_sum_ends_with_1_and_shows_its_working(reportedly: Reportedly) -> None:
    done = reportedly("check", "-", "--published", "2024-09-18", stdin=WRONG)
    assert done.returncode == 1
    assert "400 km is 248.5 miles, not 294" in done.stdout
    assert "1 finding to look at" in done.stderr


def test_findings_as_json_have_the_shape_of_the_contract(reportedly: Reportedly) -> None:
    done = reportedly("check", "-", "--format", "json", stdin=WRONG)
    line = json.loads(done.stdout)
    assert set(line) == {"report", "dated", "findings"}
    (found,) = line["findings"]
    assert (found["kind"], found["verdict"], found["written"]) == (
        "unit_pair",
        "inconsistent",
        "400 kilometers (294 miles)",
    )
    assert found["stands_on"] == []


def test_what_cannot_be_read_is_told(reportedly: Reportedly) -> None:
    done = reportedly("check", "nowhere.txt")
    assert done.returncode == 1
    assert "nowhere.txt" in done.stderr


def test_what_happened_before_is_asked_of_a_ledger_that_is_only_read(reportedly: Reportedly, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("Day\n2024-09-12\n2024-09-14\n", "utf-8")
    mapped = ("--map", "Day=date", "--voice", "Our desk", "--state", "PRK", "--type", "missile_launch")
    assert reportedly("import", "csv", "mine.csv", "--ledger", "mine.db", *mapped).returncode == 0
    before = (tmp_path / "mine.db").read_bytes()
    text = "North Korea fired missiles on Wednesday, its second such test in a week, South Korea said.\n"
    done = reportedly("check", "-", "--ledger", "mine.db", "--published", "2024-09-18", stdin=text)
    assert done.returncode == 1
    assert "number 3 or more, not 2" in " ".join(done.stdout.split())
    assert (tmp_path / "mine.db").read_bytes() == before


def test_findings_stand_in_show_and_export(reportedly: Reportedly, tmp_path: Path) -> None:
    (tmp_path / "wrong.txt").write_text(WRONG, "utf-8")
    assert reportedly("build", "wrong.txt", "--published", "2024-09-18").returncode == 0
    shown = reportedly("show", "2024-09-18").stdout
    assert "The sums that are printed of it" in shown
    assert "400 km is 248.5 miles, not 294" in shown
    (line,) = map(json.loads, reportedly("export").stdout.splitlines())
    assert [(one["kind"], one["verdict"]) for one in line["findings"]] == [("unit_pair", "inconsistent")]


def test_a_rank_is_checked_against_the_incidents_of_other_reports(reportedly: Reportedly, tmp_path: Path) -> None:
    told = "North Korea fired two ballistic missiles from Kaechon on {}, South Korea's military said. {}\n"
    (tmp_path / "dated.txt").write_text(told.format("September 18, 2024", "They flew 400 km."), "utf-8")
    (tmp_path / "before.txt").write_text(told.format("September 14, 2024", "They flew 300 km."), "utf-8")
    (tmp_path / "early.txt").write_text(told.format("September 13, 2024", "They flew 100 km."), "utf-8")
    (tmp_path / "again.txt").write_text(
        told.format("September 18, 2024", "It was the second such test in a week."), "utf-8"
    )
    assert reportedly("build", ".").returncode == 0
    lines = [json.loads(line) for line in reportedly("export").stdout.splitlines()]
    (found,) = (one for line in lines for one in line["findings"] if one["kind"] == "ordinal_in_window")
    assert found["verdict"] == "inconsistent"
    assert all(one.startswith("incident:") for one in found["stands_on"])
