"""Exit codes, what goes where, and messages that say what to do."""

import csv
import io
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Reportedly

from reportedly.store.ledger import Ledger

VERBS = (
    "demo",
    "build",
    "incidents",
    "show",
    "report",
    "check",
    "extract",
    "export",
    "import",
    "compare",
    "problems",
    "schema",
    "score",
    "doctor",
)


INSIDE = (
    ("codebook", "check"),
    *(("decide", ruling) for ruling in ("same", "different", "accept", "reject", "correct", "claim", "undo")),
    ("decisions",),
    ("decisions", "export"),
    ("decisions", "import"),
)


@pytest.mark.parametrize("verb", [*((verb,) for verb in VERBS), *INSIDE], ids=" ".join)
def test_every_verb_explains_itself_with_an_example(reportedly: Reportedly, verb: tuple[str, ...]) -> None:
    told = reportedly(*verb, "--help")
    assert told.returncode == 0
    assert f"Example: reportedly {' '.join(verb)}" in told.stdout


def test_extract_prints_a_line_a_report_and_opens_no_ledger(reportedly: Reportedly, report: Path) -> None:
    done = reportedly("extract", report.name, "--published", "2024-09-18", "--with-text")
    line = json.loads(done.stdout)
    assert done.returncode == 0
    assert line["report"]["path"] == "report.txt"
    assert line["report"]["published"] == "2024-09-18"
    assert all(line["report"]["text"][c["start"] : c["end"]] == c["written"] for c in line["claims"])
    assert not report.with_name("reportedly.db").exists()


def test_extract_reads_standard_input(reportedly: Reportedly, report: Path) -> None:
    done = reportedly("extract", "-", stdin=report.read_text("utf-8"))
    assert json.loads(done.stdout)["report"]["path"] == "-"


def test_extract_lists_what_it_could_not_read(reportedly: Reportedly) -> None:
    done = reportedly("extract", "nowhere.txt")
    assert done.returncode == 1
    assert json.loads(done.stdout)["report"]["problem"]["kind"] == "unreadable"
    assert "1 problem" in done.stderr


def test_build_says_what_to_do_next_on_stderr_alone(reportedly: Reportedly, report: Path) -> None:
    done = reportedly("build", report.name)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Read 1 report" in done.stderr
    assert "reportedly incidents --ledger reportedly.db" in done.stderr
    assert "1 file known already" in reportedly("build", report.name).stderr
    assert reportedly("build", report.name, "--quiet").stderr == ""


def test_build_tells_of_copies_of_undated_reports_and_of_its_own_problems_first(
    reportedly: Reportedly, report: Path
) -> None:
    bare = "North Korea fires missile\n\nNorth Korea fired a missile from Wonsan on Wednesday, Seoul said."
    for name, text in (("bare.txt", bare), ("copy.txt", bare), ("a.json", "{"), ("b.json", "{"), ("z.json", "{")):
        (report.parent / name).write_text(text, encoding="utf-8")
    assert "No day of publication is known of 1 report," in reportedly("build", "bare.txt").stderr
    assert "Read 0 reports, 1 held already in another file;" in reportedly("build", "copy.txt").stderr
    assert "No day of publication" not in reportedly("build", "bare.txt", "--published", "2024-09-18").stderr
    assert "a.json: not valid JSON" in reportedly("build", "a.json", "b.json").stderr
    assert "  z.json: not valid JSON" in reportedly("build", "z.json").stderr.splitlines()[1]


def test_build_ends_with_1_where_there_are_problems(reportedly: Reportedly, report: Path) -> None:
    (report.parent / "empty.txt").touch()
    done = reportedly("build", "report.txt", "empty.txt")
    assert done.returncode == 1
    assert "  empty.txt: " in done.stderr
    assert "reportedly problems" in done.stderr
    listed = reportedly("problems")
    assert listed.returncode == 1
    assert "empty.txt  empty" in listed.stdout


