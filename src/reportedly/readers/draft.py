"""What a reader of one format hands over, before it becomes a Report."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model import Block, Published, Span
from reportedly.readers.blocks import Layout, mark
from reportedly.readers.split import paragraphs


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself; None where it does not. `undated` is what stands for its date and is none."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: Published | None = None
    language: str | None = None
    undated: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Text, blocks and what the document says of itself."""

    text: str
    blocks: tuple[Block, ...]
    about: About
    media_type: str


def compose(
    about: About, body: str, *, media_type: str, patterns: Sequence[str], captions: frozenset[str] = frozenset()
) -> Draft:
    """Title, blank line, body, as the contract has it; the body alone where there is no title, and the reverse."""
    title = about.title if about.title and about.title.strip() else None
    parts = [part for part in (title, body if body.strip() else None) if part]
    text = "\n\n".join(parts)
    span = Span(0, len(title)) if title else None
    below = tuple(paragraphs(text, len(title) if title else 0))
    blocks = mark(text, span, patterns=patterns, layout=Layout(below, captions))
    return Draft(text, blocks, about, media_type)
