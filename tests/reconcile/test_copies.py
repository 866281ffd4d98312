"""Texts that stand in others, wholly or in part."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Report
from reportedly.reconcile.copies import LEAST, RUN, copied, wording

WORDS = st.lists(st.sampled_from([f"word{n}" for n in range(400)]), min_size=80, max_size=160)


def text_of(id_: str, text: str) -> Report:
    """A report of this text."""
    return Report(id_, f"{id_}.txt", text, (), b"")


@given(WORDS, st.integers(0, 30))
def test_an_excerpt_is_found_wherever_it_begins(words: list[str], start: int) -> None:
    whole = wording(text_of("whole", " ".join(words)))
    part = wording(text_of("part", " ".join(words[start : start + 50])))
    assert part.share(whole) in (0.0, 1.0)
    assert copied([part], [whole]) == ({"part": "whole"} if len(part.runs) >= LEAST else {})


@given(WORDS)
def test_a_text_in_other_words_is_no_copy(words: list[str]) -> None:
    other = " ".join(f"{word}x" for word in words)
    assert copied([wording(text_of("a", " ".join(words)))], [wording(text_of("b", other))]) == {}


def test_a_few_words_are_no_copy() -> None:
    few = " ".join(f"word{n}" for n in range(LEAST + RUN - 2))
    assert copied([wording(text_of("a", few))], [wording(text_of("b", few))]) == {}


def test_a_quoted_statement_makes_no_copy() -> None:
    statement = " ".join(f"word{n}" for n in range(60))
    first, second = (wording(text_of(id_, f"{id_} said: \u201c{statement}\u201d")) for id_ in ("a", "b"))
    assert first.share(second) == 0


def test_the_first_of_several_is_the_one_that_is_copied() -> None:
    text = " ".join(f"word{n}" for n in range(60))
    texts = [wording(text_of(id_, text)) for id_ in ("a", "b", "c")]
    assert copied(texts, texts) == {"b": "a", "c": "a"}
