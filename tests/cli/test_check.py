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
