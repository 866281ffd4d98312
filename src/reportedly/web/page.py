"""A page before it is drawn: which template, and what it shows. Drawn the same for a server and for a site of files."""

import re
from collections.abc import Mapping
from dataclasses import field
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from reportedly import __version__
from reportedly.fields.registry import show
from reportedly.fields.wording import days_told, field_name, when_told
from reportedly.frozen import dataclass
from reportedly.model import Value
from reportedly.publish.naming import printer
from reportedly.publish.sound import web_address
from reportedly.publish.visible import visible
from reportedly.store.snippets import CLOSES, OPENS
from reportedly.web.links import Links
from reportedly.web.map import map_of, numbers_of
from reportedly.web.tell import dateless, plural, words
from reportedly.web.timeline import timeline_of


@dataclass(frozen=True, slots=True)
class Page:
    """A template and what it shows. `here` is the entry of the menu it belongs to."""

    template: str
    title: str
    here: str = ""
    shows: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page: its links, the ledger's name, who decides, what a form must bring back (`csrf`), and
    the address a stylesheet or script may bear."""

    links: Links
    ledger: str
    who: str | None = None
    csrf: str = ""
    read_only: bool = True
    path: str = "/"
    generated: str = ""  # when a site was written; empty for a server
    version: str = __version__
    more: Mapping[str, object] = field(default_factory=dict)


def draw(page: Page, frame: Frame) -> str:
    """The page as HTML. Everything that comes from a report is escaped."""
    return environment().get_template(page.template).render(page=page, frame=frame, links=frame.links, **page.shows)


@cache
def environment() -> Environment:
    """The templates, and the few words they use."""
    made = Environment(
        loader=PackageLoader("reportedly.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=seen,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "value": shown_value,
        "plural": plural,
        "marked": marked,
        "words": words,
        "plain": plain,
        "web": web_address,
        "dateless": dateless,
        "field": field_name,
        "printer": printer,
        "days": days_told,
        "when": when,
    }
    made.globals |= {"map_of": map_of, "timeline_of": timeline_of, "numbers_of": numbers_of}
    return made


def shown_value(value: Value | None, name: str) -> str:
    """A value as a person reads it."""
    return show(name, value)


def seen(value: object) -> object:
    """Whatever a template prints, without control characters and hidden changes of direction."""
    if not isinstance(value, str) or isinstance(value, Markup) or (value.isascii() and value.isprintable()):
        return value
    return visible(value)


def plain(text: str | None) -> str:
    """A text of others as it is safe in a page: no control characters, no hidden change of direction."""
    return visible(text or "")


def when(dated: str | None) -> Markup:
    """When something was, as a list says it; a span of days may be broken between its days."""
    return Markup("..<wbr>").join(visible(when_told(dated)).split(".."))  # join escapes what it joins


def marked(excerpt: str) -> Markup:
    """An excerpt with what was found in it marked."""
    return Markup(visible(_FOUND.sub(r"<mark>\1</mark>", str(escape(excerpt)))))


_FOUND = re.compile(f"{OPENS}([^{OPENS}{CLOSES}]*){CLOSES}")
