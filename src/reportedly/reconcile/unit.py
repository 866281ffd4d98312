"""An incident in the making, as one layer of the joining hands it to the next; and what a change does to them."""

from collections.abc import Iterable, Mapping
from dataclasses import field

from reportedly.frozen import dataclass
from reportedly.model import JoinReason


@dataclass(frozen=True, slots=True)
class Unit:
    """Mentions that belong together by their ids, in order, and why. Its own id is the smallest of them."""

    members: tuple[str, ...]
    reasons: tuple[JoinReason, ...] = ()

    @property
    def id(self) -> str:
        """The smallest id of its mentions."""
        return self.members[0]

    def with_(self, other: "Unit", reason: JoinReason) -> "Unit":
        """Both as one, for this reason beside those they have."""
        members = tuple(sorted((*self.members, *other.members)))
        reasons = sorted((*self.reasons, *other.reasons, reason), key=lambda one: (one.left, one.right))
        return Unit(members, tuple(reasons))


@dataclass(frozen=True, slots=True)
class Delta:
    """What a change did: units that are no longer, and units that are new, by id. What changed stands in both."""

    gone: Mapping[str, Unit] = field(default_factory=dict)
    new: Mapping[str, Unit] = field(default_factory=dict)

    @property
    def ids(self) -> set[str]:
        """The ids of all units it speaks of."""
        return {*self.gone, *self.new}


def delta(before: Iterable[Unit], after: Iterable[Unit]) -> Delta:
    """The difference of two states of a neighbourhood."""
    old, new = {unit.id: unit for unit in before}, {unit.id: unit for unit in after}
    return Delta(
        {id_: unit for id_, unit in old.items() if new.get(id_) != unit},
        {id_: unit for id_, unit in new.items() if old.get(id_) != unit},
    )
