"""What others wrote, as it may leave the program: text without control characters, addresses of the web alone."""

from urllib.parse import urlsplit

from reportedly.patterns import compiled

_CONTROLS = compiled("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")

_NEVER = compiled(r"[\s\\\"'<>`^{}|]")  # what no address may hold as it stands (RFC 3986), and '


def sound(text: str) -> str:
    """The text on one line, without control characters and overrides of the reading direction: valid in any XML."""
    return " ".join(_CONTROLS.sub("", text.replace("\r", "\n")).split())


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web (http or https, with a host, nothing hidden in it), else None.

    What comes before an @ is no part of an address that is printed, and makes it look like one of another host.
    """
    if url is None or url != sound(url) or _NEVER.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname and parts.username is None else None
