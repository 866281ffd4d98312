"""What was fired: class, designation, how many."""

from collections.abc import Mapping

from reportedly.codebook import Codebook
from reportedly.model import Count
from reportedly.reconcile.evidence import AGAINST, Evidence, forbidden
from reportedly.reconcile.place import is_routine
from reportedly.reconcile.sketch import LOW, VAGUE_CLASSES, Look

RANKS: Mapping[str, int] = {"SRBM": 1, "MLRS": 1, "MRBM": 2, "IRBM": 3, "ICBM": 4}
OTHER_KINDS = frozenset({"cruise", "SAM", "UUV"})
BARRAGE = 10  # missiles; a salvo that large is of several kinds, and each report names some


def weapon_class(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Classes as said; neighbours are often mistaken for each other in first reports, the ends of the scale are not."""
    said = {a.weapon_class, b.weapon_class}
    if None in said or said & VAGUE_CLASSES:
        return None
    first, *second = sorted(name for name in said if name)
    if not second:
        return Evidence(0.1, f"both {first}", marks=0.25)
    if is_barrage(a) and is_barrage(b):
        return Evidence(-0.05, f"{first} and {second[0]}, of many fired")
    if said & OTHER_KINDS:
        return forbidden(f"{first} and {second[0]}")
    if first in RANKS and second[0] in RANKS:
        apart = abs(RANKS[first] - RANKS[second[0]])
        return Evidence(-0.05 * apart, f"{first} and {second[0]}", forbids=apart > 2)
    return None


def flies_so_high(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """A missile that rose less than a hundred kilometres is none of those that fly over oceans."""
    for one, other in ((a, b), (b, a)):
        if one.flies_high and other.apogee is not None and other.apogee[1] < LOW:
            return Evidence(-0.1, f"{one.weapon_class}, and {other.apogee[1]:.0f} km high")
    return None


def is_barrage(look: Look) -> bool:
    """Whether it tells of so many that they were of several kinds."""
    return look.count is not None and look.count.minimum >= BARRAGE


def name(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Designations; a series agrees with its members, and first reports may name another: of two days that are one it says
    little that they do, of two reports of which one tells no day a good deal."""
    if a.weapon is None or b.weapon is None or a.weapon.id is None or b.weapon.id is None:
        return None
    first, second = sorted((a.weapon.id, b.weapon.id))
    if first == second:
        marks = 0.0 if a.weapon.family or b.weapon.family or is_routine(a, codebook) else 0.25
        return Evidence(0.2, f"both name {a.weapon.name}", marks=marks)
    families = {entry.family for id_ in (first, second) if (entry := codebook.weapons.get(id_))}
    if families & {first, second}:
        names = sorted((a.weapon.name, b.weapon.name))
        return Evidence(0.1, f"{names[0]} and {names[1]} are of one series", marks=0.25)
    named = sorted((a.weapon.name, b.weapon.name))
    weight = -0.05 if a.day and b.day else AGAINST
    return Evidence(weight, f"named {named[0]} and {named[1]}")


def count(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Numbers fired, where both say one; first reports often count short, so a difference says little."""
    if a.count is None or b.count is None or not (_is_exact(a.count) and _is_exact(b.count)):
        return None
    if a.count.minimum == b.count.minimum:
        several = a.count.minimum > 1
        marks = 1.0 if a.count.minimum > BARRAGE and a.count.minimum % 10 else 0.25
        return Evidence(0.05, f"both count {a.count.minimum}", marks=marks) if several else None
    low, high = sorted((a.count.minimum, b.count.minimum))
    return Evidence(-0.05, f"count {low} and {high}") if high > 2 * low else None


def _is_exact(count: Count) -> bool:
    return count.minimum == count.maximum
