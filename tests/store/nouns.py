"""Strategies for every noun of the model, made from their annotations: a noun added later is covered at once."""

from hypothesis import strategies as st

from reportedly import model

WORDS = st.text(max_size=8)
NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
PLAIN = st.none() | st.booleans() | st.integers() | WORDS | st.tuples(WORDS)

st.register_type_strategy(
    model.Span, st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda p: model.Span(min(p), max(p)))
)
st.register_type_strategy(model.Quantity, st.builds(model.Quantity, NUMBERS, NUMBERS, WORDS, st.booleans()))
st.register_type_strategy(
    model.Place,
    st.builds(model.Place, WORDS, WORDS, WORDS, st.none() | WORDS, NUMBERS, NUMBERS, st.integers(1, 7)),
)
st.register_type_strategy(
    model.Support,
    st.builds(model.Support, *[st.integers(0, 1000)] * 4, st.lists(st.from_type(model.Backing), max_size=3).map(tuple)),
)
st.register_type_strategy(model.JoinReason, st.builds(model.JoinReason, WORDS, WORDS, st.floats(0, 1), WORDS))
st.register_type_strategy(model.Derived, st.builds(model.Derived, WORDS, st.dictionaries(WORDS, PLAIN, max_size=3)))
st.register_type_strategy(
    model.Finding,
    st.builds(model.Finding, reading=st.dictionaries(WORDS, PLAIN, max_size=3)),
)

# A report has columns of its own, for its bytes.
NOUNS = tuple(
    noun for name in model.__all__ if isinstance(noun := getattr(model, name), type) and noun is not model.Report
)
