"""What speaks for and against two mentions being one incident: a list of features, each with its weight and sentence.

Weights follow the gaps between South Korean and Japanese figures for the same launches of 2022-24; the same day, kind
and state are enough, and nothing is joined on two days that merely follow each other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from reportedly.codebook import Codebook
from reportedly.model import Place
from reportedly.reconcile.sketch import VAGUE_CLASSES, Days, Look

ENOUGH = 0.5  # the score from which two mentions are one incident
NARROW, MONTH, YEAR = 14, 31, 366  # days; the shorter the span, the more it says
HOURS_APART = 180  # minutes; two launches, whatever else agrees
POINT = 3  # a place of this precision or better can contradict another


@dataclass(frozen=True, slots=True)
class Evidence:
    """One feature's word on a pair: how much, and why. `forbids`: the two cannot be one incident."""

    weight: float
    sentence: str
    forbids: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """All features' word on a pair: the score, the sentences, whether anything forbids the two to be one.

    `doubted`: something speaks against it, and too little for it; `outweighed`: enough speaks for it all the same.
    """

    score: float
    sentence: str
    forbids: bool
    doubted: bool = False
    outweighed: bool = False


Feature = Callable[[Look, Look, Codebook], Evidence | None]


def judge(a: Look, b: Look, codebook: Codebook) -> Judgement:
    """How likely two mentions are one incident, and why; symmetric."""
    found = [evidence for feature in FEATURES if (evidence := feature(a, b, codebook))]
    score = round(sum(evidence.weight for evidence in found), 3)
    against = any(evidence.weight < 0 for evidence in found) and _dated(a, b)
    return Judgement(
        score,
        "; ".join(evidence.sentence for evidence in found),
        forbids=any(evidence.forbids for evidence in found),
        doubted=against and score < ENOUGH,
        outweighed=against and score >= ENOUGH,
    )


def most(look: Look, codebook: Codebook) -> float:
    """The highest score that anything could reach with this look: what says too little need not be compared."""
    span = min(((last - first).days for first, last in look.days), default=None)
    date = 0.4 if look.partial else 0.0 if span is None else _by_width(span, rare=_is_rare(look, codebook))
    told = (look.minutes, 0.3), (look.site, 0.2), (look.weapon, 0.2), (look.people, 0.2)
    less = (look.weapon_class, 0.1), (look.distance, 0.1), (look.count, 0.05)
    return 0.1 + date + sum(weight for said, weight in (*told, *less) if said)


def _dated(a: Look, b: Look) -> bool:
    return a.day is not None and b.day is not None


