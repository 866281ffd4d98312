"""The values a claim can hold. Each carries its own uncertainty; unknown is None, never a guess."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime, time

from reportedly.frozen import dataclass


@dataclass(frozen=True, slots=True)
class DateRange:
    """A day or a span of days, inclusive, in the calendar of the place.

    `partial` is a date without a year ("--10-31") or without a day ("2019-10", "--07"), with both ends None
    where nothing fixes them.
    """

    earliest: date | None
    latest: date | None
    partial: str | None = None

    @property
    def day(self) -> date | None:
        """The one day it is, or None."""
        return self.earliest if self.earliest is not None and self.earliest == self.latest else None


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day at the place; `zone` is an IANA name where the text names a zone, None for the place's own."""

    earliest: time
    latest: time
    approximate: bool = False
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment in UTC, or a span of them. Both ends carry UTC as their zone."""

    earliest: datetime
    latest: datetime
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class UtcClock:
    """A clock in UTC or GMT whose day nothing fixes."""

    earliest: time
    latest: time
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """How many: `maximum` None is open. A hedge never widens it; it sets `approximate`."""

    minimum: int
    maximum: int | None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured amount in the field's unit; None at an end is open ("more than" leaves the top open)."""

    minimum: float | None
    maximum: float | None
    unit: str
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A named place: `id` of the gazetteer (or None), point in degrees, precision 1-7 (UCDP GED)."""

    id: str | None
    name: str
    written: str
    state: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: int = 6


@dataclass(frozen=True, slots=True)
class Weapon:
    """A designation: `id` of the codebook (a member, or a family where only the series is named)."""

    id: str | None
    name: str
    written: str
    weapon_class: str | None = None
    family: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a closed list: weapon class, direction (16 points), outcome, platform, trajectory, eez, type."""

    code: str


@dataclass(frozen=True, slots=True)
class Landing:
    """Where it came down: names of seas and regions, never a point."""

    areas: tuple[str, ...]
    written: str


@dataclass(frozen=True, slots=True)
class Statement:
    """An act of speech about an incident (condemn, deny, threaten, urge, announce, protest); `about` is a mention."""

    act: str
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """How this incident stands to another; `to` is a mention's id of the same report, or None."""

    kind: str
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part: name as the field writes it, role as the report gives it, ISO 3166-1 alpha-3 state."""

    name: str
    role: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Participants:
    """All who took part."""

    people: tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class Transfer:
    """Goods that moved, or are said to have moved, between states."""

    giver: str | None
    taker: str | None
    goods: str | None


@dataclass(frozen=True, slots=True)
class FindingText:
    """What a monitor found, or could not find: `by` names the body, `text` is the report's own words."""

    by: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A legal or political act: adopted, listed, lapsed, vetoed; `body` is who did it."""

    kind: str
    body: str | None


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the report that stand for themselves: the object of a disclosure, a static test, a seismic event."""

    text: str


@dataclass(frozen=True, slots=True)
class Derived:
    """A claim that follows from others and can be checked: a kind of derived check, and its arguments."""

    kind: str
    arguments: Mapping[str, object] = field(default_factory=dict)


Value = (
    DateRange
    | ClockTime
    | Instant
    | UtcClock
    | Count
    | Quantity
    | Place
    | Weapon
    | Term
    | Landing
    | Statement
    | Relation
    | Participants
    | Transfer
    | FindingText
    | Measure
    | Text
    | Derived
)
