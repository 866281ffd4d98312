"""Plain text and Markdown: the decoded file, untouched."""

import re
from collections.abc import Mapping, Sequence
from itertools import islice, takewhile

from reportedly.model import Block, BlockKind, Published, Span
from reportedly.patterns import compiled
from reportedly.readers.blocks import Layout, headline, mark
from reportedly.readers.dates import is_printed, parse_published
from reportedly.readers.draft import About, Draft
from reportedly.readers.split import markdown_paragraphs, paragraphs

FRONT_MATTER = compiled(
    r"\s{0,8}---[ \t]*\r?\n(?P<yaml>[\w \"'-]{1,40}:.*?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_KEYS = (
    "title headline date published published_time datepublished pubdate outlet publisher source site_name "
    "author authors byline url source_url link canonical language lang"
)
_HEADER = compiled(
    rf"\s{{0,8}}(?:(?:{'|'.join(_KEYS.split())}):[ \t]+[^\r\n]{{1,2000}}(?:\r?\n|\Z)){{1,30}}(?:[ \t]*\r?\n|\Z)",
    re.IGNORECASE,
)
_HEADER_TITLE = compiled(r"^(?:title|headline):[ \t]+(?P<title>[^\r\n]+)", re.IGNORECASE | re.MULTILINE)
_HEADING = compiled(r"\s*(?P<whole>#{1,3}\s+(?P<title>[^\r\n]+?)[ \t#]*)(?:[\r\n]|\Z)")
_LINE = compiled(r"(?P<key>[\w -]{1,40}):[ \t]+(?P<quote>[\"']?)(?P<value>[^\r\n]+?)(?P=quote)[ \t]*")
_LONGEST_FRONT_MATTER = 1 << 16
_OPENS_DAY = compiled(r"^(?:(?:first\s+)?published|posted|updated|date)\b(?:\s+(?:on|at))?[:\s]\s*", re.IGNORECASE)
_SHORT_LINE, _LINES_ABOVE = 120, 6


def read_text(text: str, patterns: Sequence[str]) -> Draft:
    """A plain text; its first line is the title where it reads like a headline.

    Lines such as "Date: 2024-09-18", with an empty line below, tell what front matter would; else a day
    that has a line of its own above the text, as "Published September 18, 2024", is when it was published.
    """
    if header := _HEADER.match(text, 0, _LONGEST_FRONT_MATTER):
        return _headed(text, header.end(), patterns)
    title = headline(text)
    about = About(title=title.of(text) if title else None, published=_printed_above(text))
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


def _printed_above(text: str) -> Published | None:
    """The day on a line of its own, among the short lines that stand above the text."""
    above = takewhile(lambda line: len(line) <= _SHORT_LINE, (line.of(text).strip() for line in paragraphs(text)))
    days = (_OPENS_DAY.sub("", line) for line in islice(above, _LINES_ABOVE))
    return next((day for line in days if is_printed(line) and (day := parse_published(line))), None)


def _headed(text: str, start: int, patterns: Sequence[str]) -> Draft:
    """A text below lines that tell its title, day, outlet, address and author."""
    title = _HEADER_TITLE.search(text, 0, start)
    inner = Span(*title.span("title")) if title else Span(0, 0)
    around = (
        (Span(0, inner.start), BlockKind.BOILERPLATE),
        (inner, BlockKind.TITLE),
        (Span(inner.end, start), BlockKind.BOILERPLATE),
    )
    head = tuple(Block(span, kind) for span, kind in around if len(span))
    fields = {key.lower(): value for key, value in _by_lines(text[:start]).items()}
    blocks = mark(text, None, patterns=patterns, layout=Layout(tuple(paragraphs(text, start)), start=start))
    return Draft(text, head + blocks, _about(fields, None), "text/plain")


def has_front_matter(text: str) -> bool:
    """Whether the text opens with YAML front matter."""
    return FRONT_MATTER.match(text, 0, _LONGEST_FRONT_MATTER) is not None


_DATES = ("published_time", "published", "date", "datepublished", "pubdate")


def _fields(front: str) -> Mapping[str, str]:
    """The front matter's scalars, as written: dates keep the zone they were printed with."""
    import yaml  # noqa: PLC0415  # most texts have no front matter

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
