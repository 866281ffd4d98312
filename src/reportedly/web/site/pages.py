"""Which pages a site has, and what draws each: work that processes share, because every page stands for itself."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import cast

from reportedly.frozen import dataclass
from reportedly.store import browse
from reportedly.store.index import Indexed, accounts_of, index_of, last_run
from reportedly.store.ledger import Ledger
from reportedly.web.about import about_page
from reportedly.web.help import help_page
from reportedly.web.incident import incident_page
from reportedly.web.known import Known
from reportedly.web.links import KINDS, FileLinks, named_file
from reportedly.web.named import named_page
from reportedly.web.page import Frame, Page, draw
from reportedly.web.report import report_page
from reportedly.web.settings import Settings
from reportedly.web.site.front import front_page
from reportedly.web.site.lists import Lists, list_page, lists_of, wanted
from reportedly.web.site.wishes import Wishes

LONG = 100  # incidents of a page of a speaker, a site or a weapon
Job = tuple[str, str]  # the kind of page, and of what it is
File = tuple[str, str]  # its name, and what it holds


@dataclass(frozen=True)
class Site:
    """What every page of a site is drawn from: the wishes, and where the copy of the ledger lies that may be shown."""

    wishes: Wishes
    settings: Settings

    @cached_property
    def known(self) -> Known:
        """The codebook and the past."""
        return Known(self.settings.codebook)

    @cached_property
    def index(self) -> tuple[Indexed, ...]:
        """All incidents, newest first."""
        return index_of(self.settings.ledger)

    @cached_property
    def named(self) -> frozenset[tuple[str, str]]:
        """The speakers, sites and weapons that have a page."""
        held = browse.choices(self.settings.ledger)
        return frozenset((kind, one.value) for kind in KINDS for one in held[kind])

    @cached_property
    def lists(self) -> Lists:
        """The lists by year and by state."""
        return lists_of(self.index, {code: entry.name for code, entry in self.known.book.states.items()})

    @cached_property
    def written(self) -> str:
        """The day of the last build."""
        return last_run(self.settings.ledger)

    def file(self, name: str, page: Page) -> File:
        """The file of a page."""
        links = FileLinks(depth=name.count("/"), feeds=self.wishes.base_url is not None, known=self.named)
        frame = Frame(links, self.wishes.title, read_only=True, path=f"/{name}", generated=self.written)
        return name, draw(page, frame)

    def prepared(self) -> "Site":
        """The same with all worked out that pages share."""
        with Ledger.open(self.settings.ledger) as ledger:
            self.known.past(ledger)
        for name in ("named", "lists", "written"):
            getattr(self, name)
        return self

    def jobs(self) -> Iterator[Job]:
        """All pages there are."""
        yield from (("index", ""), ("about", ""), ("help", ""))
        yield from (("list", name) for name in wanted(self.lists, len(self.index)))
        yield from (("incident", one.line.id) for one in self.index)
        with Ledger.open(self.settings.ledger) as ledger:
            yield from (("report", id_) for id_ in ledger.report_ids())
        yield from sorted(self.named)
        for account, incident in accounts_of(self.settings.ledger):
            if account != incident:
                yield "moved", f"{account} {incident}"

    def files(self, job: Job) -> Iterator[File]:
        """The file or files of one job."""
        return _DRAWN[job[0]](self, job)


def _index(site: Site, job: Job) -> Iterator[File]:
    yield site.file("index.html", front_page(site.settings, site.lists))


def _about(site: Site, job: Job) -> Iterator[File]:
    yield site.file("about.html", about_page(site.settings))


def _help(site: Site, job: Job) -> Iterator[File]:
    yield site.file("help.html", help_page(site.settings))


def _list(site: Site, job: Job) -> Iterator[File]:
    yield site.file(job[1], list_page(site.settings, site.lists, job[1]))


def _incident(site: Site, job: Job) -> Iterator[File]:
    page = incident_page(site.settings, job[1], record=site.known.past_at_hand(site.settings.ledger))
    if page is not None:
        yield site.file(f"incident/{job[1]}.html", page)


def _report(site: Site, job: Job) -> Iterator[File]:
    page = report_page(site.settings, job[1], whole_text=site.wishes.with_texts)
    if page is not None:
        yield site.file(f"report/{job[1]}.html", page)


def _named(site: Site, job: Job) -> Iterator[File]:
    """A page of a speaker, site or weapon, and more where its list is long."""
    number = pages = 1
    while number <= pages:
        page = named_page(site.settings, *job, page=number, size=LONG)
        if page is None:
            return
        yield site.file(named_file(*job, number), page)
        number, pages = number + 1, cast(int, page.shows["pages"])


def _moved(site: Site, job: Job) -> Iterator[File]:
    """A page that leads from an account to its incident, which may bear another id once more is read."""
    account, incident = job[1].split(" ")
    yield site.file(f"incident/{account}.html", Page("moved.html", "Moved", "incidents", {"id": incident}))


_DRAWN: Mapping[str, Callable[[Site, Job], Iterator[File]]] = MappingProxyType(
    {
        "index": _index,
        "about": _about,
        "help": _help,
        "list": _list,
        "incident": _incident,
        "report": _report,
        "moved": _moved,
        **dict.fromkeys(KINDS, _named),
    }
)

_sites: list[Site] = []  # one a process, set before its first batch


def prepare(wishes: Wishes, settings: Settings) -> None:
    """Nothing; this process then can draw the pages of the site."""
    _sites[:] = [Site(wishes, settings).prepared()]


def work(batch: Sequence[Job]) -> list[File]:
    """The files of a batch of jobs."""
    return [file for job in batch for file in _sites[0].files(job)]
