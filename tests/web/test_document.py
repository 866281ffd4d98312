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
def test_a_marked_text_is_the_text_and_marks_are_the_claims(told: tuple[Report, list[Claim]]) -> None:
    report, claims = told
    chosen = [claim.id for claim in claims[:1]]
    pieces = [piece for block in document(report, claims, chosen).paragraphs for piece in block.pieces]
    assert plain("".join(one.text for one in pieces)) == plain(report.text)
    for claim in claims:
        assert plain("".join(one.text for one in pieces if claim.id in one.claims)) == plain(claim.written)
    seen = [one for one in pieces if one.chosen]
    assert [one for one in pieces if one.first] == seen[:1]


def plain(text: str) -> str:
    """The text without white space: what stands between blocks is not shown."""
    return "".join(text.split())
