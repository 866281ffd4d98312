"""The lists of a site: all incidents, those of a state, those of a year, each in pages; they need no JavaScript."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.store.browse import Asked
from reportedly.store.index import Indexed
from reportedly.web.asking import Read
from reportedly.web.incidents import incidents_page
from reportedly.web.links import list_name
from reportedly.web.page import Page
from reportedly.web.settings import Settings

SIZE = 100  # incidents of a page


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


def list_pages(settings: Settings, lists: Lists, total: int) -> Iterator[tuple[str, Page]]:
    """The name of each file, and its page."""
    for one in (Listed(Asked(), "all", total), *lists.states, *lists.years):
        for number in range(1, max(1, -(-one.incidents // SIZE)) + 1):
            asked = replace(one.asked, page=number, size=SIZE)
            if name := list_name(asked):
                page = incidents_page(settings, Read(asked))
                yield name, replace(page, title=f"Incidents: {one.name}")


def _years(one: Indexed) -> range:
    if one.earliest is None or one.latest is None:
        return range(0)
    return range(int(one.earliest[:4]), int(one.latest[:4]) + 1)


def _year(year: int) -> Asked:
    return Asked(since=date(year, 1, 1), until=date(year, 12, 31))
