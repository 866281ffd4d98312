"""What speaks for and against two mentions being one incident: a list of features, each with its weight and sentence.

Weights follow the gaps between South Korean and Japanese figures for the same launches of 2022-24; the same day, kind
and state are enough, and nothing is joined on two days that merely follow each other.
"""

from collections.abc import Callable, Mapping
from functools import cache

from reportedly.codebook import Codebook
from reportedly.reconcile.arms import count, flies_so_high, name, weapon_class
from reportedly.reconcile.clock import clock
from reportedly.reconcile.evidence import Evidence, Judgement, forbidden
from reportedly.reconcile.figures import apogee, distance, flight, magnitude, power
from reportedly.reconcile.named import named_day, printed
from reportedly.reconcile.place import direction, eez, landing, site
from reportedly.reconcile.sketch import IN_BOTH, Look, rank_of
from reportedly.reconcile.when import is_rare, published, when

Feature = Callable[[Look, Look, Codebook], Evidence | None]


def judge(a: Look, b: Look, codebook: Codebook) -> Judgement:
    """How likely two mentions are one incident, and why; symmetric."""
    found = []
    score, forbids, slip = 0.0, False, False
    for place, feature in _features(a.told & b.told):
        evidence = feature(a, b, codebook)
        if evidence is None:
            continue
        found.append((place, evidence))
        score += evidence.weight
        slip = slip or evidence.slip
        if evidence.forbids:
            forbids = True
            break
    return Judgement(tuple(found), round(score, 3), forbids, slip, a.day is not None and b.day is not None)


def state(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Two states, two incidents."""
    return forbidden("different states") if a.state != b.state else None


def kind(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """The same kind, or two kinds that different governments give to one event."""
    if a.type == b.type:
        return Evidence(0.1, f"both {_label(a.type, codebook)}")
    if any(a.type in family and b.type in family for family in codebook.type_families):
        first, second = sorted((_label(a.type, codebook), _label(b.type, codebook)))
        return Evidence(0.05, f"{first} and {second} may be two names of one event")
    return forbidden("different kinds of incident")


def _label(type_: str, codebook: Codebook) -> str:
    return codebook.types[type_].label.lower() if type_ in codebook.types else type_


def act(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Statements of different acts are different statements."""
    if a.act is None or b.act is None:
        return None
    return Evidence(0.1, f"both {a.act}") if a.act == b.act else forbidden(f"{a.act} and {b.act}")


def people(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Who took part or is quoted by name."""
    shared = sorted(a.people & b.people)
    if not shared:
        return None
    marks = min(0.5, 0.25 * len(shared))
    return Evidence(0.2 if len(shared) > 1 else 0.1, f"both name {', '.join(shared)}", marks=marks)


def holders(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Who makes a statement."""
    shared = sorted(a.holders & b.holders)
    named = ", ".join(codebook.bodies[id_].name if id_ in codebook.bodies else id_ for id_ in shared)
    return Evidence(0.2, f"both made by {named}", marks=0.5) if shared else None


def ordinal(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Ranks as told: the sixth test of a kind that is rare is one test; "first in two months" is a hint."""
    if not (a.ordinals and b.ordinals):
        return None
    rare = is_rare(a, codebook) and is_rare(b, codebook)
    ranks = [{rank for told in look.ordinals if (rank := rank_of(told))} for look in (a, b)]
    if rare and ranks[0] & ranks[1]:
        plain = all(any(rank_of(told) and " " not in told[2:] for told in look.ordinals) for look in (a, b))
        told = f"both told as number {min(ranks[0] & ranks[1])} of its kind"
        return Evidence(0.4, told, marks=2.0) if plain else Evidence(0.2, told, marks=1.0)
    if rare and all(ranks):
        first, second = sorted((min(ranks[0]), min(ranks[1])))
        return Evidence(-0.2, f"told as number {first} and number {second} of its kind")
    shared = sorted(told for told in a.ordinals & b.ordinals if rank_of(told) is None)
    return Evidence(0.1, f"the same rank is told ({shared[0]})", marks=0.5) if shared else None


def failed(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Few fail; who tells of a success may not know, or not say."""
    return Evidence(0.1, "both failed", marks=0.5)


ALWAYS: tuple[Feature, ...] = (state, kind, when, published, named_day, printed, flies_so_high)
OF_BOTH: Mapping[str, Feature] = {
    "minutes": clock, "site": site, "weapon_class": weapon_class, "weapon": name, "distance": distance,
    "apogee": apogee, "flight": flight, "magnitude": magnitude, "power": power, "areas": landing,
    "direction": direction, "eez": eez, "count": count, "ordinals": ordinal, "act": act, "holders": holders,
    "people": people, "failed": failed,
}  # fmt: skip


@cache
def _features(told: int) -> tuple[tuple[int, Feature], ...]:
    """The features that have something to compare, each by its place in the list of all."""
    both = ((n + len(ALWAYS), OF_BOTH[name]) for n, name in enumerate(IN_BOTH) if told >> n & 1)
    return (*enumerate(ALWAYS), *both)
