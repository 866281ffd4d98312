"""The lists of a site: all incidents, those of a state, those of a year, each in pages; they need no JavaScript."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from reportedly.frozen import dataclass
from reportedly.store.browse import Asked
from reportedly.store.index import Indexed
from reportedly.web.asking import Read
from reportedly.web.incidents import incidents_page
from reportedly.web.links import list_name
from reportedly.web.page import Page
from reportedly.web.settings import Settings

SIZE = 60  # incidents of a page, so that none is over 200 KB with map and timeline


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that a site holds: what it asks for, how it is called, and how many incidents it has."""

    asked: Asked
    name: str
    incidents: int


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a site."""

    years: tuple[Listed, ...]
    states: tuple[Listed, ...]


def lists_of(index: Sequence[Indexed], states: dict[str, str]) -> Lists:
    """A list for every year in which an incident may lie, newest first, and for every state, by name."""
    years = Counter(year for one in index for year in _years(one))
    held = Counter(one.line.state for one in index if one.line.state)
    by_year = (Listed(_year(year), str(year), years[year]) for year in sorted(years, reverse=True))
    by_state = (Listed(Asked(state=code), states.get(code, code), held[code]) for code in held)
    return Lists(tuple(by_year), tuple(sorted(by_state, key=lambda one: one.name)))


def wanted(lists: Lists, total: int) -> Iterator[str]:
    """The names of the files of all lists, those of the list of all incidents first."""
    for one in (Listed(Asked(), "all", total), *lists.states, *lists.years):
        for number in range(1, max(1, -(-one.incidents // SIZE)) + 1):
            if name := list_name(replace(one.asked, page=number)):
                yield name


def list_page(settings: Settings, lists: Lists, name: str) -> Page:
    """The page of a list by the name of its file."""
    stem, _, number = name.removeprefix("list/").removesuffix(".html").partition("-")
    every = {"all": Listed(Asked(), "all", 0)}
    every |= {(one.asked.state or one.name): one for one in (*lists.states, *lists.years)}
    one = every[stem]
    page = incidents_page(settings, Read(replace(one.asked, page=int(number or 1), size=SIZE)))
    return replace(page, title=f"Incidents: {one.name}")


def _years(one: Indexed) -> range:
    if one.earliest is None or one.latest is None:
        return range(0)
    return range(int(one.earliest[:4]), int(one.latest[:4]) + 1)


def _year(year: int) -> Asked:
    return Asked(since=date(year, 1, 1), until=date(year, 12, 31))
