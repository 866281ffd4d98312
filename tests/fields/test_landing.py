"""Where it came down: the cases, the areas of names found, and the laws of spans."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportedly.fields import landing

CASES = yaml.load((Path(__file__).parent / "cases" / "landing.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
PIECES = st.sampled_from(
    [
        "fell",
        "landed",
        "into",
        "the Sea of Japan",
        "off",
        "its east coast",
        "outside",
        "Japan's exclusive economic zone",
        ", ",
        ". ",
        "and",
        "fired",
        "toward",
        "250 km",
        "west of",
        "hit",
        "Guam",
        "on Monday",
        "none",
        "reached",
        "waters between",
    ]
)


@dataclass(frozen=True)
class Name:
    """A name found in a text."""

    start: int
    end: int
    kind: str
    id: str


@pytest.mark.parametrize(
    "text", ["The missile did not fly over Japan.", "No missile crossed Japan.", "It fell without crossing Japan."]
)
def test_a_flight_that_is_denied_is_marked_so(text: str) -> None:
    assert [zone.denied for zone in landing.find_eez(text)] == [True]


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:50] for c in CASES])
def test_case(case: Mapping[str, str | Sequence[Sequence[str]]]) -> None:
    text = str(case["text"])
    found = [[e.written, e.role, e.eez or ""] for e in landing.find(text)]
    found += [[z.written, "zone", z.code] for z in landing.find_eez(text)]
    assert found == case["found"]


def test_areas_are_the_seas_named_inside() -> None:
    text = "It fell in the Sea of Japan after a launch from Sunan."
    sea = Name(text.index("Sea"), text.index("Sea") + len("Sea of Japan"), "sea", "sea_of_japan")
    site = Name(text.index("Sunan"), text.index("Sunan") + 5, "site", "sunan")
    (found,) = landing.find(text, [sea, site])
    assert found.value.areas == ("sea_of_japan",)


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=60))
def test_spans_are_the_text_in_order_and_apart(text: str) -> None:
    found = landing.find(text)
    for e in found:
        assert text[e.start : e.end] == e.written == e.value.written
    for left, right in itertools.pairwise(found):
        assert left.end <= right.start
