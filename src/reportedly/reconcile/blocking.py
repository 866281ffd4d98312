"""Which mentions are worth comparing: those of one state, family of kinds and day. Keeps the work near linear."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportedly.codebook import Codebook
from reportedly.reconcile.sketch import Look

Field = tuple[str | None, str]  # state, family


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions that look alike, by id, and what they look like."""

    look: Look
    members: tuple[str, ...]
    main: bool = True  # one of them is what its report is about

    @property
    def id(self) -> str:
        """The smallest id of its mentions."""
        return self.members[0]


def grouped(looks: Mapping[str, Look], alike: Mapping[str, str], main: frozenset[str]) -> tuple[Group, ...]:
    """Mentions that look the same and can be dated, as one group each; by smallest id.

    `alike` names the report of a mention: two mentions of one report are told apart by whoever wrote it, and stay so.
    `main` holds the ids of the mentions their reports are about.
    """
    found: dict[tuple[Look, Hashable], list[str]] = {}
    seen: dict[tuple[Look, str], int] = {}
    for mention in sorted(looks):
        look, report = looks[mention], alike[mention]
        nth = seen.get((look, report), 0)
        seen[look, report] = nth + 1
        found.setdefault((look, nth if look.day else mention), []).append(mention)
    made = (Group(look, tuple(ids), not main.isdisjoint(ids)) for (look, _), ids in found.items())
    return tuple(sorted(made, key=lambda group: group.id))


def fields_of(groups: Iterable[Group], codebook: Codebook) -> Iterator[tuple[Field, tuple[Group, ...]]]:
    """The groups by state and family of kinds, in a stable order."""
    families = _families(codebook)
    fields: dict[Field, list[Group]] = {}
    for group in groups:
        fields.setdefault((group.look.state, families.get(group.look.type, group.look.type)), []).append(group)
    for key in sorted(fields, key=lambda field: (field[0] or "", field[1])):
        yield key, tuple(fields[key])


def _families(codebook: Codebook) -> dict[str, str]:
    """Each kind's family: kinds that share a line of the codebook's `type_families`, over any number of steps."""
    named: dict[str, str] = {}
    for family in codebook.type_families:
        known = sorted({named[type_] for type_ in family if type_ in named} | {family[0]})
        for type_ in [*family, *(t for t, name in named.items() if name in known)]:
            named[type_] = known[0]
    return named


def tells_enough(look: Look) -> bool:
    """Whether an undated background mention can stand as an incident: it names a weapon, a place or people."""
    return bool(look.days or look.partial or look.weapon or look.site or look.people)
