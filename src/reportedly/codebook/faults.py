"""Faults that only show when the parts of a codebook are seen together."""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.codebook.codebook import Codebook
from reportedly.codebook.source import Source
from reportedly.codebook.surfaces import Surface


def cross_faults(codebook: Codebook, sources: Sequence[Source]) -> Iterator[str]:
    """References to ids that no entry has, each with the line of the id they stand under, and names of two entries."""
    for file_key, owner, wanted, ids in _references(codebook):
        missing = [name for name in wanted if name not in ids]
        for name in missing:
            yield f"{_place(sources, file_key, owner)}'{owner}' refers to '{name}', which is not in the codebook"
    yield from _unkept(codebook, sources)
    yield from _shared(codebook.names.surfaces(), codebook, sources)


def _references(codebook: Codebook) -> Iterator[tuple[str, str, Iterable[str], Iterable[str]]]:
    for weapon in codebook.weapons.values():
        yield "weapons", weapon.id, [weapon.family] if weapon.family else (), codebook.weapons
        yield "weapons", weapon.id, [weapon.weapon_class], codebook.weapon_classes or [weapon.weapon_class]
    for kind in codebook.types.values():
        wanted = (*kind.classes, *kind.fits)
        yield "types", kind.id, wanted, codebook.weapon_classes or wanted
    for site in codebook.sites.values():
        yield "sites", site.id, (*site.contains, *site.confusable), codebook.sites
    for sea in codebook.seas.values():
        yield "seas", sea.id, [sea.within] if sea.within else (), codebook.seas
    for body in codebook.bodies.values():
        yield "bodies", body.id, (*body.member_of, *([body.relays] if body.relays else ())), codebook.bodies
    for state in codebook.states.values():
        yield "states", state.id, (*state.watches, *state.at_war, *state.allies), codebook.states
    for person in codebook.people.values():
        yield "people", person.id, [person.body] if person.body else (), codebook.bodies
    for scope, types in codebook.scopes.items():
        yield "scopes", scope, types, codebook.types


def _unkept(codebook: Codebook, sources: Sequence[Source]) -> Iterator[str]:
    """A fault for what is kept by a code that the codebook lacks: a noun of speech by its verb, a body of several states by
    its role, what a thing was fired from and how it flew by a value of the field."""
    spoken = {verb for cue in codebook.cues for verb in (*cue.open_verbs, *cue.verbs, *cue.verbs_with)}
    roles = {body.role for body in codebook.bodies.values()}
    values = {name: frozenset(entry.values) for name, entry in codebook.fields.items()}
    for where, held, known in (
        (("speakers", "nouns"), codebook.speakers.nouns, spoken),
        (("speakers", "several_bodies"), codebook.speakers.several_bodies, roles),
        (("withheld",), codebook.phrases.withheld, codebook.fields or codebook.phrases.withheld),
        (("platforms",), codebook.phrases.platforms, values.get("platform", codebook.phrases.platforms.keys())),
        (
            ("trajectories",),
            codebook.phrases.trajectories,
            values.get("trajectory", codebook.phrases.trajectories.keys()),
        ),
    ):
        for source in (s for s in sources if s.own and where[0] in s.data):
            for key in held.keys() - set(known):
                yield f"{source.path.name}:{source.line((*where, key))}: '{key}' is not in the codebook"


def _shared(surfaces: Iterable[Surface], codebook: Codebook, sources: Sequence[Source]) -> Iterator[str]:
    """A fault for every form that two entries of one kind claim without saying that they are confusable."""
    owners: dict[tuple[str, str], Surface] = {}
    for surface in surfaces:
        first = owners.setdefault((surface.kind, surface.folded), surface)
        if first.id == surface.id or first.id.startswith("?") or first.written != surface.written:
            continue
        declared = getattr(first.entry, "confusable", ()) + getattr(surface.entry, "confusable", ())
        if surface.id not in declared and first.id not in declared:
            key = {"weapon": "weapons", "payload": "weapons", "site": "sites", "body": "bodies", "person": "people"}
            at = _place(sources, key.get(surface.kind, f"{surface.kind}s"), surface.id)
            yield f"{at}'{surface.written}' names both '{first.id}' and '{surface.id}'"


def _place(sources: Sequence[Source], key: str, owner: str) -> str:
    """File and line of an id, as the beginning of a message; empty where it is in no file."""
    for source in sources:
        if key not in source.data and not (key == "sites" and "areas" in source.data):
            continue
        for number, line in enumerate(source.text.splitlines(), start=1):
            if (
                f"id: {owner}," in line
                or f"id: {owner}}}" in line
                or line.strip() in (f"id: {owner}", f"- id: {owner}")
            ):
                return f"{source.path.name}:{number}: "
            if line.strip().startswith(f"{owner}:"):
                return f"{source.path.name}:{number}: "
    return ""
