"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json

from reportedly.publish.feeds.entry import Entry, Feed, html_of, moment
from reportedly.publish.sound import sound

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """The feed as JSON in UTF-8."""
    told = {
        "version": VERSION,
        "title": sound(feed.title),
        "home_page_url": feed.home,
        "feed_url": feed.here,
        "language": "en",
        "authors": [{"name": sound(feed.title)}],
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def _item(entry: Entry) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.id,
        "title": sound(entry.title),
        "content_html": html_of(entry),
        "date_modified": moment(entry.updated),
        "tags": [sound(entry.kind)],
    }
    if summary := sound(entry.summary):
        item["summary"] = summary
    if entry.url:
        item["url"] = entry.url
    if entry.first is not None:
        item["date_published"] = moment(entry.first)
    return item
