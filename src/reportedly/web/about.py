"""The page about this ledger and program: versions, what it holds, how far lists reach, how to cite it, licences."""

from functools import cache
from importlib.resources import files

import yaml

from reportedly import __version__
from reportedly import codebook as codebooks
from reportedly.codebook import Codebook
from reportedly.frozen import dataclass
from reportedly.model import HistoryList
from reportedly.store.holdings import Holdings, holdings
from reportedly.store.ledger import Ledger
from reportedly.web.kept import kept
from reportedly.web.page import Page
from reportedly.web.settings import Settings

SHOWN = 24  # outlets, states and kinds that are listed
AUTHORS = "The Reportedly developers"
LICENCE = "Apache-2.0"


@dataclass(frozen=True, slots=True)
class Vendored:
    """Files of others that come with the desk: name, version, licence, where they are from, and their names."""

    name: str
    version: str
    licence: str
    home: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """A list that others keep, as imported, with how many events it has."""

    list: HistoryList
    events: int


def about_page(settings: Settings) -> Page:
    """What this ledger is. LedgerError where it cannot be read."""
    book = codebooks.load(settings.codebook)
    held = kept(holdings, settings.ledger)
    with Ledger.open(settings.ledger) as ledger:
        past = ledger.history()
    shows = {
        "held": held,
        "program": __version__,
        "codebook": book.version,
        "known": _known(book),
        "states": [
            (book.states[code].name if code in book.states else code, code, n) for code, n in held.states[:SHOWN]
        ],
        "types": [(book.types[code].label if code in book.types else code, code, n) for code, n in held.types[:SHOWN]],
        "outlets": held.outlets[:SHOWN],
        "lists": [Imported(one, len(past.of(one.id))) for one in past.lists],
        "cite_program": f"{AUTHORS}. Reportedly, version {__version__}. {LICENCE}.",
        "cite_ledger": _citation(settings, held),
        "vendored": vendored(),
    }
    return Page("about.html", "About this ledger", "about", shows)


def _known(book: Codebook) -> str:
    """How much the codebook knows of each thing."""
    counts = (
        (book.types, "kinds of incident"),
        (book.fields, "questions"),
        (book.weapons, "weapons"),
        (book.sites, "places"),
        (book.bodies, "bodies"),
        (book.people, "people"),
    )
    return ", ".join(f"{len(known):,} {noun}" for known, noun in counts)


def _citation(settings: Settings, held: Holdings) -> str:
    built = f", built {held.built[:10]}" if held.built else ""
    span = f", published {held.first} to {held.last}" if held.first and held.last else ""
    return (
        f"Ledger “{settings.ledger.name}”{built}: {held.incidents:,} incidents told by {held.reports:,} reports{span}. "
        f"Made with Reportedly {__version__}. Contents SHA-256 {held.contents}."
    )


@cache
def vendored() -> tuple[Vendored, ...]:
    """The files of others that come with the desk, as their list has them."""
    told = yaml.safe_load((files("reportedly.web") / "vendor" / "files.yaml").read_text("utf-8"))
    return tuple(
        Vendored(name, str(one["version"]), one["licence"], one["home"], tuple(file["name"] for file in one["files"]))
        for name, one in told.items()
    )
