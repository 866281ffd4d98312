"""What is taken of a text is known without asking every find before."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.fields.taken import Taken

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda s: (s[0], sum(s))), max_size=12)


@given(SPANS)
def test_a_span_is_free_exactly_where_no_other_overlaps_it(spans: list[tuple[int, int]]) -> None:
    taken = Taken(50)
    for number, (start, end) in enumerate(spans):
        assert taken.free(start, end) is not any(low < end and start < high for low, high in spans[:number])
        taken.take(start, end)
        assert not taken.free(start, end)
