"""What each stretch of a text is: title, body, caption, repeated, or furniture of the page.

The blocks partition the text: in order, without overlap, nothing left out. A block is one paragraph, or the sentences
of one that are alike, with the white space behind it; a line end inside a block is a wrap and ends no sentence.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reportedly.frozen import dataclass
from reportedly.model import Block, BlockKind, Span
from reportedly.patterns import compiled
from reportedly.readers.patterns import BYLINE, CAPTION_END, CAPTION_START, DEFAULT_BOILERPLATE, HEADS_LINKS, HEADS_TAIL
from reportedly.readers.split import paragraphs, sentences

_WORD = compiled(r"\w+")
_BULLET = r"[\s\-–—*•·>|»#\[(\\]*"
_LEAST_WORDS = 6
_HEADLINE_WORDS = 24
_HEADLINE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Layout:
    """What a format's reader knows: the paragraphs, the captions of pictures, and where the article begins."""

    paragraphs: Sequence[Span]
    captions: frozenset[str] = frozenset()
    start: int = 0
    behind_title: Span | None = None  # the outlet's name behind a headline


def mark(
    text: str, title: Span | None, *, patterns: Sequence[str] = DEFAULT_BOILERPLATE, layout: Layout | None = None
) -> tuple[Block, ...]:
    """The blocks of `text` from `layout.start` on, without gaps. `patterns` open a line or sentence of boilerplate."""
    layout = layout or Layout(tuple(paragraphs(text)))
    start, end = layout.start, len(text)
    pieces = list(_Marker(text, title, _compiled(tuple(patterns)), layout).pieces())
    starts = [start, *(piece.span.start for piece in pieces[1:]), end]
    if not pieces:
        return (Block(Span(start, end), BlockKind.BODY),) if end > start else ()
    return tuple(
        Block(Span(begin, finish), piece.kind)
        for piece, begin, finish in zip(pieces, starts[:-1], starts[1:], strict=True)
        if begin < finish
    )


def headline(text: str) -> Span | None:
    """The first line where it reads like a headline: short, no full stop, a text below it; else None."""
    listed = paragraphs(text)
    first = next(listed, None)
    if first is None or len(first) > _HEADLINE_LENGTH or not _is_headline(first.of(text)):
        return None
    return Span(first.start, first.start + len(first.of(text).rstrip())) if next(listed, None) else None


def folded(text: str) -> str:
    """The words of a text alone, for telling whether two are the same: lower case, one space between."""
    return " ".join(_WORD.findall(text.lower()))


def _is_headline(line: str) -> bool:
    line = line.strip()
    if not line or len(line) > _HEADLINE_LENGTH or "\n" in line or len(line.split()) > _HEADLINE_WORDS:
        return False
    return not re.search(r"(?<!\.[A-Z])(?<!\.\.)[.:;,]['\"”’)\]]*$", line)


@lru_cache(maxsize=8)
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    opened = (pattern.removeprefix("(?i)").removeprefix("^") for pattern in patterns)
    return compiled(_BULLET + "(?:" + "|".join(f"(?:{pattern})" for pattern in opened) + ")", re.IGNORECASE)


class _Marker:
    """Walks the paragraphs once and remembers what was said before."""

    def __init__(self, text: str, title: Span | None, furniture: re.Pattern[str], layout: Layout) -> None:
        self._text, self._title, self._furniture, self._layout = text, title, furniture, layout
        self._heading = folded(title.of(text)) if title else None
        self._seen = {self._heading} if self._heading else set[str]()
        self._links = self._tail = False

    def pieces(self) -> Iterator[Block]:
        """The marked stretches, tight, in order."""
        if self._title is not None:
            yield Block(self._title, BlockKind.TITLE)
        if self._layout.behind_title is not None:
            yield Block(self._layout.behind_title, BlockKind.BOILERPLATE)
        for paragraph in self._layout.paragraphs:
            if self._title is None or paragraph.start >= self._title.end:
                yield from self._paragraph(paragraph)

    def _paragraph(self, paragraph: Span) -> Iterator[Block]:
        whole = self._whole(paragraph)
        if whole is not None:
            yield Block(paragraph, whole)
            return
        self._links = False
        last: Block | None = None
        for sentence in sentences(self._text, paragraph, self._furniture):
            kind = self._sentence(sentence)
            if last is not None and last.kind == kind:
                last = Block(Span(last.span.start, sentence.end), kind)
                continue
            if last is not None:
                yield last
            last = Block(sentence, kind)
        if last is not None:
            yield last

    def _whole(self, paragraph: Span) -> BlockKind | None:
        """What the paragraph is as a whole, or None where its sentences must be looked at."""
        if self._tail:
            return BlockKind.BOILERPLATE
        line = paragraph.of(self._text) if len(paragraph) < 2000 else ""
        short = len(line) <= _HEADLINE_LENGTH
        if short and HEADS_TAIL.fullmatch(line.strip()) and 2 * paragraph.start > len(self._text):
            self._tail = True
            return BlockKind.BOILERPLATE
        if short and HEADS_LINKS.fullmatch(line.strip()):
            self._links = True
            return BlockKind.BOILERPLATE
        if short and BYLINE.fullmatch(line.strip()):
            return BlockKind.BOILERPLATE
        if self._links and _is_headline(line):
            return BlockKind.BOILERPLATE
        if short and self._heading and folded(line) == self._heading:
            return BlockKind.DUPLICATE
        if CAPTION_END.search(line) or (self._layout.captions and folded(line) in self._layout.captions):
            return BlockKind.CAPTION
        return None

    def _sentence(self, sentence: Span) -> BlockKind:
        written = sentence.of(self._text).rstrip()
        if self._furniture.match(written):
            return BlockKind.BOILERPLATE
        if CAPTION_START.match(written):
            return BlockKind.CAPTION
        words = folded(written)
        if words in self._layout.captions:
            return BlockKind.CAPTION
        if words in self._seen and words.count(" ") >= _LEAST_WORDS - 1:
            return BlockKind.DUPLICATE
        self._seen.add(words)
        return BlockKind.BODY
