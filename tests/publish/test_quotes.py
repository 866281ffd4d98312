"""The sentences that claims stand in."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Block, BlockKind, Claim, Report, Span
from reportedly.publish.quotes import Sentences, leans

TEXT = "Missiles fly\n\nNorth Korea fired two\nmissiles. They flew 400 km, Seoul said. Nobody was hurt."
BLOCKS = (Block(Span(0, 12), BlockKind.TITLE), Block(Span(14, len(TEXT)), BlockKind.BODY))


def report(text: str = TEXT, blocks: tuple[Block, ...] = BLOCKS) -> Report:
    return Report("r", "a.txt", text, blocks, text.encode())


def claim(words: str, text: str = TEXT) -> Claim:
    start = text.index(words)
    return Claim(words, "m", "count", None, words, Span(start, start + len(words)))


def test_the_words_of_a_claim_stand_apart_in_its_sentence() -> None:
    quote = Sentences({"r": report()}).quote("r", [claim("two\nmissiles")])
    assert [(piece.text, piece.told) for piece in quote.pieces] == [
        ("North Korea fired ", False),
        ("two missiles", True),
        (".", False),
    ]
    assert quote.claim == "two\nmissiles"


def test_one_sentence_stands_on_either_side_and_none_of_another_kind_of_block() -> None:
    sentences = Sentences({"r": report()})
    quote = sentences.quote("r", [claim("400 km")])
    assert (quote.before, quote.after) == ("North Korea fired two missiles.", "Nobody was hurt.")
    assert sentences.quote("r", [claim("two")]).before == ""
    assert sentences.quote("r", [claim("hurt")]).after == ""


def test_a_sentence_that_points_back_leans_on_the_one_before_it() -> None:
    sentences = Sentences({"r": report()})
    assert sentences.quote("r", [claim("400 km")]).leans
    assert not sentences.quote("r", [claim("hurt")]).leans
    assert not sentences.quote("r", [claim("two")]).leans
    assert all(map(leans, ("Both fell.", "“It flew,” he said.", "The two came down.", "These were seen.")))
    assert not any(
        map(leans, ("The missile flew.", "It is not clear how far.", "Italy said so.", "Theirs is another."))
    )


def test_claims_that_overlap_are_marked_once() -> None:
    quote = Sentences({"r": report()}).quote("r", [claim("fired two"), claim("two\nmissiles"), claim("two")])
    assert [piece.text for piece in quote.pieces if piece.told] == ["fired two", " missiles"]
    assert quote.text == "North Korea fired two missiles."


def test_a_claim_that_reaches_into_another_sentence_takes_it_along() -> None:
    quote = Sentences({"r": report()}).quote("r", [claim("missiles. They flew")])
    assert quote.text == "North Korea fired two missiles. They flew"


@given(st.text(max_size=80), st.data())
def test_whatever_is_cut_the_sentence_is_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    made = report(text, (Block(Span(0, len(text)), BlockKind.BODY),))
    quote = Sentences({"r": made}).quote("r", [Claim("c", "m", "count", None, text[start:end], Span(start, end))])
    assert "".join(quote.text.split()) == "".join(quote.span.of(text).lstrip("# ").split())
