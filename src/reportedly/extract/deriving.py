"""Values nobody wrote: computed from a mention's claims, and marked as computed."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from reportedly.model import Claim, ClockTime, DateRange, DerivedValue, Instant, Term, Value, Weapon


def derived_values(values: Mapping[str, Value], claims: Sequence[Claim], zone: str | None) -> dict[str, DerivedValue]:
    """UTC from date and local time, and the class of a weapon that only its name tells."""
    found: dict[str, DerivedValue] = {}
    day, local = values.get("date"), values.get("time_local")
    if "time_utc" not in values and zone and isinstance(day, DateRange) and day.day and isinstance(local, ClockTime):
        own = ZoneInfo(local.zone or zone)
        first = datetime.combine(day.day, local.earliest, own)
        last = datetime.combine(day.day, local.latest, own)
        last = last if last >= first else last + timedelta(days=1)
        value = Instant(first.astimezone(UTC), last.astimezone(UTC), local.approximate)
        found["time_utc"] = DerivedValue(value, _ids(claims, "date", "time_local"))
    weapon = values.get("weapon")
    if "weapon_class" not in values and isinstance(weapon, Weapon) and weapon.weapon_class:
        found["weapon_class"] = DerivedValue(Term(weapon.weapon_class), _ids(claims, "weapon"))
    return found


def _ids(claims: Sequence[Claim], *fields: str) -> tuple[str, ...]:
    return tuple(c.id for c in claims if c.field in fields)
