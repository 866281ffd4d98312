"""Who says what: every case is a text, words of it, and the speakers they must get."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.codebook import load
from reportedly.extract.attribution import Attribution, Voices, attribute, prepare
from reportedly.extract.sentences import Sentence, split
from reportedly.model import Block, BlockKind, Span

CASES = Path(__file__).parent / "cases"
BOOK = load()


def read(text: str) -> tuple[tuple[Sentence, ...], tuple[Attribution, ...]]:
    """The sentences and attributions of a body text."""
    sentences = split(text, (Block(Span(0, len(text)), BlockKind.BODY),))
    return sentences, attribute(prepare(text, sentences, BOOK.names.find(text), BOOK), BOOK)


def _cases() -> list[tuple[str, dict[str, object]]]:
    cases = yaml.safe_load((CASES / "attribution.yaml").read_text(encoding="utf-8"))
    return [(case["text"], said) for case in cases for said in case["says"]]


@pytest.mark.parametrize(("text", "said"), _cases(), ids=lambda v: str(v)[:60])
def test_words_get_their_speakers(text: str, said: dict[str, object]) -> None:
    words = str(said["words"])
    at = text.index(words)
    found = Voices(read(text)[1]).of(Span(at, at + len(words)))
    assert ([v.name for v in found.voices] if found else []) == said["voices"]
    assert (found.inherited if found else False) == said.get("inherited", False)


def _speakers() -> list[tuple[str, list[str]]]:
    cases = yaml.safe_load((CASES / "speakers.yaml").read_text(encoding="utf-8"))
    return [(case["text"], case["who"]) for case in cases]


@pytest.mark.parametrize(("text", "who"), _speakers(), ids=lambda v: str(v)[:60])
def test_everybody_who_speaks_is_found_and_nobody_else(text: str, who: list[str]) -> None:
    voices = [v for a in read(text)[1] if not a.inherited for v in a.voices]
    assert {p.name for v in voices for p in (v.joint or (v,))} == set(who)


_PIECES = st.lists(
    st.sampled_from(
        [
            *("South Korea's Joint Chiefs of Staff", "Japan", "the JCS", "it", "Kim Jong Un", "KCNA", "officials"),
            *("said", "according to", "citing", "reported", "condemned", "told", "quoted", "as saying", "and", "that"),
            *("two missiles flew 400 km", "the launch", ",", ".", ";", ":", "“", "”", "(JCS)", "in Seoul", "while"),
        ]
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(_PIECES)
def test_any_words_are_read_inside_their_sentence_with_a_named_speaker(pieces: list[str]) -> None:
    text = " ".join(pieces)
    sentences, found = read(text)
    for a in found:
        whole = sentences[a.sentence].span
        assert all(whole.covers(c) for c in a.content)
        assert whole.covers(a.cue_span) or a.inherited or a.quote
        assert 1 <= len(a.voices) <= 4
        assert len({v.id for v in a.voices}) == len(a.voices)
        assert all(v.name for v in a.voices)
    assert read(text) == (sentences, found)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hana Lindqvist, a lecturer at a naval college, said the missile was new.", "academic"),
        ("The missile was new, said Hana Lindqvist of the Baltic Institute for Security Studies.", "academic"),
        ("Hana Lindqvist, who teaches at Uppsala University, said the missile was new.", "academic"),
        ("Hana Lindqvist, a spokeswoman for the ministry, said the missile was new.", "official"),
        ("The missile was new, said Hana Lindqvist of the Coastal Command.", "official"),
    ],
)
def test_a_scholar_is_known_by_what_is_told_of_the_name(text: str, kind: str) -> None:
    _, said = read(text)
    assert {v.kind for a in said for v in a.voices if v.name == "Hana Lindqvist"} == {kind}