def test_build_of_nothing_names_it_and_makes_no_ledger(reportedly: Reportedly, tmp_path: Path) -> None:
    done = reportedly("build", "nowhere", "here/*.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert "  nowhere: " in done.stderr
    assert "  here/*.html: " in done.stderr
    assert not (tmp_path / "reportedly.db").exists()


def test_incidents_as_table_json_and_csv(reportedly: Reportedly, ledger: Path) -> None:
    table = reportedly("incidents")
    assert "2024-09-18" in table.stdout
    assert all(len(line) <= 80 for line in table.stdout.splitlines())
    (line,) = json.loads(reportedly("incidents", "--format", "json").stdout)
    assert (line["state"], line["dated"]) == ("PRK", "2024-09-18")
    rows = list(csv.DictReader(io.StringIO(reportedly("incidents", "--format", "csv").stdout)))
    assert rows[0]["id"] == line["id"]


@pytest.mark.parametrize(
    ("options", "number"),
    [
        (("--state", "prk"), 1),
        (("--state", "North Korea"), 1),
        (("--type", "Missile launch"), 1),
        (("--state", "IRN"), 0),
        (("--since", "2024-09"), 1),
        (("--since", "2024-10"), 0),
        (("--until", "2024"), 1),
        (("--until", "2023"), 0),
        (("--type", "nuclear_test"), 0),
    ],
)
def test_incidents_are_filtered(reportedly: Reportedly, ledger: Path, options: tuple[str, ...], number: int) -> None:
    assert len(json.loads(reportedly("incidents", "--format", "json", *options).stdout)) == number


def test_a_ledger_without_incidents_says_so_and_what_to_do(reportedly: Reportedly, tmp_path: Path) -> None:
    Ledger.open(tmp_path / "empty.db", create=True).close()
    empty = reportedly("incidents", "--ledger", "empty.db")
    assert (empty.returncode, empty.stdout) == (0, "")
    assert "empty.db holds no reports yet" in empty.stderr
    assert "reportedly build REPORTS --ledger empty.db" in empty.stderr
    (tmp_path / "weather.txt").write_text("It rained in Seoul on Wednesday.\n", "utf-8")
    reportedly("build", "weather.txt", "--ledger", "empty.db")
    told = reportedly("incidents", "--ledger", "empty.db", "--state", "PRK")
    assert "empty.db holds 1 report, and none of them tells of an incident" in told.stderr


def test_show_by_date_and_by_id(reportedly: Reportedly, ledger: Path) -> None:
    by_date = reportedly("show", "2024-09-18")
    assert by_date.returncode == 0
    assert "Kaechon" in by_date.stdout
    assert "South Korean military" in by_date.stdout
    assert "The Harbour Post, 2024-09-18" in by_date.stdout
    (line,) = json.loads(reportedly("incidents", "--format", "json").stdout)
    assert reportedly("show", line["id"][:8]).stdout == by_date.stdout
    nothing = reportedly("show", "2023-01-01")
    assert nothing.returncode == 1
    assert "No incident fits 2023-01-01" in nothing.stderr


def test_a_date_that_fits_several_lists_them(reportedly: Reportedly, report: Path) -> None:
    other = report.with_name("other.txt")
    other.write_text("Iran test-fired a ballistic missile on Wednesday, the Iranian defence ministry said.\n", "utf-8")
    reportedly("build", "report.txt", "other.txt", "--published", "2024-09-18")
    listed = reportedly("show", "2024-09-18")
    assert len(listed.stdout.splitlines()) == 2
    assert "2 incidents fit" in listed.stderr


def test_report_marks_the_claims_in_the_text(reportedly: Reportedly, report: Path) -> None:
    done = reportedly("report", report.name, "--published", "2024-09-18")
    assert done.returncode == 0
    assert "Kaechon[" in done.stdout
    assert "asserted by South Korean military" in " ".join(done.stdout.split())


def test_export_as_lines_and_as_tables(reportedly: Reportedly, ledger: Path) -> None:
    line = json.loads(reportedly("export").stdout)
    assert line["id"] == min(member["mention"] for member in line["mentions"])
    done = reportedly("export", "--format", "csv", "--out", "tables")
    assert done.returncode == 0
    names = sorted(path.name for path in (ledger.parent / "tables").iterdir())
    assert names == ["claims.csv", "incidents.csv", "positions.csv"]
    assert "--out DIR" in reportedly("export", "--format", "csv").stderr


def test_schema_is_json(reportedly: Reportedly) -> None:
    assert "$defs" in json.loads(reportedly("schema").stdout)


def test_codebook_check_names_every_fault(reportedly: Reportedly, tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "types.yaml").write_text("types:\n  ferry_accident: {label: 7}\n")
    done = reportedly("codebook", "check", "book")
    assert done.returncode == 1
    assert "types.yaml:" in done.stdout
    assert reportedly("codebook", "check", "nowhere").returncode == 2


def test_doctor_tells_the_ledger_and_the_parse(reportedly: Reportedly, ledger: Path) -> None:
    done = reportedly("doctor")
    assert done.returncode == 0
    assert "parse  " in done.stdout
    assert "1 reports" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("incidents",), "reportedly build REPORTS --ledger"),
        (("show", "2024-09-18"), "no ledger here"),
        (("incidents", "--since", "soon"), "'soon' is not a date; write 2024"),
        (("build", "report.txt", "--published", "yesterday"), "--published 'yesterday' is not a date"),
        (("build", "report.txt", "--ledger", "no/such/a.db"), "there is no folder"),
        (("build", "report.txt", "--codebook", "nowhere"), "nowhere"),
        (("build",), "Missing argument"),
        (("fly",), "No such command"),
        (("score", "gold.jsonl", "reports"), "gold.jsonl: there is no such file"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_wrong_use_ends_with_2_and_a_remedy(
    reportedly: Reportedly, report: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = reportedly(*arguments)
    assert done.returncode == 2
    assert words in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_process_of_its_own_ends_as_it_should(process: Reportedly, report: Path) -> None:
    line = process("extract", "-", stdin=report.read_text("utf-8"))
    assert (line.returncode, line.stderr) == (0, "")
    assert json.loads(line.stdout)["report"]["path"] == "-"
    wrong = process("show", "2024-09-18", REPORTEDLY_LEDGER="mine.db")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr.startswith("reportedly: mine.db: no ledger here")


def test_a_newer_ledger_ends_with_2(reportedly: Reportedly, ledger: Path) -> None:
    with sqlite3.connect(ledger) as db:
        db.execute("PRAGMA user_version = 99")
    for arguments in (("incidents",), ("build", "report.txt")):
        done = reportedly(*arguments)
        assert done.returncode == 2
        assert "newer Reportedly" in done.stderr


def test_the_ledger_can_be_named_by_the_environment(
    reportedly: Reportedly, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTEDLY_LEDGER", "mine.db")
    reportedly("build", "report.txt")
    assert report.with_name("mine.db").exists()


def test_a_reader_that_has_seen_enough_is_no_error(ledger: Path) -> None:
    command = f"{sys.executable} -m reportedly schema | head -c 10"
    done = subprocess.run(command, shell=True, cwd=ledger.parent, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_score_prints_figures_and_marks_errors_in_their_reports(reportedly: Reportedly, report: Path) -> None:
    gold = {"id": "report", "relevant": False, "incidents": [], "attributions": []}
    report.with_name("gold.jsonl").write_text(json.dumps(gold) + "\n")
    (report.parent / "in").mkdir()
    report.rename(report.parent / "in" / "report.txt")
    plain = reportedly("score", "gold.jsonl", "in", "--errors", "-")
    assert "report relevant wrong: marked False, read True" in plain.stdout
    for spelling in (("--json",), ("--format", "json")):
        assert json.loads(reportedly("score", "gold.jsonl", "in", *spelling).stdout)["reports"] == 1
    done = reportedly("score", "gold.jsonl", "in", "--errors", "errors.html")
    assert done.stderr == "Wrote errors.html.\n"
    assert "<td>relevant<td>wrong<td>False<td>True" in (report.parent / "errors.html").read_text("utf-8")
    assert reportedly("score", "gold.jsonl", "in", "--errors", "in").returncode == 2
