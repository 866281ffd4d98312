"""Addresses that lead out of the desk."""

from urllib.parse import urlsplit


def outward(url: str | None) -> str | None:
    """The address where it leads to a page of the web (http or https), else None."""
    if not url or any(letter.isspace() or not letter.isprintable() for letter in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None
