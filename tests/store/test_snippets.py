"""What is shown of a report that holds the words of a search: its body, never its front matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Block, BlockKind, Span
from reportedly.store.snippets import AFTER, BEFORE, CLOSES, OPENS, snippet

HEAD = "outlet: Sea Post\n"
BODY = "A missile fell into the sea. " + "It was seen from afar by many. " * 20 + "The sea was calm."


def blocks(head: str, body: str) -> tuple[Block, ...]:
    whole = len(head) + len(body)
    return (Block(Span(0, len(head)), BlockKind.BOILERPLATE), Block(Span(len(head), whole), BlockKind.BODY))


def marked(text: str, word: str) -> str:
    return text.replace(word, f"{OPENS}{word}{CLOSES}")


def test_words_of_the_body_are_shown_before_those_of_front_matter() -> None:
    text = marked(HEAD.replace("Sea", "sea") + BODY, "sea")
    shown = snippet(text, blocks(HEAD, BODY))
    assert shown.startswith(f"A missile fell into the {OPENS}sea{CLOSES}. It was seen")
    assert shown.endswith("…")
    assert "outlet" not in shown


def test_what_stands_in_front_matter_alone_is_not_shown() -> None:
    assert snippet(marked(HEAD + BODY, "Post"), blocks(HEAD, BODY)) == ""


@given(
    st.text(alphabet="ab \n", max_size=400), st.text(alphabet="ab \n", min_size=1, max_size=400), st.sampled_from("ab")
)
def test_a_snippet_is_a_part_of_the_text_with_its_marks_whole(head: str, body: str, word: str) -> None:
    shown = snippet(marked(head + body, word), blocks(head, body))
    assert bool(shown) == (word in body)
    assert shown.count(OPENS) == shown.count(CLOSES)
    plain = shown.replace(OPENS, "").replace(CLOSES, "").strip("…")
    assert len(plain) <= BEFORE + AFTER + 1
    assert plain.strip() in " ".join(body.split()) or not plain.strip()


@pytest.mark.parametrize("cut", [0, 1, len(HEAD)])
def test_no_mark_is_lost_where_a_block_begins(cut: int) -> None:
    assert OPENS in snippet(marked(HEAD[:cut] + BODY, "missile"), blocks(HEAD[:cut], BODY))
