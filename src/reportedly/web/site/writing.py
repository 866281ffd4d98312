"""Every file of a site, from a copy of the ledger that holds nothing which the site may not show."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from reportedly.model import Extraction
from reportedly.publish.feeds import atom, json_feed
from reportedly.publish.quotes import Sentences
from reportedly.store import browse
from reportedly.store.browse import Asked
from reportedly.store.index import Indexed, accounts_of, index_of, last_run
from reportedly.store.ledger import Ledger
from reportedly.store.ruled import as_ruled
from reportedly.store.shown import copy_of
from reportedly.web.feeding import Place, feed_of
from reportedly.web.incident import incident_page
from reportedly.web.known import Known
from reportedly.web.links import FileLinks
from reportedly.web.page import Frame, Page, draw
from reportedly.web.settings import Settings
from reportedly.web.site.data import incidents_script, words_script
from reportedly.web.site.excerpts import excerpts_page
from reportedly.web.site.folder import Folder
from reportedly.web.site.front import front_page
from reportedly.web.site.lists import list_pages, lists_of
from reportedly.web.site.wishes import Wishes

ASSETS = ("desk.css", "pictures.css", "reading.css", "site.css", "mark.svg", "desk.js", "site.js")


@dataclass(frozen=True)
class _Site:
    wishes: Wishes
    settings: Settings
    known: Known
    ledger: Ledger
    index: tuple[Indexed, ...]
    written: str

    def draw(self, name: str, page: Page) -> tuple[str, str]:
        """The file of a page."""
        links = FileLinks(depth=name.count("/"), feeds=self.wishes.base_url is not None)
        frame = Frame(links, self.wishes.title, read_only=True, path=f"/{name}", generated=self.written)
        return name, draw(page, frame)


def write_site(wishes: Wishes, folder: Folder, done: Callable[[int], None]) -> int:
    """How many pages were written. LedgerError where the ledger cannot be read; `done` is told how many are."""
    with TemporaryDirectory(prefix="reportedly-site-") as workshop:
        copy = Path(workshop) / wishes.ledger.name
        copy_of(wishes.ledger, copy, names=wishes.names)
        settings = Settings(copy, wishes.codebook, read_only=True)
        with Ledger.open(copy) as ledger:
            site = _Site(wishes, settings, Known(wishes.codebook), ledger, index_of(copy), last_run(copy))
            number = 0
            for number, (name, content) in enumerate(_pages(site), 1):
                folder.write(name, content)
                done(number)
            for name, raw in _others(site):
                folder.write(name, raw)
    return number


def pages_expected(ledger: Path) -> int:
    """About how many pages a site of this ledger has."""
    with Ledger.open(ledger) as opened:
        sizes = opened.sizes()
    return sizes["incidents"] + sizes["reports"]


def _pages(site: _Site) -> Iterator[tuple[str, str]]:
    lists = lists_of(site.index, {code: entry.name for code, entry in site.known.book.states.items()})
    yield site.draw("index.html", front_page(site.settings, lists))
    for name, page in list_pages(site.settings, lists, len(site.index)):
        yield site.draw(name, page)
    record = site.known.past(site.ledger)
    for one in site.index:
        about = incident_page(site.settings, one.line.id, record=record)
        if about is not None:
            yield site.draw(f"incident/{one.line.id}.html", about)
    yield from _moved(site)
    labels = {one.line.id: one.line.label for one in site.index}
    for id_ in site.ledger.report_ids():
        yield site.draw(f"report/{id_}.html", _report(site, id_, labels))


def _moved(site: _Site) -> Iterator[tuple[str, str]]:
    """A page for every account that leads to its incident: an incident may bear another id once more is read."""
    for account, incident in accounts_of(site.settings.ledger):
        if account != incident:
            yield site.draw(f"incident/{account}.html", Page("moved.html", "Moved", "incidents", {"id": incident}))


def _report(site: _Site, id_: str, labels: Mapping[str, str]) -> Page:
    told = as_ruled(site.ledger, [id_])
    report = next(one for one in told.reports if one.id == id_)
    read = next((one for one in told.extractions if one.report == id_), Extraction(id_, relevant=False))
    homes = site.ledger.homes(mention.id for mention in read.mentions)
    return excerpts_page(report, read, homes, labels, whole=site.wishes.with_texts)


def _others(site: _Site) -> Iterator[tuple[str, str | bytes]]:
    """What is no page: data, feeds, and what comes with the program."""
    shown = {
        kind: {one.value: one.shown for one in found} for kind, found in browse.choices(site.settings.ledger).items()
    }
    yield "data/incidents.js", incidents_script(site.index, shown)
    yield "data/words.js", words_script(_sentences(site, one) for one in site.index)
    for name in ASSETS:
        yield f"static/{name}", (files("reportedly.web") / "static" / name).read_bytes()
    if site.wishes.base_url is not None:
        links = FileLinks(feeds=True)
        for kind, write in (("atom", atom), ("json", json_feed)):
            place = Place(f"{site.wishes.base_url.rstrip('/')}/", f"feed.{kind}", links)
            yield f"feed.{kind}", write(feed_of(site.ledger, site.known.book, Asked(), place, site.wishes.title))


def _sentences(site: _Site, one: Indexed) -> list[str]:
    """The sentences of an incident's claims, each once, in the order of reports and texts."""
    incident = site.ledger.incident(one.line.id)
    if incident is None:
        return []
    members = {ref.mention for ref in incident.mentions}
    told = as_ruled(site.ledger, sorted({ref.report for ref in incident.mentions}))
    sentences = Sentences({report.id: report for report in told.reports})
    return list(
        dict.fromkeys(
            sentences.quote(extraction.report, [claim]).text.strip()
            for extraction in told.extractions
            for claim in extraction.claims
            if claim.mention in members
        )
    )
