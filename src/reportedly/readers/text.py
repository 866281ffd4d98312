"""Plain text and Markdown: the decoded file, untouched."""

import re
from collections.abc import Mapping, Sequence

import yaml

from reportedly.model import Block, BlockKind, Span
from reportedly.patterns import compiled
from reportedly.readers.blocks import Layout, headline, mark
from reportedly.readers.dates import parse_published
from reportedly.readers.draft import About, Draft
from reportedly.readers.split import markdown_paragraphs

FRONT_MATTER = compiled(
    r"\s{0,8}---[ \t]*\r?\n(?P<yaml>[\w \"'-]{1,40}:.*?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_HEADING = compiled(r"\s*(?P<whole>#{1,3}\s+(?P<title>[^\r\n]+?)[ \t#]*)(?:[\r\n]|\Z)")
_LINE = compiled(r"(?P<key>[\w -]{1,40}):[ \t]+(?P<quote>[\"']?)(?P<value>[^\r\n]+?)(?P=quote)[ \t]*")
_LONGEST_FRONT_MATTER = 1 << 16


def read_text(text: str, patterns: Sequence[str]) -> Draft:
    """A plain text; its first line is the title where it reads like a headline."""
    title = headline(text)
    about = About(title=title.of(text) if title else None)
    return Draft(text, mark(text, title, patterns=patterns), about, "text/plain")


def read_markdown(text: str, patterns: Sequence[str]) -> Draft:
    """A Markdown text; its front matter is a boilerplate block and tells title, day, address and author."""
    front = FRONT_MATTER.match(text, 0, _LONGEST_FRONT_MATTER)
    start = front.end() if front else 0
    heading = _HEADING.match(text, start)
    title = Span(*heading.span("whole")) if heading else None
    about = _about(_fields(front["yaml"]) if front else {}, heading["title"] if heading else None)
    layout = Layout(tuple(markdown_paragraphs(text, start)), start=start)
    blocks = mark(text, title, patterns=patterns, layout=layout)
    head = (Block(Span(0, start), BlockKind.BOILERPLATE),) if start else ()
    return Draft(text, head + blocks, about, "text/markdown")


def has_front_matter(text: str) -> bool:
    """Whether the text opens with YAML front matter."""
    return FRONT_MATTER.match(text, 0, _LONGEST_FRONT_MATTER) is not None


_DATES = ("published_time", "published", "date", "datepublished", "pubdate")


def _fields(front: str) -> Mapping[str, str]:
    """The front matter's scalars, as written: dates keep the zone they were printed with."""
    try:
        loaded = yaml.load(front, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        loaded = None
    told = loaded if isinstance(loaded, dict) else _by_lines(front)
    return {str(key).lower(): value for key, value in told.items() if isinstance(value, str) and value.strip()}


def _by_lines(front: str) -> Mapping[str, str]:
    """Front matter that is no YAML, as whoever wrote it by hand meant it: "title: North Korea: two fired"."""
    found = (_LINE.fullmatch(line) for line in front.splitlines())
    return {one["key"].strip(): one["value"] for one in found if one}


def _about(fields: Mapping[str, str], heading: str | None) -> About:
    def first(*keys: str) -> str | None:
        return next((fields[key] for key in keys if key in fields), None)

    printed = [fields[key] for key in _DATES if key in fields]
    days = [parse_published(one) for one in printed]
    known = [day for day in days if day is not None]
    return About(
        title=first("title", "headline") or heading,
        outlet=first("outlet", "publisher", "source", "site_name"),
        author=first("author", "byline", "authors"),
        url=first("source_url", "url", "link", "canonical"),
        published=next((day for day in known if day.instant), known[0] if known else None),
        language=first("language", "lang"),
        undated=printed[0] if printed and not known else None,
    )
