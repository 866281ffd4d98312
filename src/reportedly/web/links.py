"""Where each page stands: an address of the server, or a file of a published site."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from urllib.parse import quote, urlencode

from reportedly.frozen import dataclass
from reportedly.store.browse import Asked
from reportedly.web.asked import AskedDecisions, AskedQueue, Item

KIND_PARTS = {"check": "claim", "field": "field", "join": "join"}  # of what is decided, how its address begins
KINDS = ("speaker", "site", "weapon")  # what has a page of its own beside incidents and reports
SIMPLE = ("incidents", "review", "check", "problems", "about", "help")


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses of a server's pages, all below `root` ("" or "/desk")."""

    root: str = ""
    live: bool = True  # whether forms, filters and searches are answered

    def page(self, name: str) -> str:
        """A page that there is once: "incidents", "review", "check", "problems", "about", "help"."""
        return f"{self.root}/" if name == "incidents" else f"{self.root}/{name}"

    def has(self, name: str) -> bool:
        """Whether there is such a page of the menu."""
        return name in SIMPLE

    def incidents(self, asked: Asked, **changed: object) -> str:
        """The list of incidents as it is asked for, with something changed; on its first page unless that is changed."""
        return self.page("incidents") + query(replace(asked, **{"page": 1, **changed}))  # type: ignore[arg-type]  # names of fields

    def incident(self, id_: str) -> str:
        """An incident."""
        return f"{self.root}/incident/{id_}"

    def as_of(self, id_: str, moment: str) -> str:
        """An incident as it was told by a moment."""
        return f"{self.incident(id_)}?{urlencode({'as_of': moment})}"

    def findings(self, id_: str) -> str:
        """The findings on an incident, by themselves."""
        return f"{self.incident(id_)}/findings"

    def report(self, id_: str, claim: str | None = None) -> str:
        """A report, at one of its claims where one is named."""
        return f"{self.root}/report/{id_}" + (f"#c-{claim}" if claim else "")

    def named(self, kind: str, value: str, page: int = 1) -> str:
        """A speaker, a site or a weapon; a page of its list."""
        return f"{self.root}/{kind}/{quote(value, safe='')}" + (f"?page={page}" if page > 1 else "")

    def feed(self, kind: str, asked: Asked | None = None) -> str:
        """The feed ("atom" or "json") of the incidents that are asked for; empty where there is none."""
        return f"{self.root}/feed.{kind}" + (query(replace(asked, page=1)) if asked else "")

    def queue(self, asked: AskedQueue, **changed: object) -> str:
        """A part of what wants a person, with something changed; on its first page unless that is changed."""
        return self.page("review") + told(AskedQueue(), replace(asked, **{"page": 1, **changed}))  # type: ignore[arg-type]  # names of fields

    def item(self, item: Item, asked: AskedQueue) -> str:
        """One thing that wants a person, as one of a part of the queue."""
        parts = ("problem", *reversed(item.key)) if item.kind == "problem" else (KIND_PARTS[item.kind], *item.key)
        return self.reviewing(parts, asked)

    def reviewing(
        self, parts: Sequence[str], asked: AskedQueue | None = None, *, claim: str = "", near: Asked | None = None
    ) -> str:
        """The page on which one thing is decided: ("field", incident, field), ("claim", id), ("join", two accounts),
        ("incident", id) or ("problem", kind, path); with a claim that is looked at, or with the incidents that are looked
        for beside one."""
        path = "/".join(quote(part, safe="") for part in parts)
        more = {"claim": claim} if claim else {}
        if near:
            wanted = (("text", near.text), ("state", near.state), ("since", near.since), ("until", near.until))
            more |= {f"near-{name}": str(value or "") for name, value in wanted}
        said = told(AskedQueue(), replace(asked or AskedQueue(), page=1))[1:]
        query = "&".join(filter(None, (said, urlencode(more))))
        return f"{self.root}/review/{path}" + (f"?{query}" if query else "")

    def decisions(self, asked: AskedDecisions | None = None, **changed: object) -> str:
        """What was decided, as it is asked for, with something changed; on its first page unless that is changed."""
        default = AskedDecisions()
        return f"{self.root}/decisions" + told(default, replace(asked or default, **{"page": 1, **changed}))  # type: ignore[arg-type]  # names of fields

    def again(self, path: str, query: Sequence[tuple[str, str]]) -> str:
        """An address of this desk with another query."""
        return quote(path) + (f"?{urlencode(query)}" if query else "")

    def enter(self) -> str:
        """Where the form goes that asks a visitor for the token."""
        return f"{self.root}/enter"

    def asset(self, name: str) -> str:
        """A file that comes with the program."""
        return f"{self.root}/static/{name}"


