"""The quality gate: it shuts on a fall, on another corpus, on a gain nobody kept; and lowers only when told."""

import json
from dataclasses import replace
from pathlib import Path

from evaluation.gate import Floor, Gate, corpus_digest, faults, pin, read_gate, write_gate
from evaluation.reading import DEV

FLOOR = Floor(0.9, 0.8, 0.847, 40)
GATE = Gate("d1", {"ALL": FLOOR, "date": FLOOR})


def _with(**figures: float) -> Gate:
    return Gate("d1", {"ALL": FLOOR, "date": replace(FLOOR, **figures)})


def test_the_same_figures_leave_it_open() -> None:
    assert faults(GATE, GATE) == []


def test_each_figure_that_falls_shuts_it() -> None:
    assert faults(GATE, _with(precision=0.899)) == ["date: precision fell from 0.900 to 0.899"]
    assert faults(GATE, _with(recall=0.5)) == ["date: recall fell from 0.800 to 0.500"]


def test_a_row_that_is_gone_shuts_it() -> None:
    assert faults(GATE, Gate("d1", {"ALL": FLOOR})) == ["date: no longer measured"]


def test_another_corpus_shuts_it() -> None:
    (fault,) = faults(GATE, replace(GATE, digest="d2"))
    assert "corrections.md" in fault


def test_a_gain_nobody_kept_shuts_it_and_says_how_to_keep_it() -> None:
    assert faults(GATE, _with(f1=0.866)) == []
    (fault,) = faults(GATE, _with(f1=0.868))
    assert "--pin --reason" in fault


def test_pins_come_back_as_written(tmp_path: Path) -> None:
    write_gate(tmp_path / "gate.json", GATE)
    assert read_gate(tmp_path / "gate.json") == GATE
    assert read_gate(tmp_path / "none.json") is None


def test_lowering_needs_to_be_said_and_is_logged(tmp_path: Path) -> None:
    path, log = tmp_path / "gate.json", tmp_path / "log.md"
    assert pin(path, log, GATE, "first", allow_lower=False) == []
    worse = _with(recall=0.7)
    assert pin(path, log, worse, "oops", allow_lower=False)
    assert read_gate(path) == GATE
    assert pin(path, log, worse, "gold was wrong", allow_lower=True) == []
    assert read_gate(path) == worse
    assert "gold was wrong" in log.read_text(encoding="utf-8")
    assert "recall fell from 0.800 to 0.700" in log.read_text(encoding="utf-8")
    assert "oops" not in log.read_text(encoding="utf-8")


def test_digest_depends_on_every_byte_and_name(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "gold.jsonl").write_text("{}\n", encoding="utf-8")
    (tmp_path / "reports" / "1.json").write_text("a", encoding="utf-8")
    before = corpus_digest(tmp_path)
    (tmp_path / "reports" / "1.json").rename(tmp_path / "reports" / "2.json")
    renamed = corpus_digest(tmp_path)
    (tmp_path / "reports" / "2.json").write_text("b", encoding="utf-8")
    assert len({before, renamed, corpus_digest(tmp_path)}) == 3


def test_every_report_has_its_mark_and_its_source() -> None:
    marked = [json.loads(line)["id"] for line in (DEV / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    reports = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (DEV / "reports").iterdir()}
    assert sorted(marked) == sorted(reports)
    assert all(report["paraphrase_of"] == report["url"] for report in reports.values())
