"""What happened once in the world, as far as reports tell it."""

from collections.abc import Mapping
from enum import StrEnum

from reportedly.frozen import dataclass
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
    says that whoever held it said otherwise later. `credibility` is the Admiralty digit of the value, 1 (confirmed by
    independent origins) to 6 (cannot be judged), None for what nobody asserts.
    """

    value: Value | None
    voices: tuple[Voice, ...]
    origins: tuple[str, ...]
    outlets: tuple[str, ...]
    claims: tuple[str, ...]
    since: str | None = None
    revised: bool = False
    credibility: int | None = None


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


class Ground(StrEnum):
    """By what an outlet stands behind an origin."""

    QUOTES = "quotes"  # it names the origin as the one who said it
    CREDITS = "credits"  # it says that it prints the origin's text
    COPIES = "copies"  # it prints a text that others print
    PUBLISHER = "same publisher"  # it belongs to the origin's house
    OWN = "own words"


@dataclass(frozen=True, slots=True)
class Backing:
    """Outlets that stand behind one origin by one ground.

    `origin` is an id and `name` how it is shown; `of` is whom they quote, what they credit or copy, or their house, and
    `kind` the class of source of whoever is quoted or wrote. What `adds` nothing to the count is a writer's own words
    that are nobody's, or an agency's that has them from those it quotes.
    """

    origin: str
    name: str
    ground: Ground
    of: str
    kind: str
    outlets: tuple[str, ...]
    adds: bool = True


@dataclass(frozen=True, slots=True)
class Support:
    """Who stands behind an incident: outlets that tell of it, independent origins, speakers, and why.

    `credibility` is the Admiralty digit of its having happened, as in a `Position`.
    """

    outlets: int = 0
    origins: int = 0
    speakers: int = 0
    credibility: int = 6
    backings: tuple[Backing, ...] = ()


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
    support: Support = Support()
