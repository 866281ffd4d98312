"""Places: an id of the gazetteer, a point with its precision, and the words as written."""

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt

from reportedly.fields.protocol import commonest, mapping, optional_text
from reportedly.model import Place

_EARTH_KM = 6371.0
_AREA = 4  # UCDP precision from which a point stands for a province or more
_AREA_KM = 150.0


def to_json(value: Place) -> dict[str, object]:
    """The contract's shape."""
    return {
        "id": value.id,
        "name": value.name,
        "written": value.written,
        "state": value.state,
        "latitude": value.latitude,
        "longitude": value.longitude,
        "precision": value.precision,
    }


def from_json(obj: object) -> Place:
    """The value of which `to_json` made this."""
    row = mapping(obj)
    precision = row.get("precision", 6)
    return Place(
        optional_text(row, "id"),
        str(row["name"]),
        str(row["written"]),
        optional_text(row, "state"),
        _degrees(row.get("latitude")),
        _degrees(row.get("longitude")),
        precision if isinstance(precision, int) else 6,
    )


def _degrees(number: object) -> float | None:
    return float(number) if isinstance(number, int | float) else None


def fold(values: Sequence[Place]) -> Place | None:
    """The most exact place: one the gazetteer knows, of the best precision; of equals the commonest."""
    best = min(((v.id is None, v.precision) for v in values), default=None)
    return commonest([v for v in values if (v.id is None, v.precision) == best], lambda v: v.id or v.name)


def agree(a: Place, b: Place, within_km: float = 60.0) -> bool:
    """Whether both can be one place: the same id or name, near each other, or one the area round the other."""
    if a.id is not None and a.id == b.id:
        return True
    if a.id is None or b.id is None:
        return _plain(a) == _plain(b) or _contains(a, b)
    gap = kilometres(a, b)
    if _contains(a, b):
        return True
    return gap is not None and gap <= (_AREA_KM if max(a.precision, b.precision) >= _AREA else within_km)


def _plain(place: Place) -> str:
    return "".join(c for c in place.name.lower() if c.isalnum())


def _contains(a: Place, b: Place) -> bool:
    """Whether one is a whole state (precision 6) of which the other is a part."""
    return a.state is not None and a.state == b.state and max(a.precision, b.precision) >= 6


def kilometres(a: Place, b: Place) -> float | None:
    """The distance between the two points on the globe, None where either has no point."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    lat_a, lat_b = radians(a.latitude), radians(b.latitude)
    d_lat, d_lon = lat_b - lat_a, radians(b.longitude - a.longitude)
    half = sin(d_lat / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(d_lon / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def show(value: Place) -> str:
    """The name, with the state where it is known."""
    return f"{value.name} ({value.state})" if value.state else value.name
