"""Paragraphs and rough sentences, as spans. Rough is enough here: extraction has a sentence rule of its own."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reportedly.model import Span
from reportedly.patterns import compiled

_CHUNK = compiled(r"\S[^\n\r]*(?:(?:\r\n|\r|\n)[^\S\r\n]*\S[^\n\r]*)*")
_LINE = compiled(r"\S[^\n\r]*")
_END = compiled(r"[.!?][\"'”’)\]]*\s+(?=\S)")
_OPENER = compiled(r"[\"'“‘(\[]*[^\W_a-z]")
_ABBREVIATION = compiled(
    r"(?:\b(?:[A-Za-z]\.)+|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Adm|Sen|Rep|Gov|Prof|St|No|vs|Inc|Ltd|Co|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)$"
)
_LABEL = compiled(
    r"(?:\([^()\n]{1,160}\)|\[[^\[\]\n]{1,160}\])\s+(?=[\"'“‘]?[A-Z])"
)  # "(Source: Army News; May 4) Two"
_FULL_STOP = compiled(r"[.!?:;…][\"'”’)\]]*$")
_MARKDOWN_START = compiled(r"(?:#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|>\s?|\||\\#)")
_WRAP_WIDTH = 100
_LEAST_MARGIN = 30


def paragraphs(text: str, start: int = 0) -> Iterator[Span]:
    """Every paragraph of a plain text: a line of its own, or the lines of a hard-wrapped one together."""
    margin: int | None = None
    for chunk in _CHUNK.finditer(text, start):
        lines = [Span(*line.span()) for line in _LINE.finditer(text, *chunk.span())]
        if len(lines) > 1 and margin is None:
            margin = margin_of(text, start)
        yield from [Span(*chunk.span())] if is_wrapped(text, lines, margin or 0) else _joined(text, lines)


def margin_of(text: str, start: int = 0) -> int:
    """The width at which the text's lines are broken; 0 where most lines are paragraphs and no margin shows."""
    widths = sorted(len(line.group().rstrip()) for line in _LINE.finditer(text, start))
    held = [width for width in widths if width <= _WRAP_WIDTH]
    return held[-1] if held and 20 * (len(widths) - len(held)) <= len(widths) else 0


def _joined(text: str, lines: list[Span]) -> Iterator[Span]:
    """The lines, those together that a small letter behind no full stop shows to be one sentence."""
    begin = lines[0].start
    for line, following in pairwise(lines):
        if text[following.start].islower() and not _FULL_STOP.search(line.of(text).rstrip()):
            continue
        yield Span(begin, line.end)
        begin = following.start
    yield Span(begin, lines[-1].end)


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


def is_wrapped(text: str, lines: list[Span], margin: int = 0) -> bool:
    """Whether the lines are one paragraph broken at a margin: none is long, and most break off mid-sentence.

    Beside that, each is so full that the next line's first word had no room; or, where no `margin` is known, the
    lines are long enough and a third of them go on with a small letter.
    """
    if len(lines) < 2 or max(map(len, lines)) > _WRAP_WIDTH:
        return False
    inner = [line.of(text).rstrip() for line in lines[:-1]]
    broken = sum(1 for line in inner if not _FULL_STOP.search(line))
    if 2 * broken < len(inner):
        return False
    if margin >= _LEAST_MARGIN and all(_is_full(text, *pair, margin) for pair in pairwise(lines)):
        return True
    if sum(map(len, inner)) < 45 * len(inner):
        return False
    follows = sum(1 for line in lines[1:] if text[line.start].islower())
    return 3 * follows >= len(inner)


def _is_full(text: str, line: Span, following: Span, margin: int) -> bool:
    first = following.of(text).split(maxsplit=1)[0]
    return len(line.of(text).rstrip()) + 1 + len(first) > margin


def sentences(text: str, paragraph: Span, opens: re.Pattern[str]) -> Iterator[Span]:
    """The paragraph cut where a sentence seems to end, and behind a label in brackets that it begins with.

    Abbreviations end none, and no small letter begins one, unless `opens` matches there.
    """
    begin = paragraph.start
    if label := _LABEL.match(text, begin, paragraph.end):
        yield Span(begin, label.end())
        begin = label.end()
    for end in _END.finditer(text, begin, paragraph.end):
        short = _ABBREVIATION.search(text, max(begin, end.start() - 12), end.start() + 1)
        ends = _OPENER.match(text, end.end()) and not short
        if not ends and not opens.match(text, end.end(), paragraph.end):
            continue
        yield Span(begin, end.end())
        begin = end.end()
    if begin < paragraph.end:
        yield Span(begin, paragraph.end)
