"""What a reader of one format hands over, before it becomes a Report."""

from collections.abc import Sequence

from reportedly.frozen import dataclass
from reportedly.model import Block, Published, Span
from reportedly.patterns import compiled
from reportedly.readers.blocks import Layout, folded, mark
from reportedly.readers.split import paragraphs

_PARTS = compiled(r"\s(?P<mark>[|–—·•-])\s+(?P<last>[^|–—·•]+)$")
_HEADLINE, _NAME = 4, 5  # words of a headline at least, of an outlet's name at most


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
    own = own_words(title, about.outlet) if title else 0
    below = tuple(paragraphs(text, len(title) if title else 0))
    behind = Span(own, len(title)) if title and own < len(title) else None
    layout = Layout(below, captions, behind_title=behind)
    blocks = mark(text, Span(0, own) if title else None, patterns=patterns, layout=layout)
    return Draft(text, blocks, about, media_type)


def own_words(title: str, outlet: str | None) -> int:
    """Where a headline's own words end: before " | Reuters" and the name of its outlet behind a dash."""
    parts = _PARTS.search(title)
    if parts is None or len(title[: parts.start()].split()) < _HEADLINE:
        return len(title)
    last, known = (folded(name).removeprefix("the ") for name in (parts["last"], (outlet or "").partition("(")[0]))
    is_outlet = bool(known) and known in last
    return parts.start() if is_outlet or (parts["mark"] == "|" and len(last.split()) <= _NAME) else len(title)
