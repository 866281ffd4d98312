"""Designations of weapons: a member of the codebook, a family, or a name it does not know."""

from collections.abc import Sequence

from reportedly.fields.protocol import commonest, mapping, optional_text
from reportedly.fields.wording import word
from reportedly.model import Weapon
from reportedly.patterns import compiled

_MARK = compiled(r"\d+|(?<=[ -])[ivx]+\b")


def to_json(value: Weapon) -> dict[str, object]:
    """The contract's shape."""
    return {
        "id": value.id,
        "name": value.name,
        "written": value.written,
        "class": value.weapon_class,
        "family": value.family,
    }


def from_json(obj: object) -> Weapon:
    """The value of which `to_json` made this."""
    row = mapping(obj)
    return Weapon(
        optional_text(row, "id"),
        str(row["name"]),
        str(row["written"]),
        optional_text(row, "class"),
        row.get("family") is True,
    )


def specificity(value: Weapon) -> int:
    """How much the name says: an unknown name less than a family, a family less than a member."""
    return 0 if value.id is None else 1 if value.family else 2


def fold(values: Sequence[Weapon]) -> Weapon | None:
    """The most specific name; of equally specific ones the commonest."""
    top = max((specificity(v) for v in values), default=0)
    return commonest([v for v in values if specificity(v) == top], lambda v: v.id or v.name)


def agree(a: Weapon, b: Weapon) -> bool:
    """Whether both can be one weapon: the same id, a family and one of its name or class, or the same unknown name."""
    if a.id is not None and b.id is not None:
        if a.id == b.id:
            return True
        return (a.family or b.family) and (_stem(a) == _stem(b) or _same_class(a, b))
    return _plain(a) == _plain(b)


def _same_class(a: Weapon, b: Weapon) -> bool:
    return a.weapon_class is not None and a.weapon_class == b.weapon_class


def _stem(value: Weapon) -> str:
    return _MARK.split((value.id or value.name).lower())[0].rstrip(" -")


def _plain(value: Weapon) -> str:
    return "".join(c for c in value.name.lower() if c.isalnum())


def show(value: Weapon) -> str:
    """The name, with the class where it is known."""
    return f"{value.name} ({word('weapon_class', value.weapon_class)})" if value.weapon_class else value.name
