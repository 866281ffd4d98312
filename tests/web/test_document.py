"""A marked text is the text: nothing is lost, nothing is told twice, and what is marked is what is claimed."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Block, BlockKind, Claim, Report, Span
from reportedly.web.document import document

TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)


@st.composite
def marked(draw: st.DrawFn) -> tuple[Report, list[Claim]]:
    """A report with claims at any places, over and beside each other, and with a block that makes none."""
    text = draw(TEXTS)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted).map(tuple)
    spans = [Span(*place) for place in draw(st.lists(places, max_size=8)) if place[0] < place[1]]
    claims = [
        Claim(str(nth), "mention", "count", None, text[span.start : span.end], span) for nth, span in enumerate(spans)
    ]
    start, end = draw(places)
    blocks = (Block(Span(start, end), draw(st.sampled_from(BlockKind))),) if start < end else ()
    return Report("id", "a.txt", text, blocks, text.encode()), claims


@given(marked())
def test_stretches_are_the_text_and_marks_are_the_claims(told: tuple[Report, list[Claim]]) -> None:
    report, claims = told
    chosen = [claim.id for claim in claims[:1]]
    stretches = document(report, claims, chosen).stretches
    assert "".join(one.text for one in stretches) == report.text
    assert all(one.text for one in stretches)
    for claim in claims:
        assert "".join(one.text for one in stretches if claim.id in one.claims) == claim.written
    assert sum(one.first for one in stretches) == len(chosen)
    assert "".join(one.text for one in stretches if one.chosen) == (claims[0].written if claims else "")
