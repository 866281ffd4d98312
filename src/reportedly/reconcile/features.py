"""What speaks for and against two mentions being one incident: a list of features, each with its weight and sentence.

Weights follow the gaps between South Korean and Japanese figures for the same launches of 2022-24; the same day, kind
and state are enough, and nothing is joined on two days that merely follow each other.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, reduce
from operator import or_

from reportedly.codebook import Codebook
from reportedly.fields.derived_words import in_words
from reportedly.model import Derived
from reportedly.patterns import compiled
from reportedly.reconcile.arms import count, flies_so_high, name, weapon_class
from reportedly.reconcile.clock import clock
from reportedly.reconcile.evidence import Evidence, Judgement, better, forbidden
from reportedly.reconcile.figures import apogee, distance, flight, magnitude, power
from reportedly.reconcile.named import named_day, printed
from reportedly.reconcile.place import direction, eez, landing, site
from reportedly.reconcile.sketch import IN_BOTH, IN_EITHER, Look, rank_of
from reportedly.reconcile.when import is_rare, published, when

_IN_TIME = compiled(r"n (\d+) (days|months) (\d+)")  # as a sketch keeps a rank in a stretch of time

Feature = Callable[[Look, Look, Codebook], Evidence | None]


def judge(a: Look, b: Look, codebook: Codebook) -> Judgement:
    """How likely two mentions are one incident, and why; symmetric."""
    found = []
    score, forbids, slip = 0.0, False, False
    for place, feature in _features(_to_compare(a, b)):
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


def best_words(new: Sequence[Look], home: Sequence[Look], codebook: Codebook) -> Sequence[Evidence] | None:
    """Each feature's best word over all pairs; None where one forbids a pair, or speaks against all of them and no day is
    told that can outweigh it. What `judge` and `fit` find pair by pair, with no more asked than it takes."""
    pairs = [(a, b, _to_compare(a, b)) for a in new for b in home]
    found: list[Evidence] = []
    on_the_day = False
    for feature, bit in _asked(reduce(or_, [bits for _, _, bits in pairs])):
        best: Evidence | None = None
        for a, b, bits in pairs:
            evidence = feature(a, b, codebook) if bits & bit == bit else None
            if evidence is None:
                continue
            if evidence.forbids:
                return None
            if best is None or better(evidence, best):
                best = evidence
        if best is not None:
            on_the_day = on_the_day or best.on_the_day
            if best.against and not on_the_day:
                return None
            found.append(best)
    return found


def state(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Two states, two incidents."""
    return forbidden("different states") if a.state != b.state else None


def kind(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """The same kind, or two kinds that different governments give to one event."""
    if a.type == b.type:
        return _both(_label(a.type, codebook))
    if any(a.type in family and b.type in family for family in codebook.type_families):
        first, second = sorted((_label(a.type, codebook), _label(b.type, codebook)))
        return Evidence(0.05, f"{first} and {second} may be two names of one event")
    return forbidden("different kinds of incident")


@cache
def _both(label: str) -> Evidence:
    return Evidence(0.1, f"both {label}")


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


def _in_words(told: str) -> str:
    """A rank in a stretch of time as a person says it: "the second of its kind in a week"."""
    if (found := _IN_TIME.fullmatch(told)) is None:
        return told
    return in_words(Derived("ordinal_in_window", {"n": int(found[1]), found[2]: int(found[3])}))


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
    return Evidence(0.1, f"the same rank is told ({_in_words(shared[0])})", marks=0.5) if shared else None


def failed(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Few fail; who tells of a success may not know, or not say."""
    return Evidence(0.1, "both failed", marks=0.5)


ALWAYS: tuple[Feature, ...] = (state, kind, when)
OF_EITHER: Mapping[str, Feature] = {
    "not_after": published, "named": named_day, "printed": printed, "flies_high": flies_so_high,
}  # fmt: skip
OF_BOTH: Mapping[str, Feature] = {
    "minutes": clock, "site": site, "weapon_class": weapon_class, "weapon": name, "distance": distance,
    "apogee": apogee, "flight": flight, "magnitude": magnitude, "power": power, "areas": landing,
    "direction": direction, "eez": eez, "count": count, "ordinals": ordinal, "act": act, "holders": holders,
    "people": people, "failed": failed,
}  # fmt: skip
PLACES = {feature: place for place, feature in enumerate((*ALWAYS, *OF_EITHER.values(), *OF_BOTH.values()))}
OF_SITES = PLACES[site]
BOTH = (1 << len(IN_BOTH)) - 1


def _to_compare(a: Look, b: Look) -> int:
    """What two looks give features to compare, as the bits of `told`."""
    return a.told & b.told & BOTH | (a.told | b.told) & ~BOTH


@cache
def _asked(told: int) -> tuple[tuple[Feature, int], ...]:
    """The features that have something to compare, in their order, each with the bit that it asks for; 0 for none."""
    either = ((OF_EITHER[name], 1 << n) for n, name in enumerate(IN_EITHER, len(IN_BOTH)))
    both = ((OF_BOTH[name], 1 << n) for n, name in enumerate(IN_BOTH))
    return (*((feature, 0) for feature in ALWAYS), *((one, bit) for one, bit in (*either, *both) if told & bit))


@cache
def _features(told: int) -> tuple[tuple[int, Feature], ...]:
    """The same, each by its place in the list of all."""
    return tuple((PLACES[feature], feature) for feature, _ in _asked(told))
