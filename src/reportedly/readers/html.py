"""Web pages."""

import re
from collections.abc import Callable, Sequence

from resiliparse.extract.html2text import extract_plain_text

from reportedly.readers.draft import About, Draft, compose

_START = re.compile(
    r"[\s\ufeff]*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,4000}?-->\s*)*"
    r"<(?:!doctype\s+html|(?:html|head|body|article|main|section|title|meta|div|p|h1|h2|span|table|script|style)\b)",
    re.IGNORECASE | re.DOTALL,
)


def looks_like_html(text: str) -> bool:
    """Whether the text opens as a page does."""
    return _START.match(text) is not None


def read_html(html: str, worth_it: Callable[[str], bool], patterns: Sequence[str]) -> Draft | None:
    """The article of a page, or None where it has no text."""
    body = extract_plain_text(html, main_content=True)
    return compose(About(), body, media_type="text/html", patterns=patterns) if body.strip() else None
