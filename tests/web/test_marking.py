"""A report's text cut wherever a claim begins or ends: nothing is lost, and every claim is found again."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Block, BlockKind, Claim, Report, Span
from reportedly.publish.excerpts import LONGEST, excerpts, whole
from reportedly.web.marking import Stretch, stretches

KINDS = st.sampled_from(list(BlockKind))
WORDS = st.text(st.sampled_from("ab.\n <&"), min_size=1, max_size=60)


def claim(start: int, end: int, text: str) -> Claim:
    return Claim(f"{start}-{end}", "m", "count", None, text[start:end], Span(start, end))


def report(text: str, blocks: tuple[Block, ...] | None = None) -> Report:
    return Report("r", "a.txt", text, blocks or (Block(Span(0, len(text)), BlockKind.BODY),), text.encode())


def text_of(found: tuple[Stretch, ...]) -> str:
    return "".join(cut.text for stretch in found for cut in stretch.cuts)


@given(WORDS, st.data())
def test_cut_at_claims_the_text_is_whole_and_each_claim_stands_where_it_was_written(
    text: str, data: st.DataObject
) -> None:
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=6))
    claims = [claim(a, b, text) for a, b in {(min(s), max(s)) for s in spans} if text[a:b].strip() == text[a:b] != ""]
    middle = data.draw(st.integers(0, len(text)))
    halves = (Block(Span(0, middle), BlockKind.TITLE), Block(Span(middle, len(text)), data.draw(KINDS)))
    made = report(text, halves)
    found = stretches(made, claims, whole(made))
    assert "".join(text_of(found).split()) == "".join(text.split())
    for one in claims:
        borne = "".join(cut.text for stretch in found for cut in stretch.cuts if one in cut.claims)
        assert "".join(borne.split()) == "".join(one.written.split())
        assert sum(one in cut.begins for stretch in found for cut in stretch.cuts) == 1


@given(WORDS, st.data())
def test_excerpts_hold_every_claim_and_say_where_something_is_left_out(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made, one = report(text), claim(start, end, text)
    parts = excerpts(made, [one])
    assert any(part.covers(one.span) for part in parts)
    assert list(parts) == sorted(parts)
    found = stretches(made, [one], parts)
    shown = "".join(text_of(found).split())
    if len(shown) < len("".join(text.split())) and shown:
        assert any(stretch.gap for stretch in found)


def test_claims_that_overlap_share_a_cut() -> None:
    text = "fired two missiles"
    found = stretches(report(text), [claim(0, 9, text), claim(6, 18, text), claim(6, 9, text)], [Span(0, 18)])
    cuts = found[0].cuts
    assert [(cut.text, len(cut.claims)) for cut in cuts] == [("fired ", 1), ("two", 3), (" missiles", 1)]
    assert [one.id for one in cuts[1].begins] == ["6-18", "6-9"]


def test_a_sentence_without_an_end_is_shown_around_the_claim_alone() -> None:
    text = "word " * 1000
    (part,) = excerpts(report(text), [claim(2500, 2504, text)])
    assert len(part) < LONGEST


def test_a_sentence_that_points_back_brings_the_one_before_it() -> None:
    text = "Nobody was hurt. One was fired. It flew 400 km. Two is not."
    parts = excerpts(report(text), [claim(40, 46, text)])
    assert [text[part.start : part.end] for part in parts] == ["One was fired.", "It flew 400 km."]


def test_sentences_without_a_claim_are_left_out_of_excerpts() -> None:
    text = "One is said. Two is not. Three is not. Four is said."
    found = stretches(
        report(text),
        [claim(0, 3, text), claim(39, 43, text)],
        excerpts(report(text), [claim(0, 3, text), claim(39, 43, text)]),
    )
    assert [(text_of((stretch,)), stretch.gap) for stretch in found] == [
        ("One is said.", False),
        ("Four is said.", True),
    ]
