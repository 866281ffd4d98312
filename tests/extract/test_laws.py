"""What holds of every reading, whatever the text."""

from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import codebook
from reportedly.extract.extractor import Extractor
from reportedly.model import Extraction, Report
from reportedly.readers import Hints, read

EXTRACTOR = Extractor(codebook.load(), parse=False)
CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("cases").joinpath("reports.yaml").read_text("utf-8")
)
SENTENCES = [s for case in CASES for s in case["text"].splitlines() if s]
PARTS = st.one_of(
    st.sampled_from(SENTENCES),
    st.text(max_size=40),
    st.sampled_from(
        ["(", "\u201c", "--", "\u00a0", "6:50 a.m.", "400 km (249 miles)", "Kim said:", "\U0001f680", "e\u0301"]
    ),
)
TEXTS = st.lists(PARTS, min_size=1, max_size=8).map("\n\n".join)


def report_of(text: str) -> Report | None:
    """The report a text is, or nothing where the text is refused as a problem."""
    item = next(iter(read("law.txt", text.encode("utf-8", "replace"), hints=Hints(published="2024-09-18"))), None)
    return item if isinstance(item, Report) else None


def extracted(text: str) -> tuple[Report, Extraction] | None:
    report = report_of(text)
    return None if report is None else (report, EXTRACTOR.extract(report))


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_a_claim_stands_where_it_says_it_stands(text: str) -> None:
    found = extracted(text)
    if found is None:
        return
    report, extraction = found
    for claim in extraction.claims:
        assert report.text[claim.span.start : claim.span.end] == claim.written
    mentions = {m.id for m in extraction.mentions}
    assert {c.mention for c in extraction.claims} <= mentions
    assert len(mentions) == len(extraction.mentions)


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_reading_again_says_the_same(text: str) -> None:
    assert extracted(text) == extracted(text)


@given(
    st.sampled_from(CASES), st.lists(st.sampled_from(["Share this article", "Sign up for our newsletter"]), max_size=2)
)
@settings(max_examples=30, deadline=None)
def test_a_site_s_own_lines_say_nothing_of_an_incident(case: dict[str, Any], lines: list[str]) -> None:
    plain = extracted(case["text"])
    dressed = extracted("\n\n".join([case["text"].rstrip(), *lines]))
    assert plain is not None and dressed is not None
    assert [(c.field, c.written) for c in plain[1].claims] == [(c.field, c.written) for c in dressed[1].claims]
