"""What happened once in the world, as far as reports tell it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.claim import Stance, Voice
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

    `origins` are the bodies that observed or asserted it (not the outlets that repeat it); `claims` are ids. `since` is
    the earliest publication that carries it, an ISO day or instant, None where no report of it bears a date; `revised`
    says that whoever held it said otherwise later.
    """

    value: Value | None
    voices: tuple[Voice, ...]
    origins: tuple[str, ...]
    outlets: tuple[str, ...]
    claims: tuple[str, ...]
    since: str | None = None
    revised: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """What one holder said of a field from one publication on (`since`, an ISO day or instant), and how."""

    value: Value | None
    stance: Stance
    since: str | None
    outlets: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """A holder that said otherwise later, or took it back: its origin, its voices, and its stages, the last one standing."""

    holder: str
    voices: tuple[Voice, ...]
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """A field of an incident: the value where one can be settled, its status, all positions, and why in words.

    `history` holds those who said otherwise later.
    """

    value: Value | None
    status: Status
    positions: tuple[Position, ...]
    why: str = ""
    history: tuple[Revision, ...] = ()


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
