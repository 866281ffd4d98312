"""Paragraphs and rough sentences, as spans. Rough is enough here: extraction has a sentence rule of its own."""

import re
from collections.abc import Iterator

from reportedly.model import Span

_CHUNK = re.compile(r"\S[^\n\r]*(?:(?:\r\n|\r|\n)[^\S\r\n]*\S[^\n\r]*)*")
_LINE = re.compile(r"\S[^\n\r]*")
_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=\S)")
_OPENER = re.compile(r"[\"'“‘(\[]*[^\W_a-z]")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Za-z]\.)+|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Adm|Sen|Rep|Gov|Prof|St|No|vs|Inc|Ltd|Co|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)$"
)
_FULL_STOP = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_MARKDOWN_START = re.compile(r"(?:#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|>\s?|\||\\#)")
_WRAP_WIDTH = 100


def paragraphs(text: str, start: int = 0) -> Iterator[Span]:
    """Every paragraph of a plain text: a line of its own, or the lines of a hard-wrapped one together."""
    for chunk in _CHUNK.finditer(text, start):
        lines = [Span(*line.span()) for line in _LINE.finditer(text, *chunk.span())]
        yield from [Span(*chunk.span())] if is_wrapped(text, lines) else lines


def markdown_paragraphs(text: str, start: int = 0) -> Iterator[Span]:
    """Every paragraph, heading and list item of a Markdown text; a line end inside one is only a wrap."""
    for chunk in _CHUNK.finditer(text, start):
        begin = last = chunk.start()
        for line in _LINE.finditer(text, *chunk.span()):
            heading = text.startswith("#", begin)
            if line.start() > begin and (heading or _MARKDOWN_START.match(text, line.start())):
                yield Span(begin, last)
                begin = line.start()
            last = line.end()
        yield Span(begin, chunk.end())


def is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether the lines are one paragraph broken at a margin: none is long, and most break off mid-sentence."""
    if len(lines) < 2 or max(map(len, lines)) > _WRAP_WIDTH:
        return False
    inner = [line.of(text).rstrip() for line in lines[:-1]]
    broken = sum(1 for line in inner if not _FULL_STOP.search(line))
    if 2 * broken < len(inner) or sum(map(len, inner)) < 45 * len(inner):
        return False
    follows = sum(1 for line in lines[1:] if text[line.start].islower())
    return 3 * follows >= len(inner)


def sentences(text: str, paragraph: Span, opens: re.Pattern[str]) -> Iterator[Span]:
    """The paragraph cut where a sentence seems to end.

    Abbreviations end none, and no small letter begins one, unless `opens` matches there.
    """
    begin = paragraph.start
    for end in _END.finditer(text, paragraph.start, paragraph.end):
        short = _ABBREVIATION.search(text, max(begin, end.start() - 12), end.start() + 1)
        ends = _OPENER.match(text, end.end()) and not short
        if not ends and not opens.match(text, end.end(), paragraph.end):
            continue
        yield Span(begin, end.end())
        begin = end.end()
    if begin < paragraph.end:
        yield Span(begin, paragraph.end)
