"""What a briefing or a call is about: what its speakers announce before the first question."""

import re
from collections.abc import Sequence

from reportedly.codebook import Codebook
from reportedly.extract.sentences import Sentence
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.model import BlockKind
from reportedly.patterns import compiled

_TURN = compiled(r"^[*_]*(?:(?P<question>Q|QUESTION)\b:?|(?P<who>[A-Z][A-Z .,'’-]{3,60}):)[*_]*\s", re.MULTILINE)
_TURNS = 3  # speakers' turns that make a text a transcript
_ASKED = 60  # code points; a shorter question is a greeting
_SENTENCE = 40  # code points; less is a stamp or a label, where it tells no deed
_STOP = "."
_TELLINGS = 2  # sentences that tell something which happened; one is said in passing


def body_of(
    text: str, sentences: Sequence[Sentence], triggers: Sequence[Trigger], codebook: Codebook
) -> tuple[int, ...]:
    """The numbers of the sentences of some length, or that tell a deed, in order: of a transcript those from its announcement on,
    or where it has none those before the first question."""
    told = {
        t.sentence
        for t in triggers
        if t.modality is Modality.HAPPENED
        and t.shape is Shape.CLAUSE
        and not any(codebook.types[k].announced for k in t.types)
    }
    body = tuple(
        n
        for n, s in enumerate(sentences)
        if s.kind is BlockKind.BODY
        and (s.end - s.start > _SENTENCE or (n in told and text.endswith(_STOP, s.start, s.end)))
    )
    asked = _first_question(text)
    if asked is None:
        return body
    announced = sorted(n for n in told.intersection(body) if sentences[n].start < asked)
    if len(announced) >= _TELLINGS:
        return tuple(n for n in body if n >= announced[0])
    return tuple(n for n in body if sentences[n].start < asked)  # what is only asked about is no subject


def _first_question(text: str) -> int | None:
    """Where the first question of a transcript begins, its end where nobody asks; None for other texts."""
    turns = list(_TURN.finditer(text))
    if sum(t["who"] is not None for t in turns) < _TURNS:
        return None
    ends = [t.start() for t in turns[1:]] + [len(text)]
    asked = (t.start() for t, end in zip(turns, ends, strict=True) if t["question"] and end - t.end() > _ASKED)
    return next(asked, len(text))
