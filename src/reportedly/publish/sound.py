"""What others wrote, as it may leave the program: text without control characters, addresses of the web alone."""

import re
from urllib.parse import urlsplit

_CONTROLS = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")


def sound(text: str) -> str:
    """The text on one line, without control characters and overrides of the reading direction: valid in any XML."""
    return " ".join(_CONTROLS.sub("", text.replace("\r", "\n")).split())


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web (http or https, with a host, nothing hidden in it), else None."""
    if url is None or url != sound(url) or " " in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None
