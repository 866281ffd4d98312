"""Paragraphs of plain text: a wrap at a margin ends none, a line of its own is one."""

from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Span
from reportedly.patterns import compiled
from reportedly.readers.split import paragraphs, sentences

STORY = (
    "North Korea fired two short-range ballistic missiles from Kaechon toward the Sea of Japan on Wednesday, South "
    "Korea's Joint Chiefs of Staff said, adding that they flew about 400 km.",
    "Japan's Ministry of Defense said that at least two Hwasong-11 missiles had been fired at 6:50 a.m. from South "
    "Pyongan Province, according to the Korean Central News Agency.",
    "Defense Minister Minoru Kihara told reporters that the United States Indo-Pacific Command had been told of it.",
)


def _of(text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in paragraphs(text)]


@given(st.integers(36, 95), st.sampled_from(["\n", "\r\n", "\r"]))
def test_a_text_wrapped_at_any_margin_keeps_its_paragraphs(margin: int, end: str) -> None:
    text = "\n\n".join(fill(part, margin, break_on_hyphens=False) for part in STORY).replace("\n", end)
    assert _of(text) == list(STORY)


def test_a_headline_over_a_wrapped_text_stays_apart() -> None:
    head = "North Korea fires missiles\nBy Our Correspondent"
    text = f"{head}\n\n" + "\n\n".join(fill(part, 60) for part in STORY)
    assert _of(text) == [*head.split("\n"), *STORY]


def test_a_line_that_breaks_a_sentence_is_joined_in_a_text_of_long_lines() -> None:
    broken = STORY[0].replace("toward the", "toward\nthe")
    assert _of("\n".join([broken, *STORY[1:]])) == list(STORY)


@pytest.mark.parametrize("lines", [STORY, ("North Korea fires missiles", "Two die in Lima fire", "Rain on Sunday")])
def test_lines_of_their_own_stay_apart(lines: tuple[str, ...]) -> None:
    assert _of("\n".join(lines)) == list(lines)


def test_a_label_in_brackets_at_the_head_of_a_paragraph_stands_by_itself() -> None:
    text = "(Source: Army News; May 4) Two missiles flew. Both fell."
    found = [span.of(text).strip() for span in sentences(text, Span(0, len(text)), compiled(r"(?!)"))]
    assert found == ["(Source: Army News; May 4)", "Two missiles flew.", "Both fell."]
