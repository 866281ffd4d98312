"""A feed before it is written: one entry an incident, with the sentences that tell of it."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from reportedly.frozen import dataclass
from reportedly.publish.sound import sound, web_address

NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # of what bears no date at all; a feed must have one


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence of a report: who is heard in it ("Joint Chiefs of Staff (alleged)"), where it was printed, and when."""

    sentence: str
    who: str
    outlet: str
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An incident in a feed. `first` is its earliest publication, `updated` the newest publication or ruling on it;
    `notes` are sentences of the program's own: who stands behind it, what is contested, what was ruled."""

    id: str
    title: str
    kind: str
    url: str | None
    updated: datetime
    first: datetime | None
    summary: str
    notes: tuple[str, ...]
    heard: tuple[Heard, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """The feed as a whole: `id` names it for good, `home` is the page it tells of, `here` its own address."""

    id: str
    title: str
    home: str
    here: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> datetime:
        """When its newest entry was."""
        return max((entry.updated for entry in self.entries), default=NEVER)


def named(kind: str, *parts: str) -> str:
    """An id for good, "urn:uuid:...", the same wherever the same thing is told of."""
    return uuid5(NAMESPACE_URL, "/".join(("reportedly", kind, *parts))).urn


def moment(when: datetime) -> str:
    """The moment as both standards write it, in UTC."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def html_of(entry: Entry) -> str:
    """What the entry shows: the notes, then every sentence with who is heard and a link to where it stands."""
    return "".join(ET.tostring(one, encoding="unicode", method="html") for one in _blocks(entry))


def _blocks(entry: Entry) -> Iterator[ET.Element]:
    for note in (entry.summary, *entry.notes):
        if note:
            yield _told("p", note)
    for one in entry.heard:
        yield _told("blockquote", one.sentence)
        yield _source(one)


def _source(heard: Heard) -> ET.Element:
    """A line below a sentence: who, then the outlet as a link, then the day."""
    line = _told("p", f"{heard.who}, in " if heard.who else "")
    url = web_address(heard.url)
    place = ET.SubElement(line, "a" if url else "cite", {"href": url} if url else {})
    place.text = sound(heard.outlet)
    place.tail = f", {heard.published[:10]}" if heard.published else ", undated"
    return line


def _told(tag: str, text: str) -> ET.Element:
    element = ET.Element(tag)
    element.text = sound(text) + (" " if text.endswith(" ") else "")
    return element