def state(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Two states, two incidents."""
    if a.state != b.state:
        return Evidence(-1, "different states", forbids=True)
    return None


def kind(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """The same kind, or two kinds that different governments give to one event."""
    if a.type == b.type:
        return Evidence(0.1, f"both {_label(a.type, codebook)}")
    if any(a.type in family and b.type in family for family in codebook.type_families):
        first, second = sorted((_label(a.type, codebook), _label(b.type, codebook)))
        return Evidence(0.05, f"{first} and {second} may be two names of one event")
    return Evidence(-1, "different kinds of incident", forbids=True)


def _label(type_: str, codebook: Codebook) -> str:
    return codebook.types[type_].label.lower() if type_ in codebook.types else type_


def when(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """The local day: the same, spans that meet, a day without a year that fits, or a contradiction."""
    if a.days and b.days:
        return _spans(a, b, rare=_is_rare(a, codebook) and _is_rare(b, codebook))
    known, partial = (a, b.partial) if a.days else (b, a.partial)
    if a.partial and b.partial:
        same = a.partial == b.partial
        return Evidence(0.4, f"both on {a.partial} of an unknown year") if same else _forbidden("different dates")
    if not (known.days and partial):
        return None
    if known.day and known.day.isoformat().endswith(partial.removeprefix("-")):
        return Evidence(0.4, f"{partial}, year unknown, fits {known.day}")
    return None if known.day is None else _forbidden(f"{partial} does not fit {known.day}")


def _is_rare(look: Look, codebook: Codebook) -> bool:
    return look.type in codebook.types and codebook.types[look.type].family == "nuclear"


def _spans(a: Look, b: Look, *, rare: bool) -> Evidence:
    shared = [span for x in a.days for y in b.days if (span := _meet(x, y))]
    if not shared:
        return _forbidden(f"different days: {_told(a.days[0])} and {_told(b.days[0])}")
    if a.day and b.day:
        converted = "" if a.days[0] == b.days[0] else ", once the clock is brought to local time"
        return Evidence(0.5, f"both on {shared[0][0]}{converted}")
    widest = max((last - first).days for first, last in (a.days[0], b.days[0]))
    weight = _by_width(widest, rare=rare)
    narrow, wide = sorted((a.days[0], b.days[0]), key=lambda span: (span[1] - span[0], span))
    return Evidence(weight, f"{_told(narrow)} lies in {_told(wide)}")


def _by_width(days: int, *, rare: bool) -> float:
    if days <= NARROW or (rare and days <= YEAR):
        return 0.3
    return 0.15 if days <= MONTH else 0.05


def _meet(a: Days, b: Days) -> Days | None:
    first, last = max(a[0], b[0]), min(a[1], b[1])
    return (first, last) if first <= last else None


def _told(span: Days) -> str:
    return str(span[0]) if span[0] == span[1] else f"{span[0]} to {span[1]}"


def _forbidden(sentence: str) -> Evidence:
    return Evidence(-1, sentence, forbids=True)


def published(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Nothing is reported before it happens."""
    for one, other in ((a, b), (b, a)):
        if one.not_after and other.days and min(first for first, _ in other.days) > one.not_after:
            return _forbidden("reported before the other happened")
    return None


def clock(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Local launch times; several shots may lie an hour apart, three hours are two incidents."""
    if a.minutes is None or b.minutes is None:
        return None
    gap = max(a.minutes[0], b.minutes[0]) - min(a.minutes[1], b.minutes[1])
    gap = max(0, min(gap, 24 * 60 - gap if gap > 12 * 60 else gap))
    if gap <= codebook.tolerances.get("time_min", 10):
        return Evidence(0.3, f"clocks agree within {gap} minutes" if gap else "the same clock time")
    if gap <= codebook.tolerances.get("time_min_multi_shot", 60):
        return Evidence(0.1, f"clocks {gap} minutes apart, as several shots may be")
    return Evidence(-0.2, f"clocks {gap} minutes apart", forbids=gap > HOURS_APART)


def site(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Launch sites; a province or a coast contradicts nothing."""
    if a.site is None or b.site is None:
        return None
    if a.site.id is not None and a.site.id == b.site.id:
        return Evidence(0.2, f"both at {a.site.name}")
    if max(a.site.precision, b.site.precision) > POINT:
        return None
    apart = kilometres(a.site, b.site)
    if apart is None:
        return None
    first, second = sorted((a.site.name, b.site.name))
    if apart <= codebook.tolerances.get("site_km", 60):
        return Evidence(0.15, f"{first} and {second} lie {apart:.0f} km apart")
    return Evidence(-0.3, f"{first} and {second} lie {apart:.0f} km apart")


def kilometres(a: Place, b: Place) -> float | None:
    """The great-circle distance between two gazetteer points, to a per cent; None where one has no point."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    north, south = radians(a.latitude), radians(b.latitude)
    half = sin((north - south) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(a.longitude - b.longitude) / 2) ** 2
    return 2 * 6371 * asin(min(1, sqrt(half)))


RANKS: Mapping[str, int] = {"SRBM": 1, "MLRS": 1, "MRBM": 2, "IRBM": 3, "ICBM": 4}
OTHER_KINDS = frozenset({"cruise", "SAM", "UUV"})


def weapon_class(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Classes as said; neighbours are often mistaken for each other in first reports, the ends of the scale are not."""
    said = {a.weapon_class, b.weapon_class}
    if None in said or said & VAGUE_CLASSES:
        return None
    first, *second = sorted(name for name in said if name)
    if not second:
        return Evidence(0.1, f"both {first}")
    if said & OTHER_KINDS:
        return _forbidden(f"{first} and {second[0]}")
    if first in RANKS and second[0] in RANKS:
        apart = abs(RANKS[first] - RANKS[second[0]])
        return Evidence(-0.05 * apart, f"{first} and {second[0]}", forbids=apart > 2)
    return None


def name(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Designations; a series agrees with its members, and first reports may name another."""
    if a.weapon is None or b.weapon is None or a.weapon.id is None or b.weapon.id is None:
        return None
    first, second = sorted((a.weapon.id, b.weapon.id))
    if first == second:
        return Evidence(0.2, f"both name {a.weapon.name}")
    families = {entry.family for id_ in (first, second) if (entry := codebook.weapons.get(id_))}
    if families & {first, second}:
        return Evidence(0.1, f"{a.weapon.name} and {b.weapon.name} are of one series")
    return Evidence(-0.05, f"named {first} and {second}")


def distance(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Distances flown, within the codebook's tolerance."""
    if a.distance is None or b.distance is None:
        return None
    apart = max(0.0, max(a.distance[0], b.distance[0]) - min(a.distance[1], b.distance[1]))
    share = codebook.tolerances.get("distance_rel", 0.2) * max(a.distance[1], b.distance[1])
    if apart <= max(share, codebook.tolerances.get("distance_abs_km", 50)):
        return Evidence(0.1, "distances agree")
    return Evidence(-0.05, f"distances {apart:.0f} km apart")


def count(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Numbers fired, where both say one; first reports often count short, so a difference says nothing."""
    if a.count is None or b.count is None or a.count.maximum is None or b.count.maximum is None:
        return None
    if (a.count.minimum, a.count.maximum) == (b.count.minimum, b.count.maximum) and a.count.minimum > 1:
        return Evidence(0.05, f"both count {a.count.minimum}")
    return None


def act(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Statements of different acts are different statements."""
    if a.act is None or b.act is None or a.act == b.act:
        return None
    return _forbidden(f"{a.act} and {b.act}")


def people(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Who took part."""
    shared = sorted(a.people & b.people)
    return Evidence(0.2, f"both name {', '.join(shared)}") if shared else None


FEATURES: tuple[Feature, ...] = (
    state, kind, when, published, clock, site, weapon_class, name, distance, count, act, people,
)  # fmt: skip
