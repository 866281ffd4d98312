"""The order in which every output keeps the contract's fields; `shapes.Values` has the same, which a test holds."""

FIELD_ORDER: tuple[str, ...] = (
    "type", "date", "time_local", "time_utc", "count", "weapon_class", "weapon", "site", "distance_km", "apogee_km",
    "flight_time_s", "direction", "landing", "outcome", "platform", "trajectory", "eez", "yield_kt", "magnitude",
    "statement", "relation", "participants", "transfer", "finding", "limitation", "measure", "object", "derived",
)  # fmt: skip
"""The contract's fields; a user's own come after, by name."""

_RANK = {name: place for place, name in enumerate(FIELD_ORDER)}


def field_rank(name: str) -> tuple[int, str]:
    """Where a field stands in every output: sort by it."""
    return _RANK.get(name, len(_RANK)), name
