"""A feed as Atom (RFC 4287)."""

import xml.etree.ElementTree as ET

from reportedly import __version__
from reportedly.publish.feeds.entry import Entry, Feed, html_of, moment
from reportedly.publish.sound import sound

ATOM = "http://www.w3.org/2005/Atom"


def atom(feed: Feed) -> bytes:
    """The feed as an XML document in UTF-8."""
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", moment(feed.updated))
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.here})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.home})
    _add(ET.SubElement(root, "author"), "name", feed.title)
    ET.SubElement(root, "generator", {"version": __version__}).text = "Reportedly"
    for entry in feed.entries:
        root.append(_entry(entry))
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(entry: Entry) -> ET.Element:
    element = ET.Element("entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", moment(entry.updated))
    if entry.first is not None:
        _add(element, "published", moment(entry.first))
    if entry.url:
        ET.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.url})
    ET.SubElement(element, "category", {"term": sound(entry.kind)})
    if sound(entry.summary):
        _add(element, "summary", entry.summary)
    ET.SubElement(element, "content", {"type": "html"}).text = html_of(entry)
    return element


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = sound(text)
