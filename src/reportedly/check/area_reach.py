"""Whether a direction and a distance lead to the sea that is named: "400 km northeast into the Sea of Japan".

Names in, names out: the sea's outline is a few boxes of the codebook, and no bearing or point leaves this file. A word of
eight points leaves 22.5 degrees open, one of sixteen 11.25; a distance a tenth, and 25 km at least.
"""

from collections.abc import Iterator
from math import asin, atan2, cos, degrees, radians, sin

from reportedly.check.article import Article
from reportedly.codebook import Codebook, SeaEntry
from reportedly.fields import direction
from reportedly.fields.registry import show
from reportedly.model import Claim, Finding, Landing, Mention, Place, Quantity, Stance, Term, Verdict

EARTH = 6371.0  # km
STEPS = (-1.0, -0.5, 0.0, 0.5, 1.0)
TENTH, LEAST = 0.1, 25.0
UNSURE = {1: 2.0, 2: 10.0, 3: 25.0}  # km by which a place of this precision may lie off
HELD = frozenset({Stance.ASSERTED, Stance.CONFIRMED, Stance.ESTIMATED})
EIGHT = frozenset({"N", "NE", "E", "SE", "S", "SW", "W", "NW"})


def area_reach(article: Article) -> Iterator[Finding]:
    """Whether each sea that a report names as where it came down lies where its direction and distance lead."""
    for mention in article.extraction.mentions:
        place, way, far = (mention.values.get(name) for name in ("site", "direction", "distance_km"))
        if isinstance(place, Place) and isinstance(way, Term) and isinstance(far, Quantity) and not mention.shots:
            for claim in _landings(mention):
                yield from _judged(claim, place, way, far, article.codebook)


def _landings(mention: Mention) -> list[Claim]:
    told = [c for c in mention.claims if c.field == "landing" and c.stance in HELD and not c.rejected]
    return sorted(told, key=lambda claim: claim.span)


def _judged(claim: Claim, place: Place, way: Term, far: Quantity, codebook: Codebook) -> Iterator[Finding]:
    named = claim.value.areas if isinstance(claim.value, Landing) else ()
    for sea in (codebook.seas[id_] for id_ in named if id_ in codebook.seas):
        if not outlines(sea, codebook):
            continue
        told = f"{show('distance_km', far)} {direction.show(way)} of {place.name}"
        reached = reach(place, way, far, codebook)
        reading = {"area": sea.id, "site": place.id or place.name, "direction": way.code}
        if reached is None:
            verdict, working = Verdict.UNDETERMINED, f"{place.name} is too wide a place, or the way too short, to tell"
        elif sea.id in reached:
            verdict, working = Verdict.CONSISTENT, f"the {sea.name} lies {told}, give or take a tenth"
        else:
            verdict = Verdict.INCONSISTENT
            working = f"the {sea.name} does not lie {told}, give or take a tenth"
        yield Finding(claim.id, "area_reach", claim.written, verdict, working, reading)


def reach(place: Place, way: Term, far: Quantity, codebook: Codebook) -> frozenset[str] | None:
    """The ids of the seas that lie this way and this far from a place; None where it cannot be told."""
    bearing, unsure = direction.bearing(way), UNSURE.get(place.precision)
    ends = [end for end in (far.minimum, far.maximum) if end is not None]
    if bearing is None or unsure is None or place.latitude is None or place.longitude is None or len(ends) < 2:
        return None  # "more than 400 km" ends nowhere
    if max(ends) < 2 * unsure:
        return None
    shorter, longer = (end + side * max(TENTH * end, LEAST) for end, side in zip(ends, (-1, 1), strict=True))
    open_ = 22.5 if way.code in EIGHT else 11.25
    points = [
        _away(place.latitude, place.longitude, bearing + step * open_, shorter + (longer - shorter) * (part + 1) / 2)
        for step in STEPS
        for part in STEPS
    ]
    return frozenset(
        sea.id
        for sea in codebook.seas.values()
        if any(_in(box, point) for box in outlines(sea, codebook) for point in points)
    )


def outlines(sea: SeaEntry, codebook: Codebook) -> tuple[tuple[float, float, float, float], ...]:
    """The boxes of a sea and of those within it: south, west, north, east."""
    within = (box for other in codebook.seas.values() if other.within == sea.id for box in other.outline)
    return (*sea.outline, *within)


def _in(box: tuple[float, float, float, float], point: tuple[float, float]) -> bool:
    south, west, north, east = box
    return south <= point[0] <= north and west <= point[1] <= east


def _away(latitude: float, longitude: float, bearing: float, km: float) -> tuple[float, float]:
    north, turn, arc = radians(latitude), radians(bearing), km / EARTH
    there = asin(sin(north) * cos(arc) + cos(north) * sin(arc) * cos(turn))
    east = atan2(sin(turn) * sin(arc) * cos(north), cos(arc) - sin(north) * sin(there))
    return degrees(there), (longitude + degrees(east) + 180) % 360 - 180
