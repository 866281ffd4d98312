"""Every field of the contract by its name, and the five verbs that work on all of them."""

from collections.abc import Sequence
from typing import Any

from reportedly.fields import act, clock, count, date, derived_value, direction, enum, landing, party, place, quantity
from reportedly.fields import weapon as weapon_field
from reportedly.fields.protocol import FieldKind, Tolerances, mapping
from reportedly.model import (
    ClockTime,
    Count,
    DateRange,
    Derived,
    FindingText,
    Instant,
    Landing,
    Measure,
    Participants,
    Place,
    Quantity,
    Relation,
    Statement,
    Term,
    Text,
    Transfer,
    UtcClock,
    Value,
    Weapon,
)

_DATE = FieldKind(
    (DateRange,),
    date.to_json,
    lambda obj: date.from_json(_texts(obj)),
    date.fold,
    lambda a, b, t: date.agree(a, b, t.get("date_days", 0)),
    date.show,
)
_CLOCK: FieldKind[ClockTime | Instant | UtcClock] = FieldKind(
    (ClockTime, Instant, UtcClock),
    clock.to_json,
    lambda obj: clock.from_json(mapping(obj)),
    clock.fold,
    lambda a, b, t: clock.agree(a, b, t.get("time_min", 10)),
    clock.show,
)
_COUNT = FieldKind(
    (Count,),
    count.to_json,
    lambda obj: count.from_json(mapping(obj)),
    count.fold,
    lambda a, b, _: count.agree(a, b),
    count.show,
)
_DIRECTION = FieldKind(
    (Term,),
    enum.to_json,
    enum.from_json,
    direction.fold,
    lambda a, b, t: direction.agree(a, b, t.get("direction_deg", 45.0)),
    direction.show,
)
_PLACE = FieldKind(
    (Place,),
    place.to_json,
    place.from_json,
    place.fold,
    lambda a, b, t: place.agree(a, b, t.get("site_km", 60.0)),
    place.show,
)
_WEAPON = FieldKind(
    (Weapon,),
    weapon_field.to_json,
    weapon_field.from_json,
    weapon_field.fold,
    lambda a, b, _: weapon_field.agree(a, b),
    weapon_field.show,
)
_LANDING = FieldKind(
    (Landing,),
    landing.to_json,
    lambda obj: landing.from_json(mapping(obj)),
    landing.fold,
    lambda a, b, _: landing.agree(a, b),
    landing.show,
)
_STATEMENT = FieldKind(
    (Statement,),
    act.statement_to_json,
    act.statement_from_json,
    act.statement_fold,
    lambda a, b, _: act.statement_agree(a, b),
    act.statement_show,
)
_RELATION = FieldKind(
    (Relation,),
    act.relation_to_json,
    act.relation_from_json,
    act.relation_fold,
    lambda a, b, _: act.relation_agree(a, b),
    act.relation_show,
)
_FINDING = FieldKind(
    (FindingText,),
    act.finding_to_json,
    act.finding_from_json,
    act.finding_fold,
    lambda a, b, _: act.finding_agree(a, b),
    act.finding_show,
)
_MEASURE = FieldKind(
    (Measure,),
    act.measure_to_json,
    act.measure_from_json,
    act.measure_fold,
    lambda a, b, _: act.measure_agree(a, b),
    act.measure_show,
)
_TEXT = FieldKind(
    (Text,),
    act.text_to_json,
    act.text_from_json,
    act.text_fold,
    lambda a, b, _: act.text_agree(a, b),
    act.text_show,
)
_PARTICIPANTS = FieldKind(
    (Participants,),
    party.participants_to_json,
    party.participants_from_json,
    party.participants_fold,
    lambda a, b, _: party.participants_agree(a, b),
    party.participants_show,
)
_TRANSFER = FieldKind(
    (Transfer,),
    party.transfer_to_json,
    party.transfer_from_json,
    party.transfer_fold,
    lambda a, b, _: party.transfer_agree(a, b),
    party.transfer_show,
)
_DERIVED = FieldKind(
    (Derived,),
    derived_value.to_json,
    derived_value.from_json,
    derived_value.fold,
    lambda a, b, _: derived_value.agree(a, b),
    derived_value.show,
)


