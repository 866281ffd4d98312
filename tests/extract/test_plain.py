"""A text made even: its blocks keep their order, wherever among the blanks they begin and end."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.plain import plain
from reportedly.model import Block, BlockKind, Report, Span

TEXTS = st.lists(
    st.sampled_from(["missile", "fired", " ", "  ", "   \t ", "\n", "\n \n\n", "\r\n", "\u00a0\u00a0"])
).map("".join)


@given(TEXTS, st.data())
def test_a_block_may_begin_and_end_within_blanks(text: str, data: st.DataObject) -> None:
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    block = Block(Span(first, last), BlockKind.BODY)
    even = plain(Report("r", "r.txt", text, (block,), b"")).report
    assert 0 <= even.blocks[0].span.start <= even.blocks[0].span.end <= len(even.text)
