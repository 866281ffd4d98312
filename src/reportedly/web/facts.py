"""What the codebook knows of a speaker, a site or a weapon, in words."""

from collections.abc import Iterator

from reportedly.codebook import BodyEntry, Codebook, PersonEntry, SiteEntry, StateEntry, WeaponEntry
from reportedly.frozen import dataclass
from reportedly.web.map import PRECISE
from reportedly.web.tell import words

Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """A name, and what is known of it: a heading and its words."""

    name: str
    lines: tuple[Line, ...]


def facts_of(kind: str, value: str, book: Codebook) -> Facts | None:
    """What the codebook has of a "speaker", "site" or "weapon", None where it has nothing."""
    if kind == "weapon":
        weapon = book.weapons.get(value)
        return Facts(weapon.name, tuple(_weapon(weapon, book))) if weapon else None
    if kind == "site":
        site = book.sites.get(value)
        return Facts(site.name, tuple(_site(site, book))) if site else None
    body = book.bodies.get(value) or book.people.get(value) or book.states.get(value)
    return Facts(body.name, tuple(_speaker(body, book))) if body else None


def _speaker(entry: BodyEntry | PersonEntry | StateEntry, book: Codebook) -> Iterator[Line]:
    if isinstance(entry, StateEntry):
        yield "Class of source", "state"
        yield "Heard as", "what is said in the name of its government or capital"
        return
    yield "Class of source", f"{words(entry.cls)} (letter {book.letters.get(entry.cls, 'F')})"
    if entry.state:
        yield "State", _state(entry.state, book)
    if isinstance(entry, PersonEntry):
        if entry.role:
            yield "Office", words(entry.role)
        if body := book.bodies.get(entry.body or ""):
            yield "Speaks for", body.name
    elif relayed := book.bodies.get(entry.relays or ""):
        yield "Passes on the word of", relayed.name
    if entry.since or entry.until:
        yield "From and to", f"{entry.since or '…'} to {entry.until or '…'}"
    yield from _also(entry.aliases)


def _site(entry: SiteEntry, book: Codebook) -> Iterator[Line]:
    if entry.state:
        yield "State", _state(entry.state, book)
    if entry.precision in PRECISE:
        yield "How exactly", PRECISE[entry.precision]
    if entry.latitude is not None and entry.longitude is not None:
        yield "Point on the map", f"{_degrees(entry.latitude, 'N', 'S')}, {_degrees(entry.longitude, 'E', 'W')}"
    names = [book.sites[one].name for one in entry.contains if one in book.sites]
    if names:
        yield "Contains", ", ".join(names)
    yield from _also(entry.aliases)


def _weapon(entry: WeaponEntry, book: Codebook) -> Iterator[Line]:
    yield "Class", book.weapon_classes.get(entry.weapon_class, entry.weapon_class)
    if entry.disputed:
        yield "Others give it the class", book.weapon_classes.get(entry.disputed, entry.disputed)
    if entry.state:
        yield "Made by", _state(entry.state, book)
    if family := book.weapons.get(entry.family or ""):
        yield "Family", family.name
    if entry.is_family:
        yield "A family", "reports that name only the series are never resolved to a member"
    yield from _also((*entry.aliases, *entry.labels))


def _also(names: tuple[str, ...]) -> Iterator[Line]:
    if names:
        yield "Also written", ", ".join(names[:12]) + (f" and {len(names) - 12} more" if len(names) > 12 else "")


def _state(code: str, book: Codebook) -> str:
    return book.states[code].name if code in book.states else code


def _degrees(value: float, positive: str, negative: str) -> str:
    return f"{abs(value):.2f}° {positive if value >= 0 else negative}"
