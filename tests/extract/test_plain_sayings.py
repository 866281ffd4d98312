"""A plain attributed sentence gives its words their speaker and stance, whichever of its usual parts stand together."""

from hypothesis import given, settings
from sayings import Saying, sayings

from reportedly.codebook import load
from reportedly.extract.attribution import Voices, attribute, prepare
from reportedly.extract.sentences import split
from reportedly.extract.stance import stance_at
from reportedly.model import Block, BlockKind, Span

BOOK = load()


@given(sayings())
@settings(max_examples=500, deadline=None)
def test_a_plain_saying_has_its_speaker_and_stance(saying: Saying) -> None:
    text = saying.text
    sentences = split(text, (Block(Span(0, len(text)), BlockKind.BODY),))
    found = Voices(attribute(prepare(text, sentences, BOOK.names.find(text), BOOK), BOOK))
    at = text.index(saying.words)
    span = Span(at, at + len(saying.words))
    said = found.of(span)
    assert said is not None
    assert said.voices[-1].id == saying.voice
    assert stance_at(text, sentences[0].span, span, said.stance, BOOK) in saying.stances
