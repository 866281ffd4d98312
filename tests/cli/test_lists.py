"""Importing another's list and holding it against the ledger, as a user does it."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Reportedly

CNS = """date_utc,time_utc,missile,missile_class,facility_name,landing,apogee_km,distance_km,outcome
2024-09-17,21:53,kn-25,SRBM,Kaechon Airbase,sea-of-japan,,400,success
2024-09-17,22:23,kn-25,SRBM,Kaechon Airbase,sea-of-japan,,900,success
2024-07-01,20:05,,Unknown,Jangyon,,,600,unknown
"""


@pytest.fixture
def cns(tmp_path: Path) -> Path:
    """A small list in the columns of the facts restated from CNS, as `cns.csv`."""
    path = tmp_path / "cns.csv"
    path.write_text(CNS, "utf-8")
    return path


def test_import_says_what_it_read_and_what_the_list_covers(reportedly: Reportedly, cns: Path) -> None:
    done = reportedly("import", "cns", cns.name)
    assert done.returncode == 0
    assert not done.stdout
    assert "Read 3 rows of CNS: 2 days of incidents" in done.stderr
    assert "PRK, ballistic, 2024-07-02 to 2024-09-18" in done.stderr


def test_import_leaves_reports_and_incidents_alone(reportedly: Reportedly, cns: Path, ledger: Path) -> None:
    asked = (("incidents", "--all", "--format", "json"), ("export",))
    before = [reportedly(*verb).stdout for verb in asked]
    for _ in range(2):
        assert reportedly("import", "cns", cns.name).returncode == 0
    assert [reportedly(*verb).stdout for verb in asked] == before


def test_a_row_that_cannot_be_used_is_a_problem_with_its_line(reportedly: Reportedly, cns: Path) -> None:
    cns.write_text(CNS + "once,,kn-25,SRBM,,,,,\n", "utf-8")
    assert reportedly("import", "cns", cns.name).returncode == 1
    told = reportedly("problems")
    assert "cns.csv:5  row" in told.stdout
    assert "'once' is no date" in told.stdout
    cns.write_text(CNS, "utf-8")
    assert reportedly("import", "cns", cns.name).returncode == 0
    assert reportedly("problems").returncode == 0


def test_a_list_that_cannot_be_read_leaves_no_ledger_behind(reportedly: Reportedly, cns: Path, tmp_path: Path) -> None:
    cns.write_text("a,b\n1,2\n", "utf-8")
    done = reportedly("import", "cns", cns.name, "--ledger", "new.db")
    assert done.returncode == 2
    assert not (tmp_path / "new.db").exists()


def test_a_column_says_how_many(reportedly: Reportedly, tmp_path: Path) -> None:
    (tmp_path / "ours.csv").write_text("Day,Fired\n2024-05-30,18\n2024-09-12,several\n2024-09-18,2\n", "utf-8")
    (tmp_path / "r.txt").write_text(
        "North Korea fired 4 ballistic missiles on Wednesday, the most in a single day.", "utf-8"
    )
    (tmp_path / "map.yaml").write_text(
        "voice: Our desk\nstate: PRK\ntype: missile_launch\ncolumns: {Day: date, Fired: count}\n", "utf-8"
    )
    assert reportedly("import", "csv", "ours.csv", "--map", "map.yaml", "--ledger", "ours.db").returncode == 0
    done = reportedly("check", "r.txt", "--published", "2024-09-18", "--ledger", "ours.db")
    assert done.returncode == 1
    assert "30 May 2024 has 18, more than 4" in done.stdout


def test_a_list_that_is_none_leaves_the_ledger_as_it_was(reportedly: Reportedly, cns: Path, ledger: Path) -> None:
    before = ledger.read_bytes()
    cns.write_text("a,b\n1,2\n", "utf-8")
    done = reportedly("import", "cns", cns.name)
    assert done.returncode == 2
    assert "cns.csv:1: no column" in done.stderr
    assert ledger.read_bytes() == before


def test_compare_shows_rows_incidents_and_cells_with_their_sentences(
    reportedly: Reportedly, cns: Path, ledger: Path
) -> None:
    done = reportedly("compare", "cns", cns.name)
    assert done.returncode == 0
    assert "Rows without an incident: 1" in done.stdout
    assert "2024-07-02 PRK" in done.stdout
    cells = json.loads(reportedly("compare", "cns", cns.name, "--format", "json").stdout)
    assert {line["what"] for line in cells} >= {"row_without_incident"}


def test_compare_finds_the_cell_that_no_report_bears_out(reportedly: Reportedly, cns: Path, ledger: Path) -> None:
    cns.write_text(CNS.replace(",400,", ",900,").replace("Kaechon Airbase", "Sinpo Shipyard"), "utf-8")
    lines = json.loads(reportedly("compare", "cns", cns.name, "--format", "json").stdout)
    differ = {line["field"]: line for line in lines if line["what"] == "differs"}
    assert set(differ) >= {"distance_km", "site"}
    (told,) = differ["distance_km"]["told"]
    assert told["sentences"][0]["sentence"] == "They flew about 400 km."
    assert told["sentences"][0]["outlet"] == "The Harbour Post"
    assert differ["distance_km"]["lines"] == [2, 3]


def test_compare_as_csv_has_a_row_a_sentence(reportedly: Reportedly, cns: Path, ledger: Path) -> None:
    cns.write_text(CNS.replace(",400,", ",900,"), "utf-8")
    rows = list(csv.DictReader(io.StringIO(reportedly("compare", "cns", cns.name, "--format", "csv").stdout)))
    (cell,) = [row for row in rows if row["field"] == "distance_km"]
    assert (cell["what"], cell["listed"], cell["sentence"]) == ("differs", "900 km", "They flew about 400 km.")


def test_an_incident_that_the_list_lacks_is_named(reportedly: Reportedly, cns: Path, ledger: Path) -> None:
    cns.write_text(CNS.replace("2024-09-17,21:53", "2024-10-30,22:10").replace("2024-09-17", "2024-10-30"), "utf-8")
    lines = json.loads(reportedly("compare", "cns", cns.name, "--format", "json").stdout)
    assert [line["date"] for line in lines if line["what"] == "incident_without_row"] == ["2024-09-18"]


def test_any_table_is_imported_by_a_mapping(reportedly: Reportedly, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("when,how far\n2024-09-18,400\n", "utf-8")
    maps = ("--map", "when=date", "--map", "how far=distance_km")
    more = ("--voice", "Our desk", "--state", "PRK", "--type", "missile_launch")
    done = reportedly("import", "csv", "mine.csv", *maps, *more)
    assert done.returncode == 0
    assert "Read 1 row of Our desk" in done.stderr
    assert "--voice" in reportedly("import", "csv", "mine.csv", *maps).stderr


CSIS = "date,type\n2024-09-17,Missile Provocation\n2024-08-01,Missile Provocation\n2024-07-02,Other Provocation\n"


def test_two_lists_are_held_against_each_other(reportedly: Reportedly, cns: Path, tmp_path: Path) -> None:
    (tmp_path / "csis.csv").write_text(CSIS, "utf-8")
    reportedly("import", "csis", "csis.csv")
    done = reportedly("compare", "cns", cns.name, "--against", "CSIS", "--format", "json")
    assert done.returncode == 0
    lines = {line["what"]: line for line in json.loads(done.stdout)}
    assert (lines["differs"]["field"], lines["differs"]["date"]) == ("date", "2024-09-18")
    assert lines["differs"]["told"][0]["sentences"][0]["report"] == "csis.csv:2"
    assert lines["differs"]["why"].startswith("calendar slip: ")
    assert lines["other_kind"]["date"] == "2024-07-02"
    assert lines["other_list_row_without_partner"]["date"] == "2024-08-01"
    table = reportedly("compare", "cns", cns.name, "--against", "csis").stdout
    assert "Rows that only the other list has: 1" in table


def test_a_list_that_was_not_imported_is_asked_for(reportedly: Reportedly, cns: Path) -> None:
    reportedly("import", "cns", cns.name)
    done = reportedly("compare", "cns", cns.name, "--against", "csis")
    assert done.returncode == 2
    assert "no list 'csis' was imported (there is cns)" in done.stderr


def test_lists_of_incidents_are_paired_row_by_row(reportedly: Reportedly, tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text(
        "day,name,kt\n1962-05-25,TANANA,2.6\n1962-05-25,ERIE,15\n1962-06-01,X,1\n", "utf-8"
    )
    (tmp_path / "two.csv").write_text("day,name,kt\n1962-05-25,ERIE,140\n1962-05-25,TANANA,2.6\n", "utf-8")
    maps = (
        "--map",
        "day=date",
        "--map",
        "name=object",
        "--map",
        "kt=yield_kt",
        "--state",
        "USA",
        "--type",
        "nuclear_test",
    )
    assert reportedly("import", "csv", "two.csv", *maps, "--voice", "Two").returncode == 0
    done = reportedly("compare", "csv", "one.csv", *maps, "--voice", "One", "--against", "two", "--format", "json")
    (alone, cell) = json.loads(done.stdout)
    assert (alone["what"], alone["lines"]) == ("row_without_partner", [4])
    assert (cell["field"], cell["listed"], cell["told"][0]["value"]) == ("yield_kt", "15 kt", "140 kt")
    assert "the same name, ERIE" in cell["why"]


def test_a_missing_list_ends_with_2(reportedly: Reportedly) -> None:
    done = reportedly("import", "cns", "nowhere.csv")
    assert done.returncode == 2
    assert "nowhere.csv" in done.stderr


def test_an_import_that_is_killed_can_be_run_again(reportedly: Reportedly, cns: Path, tmp_path: Path) -> None:
    """Killed while it writes, it leaves a ledger that can be used, with all of the list or none of it."""
    kill = (
        "import os, sys\nfrom reportedly.store import history\nkeep = history.keep\n"
        "def die(*given):\n    keep(*given)\n    os._exit(9)\n"
        "history.keep = die\nsys.argv = ['reportedly', 'import', 'cns', 'cns.csv']\n"
        "from reportedly.cli import main\nmain()\n"
    )
    done = subprocess.run([sys.executable, "-c", kill], cwd=tmp_path, check=False, env=os.environ, capture_output=True)
    assert done.returncode == 9
    assert reportedly("doctor").returncode == 0
    assert reportedly("import", "cns", cns.name).returncode == 0


def test_what_a_day_has_of_two_kinds_is_held_against_the_incident_together(
    reportedly: Reportedly, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(
        "SEOUL, July 5, 2006 - North Korea launched a Taepodong-2 missile on Wednesday, and it failed, South Korea's military said.",
        "utf-8",
    )
    (tmp_path / "l.csv").write_text(
        "date_utc,time_utc,missile,missile_class,outcome\n2006-07-05,03:00,taepodong-2,SLV,failure\n2006-07-05,04:00,scud-c,SRBM,success\n",
        "utf-8",
    )
    reportedly("build", "a.txt", "--published", "2006-07-05", "--ledger", "t.db", "-q")
    lines = json.loads(reportedly("compare", "cns", "l.csv", "--ledger", "t.db", "--format", "json").stdout)
    assert not [
        line for line in lines if line["field"] in ("weapon", "weapon_class", "outcome") and line["what"] == "differs"
    ]


def test_an_incident_of_a_class_that_the_list_does_not_tell_of_is_set_apart(
    reportedly: Reportedly, cns: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(
        "North Korea test-fired a surface-to-air missile on Tuesday, state media said.", "utf-8"
    )
    reportedly("build", "a.txt", "--published", "2024-08-06", "--ledger", "t.db", "-q")
    lines = json.loads(reportedly("compare", "cns", cns.name, "--ledger", "t.db", "--format", "json").stdout)
    incidents = [line for line in lines if line["incident"]]
    assert [line["what"] for line in incidents] == ["incident_of_other_class"]
    assert incidents[0]["why"] == "CNS tells of no weapon of this class (SAM)"
    assert "the ledger has nothing of this kind" in next(line["why"] for line in lines if line["lines"])


@pytest.mark.parametrize("verb", ["import", "compare"])
def test_a_wrong_file_name_is_told_before_a_mapping_is_asked_for(reportedly: Reportedly, verb: str) -> None:
    done = reportedly(verb, "csv", "nowhere.csv")
    assert done.returncode == 2
    assert "nowhere.csv: No such file" in done.stderr
