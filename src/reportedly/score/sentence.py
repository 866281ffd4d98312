"""The sentence around a span, well enough to show an error in."""

import re

_END = re.compile(r"(?<=[a-z0-9\])”\"’'][.!?])[”\"’']?\s+(?=[A-Z“\"‘'])|\n+")


def around(text: str, start: int, end: int) -> str:
    """The sentence that holds the span, on one line; all of them where the span crosses several."""
    breaks = list(_END.finditer(text))
    left = max((found.end() for found in breaks if found.end() <= start), default=0)
    right = min((found.start() for found in breaks if found.start() >= end), default=len(text))
    return " ".join(text[left:right].split())
