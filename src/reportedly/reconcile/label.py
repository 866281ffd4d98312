"""A line a person recognises an incident by: "2024-09-18 PRK short-range ballistic missiles, Kaechon"."""

from collections.abc import Mapping

from reportedly.codebook import Codebook, Sort
from reportedly.model import Count, DateRange, Place, Settled, Status, Term, Value, Weapon

CLASS_WORDS: Mapping[str, str] = {
    "SRBM": "short-range ballistic missile",
    "MRBM": "medium-range ballistic missile",
    "IRBM": "intermediate-range ballistic missile",
    "ICBM": "intercontinental ballistic missile",
    "SLBM": "submarine-launched ballistic missile",
    "ALBM": "air-launched ballistic missile",
    "BM": "ballistic missile",
    "hypersonic": "hypersonic missile",
    "cruise": "cruise missile",
    "MLRS": "rocket artillery",
    "SAM": "air-defence missile",
    "SLV": "satellite launch",
    "UUV": "underwater drone",
}
_MISSILES: tuple[Sort, ...] = ("missile", "cruise")
UNCOUNTED = frozenset({"MLRS", "SLV"})


def label(type_: str, state: str | None, values: Mapping[str, Settled], codebook: Codebook) -> str:
    """Date, state, what and where, as far as they are settled."""
    head = " ".join(part for part in (day(dated(values)), state) if part)
    what = _what(type_, values, codebook)
    place = _of(values, "site")
    where = f", {place.name}" if isinstance(place, Place) else ""
    return f"{head} {what}{where}" + (", withdrawn" if is_withdrawn(values) else "")


def is_withdrawn(values: Mapping[str, Settled]) -> bool:
    """Whether all who said that it happened took that back."""
    told = values.get("type")
    return told is not None and told.status is Status.UNKNOWN and bool(told.history)


def dated(values: Mapping[str, Settled]) -> DateRange | None:
    """The date an incident is listed under: the settled one, else the hull of what is said; None where nobody says."""
    settled = values.get("date")
    if settled is None:
        return None
    if isinstance(settled.value, DateRange):
        return settled.value
    said = [p.value for p in settled.positions if isinstance(p.value, DateRange)]
    starts = [d.earliest for d in said if d.earliest]
    ends = [d.latest for d in said if d.latest]
    if starts and ends:
        return DateRange(min(starts), max(ends))
    return said[0] if said else None


def day(value: Value | None) -> str:
    """The date in a few characters; "undated" where there is none."""
    if not isinstance(value, DateRange):
        return "undated"
    if value.day:
        return value.day.isoformat()
    if value.partial:
        return value.partial
    return f"{value.earliest}..{value.latest}" if value.earliest and value.latest else "undated"


def _of(values: Mapping[str, Settled], field: str) -> Value | None:
    return values[field].value if field in values else None


def _what(type_: str, values: Mapping[str, Settled], codebook: Codebook) -> str:
    plain = codebook.types[type_].label if type_ in codebook.types else type_
    plain = plain[:1].lower() + plain[1:]
    if not any(codebook.is_a(type_, sort) for sort in _MISSILES):
        return plain
    weapon, class_, count = (_of(values, name) for name in ("weapon", "weapon_class", "count"))
    if isinstance(weapon, Weapon) and weapon.id:
        return f"{weapon.name} launch"
    words = CLASS_WORDS.get(class_.code) if isinstance(class_, Term) else None
    if words is None:
        return plain
    several = isinstance(count, Count) and count.minimum > 1 and isinstance(class_, Term)
    return words + ("s" if several and isinstance(class_, Term) and class_.code not in UNCOUNTED else "")
