"""What is written otherwise still says the same, and what is read otherwise is told once, in both directions."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from evaluation.variation.comparing import changes
from evaluation.variation.kinds import KINDS
from evaluation.variation.printed import Printed, Told, printed_of, sentences
from evaluation.variation.trying import OF_A_FORM, variants
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.score.gold import gold_report
from reportedly.score.predicted import FoundMention, FoundReport

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "variation.yaml").read_text("utf-8"))
MAIN = {
    "incident": "PRK-2024-09-18-srbm", "type": "missile_launch", "main": True, "state": "PRK", "date_local": "2024-09-18",
    "count_min": 2, "count_max": 2,
}  # fmt: skip
GOLD = gold_report({"id": "1", "relevant": True, "incidents": [MAIN]})
DAY = {"earliest": "2024-09-18", "latest": "2024-09-18"}
MENTION = FoundMention("m", "missile_launch", True, "PRK", {"date": DAY, "count": {"min": 2, "max": 2}})
FOUND = FoundReport(True, (MENTION,))
PIECES = (
    (
        "North",
        "Korea",
        "fired",
        "two",
        "2",
        "a",
        "missiles",
        ",",
        ".",
        "said",
        "the ministry",
        "that",
        "at",
        "6:50 a.m.",
        "06:50 GMT",
    ),
    (
        "Wednesday",
        "Sept. 18",
        "on",
        "400 km",
        "(249 miles)",
        "According to",
        "South Korea's military",
        "Joint Chiefs of Staff",
    ),
    ("Kaechon", "Hwasong-14", '"', "“", "’", "—", "\n\n", "U.S.", "launch", "18 September 2024"),
)
WORDS = st.lists(st.sampled_from([piece for row in PIECES for piece in row]), max_size=40).map(" ".join)


def told(body: str, title: str = "") -> Told:
    """A report of a launch on Wednesday, 18 September 2024, printed that day."""
    printed = printed_of({"id": "1", "title": title, "text": body, "published": "2024-09-18"})
    return Told("1", printed, GOLD, replace(FOUND, text=printed.text))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}: {case['text'][:50]}")
def test_each_form_is_written_as_papers_print_it(case: dict[str, Any]) -> None:
    found = {one.form: one.printed.body for one in KINDS[case["kind"]](told(case["text"]))}
    assert {form: found.get(form) for form in case["becomes"]} == case["becomes"]


@settings(deadline=None, max_examples=60)
@given(WORDS, WORDS)
def test_whatever_is_printed_every_variant_is_another_and_only_a_few_are_tried(title: str, body: str) -> None:
    one = told(body, title)
    for kind in KINDS:
        found = variants(one, kind)
        assert all(variant.printed.file != one.printed.file for variant in found)
        assert all([v.form for v in found].count(form) <= OF_A_FORM for form in {v.form for v in found})


@given(st.integers(1, 28), st.sampled_from(["January", "March", "June", "December"]), st.booleans())
def test_a_date_turned_and_turned_back_is_the_date(day: int, month: str, year: bool) -> None:
    text = f"It was on {month} {day}{', 2024' if year else ''}."
    (turned,) = (one for one in KINDS["dates"](told(text)) if one.form == "day first")
    (back,) = (one for one in KINDS["dates"](told(turned.printed.body)) if one.form == "month first")
    assert back.printed.body == text


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_clock_turned_and_turned_back_is_the_clock(hour: int, minute: int) -> None:
    text = f"It rose at {hour:02}:{minute:02} local time."
    (turned,) = (one for one in KINDS["clocks"](told(text)) if one.form == "6:50 a.m.")
    (back,) = (one for one in KINDS["clocks"](told(turned.printed.body)) if one.form == "06:50")
    assert back.printed.body == text


@given(WORDS)
def test_sentences_hold_every_word(body: str) -> None:
    assert "".join("".join(body[a:b] for a, b in sentences(body)).split()) == "".join(body.split())


@given(st.integers(0, 3), st.integers(0, 3))
def test_what_is_read_alike_is_no_change_and_a_change_is_one_both_ways(one: int, other: int) -> None:
    before, after = (_counted(n) for n in (one, other))
    there, back = changes(GOLD, before, after), changes(GOLD, after, before)
    assert [(c.field, c.before, c.after) for c in there] == [(c.field, c.after, c.before) for c in back]
    assert bool(there) == (one != other)


def _counted(count: int) -> FoundReport:
    values = {"date": DAY, "count": {"min": count, "max": count}}
    return replace(FOUND, mentions=(replace(MENTION, values=values),))


def test_a_change_is_judged_by_the_marks() -> None:
    (lost,) = changes(GOLD, FOUND, replace(FOUND, mentions=()))
    assert (lost.field, lost.effect) == ("main", "fell")
    (mended,) = changes(GOLD, _counted(3), FOUND)
    assert (mended.field, mended.effect) == ("count", "rose")
    (other,) = changes(GOLD, _counted(3), _counted(4))
    assert other.effect == "other"


def test_days_move_together_and_what_is_read_of_them_is_moved_back() -> None:
    body = "North Korea fired two missiles on Wednesday, after three on Thursday, Sept. 12."
    for one in KINDS["days shifted"](told(body)):
        assert one.undo is not None
        step = int(one.form.removeprefix("by "))
        moved = dict.fromkeys(DAY, f"2024-09-{18 + step}")
        read = replace(FOUND, mentions=(replace(MENTION, values={**MENTION.values, "date": moved}),))
        assert one.undo(read).mentions == FOUND.mentions
        assert (one.printed.published or "")[-2:] == f"{18 + step}"
        assert re.search(rf"Sept\. {12 + step}\b", one.printed.body)


def test_what_only_a_dropped_stretch_says_may_go() -> None:
    printed = Printed("Two fired", "It happened on Wednesday.", "2024-09-18", {})
    without = replace(FOUND, mentions=(replace(MENTION, values={"date": DAY}),))
    assert changes(GOLD, replace(FOUND, text=printed.text), without, dropped=(0, 9)) == ()
    assert [c.field for c in changes(GOLD, FOUND, without)] == ["count"]
