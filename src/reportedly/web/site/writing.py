"""Every file of a site, from a copy of the ledger that holds nothing which the site may not show."""

from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from reportedly.parallel import in_order
from reportedly.publish.feeds import atom, json_feed
from reportedly.store import browse
from reportedly.store.browse import Asked
from reportedly.store.index import reports_of
from reportedly.store.ledger import Ledger
from reportedly.store.shown import copy_of
from reportedly.store.statements import chunks
from reportedly.web.feeding import Place, feed_of
from reportedly.web.links import FileLinks
from reportedly.web.settings import Settings
from reportedly.web.site import pages, words
from reportedly.web.site.data import incidents_script, words_script
from reportedly.web.site.folder import Folder
from reportedly.web.site.pages import Site
from reportedly.web.site.wishes import Wishes

ASSETS = ("desk.css", "pictures.css", "reading.css", "site.css", "mark.svg", "desk.js", "stem.js", "site.js")
BATCH = 50  # pages that a process draws at a time


def write_site(wishes: Wishes, folder: Folder, begun: Callable[[int], Callable[[int], None]]) -> int:
    """How many pages were written. LedgerError where the ledger cannot be read.

    `begun` is told how many there will be about, and gives whom to tell how many there are.
    """
    with TemporaryDirectory(prefix="reportedly-site-") as workshop:
        copy = Path(workshop) / wishes.ledger.name
        copy_of(wishes.ledger, copy, names=wishes.names)
        site = Site(wishes, Settings(copy, wishes.codebook, read_only=True))
        number = _write_pages(site, folder, begun)
        for name, raw in _others(site):
            folder.write(name, raw)
    return number


def _write_pages(site: Site, folder: Folder, begun: Callable[[int], Callable[[int], None]]) -> int:
    jobs = list(site.jobs())
    done, number = begun(len(jobs)), 0
    batches = (jobs[start : start + BATCH] for start in range(0, len(jobs), BATCH))
    drawn = in_order(
        pages.work,
        batches,
        processes=site.wishes.processes,
        prepare=pages.prepare,
        settings=(site.wishes, site.settings),
    )
    for number, (name, content) in enumerate(chain.from_iterable(drawn), 1):
        folder.write(name, content)
        done(number)
    return number


def _others(site: Site) -> Iterator[tuple[str, str | bytes]]:
    """What is no page: data, feeds, and what comes with the program."""
    ledger = site.settings.ledger
    shown = {kind: {one.value: one.shown for one in found} for kind, found in browse.choices(ledger).items()}
    states = {code: entry.name for code, entry in site.known.book.states.items()}
    types = {code: entry.label for code, entry in site.known.book.types.items()}
    yield "data/incidents.js", incidents_script(site.index, shown, states, types)
    held = reports_of(ledger)
    ids = sorted({report for reports in held.values() for report in reports})
    told = in_order(
        words.work,
        chunks(ids),
        processes=site.wishes.processes,
        prepare=words.prepare,
        settings=(ledger, site.wishes.with_texts),
    )
    numbers = {id_: number for number, id_ in enumerate(ids)}
    of = [[numbers[report] for report in held.get(one.line.id, ())] for one in site.index]
    yield "data/words.js", words_script(chain.from_iterable(told), of)
    for name in ASSETS:
        yield f"static/{name}", (files("reportedly.web") / "static" / name).read_bytes()
    if site.wishes.base_url is not None:
        yield from _feeds(site, site.wishes.base_url)


def _feeds(site: Site, base_url: str) -> Iterator[tuple[str, bytes]]:
    with Ledger.open(site.settings.ledger) as ledger:
        for kind, write in (("atom", atom), ("json", json_feed)):
            place = Place(f"{base_url.rstrip('/')}/", f"feed.{kind}", FileLinks(feeds=True))
            yield f"feed.{kind}", write(feed_of(ledger, site.known.book, Asked(), place, site.wishes.title))
