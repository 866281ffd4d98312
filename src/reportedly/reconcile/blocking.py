"""Which mentions are worth comparing, and which look alike and need be compared only once. Keeps the work near linear."""

from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import Protocol

from reportedly.codebook import Codebook
from reportedly.frozen import dataclass
from reportedly.reconcile.sketch import Look


class Told(Protocol):
    """A mention as grouping sees it."""

    @property
    def id(self) -> str: ...
    @property
    def report(self) -> str: ...
    @property
    def main(self) -> bool: ...
    @property
    def look(self) -> Look: ...


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions that look alike, by id, the reports they stand in, and what they look like."""

    look: Look
    members: tuple[str, ...]
    reports: frozenset[str]

    @property
    def id(self) -> str:
        """The smallest id of its mentions."""
        return self.members[0]


def grouped(mentions: Iterable[Told]) -> tuple[Group, ...]:
    """Mentions that look the same and can be dated, as one group each; by smallest id.

    Two mentions of one report are told apart by whoever wrote it, and stay so.
    """
    found: dict[tuple[Look, Hashable], list[Told]] = {}
    seen: dict[tuple[Look, str], int] = {}
    for one in sorted(mentions, key=lambda one: one.id):
        nth = seen.get((one.look, one.report), 0)
        seen[one.look, one.report] = nth + 1
        found.setdefault((one.look, nth if one.look.day else one.id), []).append(one)
    made = (
        Group(look, tuple(one.id for one in alike), frozenset(one.report for one in alike))
        for (look, _), alike in found.items()
    )
    return tuple(sorted(made, key=lambda group: group.id))


def family_of(type_: str, codebook: Codebook) -> str:
    """The family of a kind: kinds that share a line of the codebook's `type_families`, over any number of steps."""
    return _families(codebook.type_families).get(type_, type_)


@lru_cache(maxsize=8)
def _families(lines: tuple[tuple[str, ...], ...]) -> dict[str, str]:
    named: dict[str, str] = {}
    for family in lines:
        known = sorted({named[type_] for type_ in family if type_ in named} | {family[0]})
        for type_ in [*family, *(t for t, name in named.items() if name in known)]:
            named[type_] = known[0]
    return named


def tells_enough(look: Look) -> bool:
    """Whether an undated background mention can stand as an incident: it names a weapon, a place or people."""
    return bool(look.days or look.partial or look.weapon or look.site or look.people)
