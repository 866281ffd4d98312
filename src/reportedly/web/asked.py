"""What wants a person, and which part of it, or of what was decided, an address asks for."""

from collections.abc import Mapping

from reportedly.frozen import dataclass
from reportedly.model import Ruling
from reportedly.reconcile.rulings import Force
from reportedly.store.queue import Head

KINDS = ("check", "field", "join", "problem")
OPEN, DONE, ALL = "open", "decided", "all"
STANDS = (OPEN, DONE, ALL)
FORCES = tuple(one.value.replace(" ", "_") for one in Force)
LONGEST = 100  # letters of a filter
LAST = 4_000_000  # after every day there is
Order = tuple[int, int, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class AskedQueue:
    """Which items are asked for: of one kind, of one state's incidents, open or decided; `page` counts from 1."""

    kind: str = ""
    state: str = ""
    stands: str = OPEN
    page: int = 1


@dataclass(frozen=True, slots=True)
class AskedDecisions:
    """Which decisions are asked for; `page` counts from 1."""

    who: str = ""
    ruling: str = ""
    force: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that wants a person: its kind and what names it, the incident it is about, in words what it is, and
    whether a person has ruled on it."""

    kind: str
    key: tuple[str, ...]
    head: Head | None
    about: str
    decided: bool = False

    @property
    def order(self) -> Order:
        """Where it stands: by kind, then the newest incident first."""
        day = self.head.earliest if self.head else None
        newest = -day.toordinal() if day else LAST
        return KINDS.index(self.kind), newest, self.head.label if self.head else "", self.key


def asked_queue(query: Mapping[str, str]) -> AskedQueue:
    """What the query of an address asks for; what it cannot ask for is left out."""
    kind, state, stands = (query.get(name, "").strip() for name in ("kind", "state", "stands"))
    return AskedQueue(
        kind=kind if kind in KINDS else "",
        state=state.upper()[:LONGEST],
        stands=stands if stands in STANDS else OPEN,
        page=page_of(query),
    )


def asked_decisions(query: Mapping[str, str]) -> AskedDecisions:
    """What the query of an address asks for; what it cannot ask for is left out."""
    who, ruling, force = (query.get(name, "").strip()[:LONGEST] for name in ("who", "ruling", "force"))
    return AskedDecisions(
        who=who,
        ruling=ruling if ruling in list(Ruling) else "",
        force=force if force in FORCES else "",
        page=page_of(query),
    )


def page_of(query: Mapping[str, str]) -> int:
    """The page an address asks for; the first where it names none."""
    page = query.get("page", "")
    return max(1, int(page)) if page.isascii() and page.isdigit() and len(page) < 7 else 1
