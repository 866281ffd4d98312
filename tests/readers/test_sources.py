"""Finding files: a stable order, each once, and a reason for what cannot be read."""

import os
import stat
from pathlib import Path

import pytest

from reportedly.model import Problem, ProblemKind
from reportedly.readers import Source, discover


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "reports" / "inner").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "inner/c.md", ".hidden", "ledger.db", "ledger.db-wal"):
        (tmp_path / "reports" / name).write_text(name, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def paths(*arguments: str) -> list[str]:
    return [found.path for found in discover(arguments)]


def only_problem(*arguments: str) -> Problem:
    (found,) = discover(arguments)
    assert isinstance(found, Problem)
    assert found.message
    assert found.remedy
    return found


@pytest.mark.parametrize("folder", ["reports", "reports/", "./reports"])
def test_a_folder_is_read_in_order_without_hidden_files_and_ledgers(here: Path, folder: str) -> None:
    start = folder if folder.endswith("/") else folder + "/"
    assert paths(folder) == [start + name for name in ("a.txt", "b.txt", "inner/c.md")]


def test_globs_and_overlaps_read_nothing_twice(here: Path) -> None:
    assert paths("reports/*.txt", "reports/a.txt", "./reports/b.txt") == ["reports/a.txt", "reports/b.txt"]
    assert paths("reports/**/*.md") == ["reports/inner/c.md"]


def test_a_source_brings_its_bytes(here: Path) -> None:
    (found,) = discover(["reports/a.txt"])
    assert isinstance(found, Source)
    assert found.read() == b"a.txt"


def test_standard_input_is_brought_by_the_caller() -> None:
    (found,) = discover(["-"], stdin=lambda: b"words")
    assert isinstance(found, Source)
    assert (found.path, found.read()) == ("-", b"words")


def test_a_missing_path(here: Path) -> None:
    assert only_problem("nowhere.txt").kind == ProblemKind.UNREADABLE
    assert "no such file" in only_problem("nowhere.txt").message


def test_a_pattern_that_fits_nothing(here: Path) -> None:
    assert "pattern" in only_problem("reports/*.pdf").message


def test_a_folder_without_reports(here: Path) -> None:
    (here / "empty" / "deeper").mkdir(parents=True)
    (here / "empty" / "ledger.db").touch()
    assert only_problem("empty").kind == ProblemKind.EMPTY


def test_a_link_that_leads_to_itself(here: Path) -> None:
    (here / "loop.txt").symlink_to("loop.txt")
    assert only_problem("loop.txt").kind == ProblemKind.UNREADABLE


def test_a_link_that_leads_back_up(here: Path) -> None:
    (here / "reports" / "inner" / "up").symlink_to(here / "reports")
    found = list(discover(["reports"]))
    assert [one.path for one in found] == [
        "reports/a.txt",
        "reports/b.txt",
        "reports/inner/c.md",
        "reports/inner/up",
    ]
    assert isinstance(found[-1], Problem)
    assert "link" in found[-1].message


def test_a_dangling_link_in_a_folder_stops_nothing(here: Path) -> None:
    (here / "reports" / "aa.txt").symlink_to("gone.txt")
    assert [type(found) for found in discover(["reports"])] == [Source, Problem, Source, Source]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission(here: Path) -> None:
    (here / "reports" / "a.txt").chmod(0)
    assert "permission" in only_problem("reports/a.txt").message


def test_a_refusal_names_the_reason(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    found = only_problem("reports/a.txt")
    assert "permission denied" in found.message
    assert "permission" in found.remedy


def test_only_the_head_of_what_is_no_text_is_read(here: Path) -> None:
    (here / "big.png").write_bytes(b"\x89PNG" + bytes(1_000_000))
    (found,) = discover(["big.png"])
    assert isinstance(found, Source)
    assert len(found.read()) < 100_000


def test_a_pipe_in_a_folder_is_named_and_not_waited_for(here: Path) -> None:
    os.mkfifo(here / "reports" / "pipe")
    assert stat.S_ISFIFO((here / "reports" / "pipe").stat().st_mode)
    problems = [found for found in discover(["reports"]) if isinstance(found, Problem)]
    assert [(one.path, one.kind) for one in problems] == [("reports/pipe", ProblemKind.UNREADABLE)]
    assert problems[0].message == "a pipe, a socket or a device, and no file"
