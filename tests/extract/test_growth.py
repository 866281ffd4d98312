"""What reading costs grows with the length of a text and no faster: lines run are counted, so no clock decides."""

import sys
from types import FrameType
from typing import Any

import pytest
from tests.extract.core import BOOK

from reportedly.extract.extractor import Extractor
from reportedly.model import Block, BlockKind, Report, Span

DENSE = (
    "North Korea fired two short-range ballistic missiles from Sunan towards the East Sea on {day} March {year}, the "
    "Joint Chiefs of Staff said. The missiles flew about 300 km at an altitude of 50 km before they fell into the sea. "
    "Analyst Park Won-gon said the Hwasong-11 may have been tested for the third time this year. Park said its range "
    "was unclear. Japan's defence ministry said they landed outside its exclusive economic zone. It condemned the launch."
)
EXTRACTOR = Extractor(BOOK, parse=False)


def lines_run(paragraphs: int) -> int:
    """How many lines of the program run while a text of so many paragraphs is read."""
    text = "\n\n".join(DENSE.format(day=1 + n % 28, year=2000 + n // 28) for n in range(paragraphs))
    report = Report("r", "r.txt", text, (Block(Span(0, len(text)), BlockKind.BODY),), b"")
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event in ("line", "call")
        return trace if "reportedly" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        EXTRACTOR.extract(report)
    finally:
        sys.settrace(before)
    return count


def test_four_times_the_text_is_four_times_the_work() -> None:
    lines_run(1)  # what is made once for all reports
    assert lines_run(60) / lines_run(15) == pytest.approx(4, rel=0.25)


def test_a_paragraph_of_a_thousand_sentences_is_read() -> None:
    told = "North Korea fired a missile from Wonsan on Wednesday, Seoul said."
    text = f"{told} {' '.join(f'It flew about {300 + n} km.' for n in range(1200))}"
    report = Report("r", "r.txt", text, (Block(Span(0, len(text)), BlockKind.BODY),), b"")
    (mention,) = EXTRACTOR.extract(report).mentions
    assert sum(claim.field == "distance_km" for claim in mention.claims) > 1000
