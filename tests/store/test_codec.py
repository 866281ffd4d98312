"""What the ledger writes down, it reads back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nouns import NOUNS

from reportedly.store.codec import dumps, loads


@given(st.one_of(*(st.from_type(noun) for noun in NOUNS)))
@settings(max_examples=400, deadline=None)
def test_every_noun_comes_back_as_it_was(noun: object) -> None:
    assert loads(dumps(noun)) == noun


@given(st.one_of(*(st.from_type(noun) for noun in NOUNS)))
@settings(max_examples=100, deadline=None)
def test_a_line_read_and_written_again_is_the_same_line(noun: object) -> None:
    assert dumps(loads(dumps(noun))) == dumps(noun)


def test_what_the_model_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot keep a complex"):
        dumps(1j)
