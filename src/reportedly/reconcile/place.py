"""Where: launch sites, where it came down, which way it flew."""

from math import asin, cos, radians, sin, sqrt
from typing import Protocol

from reportedly.codebook import Codebook
from reportedly.fields.direction import show
from reportedly.fields.wording import name_of, word
from reportedly.model import Place, Term
from reportedly.reconcile.evidence import Evidence
from reportedly.reconcile.sketch import POINT, Look

TOWN = 2 / 3  # of the tolerance: a town or an airfield is known better than a county
COMPASS = ("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW")


def site(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Launch sites; a province or a coast contradicts nothing."""
    if a.site is None or b.site is None:
        return None
    if a.site.id is not None and a.site.id == b.site.id:
        marks = 0.5 if a.site.precision <= POINT and not is_routine(a, codebook) else 0.0
        return Evidence(0.2, f"both at {a.site.name}", marks=marks)
    if max(a.site.precision, b.site.precision) > POINT:
        return None
    if shared := sorted(_all(a) & _all(b)):
        told = codebook.sites[shared[0]].name if shared[0] in codebook.sites else shared[0]
        return Evidence(0.15, f"both at {told}, among others")
    apart = kilometres(a.site, b.site)
    if apart is None:
        return None
    first, second = sorted((a.site.name, b.site.name))
    share = 1.0 if max(a.site.precision, b.site.precision) == POINT else TOWN
    if apart <= share * codebook.tolerances.get("site_km", 60):
        told = f"lie {apart:.0f} km apart" if apart >= 1 else "are one place on the map"
        return Evidence(0.15, f"{first} and {second} {told}")
    told = f"{first} and {second} lie {apart:.0f} km apart"
    if _look_alike(a.site, b.site, codebook):
        return Evidence(-0.1, f"{told}, but are easily mistaken for each other")
    return Evidence(-0.3, told)


def _all(look: Look) -> frozenset[str]:
    """The sites of one salvo by their ids."""
    return look.sites or frozenset({look.site.id} if look.site and look.site.id else ())


def is_routine(look: Look, codebook: Codebook) -> bool:
    """Whether it is from where launches repeat each other in hour, weapon and target."""
    site = codebook.sites.get(look.site.id or "") if look.site else None
    return site is not None and site.routine


def _look_alike(a: Place, b: Place, codebook: Codebook) -> bool:
    """Whether the codebook says that one name is easily written for the other."""
    return any(
        one.id in codebook.sites and other.id in codebook.sites[one.id].confusable
        for one, other in ((a, b), (b, a))
        if one.id is not None
    )


class Located(Protocol):
    """What may have a point: a place that is told, a place of the gazetteer."""

    @property
    def latitude(self) -> float | None: ...
    @property
    def longitude(self) -> float | None: ...


def kilometres(a: Located, b: Located) -> float | None:
    """The great-circle distance between two gazetteer points, to a per cent; None where one has no point."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    north, south = radians(a.latitude), radians(b.latitude)
    half = sin((north - south) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(a.longitude - b.longitude) / 2) ** 2
    return 2 * 6371 * asin(min(1, sqrt(half)))


def landing(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Where it came down, by name; two seas contradict, what is said of a coast or an island does not."""
    if not (a.areas and b.areas):
        return None
    shared = sorted(a.areas & b.areas)
    if shared:
        entries = ((codebook.seas.get(id_) or codebook.sites.get(id_), id_) for id_ in shared)
        named = ", ".join(entry.name if entry else name_of(id_) for entry, id_ in entries)
        return Evidence(0.05, f"both came down: {named}", marks=min(0.5, 0.25 * len(shared)))
    waters = [{_widest(id_, codebook) for id_ in areas if _is_sea(id_, codebook)} for areas in (a.areas, b.areas)]
    if all(waters) and not waters[0] & waters[1]:
        first, second = (codebook.seas[min(found)].name for found in waters)
        return Evidence(-0.1, "came down in " + " and in ".join(sorted((first, second))))
    return None


def _is_sea(id_: str, codebook: Codebook) -> bool:
    """A sea with a name of its own, and not "off the coast"."""
    return id_ in codebook.seas and codebook.seas[id_].name[:1].isupper()


def _widest(id_: str, codebook: Codebook) -> str:
    """The water it is a part of, over any number of steps."""
    seen = {id_}
    while (wider := codebook.seas[id_].within) and wider in codebook.seas and wider not in seen:
        seen.add(wider)
        id_ = wider
    return id_


def direction(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Which way it flew."""
    if a.direction not in COMPASS or b.direction not in COMPASS:
        return None
    steps = abs(COMPASS.index(a.direction) - COMPASS.index(b.direction))
    steps = min(steps, len(COMPASS) - steps)
    first, second = sorted((a.direction, b.direction))
    told = sorted(show(Term(towards)) for towards in (first, second))
    if steps == 0:
        return Evidence(0.05, f"both flew {told[0]}", marks=0.25)
    return Evidence(-0.1, f"flew {told[0]} and {told[1]}") if steps > 4 else None


def eez(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Inside an economic zone or outside it."""
    if a.eez is None or b.eez is None:
        return None
    first, second = sorted((word("eez", a.eez), word("eez", b.eez)))
    if a.eez == b.eez:
        return Evidence(0.05, f"both {first}")
    return Evidence(-0.05, f"{first} and {second}")
