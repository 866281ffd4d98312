"""What others wrote, and what terminals, disks and signals do, never ends in a traceback or a broken screen."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import TEXT, Reportedly

from reportedly.cli.rows import Column, table
from reportedly.publish.visible import visible

NASTY = (
    "North Korea fires \x1b[31mmissiles [red]now[/] [/nothing]\r\n\r\n"
    "North Korea fired two short-range\x1b]0;title\x07 ballistic missiles from \u202eKaechon\u202c on Wednesday,"
    " the South Korean\x9b2J military said [/].\r\n"
)


def test_what_is_visible_keeps_every_place() -> None:
    shown = visible("a\x1b[1mb\r\nc\rd\x00\u202e\u2066\x9b\te")
    assert shown == "a\u241b[1mb \nc\nd\u2400\ufffd\ufffd\ufffd\te"


def test_escapes_and_markup_in_a_report_are_printed_and_not_obeyed(reportedly: Reportedly, tmp_path: Path) -> None:
    (tmp_path / "nasty.txt").write_text(NASTY, "utf-8", newline="")
    record = {"text": TEXT, "title": "A\x1b[2Jtitle", "outlet": "Out\x1b[31mlet", "published": "2024-09-18"}
    (tmp_path / "nasty.json").write_text(json.dumps(record))
    reportedly("build", "nasty.txt", "nasty.json", "--published", "2024-09-18", "--outlet", "Evil\x1b[2J Post")
    calls = [("report", "nasty.txt"), ("report", "nasty.json"), ("show", "2024-09-18"), ("incidents",), ("problems",)]
    for call in calls:
        done = reportedly(*call)
        assert "Traceback" not in done.stderr
        assert not set("\x1b\x07\x9b\r\u202e\u202c") & set(done.stdout + done.stderr)
    assert "[red]now" in reportedly("report", "nasty.txt").stdout


def test_marks_stand_behind_their_words_whatever_the_line_ends(reportedly: Reportedly, tmp_path: Path) -> None:
    marked = {}
    for name, end in (("lf", "\n"), ("crlf", "\r\n"), ("cr", "\r")):
        (tmp_path / f"{name}.txt").write_text(TEXT.replace("\n", end), "utf-8", newline="")
        marked[name] = reportedly("report", f"{name}.txt", "--published", "2024-09-18").stdout.split()
    assert marked["lf"] == marked["crlf"] == marked["cr"]


def test_names_that_are_no_utf8_are_read_and_shown(reportedly: Reportedly, tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/odd\xff.txt")).write_text(TEXT, "utf-8")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    assert reportedly("build", ".").returncode == 0
    assert json.loads(reportedly("extract", ".", "--outlet", "\udcff").stdout)["report"]["path"] == "./odd\\xff.txt"
    assert reportedly("build", "gone\udcff.txt").returncode == 1
    assert "gone\\xff.txt" in reportedly("problems").stdout


def test_output_that_cannot_be_written_ends_with_2(ledger: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reportedly", "schema"],
            cwd=ledger.parent,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_closed_streams_are_no_error(ledger: Path) -> None:
    for verb, closed in (("incidents", ">&-"), ("extract -", "<&-")):
        command = f"{sys.executable} -m reportedly {verb} {closed}"
        done = subprocess.run(command, shell=True, cwd=ledger.parent, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr
        assert done.returncode == (1 if verb.startswith("extract") else 0)


def test_data_are_utf8_in_every_locale(process: Reportedly, report: Path) -> None:
    report.write_text(TEXT.replace("Japan's", "Japan\u2019s \U0001f600"), "utf-8")
    line = process("extract", report.name, "--with-text", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert "Japan\u2019s \U0001f600" in json.loads(line.stdout)["report"]["text"]


_TELLS_ITS_START = """
import sys

class Watcher:
    def find_spec(self, name, *_):
        if name == "reportedly.cli.app":
            print("started", flush=True)

sys.meta_path.insert(0, Watcher())
from reportedly.cli import main
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="sends signals")
@pytest.mark.parametrize("moment", ["its first line", "reading"])
def test_ctrl_c_leaves_no_traceback_of_any_process(moment: str, tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(TEXT + str(number), "utf-8")
    command = [sys.executable, "-c", _TELLS_ITS_START, "build", ".", "--jobs", "2"]
    child = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "started\n"
    while moment == "reading" and child.poll() is None and not (tmp_path / "reportedly.db").exists():
        time.sleep(0.01)
    os.killpg(child.pid, signal.SIGINT)
    _, told = child.communicate(timeout=60)
    assert "Traceback" not in told
    assert child.returncode in (130, 0)  # done already, where the machine was quick


def test_an_export_that_fails_leaves_the_last_one(reportedly: Reportedly, ledger: Path) -> None:
    out = ledger.parent / "out"
    (out / "positions.csv").mkdir(parents=True)
    (out / "incidents.csv").write_text("the last one")
    done = reportedly("export", "--format", "csv", "--out", "out")
    assert done.returncode == 2
    assert "positions.csv is a folder there" in done.stderr
    assert (out / "incidents.csv").read_text() == "the last one"
    assert sorted(path.name for path in out.iterdir()) == ["incidents.csv", "positions.csv"]


@pytest.mark.parametrize("written", ["2024-13-40", "2024-02-30", "2024-", "0", "2024-09-18-1", "", "-"])
def test_what_is_no_date_is_refused(reportedly: Reportedly, ledger: Path, written: str) -> None:
    done = reportedly("show", written)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is not a date" in done.stderr


def test_a_filter_that_fits_nothing_tells_what_there_is(reportedly: Reportedly, ledger: Path) -> None:
    assert "missile_launch of PRK" in reportedly("incidents", "--state", "KOREA").stderr
    done = reportedly("incidents", "--since", "2025", "--until", "2024")
    assert done.returncode == 2
    assert "--since 2025 lies after --until 2024" in done.stderr


@pytest.mark.parametrize("columns", [1, 40, 80, 120])
def test_pages_fit_their_terminal(
    reportedly: Reportedly, ledger: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for call in (("incidents",), ("show", "2024-09-18"), ("report", "-")):
        shown = reportedly(*call, stdin=TEXT).stdout
        assert "missile" in shown.lower()
        assert max(map(len, shown.splitlines())) <= max(columns, 60)


def test_a_table_wraps_what_is_wide_and_colours_what_it_places() -> None:
    columns = (Column("date"), Column("incident", fills=True), Column("contested", style="33", widest=12))
    lines = table(columns, [("2024-09-18", "a launch of\x1b missiles", "count, site, weapon")], width=48, colour=True)
    assert list(lines)[2:] == [
        "2024-09-18  a launch of\u241b missiles   \x1b[33mcount, site,\x1b[0m",
        "                                    \x1b[33mweapon      \x1b[0m",
    ]


def test_the_same_sentence_in_two_outlets_is_shown_once(reportedly: Reportedly, report: Path) -> None:
    for name in ("One", "Two"):
        (report.parent / f"{name}.json").write_text(
            json.dumps({"text": TEXT + name, "outlet": f"The {name}", "published": "2024-09-18"})
        )
    reportedly("build", "One.json", "Two.json", "--quiet")
    shown = " ".join(reportedly("show", "2024-09-18").stdout.split())
    assert shown.count("They flew about 400 km.") == 1
    assert "They flew about 400 km. (also in The Two, 2024-09-18)" in shown
