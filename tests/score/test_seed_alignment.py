"""How marked claims of the first report are looked for: half an overlap, and the mention they belong to."""

import pytest
from evaluation.seed import SEED, MarkedClaim, align, answers, overlaps_by_half, read_marks
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Span
from reportedly.publish.contract import ClaimLine, ExtractLine, MentionLine, ReportLine

spans = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(spans, spans)
def test_overlap_by_half_is_mutual(left: Span, right: Span) -> None:
    assert overlaps_by_half(left, right) == overlaps_by_half(right, left)


@given(spans)
def test_a_span_overlaps_itself(span: Span) -> None:
    assert overlaps_by_half(span, span)


def _claim(mention: str, start: int, end: int) -> ClaimLine:
    return ClaimLine(
        id=f"{start}",
        mention=mention,
        field="count",
        value=None,
        written="",
        start=start,
        end=end,
        voices=(),
        inherited=False,
        cue=None,
        stance="asserted",
        rule="",
    )


def _line(*claims: ClaimLine) -> ExtractLine:
    blank = dict.fromkeys(("id", "url", "outlet", "title", "published", "language", "problem"))
    mentions = dict.fromkeys(claim.mention for claim in claims)
    return ExtractLine(
        report=ReportLine(**blank, path="p", relevant=True),
        mentions=tuple(
            MentionLine(id=name, type="t", role="main", state=None, values={}, derived_values={}, shots=())
            for name in mentions
        ),
        claims=claims,
    )


MARKS = (
    MarkedClaim("c1", ("i1",), "type", "", (Span(0, 10),)),
    MarkedClaim("c2", ("i1",), "count", "", (Span(20, 30), Span(60, 70))),
    MarkedClaim("c3", ("i2", "i1"), "statement", "", (Span(40, 50),)),
    MarkedClaim("c4", ("i3",), "date", "", (Span(80, 90),)),
)


def test_a_claim_of_the_wrong_mention_is_not_found() -> None:
    line = _line(_claim("m1", 0, 10), _claim("m1", 20, 30), _claim("m1", 80, 90))
    found = answers(MARKS, line)
    assert align(MARKS, line) == {"i1": "m1"}
    assert [bool(found[mark.id]) for mark in MARKS] == [True, True, False, False]


def test_a_repeated_claim_and_a_statement_on_its_incident_are_found() -> None:
    line = _line(_claim("m1", 0, 10), _claim("m1", 62, 70), _claim("m1", 44, 52), _claim("m2", 85, 99))
    assert all(answers(MARKS, line).values())


@pytest.mark.skipif(not SEED.exists(), reason=f"the first report is a third party's and not at {SEED}")
def test_marks_stand_where_their_words_are() -> None:
    text = (SEED / "report.txt").read_text(encoding="utf-8")
    marks = read_marks(SEED)
    assert len(marks) == 33
    assert all(mark.spans[0].of(text) == mark.written for mark in marks)
