"""Laws of scoring: gold answers itself, order does not matter, errors are shown with their sentence."""

import io
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import RootModel
from rich.console import Console
from synthetic import gold_incident, gold_report, perfect, spoil, write

from reportedly.model.errors import UsageError
from reportedly.score import Scores, Tally, score
from reportedly.score.names import same_site, same_source, same_weapon
from reportedly.score.report import as_json, print_scores
from reportedly.score.sentence import around


def _scores(folder: Path, marked: list[dict[str, Any]], lines: list[dict[str, Any]]) -> Scores:
    return score(write(folder / "gold.jsonl", marked), write(folder / "found.jsonl", lines))


def test_gold_answers_itself(tmp_path: Path) -> None:
    marked = [gold_report(Random(number), number) for number in range(1, 41)]
    scores = _scores(tmp_path, marked, [perfect(gold) for gold in marked])
    assert {row.tally.f1 for row in scores.rows.values() if row.tally.n} == {1.0}
    assert scores.errors == ()


def test_order_of_lines_does_not_matter(tmp_path: Path) -> None:
    rng = Random(11)
    marked = [gold_report(rng, number) for number in range(1, 31)]
    lines = spoil(rng, [perfect(gold) for gold in marked], 0.2)
    before = as_json(_scores(tmp_path, marked, lines))
    rng.shuffle(lines)
    rng.shuffle(marked)
    assert as_json(_scores(tmp_path, marked, lines)) == before


def test_intervals_hold_the_score(tmp_path: Path) -> None:
    rng = Random(3)
    marked = [gold_report(rng, number) for number in range(1, 171)]
    lines = spoil(rng, [perfect(gold) for gold in marked], 0.2)
    scores = _scores(tmp_path, marked, lines)
    for row in scores.rows.values():
        assert row.interval.low <= row.tally.f1 <= row.interval.high


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_lies_between_precision_and_recall(right: int, wrong: int, missed: int) -> None:
    tally = Tally(right, wrong, missed)
    low, high = sorted((tally.precision, tally.recall))
    assert low - 1e-9 <= tally.f1 <= high + 1e-9


@settings(max_examples=30)
@given(st.integers(0, 10**6))
def test_harm_never_raises_above_gold(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    rng = Random(seed)
    marked = [gold_report(rng, number) for number in range(1, 6)]
    lines = spoil(rng, [perfect(gold) for gold in marked], 0.5)
    for row in _scores(tmp_path_factory.mktemp("spoilt"), marked, lines).rows.values():
        assert 0 <= row.tally.f1 <= 1


def test_error_shows_the_sentence_it_was_read_in(tmp_path: Path) -> None:
    text = "The army spoke. It flew 250 km on Monday at 6 a.m. and fell. Tokyo protested."
    gold = gold_report(Random(1), 1) | {"relevant": True}
    gold["incidents"] = [dict.fromkeys(_GOLD_KEYS) | {"type": "missile_launch", "main": True, "incident": "X"}]
    gold["incidents"][0]["distance_km"] = [400, 400]
    line = perfect(gold)
    line["report"]["text"] = text
    line["mentions"][0]["values"]["distance_km"] = {"min": 250, "max": 250}
    claim = {"mention": "001-0", "field": "distance_km", "written": "250 km", "start": 24, "end": 30, "voices": []}
    line["claims"] = [claim]
    (error,) = _scores(tmp_path, [gold], [line]).errors
    assert (error.report, error.field, error.kind) == ("001", "distance_km", "wrong")
    assert error.sentence == "It flew 250 km on Monday at 6 a.m. and fell."


_GOLD_KEYS = tuple(gold_incident(Random(0)))


def test_sentence_of_a_span_that_crosses_two() -> None:
    text = "One fell. Two rose. Three sank.\nFour."
    assert around(text, 4, 15) == "One fell. Two rose."
    assert around(text, 20, 25) == "Three sank."


def test_folder_is_read_by_the_extractor_passed_in(tmp_path: Path) -> None:
    marked = [gold_report(Random(number), number) for number in range(1, 21)]
    gold = write(tmp_path / "gold.jsonl", marked)
    lines = [RootModel[dict[str, Any]](perfect(one)) for one in marked]
    assert score(gold, tmp_path, extract=lambda _: lines).row("ALL").f1 == 1.0
    with pytest.raises(UsageError, match="is a folder"):
        score(gold, tmp_path)


def test_a_line_that_is_no_json_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"id": "001", "relevant": false, "incidents": []}\n{"id"\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"gold\.jsonl:2: not JSON"):
        score(tmp_path / "gold.jsonl", tmp_path / "gold.jsonl")


def test_table_and_json_show_every_row(tmp_path: Path) -> None:
    rng = Random(2)
    marked = [gold_report(rng, number) for number in range(1, 20)]
    scores = _scores(tmp_path, marked, spoil(rng, [perfect(gold) for gold in marked], 0.3))
    console = Console(file=io.StringIO(), width=200)
    print_scores(scores, console, errors=True)
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert all(name in shown for name in scores.rows)
    assert shown.count(": marked ") == len(scores.errors)
    assert list(json.loads(as_json(scores))["rows"]) == list(scores.rows)


@pytest.mark.parametrize(
    ("rule", "left", "right", "same"),
    [
        (same_weapon, "Agni-IV", "Agni-4", True),
        (same_weapon, "Agni-IV", "Agni-5", False),
        (same_weapon, "Hwasong-11A", "KN-23", True),
        (same_weapon, "Hwasong-17", "Hwasong-18", False),
        (same_weapon, {"id": "minuteman-3", "name": "LGM-30G"}, "Minuteman III", True),
        (same_site, "Kaesong", "Kaechon", False),
        (same_site, {"id": None, "name": "Sohae", "written": "the site"}, "Tongchang-ri", True),
        (same_site, "Kaech'ŏn", "Kaechon", True),
        (same_source, "Japan Coast Guard", "Japan's coastguard", True),
        (same_source, "Joint Chiefs of Staff", "South Korea's Joint Chiefs of Staff", True),
        (same_source, "Pentagon", "State Department", False),
    ],
)
def test_names(rule: Any, left: object, right: str, same: bool) -> None:
    assert rule(left, right) is same