@dataclass(frozen=True, slots=True)
class FileLinks(Links):
    """The same pages as files of a site, from a page that stands `depth` folders down. Nothing is asked of a server."""

    depth: int = 0
    live: bool = False
    feeds: bool = False  # whether the site has feeds
    held: tuple[str, ...] = ("incidents", "about", "help")  # the pages of the menu that it has
    known: frozenset[tuple[str, str]] = frozenset()  # kind and value of the speakers, sites and weapons with a page

    def has(self, name: str) -> bool:
        return name in self.held

    def incidents(self, asked: Asked, **changed: object) -> str:
        """The list that is written for a state, a year or what bears no date; for all else the page that is searched."""
        wanted = replace(asked, **{"page": 1, **changed})  # type: ignore[arg-type]  # names of fields
        name = list_name(wanted)
        return self._to(name) if name else self.page("incidents") + query(wanted)

    def page(self, name: str) -> str:
        return self._to("index.html" if name == "incidents" else f"{name}.html")

    def incident(self, id_: str) -> str:
        return self._to(f"incident/{id_}.html")

    def report(self, id_: str, claim: str | None = None) -> str:
        return self._to(f"report/{id_}.html") + (f"#c-{claim}" if claim else "")

    def named(self, kind: str, value: str, page: int = 1) -> str:
        """Its page; for what has none the page that is searched."""
        if (kind, value) not in self.known:
            return self.page("incidents") + query(Asked(**{kind: value}))  # type: ignore[arg-type]  # names of fields
        return self._to(named_file(kind, value, page))

    def feed(self, kind: str, asked: Asked | None = None) -> str:
        return self._to(f"feed.{kind}") if self.feeds else ""

    def asset(self, name: str) -> str:
        return self._to(f"static/{name}")

    def _to(self, path: str) -> str:
        return "../" * self.depth + path


def list_name(asked: Asked) -> str | None:
    """The file of a list that a site holds: of all, of a state, of a year, of what bears no date; None for any other."""
    said = {name for name in Asked.__slots__ if getattr(asked, name) != getattr(Asked(), name)} - {"page", "size"}
    kind = None
    if not said:
        kind = "all"
    elif said == {"state"} and asked.state and re.fullmatch("[A-Z]{2,3}", asked.state):
        kind = asked.state
    elif said == {"since", "until"} and asked.since and asked.until and _is_year(asked.since, asked.until):
        kind = f"{asked.since.year:04}"
    if kind is None or (kind == "all" and asked.page == 1):
        return None
    return f"list/{kind}.html" if asked.page == 1 else f"list/{kind}-{asked.page}.html"


def _is_year(since: date, until: date) -> bool:
    return since == date(since.year, 1, 1) and until == date(since.year, 12, 31)


def named_file(kind: str, value: str, page: int = 1) -> str:
    """The file of a speaker, a site or a weapon in a published site."""
    return f"{kind}/{file_name(value)}.html" if page == 1 else f"{kind}/{file_name(value)}.{page}.html"


def file_name(value: str) -> str:
    """A file's name for any value: its own letters where they are plain, else with a hash that tells it from others."""
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in value.lower())[:60]
    return plain if plain == value else f"{plain.strip('-') or 'x'}-{sha256(value.encode()).hexdigest()[:8]}"


def query(asked: Asked) -> str:
    """The filters as a query string, "?state=PRK&since=2024-09"; empty where nothing is asked."""
    default = Asked()
    said = {
        name: str(value)
        for name in Asked.__slots__
        if name not in ("size", "within") and (value := getattr(asked, name)) not in (getattr(default, name), None, "")
    }
    return f"?{urlencode(said)}" if said else ""


def told(default: AskedQueue | AskedDecisions, asked: AskedQueue | AskedDecisions) -> str:
    """What is asked for that is not so by default, as a query string; empty where nothing is."""
    said = {
        name: str(getattr(asked, name)) for name in asked.__slots__ if getattr(asked, name) != getattr(default, name)
    }
    return f"?{urlencode(said)}" if said else ""
