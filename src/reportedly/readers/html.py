"""Web pages: a cheap text for all, a careful one for those that a triage finds worth it."""

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from reportedly.model import Published
from reportedly.patterns import compiled
from reportedly.readers.article import text_of
from reportedly.readers.blocks import folded
from reportedly.readers.dates import parse_published
from reportedly.readers.decode import clean
from reportedly.readers.draft import Draft, compose
from reportedly.readers.json import without_markup
from reportedly.readers.page import about_page, captions, linked_data

_START = compiled(
    r"[\s\ufeff]*(?:<\?xml[^>]{0,200}>\s*)?(?:(?><!--.{0,4000}?-->)\s*){0,9}"
    r"<(?:!doctype\s+html|(?:html|head|body|article|main|section|title|meta|div|p|h1|h2|span|table|script|style)\b)",
    re.IGNORECASE | re.DOTALL,
)
_ENOUGH = 250
_MANY_TAGS = 5_000
_DEEPEST = 1_000
_NESTING = compiled(r"<(/?)(?!(?:p|li|br|hr|img|meta|link|input|td|tr|th|dt|dd|option|source|wbr)\b)[a-zA-Z]")
_TAG = compiled(r"<[^<>]*>")
for _library in ("trafilatura", "htmldate"):  # they report a poor page as an error; here it becomes a Problem
    logging.getLogger(_library).addHandler(logging.NullHandler())


def looks_like_html(text: str) -> bool:
    """Whether the text opens as a page does."""
    return _START.match(text) is not None


def read_html(html: str, worth_it: Callable[[str], bool], patterns: Sequence[str]) -> Draft | None:
    """The article of a page, or None where it has no text.

    The cheap text decides whether the page is worth the careful extraction; where not, it is the report's text.
    """
    html = _shallow(html)
    tree = HTMLTree.parse(html)
    data = tuple(linked_data(tree))
    about, repeated = about_page(tree, data), _repeated(data)
    body = _longer(_cheap(tree), repeated)
    shown = frozenset[str]()
    if body.strip() and worth_it(f"{about.title or ''}\n\n{body}"):
        body = _longer(_careful(html) or body, repeated)
        shown = frozenset(words for caption in captions(tree) if (words := folded(caption)))
        about = replace(about, published=about.published or _guessed(html, about.url))
    if not body.strip():
        return None
    return compose(about, body, media_type="text/html", patterns=patterns, captions=shown)


def _shallow(html: str) -> str:
    """The page; without its tags where they are nested so deep that no browser made them, and no parser is quick."""
    if html.count("<") < _MANY_TAGS:
        return html
    depth = 0
    for tag in _NESTING.finditer(html):
        depth += -1 if tag[1] else 1
        if depth > _DEEPEST:
            return _TAG.sub("\n", html)
    return html


def _cheap(tree: HTMLTree) -> str:
    """The main content by simple rules; all that the page shows where they find next to nothing."""
    main = _plain(tree, main_content=True)
    return main if len(main) >= _ENOUGH else _plain(tree, main_content=False) or main


def _plain(tree: HTMLTree, *, main_content: bool) -> str:
    text = extract_plain_text(
        tree,
        preserve_formatting=True,
        main_content=main_content,
        list_bullets=False,
        alt_texts=False,
        comments=False,
        post_meta=False,
    )
    return clean(text).strip()


def _careful(html: str) -> str:
    import trafilatura  # noqa: PLC0415  # half a second, which pages that are not worth it need not wait for

    return clean(trafilatura.extract(html, fast=True, include_comments=False, include_tables=False) or "")


def _guessed(html: str, url: str | None) -> Published | None:
    """The day htmldate finds in a page that names none in a known place; its ceiling is fixed, so no clock decides."""
    import htmldate  # noqa: PLC0415  # comes with trafilatura, and is as slow to import

    found = htmldate.find_date(html, url=url, original_date=True, extensive_search=False, max_date="2099-12-31")
    return parse_published(found)


def _repeated(data: Sequence[Mapping[str, object]]) -> str:
    """The article as the page's JSON-LD repeats it, or nothing."""
    return next((without_markup(body) for found in data if (body := text_of(found, "articleBody"))), "")


def _longer(extracted: str, repeated: str) -> str:
    """What was extracted, or the article as JSON-LD repeats it where that says at least twice as much."""
    return repeated if len(repeated) > 2 * len(extracted) else extracted
