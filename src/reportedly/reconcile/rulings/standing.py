"""How a decision stands: in force, undone, overruled by a later one, or not applicable to what the ledger holds."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import UTC
from enum import StrEnum

from reportedly.frozen import dataclass
from reportedly.model import Decision, Incident, Ruling


class Force(StrEnum):
    """Whether a decision changes anything, and if not, why not."""

    IN_FORCE = "in force"
    UNDONE = "undone"
    OVERRULED = "overruled"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Standing:
    """One decision and how it stands; `why` tells in words why it is not in force, `by` who overruled it.

    `claims` are the ids of the claims it rules on or adds, `accounts` and `others` those of the mentions on either side.
    """

    decision: Decision
    force: Force = Force.IN_FORCE
    why: str = ""
    by: str | None = None
    claims: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def in_force(self) -> bool:
        """Whether it changes anything."""
        return self.force is Force.IN_FORCE

    @property
    def moment(self) -> tuple[str, str]:
        """What orders decisions: when they were made, then their id."""
        return moment(self.decision)


def moment(decision: Decision) -> tuple[str, str]:
    """What orders decisions, whoever's clock they bear: the instant, then the id."""
    return decision.when.astimezone(UTC).isoformat(timespec="microseconds"), decision.id


def overruled(one: Standing, later: Decision) -> Standing:
    """The ruling, where a later one took its place."""
    why = f"{later.who} ruled {later.ruling.value} later: {later.why}"
    return replace(one, force=Force.OVERRULED, why=why, by=later.who)


@dataclass(frozen=True, slots=True)
class Rulings:
    """All decisions and how each stands, oldest first; `claims` holds what is in force of a claim, by its id."""

    standings: tuple[Standing, ...] = ()
    claims: Mapping[str, Standing] = field(default_factory=dict)

    def of(self, ruling: Ruling) -> Iterator[Standing]:
        """Those of this kind that are in force, the latest first."""
        return (one for one in reversed(self.standings) if one.in_force and one.decision.ruling is ruling)

    def on(self, incident: Incident) -> tuple[Standing, ...]:
        """Those that are about accounts of an incident and are not undone, oldest first."""
        members = {ref.mention for ref in incident.mentions}
        live = (one for one in self.standings if one.force is not Force.UNDONE)
        return tuple(one for one in live if not members.isdisjoint((*one.accounts, *one.others)))


NONE = Rulings()
