"""How marks of derived claims are matched with findings."""

import json

import pytest
from evaluation.derived import MARKS, overlap, read_marks, same_kind
from evaluation.derived_fresh import articles
from evaluation.reading import DEV
from tests.check.articles import BOOK

from reportedly.model import Verdict


@pytest.mark.parametrize("name", ["dev.jsonl", "aside.jsonl"])
def test_marks_stand_in_their_reports(name: str) -> None:
    texts = {path.stem: json.loads(path.read_text("utf-8")) for path in (DEV / "reports").glob("*.json")}
    for mark in read_marks(MARKS / name):
        report = texts[mark.report.split("/")[1]]
        assert any(words in f"{report['title']}\n\n{report['text']}" for words in mark.words), mark


@pytest.mark.parametrize(
    ("words", "spans", "shared"),
    [
        (["second test in a week"], [(7, 28)], 21),
        (["second test in a week"], [(13, 17)], 4),
        (["second test"], [(14, 28)], 0),
        (["no such words", "in a week"], [(0, 5), (19, 28)], 9),
    ],
)
def test_half_of_the_shorter_has_to_be_shared(words: list[str], spans: list[tuple[int, int]], shared: int) -> None:
    assert overlap("It was second test in a week.", words, spans) == shared


def test_a_rank_is_a_rank_in_whatever_window() -> None:
    assert same_kind("rank_in_period", "ordinal_in_window")
    assert same_kind("gap_at_least", "first_since")
    assert not same_kind("first_ever", "first_since")


def test_fresh_marks_stand_in_their_articles() -> None:
    for row in articles():
        for mark in row["marks"]:
            assert mark["text"] in row["text"]
            assert mark["kind"] in BOOK.checks
            assert mark["verdict"] in set(Verdict)
