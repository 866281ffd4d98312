"""The shape every field's value has in JSON; the same in claims, mentions, incidents, columns and the API.

The shapes describe and check; they do not render. `reportedly.fields.registry` renders, and a test holds the two
together. A field of a user's own codebook may have any shape.
"""

from typing import Annotated

from pydantic import BaseModel, Field

Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Clock = Annotated[str, Field(pattern=r"^\d{2}:\d{2}(:\d{2})?$")]
Moment = Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2}T)?\d{2}:\d{2}(:\d{2})?Z?$")]
StateCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


class DateValue(BaseModel):
    """Days, inclusive, in the place's calendar; `partial` where the text gives no year ("--10-31") or no day."""

    earliest: Day | None
    latest: Day | None
    partial: str | None = None


class LocalTimeValue(BaseModel):
    """Clock times at the place; `zone` where the text names one."""

    earliest: Clock
    latest: Clock
    approximate: bool = False
    zone: str | None = None


class UtcTimeValue(BaseModel):
    """Moments in UTC: with their day where it is fixed, else the clock alone."""

    earliest: Moment
    latest: Moment
    approximate: bool = False


class CountValue(BaseModel):
    """How many; `max` null is open."""

    min: int
    max: int | None
    approximate: bool = False


class QuantityValue(BaseModel):
    """An amount in the unit the field's name carries; null at an end is open."""

    min: float | None
    max: float | None
    approximate: bool = False


class WeaponValue(BaseModel):
    """A designation; `id` null where the codebook does not know it."""

    id: str | None
    name: str
    written: str


class SiteValue(BaseModel):
    """A gazetteer point and how precise it is (1 exact to 7 international), or a name without one."""

    id: str | None
    name: str
    written: str
    state: StateCode | None = None
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)
    precision: int = Field(ge=1, le=7)


class LandingValue(BaseModel):
    """Where it came down: names of seas and regions, never a point."""

    areas: list[str]
    written: str


class StatementValue(BaseModel):
    """An act of speech, and the mention it is about."""

    act: str
    about: str | None


class RelationValue(BaseModel):
    """How this mention stands to another."""

    kind: str
    to: str | None


class ParticipantValue(BaseModel):
    """One who took part."""

    name: str
    role: str | None
    state: StateCode | None


class TransferValue(BaseModel):
    """Goods that moved, or are said to have moved, between states."""

    giver: str | None = Field(serialization_alias="from")
    to: str | None
    goods: str | None


class FindingValue(BaseModel):
    """What a body found, or could not find."""

    by: str | None
    text: str


class MeasureValue(BaseModel):
    """A legal or political act and the body that took it."""

    kind: str
    body: str | None


class DerivedClaimValue(BaseModel):
    """A claim that follows from others: the kind of check, and its arguments beside it."""

    kind: str


class Values(BaseModel):
    """One value a field; a field nobody spoke of is left out."""

    type: str | None = None
    date: DateValue | None = None
    time_local: LocalTimeValue | None = None
    time_utc: UtcTimeValue | None = None
    count: CountValue | None = None
    weapon_class: str | None = None
    weapon: WeaponValue | None = None
    site: SiteValue | None = None
    distance_km: QuantityValue | None = None
    apogee_km: QuantityValue | None = None
    flight_time_s: QuantityValue | None = None
    direction: str | None = Field(default=None, pattern=r"^(N|NNE|NE|ENE|E|ESE|SE|SSE|S|SSW|SW|WSW|W|WNW|NW|NNW)$")
    landing: LandingValue | None = None
    outcome: str | None = Field(default=None, pattern=r"^(success|partial|failure)$")
    platform: str | None = None
    trajectory: str | None = None
    eez: str | None = None
    yield_kt: QuantityValue | None = None
    magnitude: QuantityValue | None = None
    statement: StatementValue | None = None
    relation: RelationValue | None = None
    participants: list[ParticipantValue] | None = None
    transfer: TransferValue | None = None
    finding: FindingValue | None = None
    limitation: FindingValue | None = None
    measure: MeasureValue | None = None
    object: str | None = None
    derived: DerivedClaimValue | None = None
