"""Marks of articles that are kept elsewhere count only for the text that was marked."""

import json
from hashlib import sha256
from pathlib import Path

from evaluation.articles import REAL, missing

from reportedly.score.gold import json_lines, read_gold

TEXT = "North Korea fired a missile on Monday."


def _origins(folder: Path) -> Path:
    path = folder / "origins.jsonl"
    where = {"repo": "owner/name", "path": "a.json", "locator": "key text"}
    lines = ({"id": id_, "sha256": sha256(TEXT.encode()).hexdigest(), **where} for id_ in ("1", "2", "3"))
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def test_an_article_that_is_absent_or_another_is_named_with_the_place_where_it_stands(tmp_path: Path) -> None:
    origins = _origins(tmp_path)
    (tmp_path / "1.json").write_text(json.dumps({"text": TEXT}), "utf-8")
    (tmp_path / "2.json").write_text(json.dumps({"text": f"{TEXT} It flew."}), "utf-8")
    assert dict(missing(tmp_path, origins)) == {
        "2": "not the text that was marked; see owner/name, a.json: key text",
        "3": "not there; see owner/name, a.json: key text",
    }


def test_every_marked_article_has_its_origin_and_no_text() -> None:
    marked = read_gold(REAL / "marks.jsonl")
    assert {origin["id"] for origin in json_lines(REAL / "origins.jsonl")} == set(marked)
    assert not any("text" in line for line in json_lines(REAL / "marks.jsonl"))
