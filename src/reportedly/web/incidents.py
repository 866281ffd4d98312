"""The list of incidents with its filters, its months and its excerpts."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.store import browse
from reportedly.store.browse import Asked, Choice, Shown
from reportedly.web.asking import Read
from reportedly.web.page import Page
from reportedly.web.settings import Settings

OPTIONS = 300  # values a filter offers; others are reached by their own pages


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter as a form shows it."""

    name: str
    label: str
    chosen: str
    choices: tuple[Choice, ...]


LABELS: Mapping[str, str] = {
    "state": "State",
    "type": "Kind",
    "weapon": "Weapon",
    "site": "Site",
    "status": "Status",
    "outlet": "Outlet",
    "speaker": "Speaker",
}


def incidents_page(settings: Settings, read: Read) -> Page:
    """The incidents that are asked for. LedgerError where the ledger cannot be read."""
    asked = read.asked
    found = browse.shown(settings.ledger, asked)
    shows = {
        "asked": asked,
        "wrong": read.wrong,
        "found": found,
        "pages": pages_of(found, asked),
        "filters": filters_of(settings, asked),
    }
    return Page("incidents.html", "Incidents", "incidents", shows)


def filters_of(settings: Settings, asked: Asked) -> tuple[Filter, ...]:
    """The filters with what they offer, and what is chosen in each."""
    held = browse.choices(settings.ledger)
    return tuple(
        Filter(name, label, getattr(asked, name) or "", held[name][:OPTIONS]) for name, label in LABELS.items()
    )


def pages_of(found: Shown, asked: Asked) -> int:
    """How many pages the list has; at least one."""
    return max(1, -(-found.total // asked.size))
