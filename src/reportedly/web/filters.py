"""The filters of the incidents: what each offers by name, what is chosen, and what a typed name means."""

from collections.abc import Mapping
from dataclasses import replace

from reportedly.codebook import Codebook
from reportedly.frozen import dataclass
from reportedly.store.browse import Asked, Choice
from reportedly.web.placing import within
from reportedly.web.tell import words

OFFERED = 120  # names that a filter offers, the commonest; any other can be typed
SELECTED = ("state", "type", "status")  # few enough to choose from a list; the others are typed
LABELS: Mapping[str, str] = {
    "state": "State",
    "type": "Kind",
    "weapon": "Weapon",
    "site": "Site",
    "status": "Status",
    "outlet": "Outlet",
    "speaker": "Speaker",
}
LACKS: Mapping[str, str] = {"date": "a date", "place": "a place on the map"}
Choices = Mapping[str, tuple[Choice, ...]]


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter as a form shows it: a list to choose from, or an input that offers names (`typed`)."""

    name: str
    label: str
    chosen: str
    shown: str
    choices: tuple[Choice, ...]
    typed: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that was chosen, in words, and the filter it belongs to."""

    name: str
    label: str
    shown: str


def named(choices: Choices, book: Codebook) -> dict[str, tuple[Choice, ...]]:
    """The choices with states and kinds by their names."""
    return {
        kind: tuple(replace(one, shown=_plain(kind, one.value, book)) for one in held) if kind in SELECTED else held
        for kind, held in choices.items()
    }


def name_of(kind: str, value: str, choices: Choices, book: Codebook) -> str:
    """The name of what a filter is set to, also where the ledger holds it nowhere."""
    return next((one.shown for one in choices[kind] if one.value == value), _plain(kind, value, book))


def _plain(kind: str, value: str, book: Codebook) -> str:
    """The codebook's name of a state, a kind or a site, else the value in plain words."""
    if kind == "state" and value in book.states:
        return book.states[value].name
    if kind == "type" and value in book.types:
        return book.types[value].label
    if kind == "site" and value in book.sites:
        return book.sites[value].name
    return words(value) if kind in SELECTED else value


def meant(asked: Asked, choices: Choices, book: Codebook) -> Asked:
    """What is asked for, with typed names read as what they name, and a site with the places that lie in it."""
    changed: dict[str, str] = {}
    for kind, held in choices.items():
        said = getattr(asked, kind)
        if said and not any(one.value == said for one in held):
            changed[kind] = _typed(said, held)
    asked = replace(asked, **changed)  # type: ignore[arg-type]  # names of fields
    return replace(asked, within=tuple(sorted(within(asked.site, book)))) if asked.site else asked


def _typed(said: str, held: tuple[Choice, ...]) -> str:
    """The value that a typed name or value means, in whatever letters; itself where it means none."""
    folded = said.casefold()
    return next((one.value for one in held if folded in (one.shown.casefold(), one.value.casefold())), said)


def filters_of(asked: Asked, choices: Choices, book: Codebook) -> tuple[Filter, ...]:
    """The filters with what they offer, and what is chosen in each."""
    return tuple(_filter(kind, label, getattr(asked, kind) or "", choices, book) for kind, label in LABELS.items())


def _filter(kind: str, label: str, chosen: str, choices: Choices, book: Codebook) -> Filter:
    typed, held = kind not in SELECTED, choices[kind]
    offered = held[:OFFERED] if typed else tuple(sorted(held, key=lambda one: one.shown))
    shown = name_of(kind, chosen, choices, book) if chosen else ""
    if not typed and chosen and all(one.value != chosen for one in held):
        offered = (Choice(chosen, shown, 0), *offered)
    return Filter(kind, label, chosen, shown, offered, typed)


def chips_of(asked: Asked, choices: Choices, book: Codebook) -> tuple[Chip, ...]:
    """What was chosen, each to be taken away."""
    found = [
        Chip(kind, label, name_of(kind, value, choices, book))
        for kind, label in LABELS.items()
        if (value := getattr(asked, kind))
    ]
    found += [Chip("text", "Words", asked.text)] if asked.text else []
    found += [Chip("since", "From", str(asked.since))] if asked.since else []
    found += [Chip("until", "To", str(asked.until))] if asked.until else []
    found += [Chip("lacking", "Without", LACKS[asked.lacking])] if asked.lacking else []
    return tuple(found)
