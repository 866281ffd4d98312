"""The incidents: a timeline and a map over one list, all narrowed by the same filters."""

from dataclasses import replace
from itertools import chain

from reportedly.codebook import load
from reportedly.frozen import dataclass
from reportedly.store import browse
from reportedly.store.browse import Asked, Shown, Unplaced
from reportedly.store.timeline import cadence, stretches
from reportedly.web.asking import Read
from reportedly.web.filters import Chip, Choices, chips_of, filters_of, meant, named
from reportedly.web.kept import kept
from reportedly.web.page import Page
from reportedly.web.placing import Listed, Placed, placed
from reportedly.web.settings import Settings
from reportedly.web.times import Times, around, times_of

SINGLE = 200  # incidents drawn one by one below the bars; more are counted only


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the map: how many incidents are drawn, and those that are not, by state and by why."""

    drawn: int
    missing: int
    unnamed: tuple[Unplaced, ...]
    vague: tuple[Unplaced, ...]
    fought: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Instead:
    """One thing to take away where nothing fits, and how many incidents would fit then."""

    chip: Chip
    incidents: int


def asked_of(settings: Settings, read: Read) -> Asked:
    """What is asked for, with typed names read as what they name in this ledger."""
    return meant(read.asked, _choices(settings), load(settings.codebook))


def _choices(settings: Settings) -> Choices:
    return named(kept(browse.choices, settings.ledger), load(settings.codebook))


def incidents_page(settings: Settings, read: Read) -> Page:
    """The incidents that are asked for. LedgerError where the ledger cannot be read."""
    book, ledger, choices = load(settings.codebook), settings.ledger, _choices(settings)
    asked = asked_of(settings, read)
    found = kept(browse.shown, ledger, asked)
    whole = replace(asked, page=1)
    places = placed(kept(browse.spots, ledger, whole), book)
    chips = chips_of(asked, choices, book)
    shows = {
        "asked": asked,
        "wrong": read.wrong,
        "found": found,
        "pages": pages_of(found, asked),
        "filters": filters_of(asked, choices, book),
        "chips": chips,
        "times": _times(settings, whole, found),
        "steps": around(asked.since, asked.until),
        "places": places,
        "beside": beside(places, kept(browse.unplaced, ledger, whole)),
        "states": {code: entry.name for code, entry in book.states.items()},
        "instead": () if found.total else _instead(settings, asked, chips),
    }
    return Page("incidents.html", "Incidents", "incidents", shows)


def _times(settings: Settings, asked: Asked, found: Shown) -> Times:
    few = found.total - found.undated <= SINGLE
    single = kept(stretches, settings.ledger, asked, SINGLE) if few else ()
    return times_of(kept(cadence, settings.ledger, asked), single, found.undated)


def beside(places: Placed, unplaced: tuple[Unplaced, ...]) -> Beside:
    """What the map does not show, so that nothing is dropped."""
    drawn = set(chain.from_iterable(here.incidents for spot in places.drawn for here in spot.here))
    missing = sum(one.incidents for one in unplaced) + sum(len(one.incidents) for one in places.listed)
    unnamed = tuple(one for one in unplaced if not one.named)
    return Beside(len(drawn), missing, unnamed, tuple(one for one in unplaced if one.named), places.listed)


def _instead(settings: Settings, asked: Asked, chips: tuple[Chip, ...]) -> tuple[Instead, ...]:
    """What would be found without each of the filters, the most first; nothing where there is but one."""
    if len(chips) < 2:
        return ()
    found = (
        Instead(chip, browse.shown(settings.ledger, replace(asked, page=1, size=0, **{chip.name: None})).total)  # type: ignore[arg-type]  # names of fields
        for chip in chips
    )
    return tuple(sorted((one for one in found if one.incidents), key=lambda one: -one.incidents))


def pages_of(found: Shown, asked: Asked) -> int:
    """How many pages the list has; at least one."""
    return max(1, -(-found.total // asked.size))
