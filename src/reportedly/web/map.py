"""A map drawn on the server as SVG: land, points and pale areas, each with its name, its number and a link.

Nothing is drawn but where reports place incidents, as exactly as they do: no bearing, no range, no point of impact.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import sqrt

from markupsafe import Markup, escape

from reportedly.frozen import dataclass
from reportedly.publish.visible import visible
from reportedly.store.browse import Asked, Spot
from reportedly.web.frame import Box, Extent, around, land
from reportedly.web.links import Links
from reportedly.web.placing import Placed
from reportedly.web.tell import plural, words

SIZES: Mapping[str, tuple[int, int]] = {"wide": (960, 410), "small": (420, 260)}
AREAS: Mapping[int, int] = {3: 25, 4: 80, 7: 120}  # by precision: the radius in km of the pale disc that stands for it
PRECISE = {
    1: "the exact site",
    2: "around a known place",
    3: "somewhere in the district",
    4: "somewhere in the province or region",
    7: "somewhere in these waters",
}
LABELS, TRIED, LETTER = 28, 84, 6.3  # names written out at most, and tried; pixels a letter takes
FAR = 80  # pixels above and below, beyond which a point is in no name's way


@dataclass(frozen=True, slots=True)
class Mark:
    """A spot on the map: where, how large, and where it leads."""

    spot: Spot
    x: float
    y: float
    radius: float
    link: str

    @property
    def area(self) -> bool:
        """Whether it is a pale area, because nobody says it more exactly."""
        return self.spot.precision in AREAS


@lru_cache(maxsize=32)  # a large one takes longer to draw than all else of its page
def map_of(placed: Placed, links: Links, size: str = "wide", asked: Asked | None = None) -> Markup:
    """The map of these places, as SVG for a page: `placed` by `placing.placed(spots, codebook)`, `size` "wide" or "small".

    In templates it is the global `map_of`: `{{ map_of(places, links, "small") }}`. A place leads to its own page, or with
    `asked`, on a server, to the incidents asked for that lie there. Each mark bears its data (`data-at`, `data-n`,
    `data-km`) for the map that can be moved (static/map.js).
    """
    extent = framed(placed.drawn, *SIZES[size])
    marks = tuple(_marks(placed.drawn, extent, links, asked))
    names = _labels(marks, extent)
    drawn = [_drawn(mark) for mark in marks]
    return Markup(
        '<svg class="map {}" viewBox="0 0 {} {}" role="group" aria-label="{}">'
        '<rect class="sea" width="100%" height="100%"/><path class="land" fill-rule="evenodd" d="{}"/>{}{}</svg>'
    ).format(size, extent.wide, extent.high, visible(told(placed)), land(extent), Markup("").join(drawn), names)


@lru_cache(maxsize=32)
def numbers_of(placed: Placed, links: Links, asked: Asked | None = None) -> Markup:
    """The same in a list: each place with its number, the largest first."""
    found = sorted(placed.drawn, key=lambda spot: (-spot.incidents, spot.name))
    items = [
        Markup(
            f'<li><a href="{escape(leads_to(spot.place, links, asked))}">{escape(visible(spot.name))}</a> {spot.incidents:,}</li>'
        )
        for spot in found
    ]
    return Markup('<ol class="numbers narrows">{}</ol>').format(Markup("").join(items))


def told(placed: Placed) -> str:
    """What the map shows, in a sentence."""
    if not placed.drawn:
        return "Map: none of these incidents is placed."
    most = sorted(placed.drawn, key=lambda spot: (-spot.incidents, spot.name))[:3]
    named = ", ".join(f"{spot.name} {spot.incidents:,}" for spot in most)
    return f"Map of {plural(len(placed.drawn), 'place')}: {named}{', and others' if len(placed.drawn) > 3 else ''}."


def framed(spots: Iterable[Spot], wide: int, high: int) -> Extent:
    """The extent that shows these spots, areas whole."""
    points = []
    for spot in spots:
        reach = AREAS.get(spot.precision, 0) / 100
        points += [
            (spot.longitude - reach, spot.latitude - reach),
            (spot.longitude + reach, spot.latitude + reach),
        ]
    return around(points, wide, high)


def _marks(spots: Iterable[Spot], extent: Extent, links: Links, asked: Asked | None) -> Iterator[Mark]:
    """The marks, areas first and large before small, so that what is drawn later hides nothing."""
    for spot in sorted(spots, key=lambda one: (one.precision not in AREAS, -one.incidents, one.name)):
        x, y = extent.at(spot.longitude, spot.latitude)
        area = extent.pixels(AREAS.get(spot.precision, 0))
        radius = max(area, 7.0) if area else min(20.0, 2.6 + 1.4 * sqrt(spot.incidents))
        yield Mark(spot, round(x, 1), round(y, 1), round(radius, 1), leads_to(spot.place, links, asked))


def leads_to(place: str, links: Links, asked: Asked | None) -> str:
    """The address a place leads to: the incidents asked for that lie there, or its own page where nothing is asked."""
    return links.incidents(asked, site=place) if asked and links.live else links.named("site", place)


def _drawn(mark: Mark) -> Markup:
    spot = mark.spot
    kind = ("area" if mark.area else "point") + ("" if spot.sure else " doubted")
    km = f' data-km="{AREAS[spot.precision]}"' if mark.area else ""
    return Markup(
        f'<a href="{escape(mark.link)}" class="{kind}" data-at="{spot.longitude} {spot.latitude}" '
        f'data-n="{spot.incidents}"{km}><title>{escape(visible(title(spot)))}</title>'
        f'<circle cx="{mark.x}" cy="{mark.y}" r="{mark.radius}"/></a>'
    )


def title(spot: Spot) -> str:
    """A place in words: its name, how many incidents of which kinds, how exactly it is known, and whether all agree on it."""
    kinds = sorted(spot.here, key=lambda here: (-len(here.incidents), here.type))
    named = ", ".join(f"{words(here.type)} {len(here.incidents):,}" for here in kinds)
    others = spot.incidents - spot.sure
    doubt = f"; for {others:,} of them another place is named too" if others else ""
    return f"{spot.name}: {plural(spot.incidents, 'incident')} ({named}), {PRECISE.get(spot.precision, '')}{doubt}"


def _labels(marks: Sequence[Mark], extent: Extent) -> Markup:
    """The names of the largest marks, where they hide neither each other nor a point; never read out twice."""
    points = [mark for mark in marks if not mark.area]
    written: list[Markup] = []
    taken: list[Box] = []
    for mark in sorted(marks, key=lambda one: (-one.spot.incidents, one.spot.name))[:TRIED]:
        if len(written) == LABELS:
            break
        label = visible(f"{mark.spot.name} {mark.spot.incidents:,}" if mark.spot.incidents > 1 else mark.spot.name)
        near = [one for one in points if abs(one.y - mark.y) < FAR and one is not mark]
        hidden = [*taken, *map(_around, near)]
        for x, y, anchor in _beside(mark):
            box = _box(x, y, anchor, LETTER * len(label))
            if _inside(box, extent) and not any(_meet(box, other) for other in hidden):
                taken.append(box)
                text = Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>')
                written.append(text.format(round(x, 1), round(y + 4, 1), anchor, label))
                break
    return Markup('<g class="names" aria-hidden="true">{}</g>').format(Markup("").join(written))


def _around(mark: Mark) -> Box:
    return mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius


def _beside(mark: Mark) -> Iterator[tuple[float, float, str]]:
    """Where a name may stand, the best first: to the right, to the left, above, below, and aslant."""
    reach = 0 if mark.area else mark.radius
    yield mark.x + reach + 3, mark.y, "start"
    yield mark.x - reach - 3, mark.y, "end"
    yield mark.x, mark.y - reach - 8, "middle"
    yield mark.x, mark.y + reach + 8, "middle"
    for up in (-1, 1):
        yield mark.x + reach, mark.y + up * (reach + 7), "start"
        yield mark.x - reach, mark.y + up * (reach + 7), "end"


def _box(x: float, y: float, anchor: str, width: float) -> Box:
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return left, y - 7, left + width, y + 7


def _inside(box: Box, extent: Extent) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= extent.wide and box[3] <= extent.high


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
