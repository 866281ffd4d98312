"""Which articles count as rightly taken for reports of an incident, and of which type."""

import json
from hashlib import sha256
from pathlib import Path

from evaluation.subjects import SUBJECTS, held, relevance, types_right

from reportedly.score.gold import json_lines
from reportedly.score.predicted import FoundMention, FoundReport


def _found(*types: str) -> FoundReport:
    return FoundReport(bool(types), tuple(FoundMention("m", kind, main=True, state="PRK", values={}) for kind in types))


MARKED = [
    {"id": "1", "relevant": True, "mains": [{"type": "missile_launch", "state": "PRK"}]},
    {"id": "2", "relevant": True, "mains": [{"type": "official_statement", "state": "KOR"}]},
    {"id": "3", "relevant": False, "mains": []},
    {"id": "4", "relevant": True, "mains": [{"type": "combat_use", "state": "RUS"}]},
]
FOUND = {"1": _found("missile_launch"), "2": _found("missile_launch"), "3": _found("missile_launch"), "4": _found()}


def test_relevance_counts_articles_and_types_only_relevant_ones() -> None:
    taken = relevance(MARKED, FOUND)
    assert (taken.right, taken.wrong, taken.missed) == (2, 1, 1)
    assert types_right(MARKED, FOUND) == (1, 3)


def test_an_article_that_was_not_read_is_missed() -> None:
    assert relevance(MARKED, {}).missed == 3


def test_only_the_text_that_was_marked_is_held(tmp_path: Path) -> None:
    marks = tmp_path / "subjects.jsonl"
    told = {"id": "1", "sha256": sha256(b"It fired two.").hexdigest()}
    marks.write_text("\n".join(json.dumps(told | {"id": id_}) for id_ in ("1", "2", "3")), "utf-8")
    for id_, text in (("1", "It fired two."), ("2", "It fired three.")):
        (tmp_path / f"{id_}.json").write_text(json.dumps({"text": text}), "utf-8")
    assert [one["id"] for one in held(tmp_path, marks)] == ["1"]


def test_every_mark_has_a_place_and_mains_where_it_is_relevant() -> None:
    marks = list(json_lines(SUBJECTS))
    assert len({one["id"] for one in marks}) == len(marks)
    for one in marks:
        assert one["relevant"] == bool(one["mains"])
        assert one["repo"] and one["path"] and one["form"] and one["paragraphs"]