def _texts(obj: object) -> dict[str, str | None]:
    return {key: None if found is None else str(found) for key, found in mapping(obj).items()}


def _quantity(unit: str, relative: tuple[str, float], absolute: tuple[str, float]) -> FieldKind[Quantity]:
    """The kind of a quantity field: its unit, and the names and defaults of its two tolerances."""
    return FieldKind(
        (Quantity,),
        quantity.to_json,
        lambda obj: quantity.from_json(mapping(obj), unit),
        quantity.fold,
        lambda a, b, t: quantity.agree(a, b, t.get(*relative), t.get(*absolute)),
        quantity.show,
    )


def _term(field: str) -> FieldKind[Term]:
    """The kind of a field with a closed list of codes."""
    return FieldKind(
        (Term,),
        enum.to_json,
        enum.from_json,
        enum.fold,
        lambda a, b, _: enum.agree(a, b),
        lambda value: enum.show(value, field),
    )


FIELDS: dict[str, FieldKind[Any]] = {  # Any: each field has its own class of value, checked when it is used
    "type": _term("type"),
    "date": _DATE,
    "time_local": _CLOCK,
    "time_utc": _CLOCK,
    "count": _COUNT,
    "weapon_class": _term("weapon_class"),
    "weapon": _WEAPON,
    "site": _PLACE,
    "distance_km": _quantity("km", ("distance_rel", 0.2), ("distance_abs_km", 50.0)),
    "apogee_km": _quantity("km", ("apogee_rel", 0.25), ("apogee_abs_km", 10.0)),
    "flight_time_s": _quantity("s", ("flight_time_rel", 0.1), ("flight_time_abs_s", 60.0)),
    "yield_kt": _quantity("kt", ("yield_rel", 0.2), ("yield_abs_kt", 1.0)),
    "magnitude": _quantity("magnitude", ("magnitude_rel", 0.0), ("magnitude_abs", 0.2)),
    "direction": _DIRECTION,
    "landing": _LANDING,
    "outcome": _term("outcome"),
    "platform": _term("platform"),
    "trajectory": _term("trajectory"),
    "eez": _term("eez"),
    "statement": _STATEMENT,
    "relation": _RELATION,
    "participants": _PARTICIPANTS,
    "transfer": _TRANSFER,
    "finding": _FINDING,
    "limitation": _FINDING,
    "measure": _MEASURE,
    "object": _TEXT,
    "derived": _DERIVED,
}


def kind_of(field: str) -> FieldKind[Any]:
    """What the field's values can do; a KeyError that lists the fields where there is no such field."""
    try:
        return FIELDS[field]
    except KeyError:
        raise KeyError(f"no field {field!r}; the fields are {', '.join(FIELDS)}") from None


def _checked(field: str, value: Value) -> FieldKind[Any]:
    kind = kind_of(field)
    if not isinstance(value, kind.accepts):
        raise TypeError(f"field {field} holds {kind.accepts[0].__name__}, not {type(value).__name__}")
    return kind


def to_json(field: str, value: Value | None) -> object:
    """The contract's JSON of a value; null for what is withheld."""
    return None if value is None else _checked(field, value).to_json(value)


def from_json(field: str, obj: object) -> Value | None:
    """The value of which `to_json` made this."""
    if obj is None:
        return None
    value: Value = kind_of(field).from_json(obj)
    return value


def fold(field: str, values: Sequence[Value | None]) -> Value | None:
    """One value of many, as the field folds them; withheld ones do not count. The order does not matter."""
    given = [v for v in values if v is not None]
    for value in given:
        _checked(field, value)
    folded: Value | None = kind_of(field).fold(given) if given else None
    return folded


def agree(field: str, a: Value | None, b: Value | None, tolerances: Tolerances) -> bool:
    """Whether two positions can both be true of one incident, within the codebook's tolerances.

    A withheld value agrees with a withheld one only.
    """
    if a is None or b is None:
        return a is None and b is None
    _checked(field, a)
    return bool(_checked(field, b).agree(a, b, tolerances))


def show(field: str, value: Value | None) -> str:
    """The value as a person reads it."""
    return "not said" if value is None else _checked(field, value).show(value)
