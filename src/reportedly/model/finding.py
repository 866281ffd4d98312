"""What came of checking one claim that follows from others."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from reportedly.frozen import dataclass


class Verdict(StrEnum):
    """What a check comes to."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    UNDETERMINED = "undetermined"
    INTERNAL_CONFLICT = "internal_conflict"  # two claims of one report that no ledger could bear out

    @property
    def wrong(self) -> bool:
        """Whether something cannot be as it is written."""
        return self in (Verdict.INCONSISTENT, Verdict.INTERNAL_CONFLICT)


@dataclass(frozen=True, slots=True)
class Finding:
    """One check of one claim.

    `claim` is the id of the claim that was checked, `written` the words it stands in. `reading` is what the words were
    taken to mean (scope, window, unit, anchor), `working` the sum in one line that a reporter can print. `stands_on` are
    the other claims, by id, and what the ledger holds: "incident:ID", "cns:DAY".
    """

    claim: str
    kind: str
    written: str
    verdict: Verdict
    working: str
    reading: Mapping[str, object] = field(default_factory=dict)
    stands_on: tuple[str, ...] = ()
