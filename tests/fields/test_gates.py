"""Gates open for every pattern that a text holds: all those of the program together, and none of them forgotten."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fields.test_gated import MADE, PATTERNS, SENTENCES

from reportedly.fields.gated import Gated
from reportedly.fields.gates import Gates

ALL = Gates(PATTERNS)
BY_PIECES = Gates(PATTERNS, by_pieces=True)


def _held(text: str, start: int, end: int) -> set[int]:
    return {n for n, gated in enumerate(PATTERNS) if gated.plain.search(text, start, end) is not None}


def test_no_pattern_is_shut_out_of_a_case_that_holds_it() -> None:
    for text in SENTENCES[:: max(1, len(SENTENCES) // 400)]:
        assert _held(text, 0, len(text)) <= set(ALL.open_in(text)) & set(BY_PIECES.open_in(text)), text


@given(MADE, st.integers(0, 20), st.integers(0, 200))
@settings(max_examples=60, deadline=None)
def test_no_pattern_is_shut_out_of_a_part_of_a_text_that_holds_it(text: str, start: int, end: int) -> None:
    held = _held(text, start, min(end, len(text)))
    assert held <= set(ALL.open_in(text, start, min(end, len(text))))
    assert held <= set(BY_PIECES.open_in(text, start, min(end, len(text))))


def test_only_those_open_whose_words_are_there_in_the_order_given() -> None:
    gates = Gates([Gated(r"\bmissiles?\b"), Gated(r"\bparades?\b"), Gated(r"[A-Z]\w+"), Gated(r"\b(?:fired|shot)\b")])
    assert gates.open_in("two missiles were shot at sea") == [0, 2, 3]  # of the third nothing is known
    assert gates.open_in("nothing of the kind") == [2]
