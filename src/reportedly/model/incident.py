"""What happened once in the world, as far as reports tell it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.claim import Voice
from reportedly.model.value import Value


class Status(StrEnum):
    """How the accounts of one field stand to each other."""

    AGREED = "agreed"
    CONTESTED = "contested"
    SINGLE_ORIGIN = "single_origin"
    WITHHELD = "withheld"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Position:
    """One value of one field and everybody who holds it.

    `origins` are the bodies that observed or asserted it (not the outlets that repeat it); `claims` are ids.
    """

    value: Value | None
    voices: tuple[Voice, ...]
    origins: tuple[str, ...]
    outlets: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """A field of an incident: the value where one can be settled, its status, all positions, and why in words."""

    value: Value | None
    status: Status
    positions: tuple[Position, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class MentionRef:
    """A mention and the report it stands in, by id."""

    report: str
    mention: str


@dataclass(frozen=True, slots=True)
class JoinReason:
    """Why two mentions were taken for one incident: a score, and the sentence that explains it."""

    left: str
    right: str
    score: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened once in the world: the mentions that belong together, and why.

    `id` is the smallest of its mentions' ids; every member's id resolves to it.
    """

    id: str
    label: str
    type: str
    state: str | None
    values: Mapping[str, Settled]
    mentions: tuple[MentionRef, ...]
    shots: tuple[Mapping[str, Value], ...] = ()
    reasons: tuple[JoinReason, ...] = ()
