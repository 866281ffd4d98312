"""From the files of a codebook to its written names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.codebook.entries import BodyEntry, PersonEntry, SeaEntry, SiteEntry, StateEntry, WeaponEntry
from reportedly.codebook.surfaces import Surface, fold, place_spellings, spellings, unique
from reportedly.patterns import compiled

MARKED = compiled(r"[A-Za-z]{5,}[- ]?\d")  # "Burkan-2H": no common word, whatever stands near


def surfaces(
    weapons: Iterable[WeaponEntry],
    sites: Iterable[SiteEntry],
    seas: Iterable[SeaEntry],
    bodies: Iterable[BodyEntry],
    people: Iterable[PersonEntry],
    states: Iterable[StateEntry],
    stems: Mapping[str, tuple[str, ...]],
) -> list[Surface]:
    """Every written form of every entry, most telling kind first."""
    states = tuple(states)
    capitals = {fold(word): state for state in states for word in (state.capital, *state.metonyms)}
    made = [*_weapons(weapons, stems), *_bodies(bodies, states), *_people(people, states), *_states(states)]
    made += _sites(sites, capitals)
    made += [_plain("sea", sea, alias) for sea in seas for alias in (sea.name, *sea.aliases)]
    return list(unique(made))


def _weapons(weapons: Iterable[WeaponEntry], stems: Mapping[str, tuple[str, ...]]) -> Iterator[Surface]:
    for weapon in weapons:
        kind = "payload" if weapon.payload else "weapon"
        needs = tuple(fold(word) for word in weapon.needs)
        for alias in (weapon.name, *weapon.labels, *weapon.aliases):
            name = alias if alias in weapon.labels else weapon.name
            for form in spellings(alias, stems):
                own = () if MARKED.search(form) else needs
                yield Surface(form, fold(form), kind, weapon.id, name, weapon, needs=own)


def _sites(sites: Iterable[SiteEntry], capitals: Mapping[str, StateEntry]) -> Iterator[Surface]:
    for site in sites:
        needs = tuple(fold(word) for word in site.needs)
        for alias in dict.fromkeys(form for name in (site.name, *site.aliases) for form in place_spellings(name)):
            state = capitals.get(fold(alias))
            if state is not None and state.id == site.state:
                yield Surface(alias, fold(alias), "metonym", state.id, state.name, state, site.id)
            else:
                yield Surface(alias, fold(alias), "site", site.id, site.name, site, needs=needs)


def _bodies(bodies: Iterable[BodyEntry], states: Sequence[StateEntry]) -> Iterator[Surface]:
    """The forms of bodies. A name that begins with its state's ("South Korean military") is left to the state and the
    role beside each other, so that "South Korean military official" is not cut short."""
    starts = {state.id: (state.name, state.demonym, *state.names) for state in states}
    for body in bodies:
        needs = tuple(fold(word) for word in body.needs)
        joined = body.role is not None and body.name.startswith(starts.get(body.state or "", ("?",)))
        named = () if joined or body.cls == "unnamed" or body.id.startswith("?") else (body.name,)
        for alias in (*named, *body.aliases):
            yield Surface(alias, fold(alias), "body", body.id, body.name, body, needs=needs)


def _people(people: Iterable[PersonEntry], states: Sequence[StateEntry]) -> Iterator[Surface]:
    family_first = {state.id for state in states if state.family_first}
    for person in people:
        for alias in (person.name, *person.aliases):
            yield _plain("person", person, alias)
            words = alias.split()
            if person.state in family_first and len(words) == 2:
                yield _plain("person", person, f"{words[1]} {words[0]}")


def _states(states: Iterable[StateEntry]) -> Iterator[Surface]:
    for state in states:
        for word in (state.name, *state.names):
            yield _plain("state", state, word)
        for word in (state.demonym, *state.demonyms):
            yield _plain("demonym", state, word)
        for word in state.contextual:
            yield Surface(word, fold(word), "state", state.id, state.name, state, contextual=True)
        for word in (state.capital, *state.metonyms):
            yield _plain("metonym", state, word)


def _plain(kind: str, entry: SeaEntry | PersonEntry | StateEntry, written: str) -> Surface:
    return Surface(written, fold(written), kind, entry.id, entry.name, entry)
