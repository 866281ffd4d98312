"""New and changed incidents for feed readers: as Atom (RFC 4287) and as JSON Feed 1.1."""

from reportedly.publish.feeds.atom import atom
from reportedly.publish.feeds.entry import Entry, Feed, Heard, named
from reportedly.publish.feeds.json_feed import json_feed

__all__ = ["Entry", "Feed", "Heard", "atom", "json_feed", "named"]
