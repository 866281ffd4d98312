"""Ids are hashes of content: the same reports give the same ledger on every machine, in every order."""

import hashlib


def content_id(*parts: object) -> str:
    """Sixteen hex digits that depend on the parts and their order alone."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8")).hexdigest()[:16]


def bytes_id(raw: bytes) -> str:
    """The SHA-256 of the bytes, in hex: the id of a report."""
    return hashlib.sha256(raw).hexdigest()
