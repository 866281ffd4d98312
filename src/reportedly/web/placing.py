"""What a map may show of the places of incidents: points, pale areas, and what is told in words beside it instead."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain

from reportedly.codebook import Codebook
from reportedly.frozen import dataclass
from reportedly.store.browse import Here, Spot

COMBAT = "combat_use"
DIVISION = 4  # the precision of a first-order division: a province, a region


@dataclass(frozen=True, slots=True)
class Listed:
    """Incidents told beside the map, by id: those of one state that are not drawn."""

    state: str | None
    incidents: frozenset[str]


@dataclass(frozen=True, slots=True)
class Placed:
    """Spots that are drawn, and use in armed conflict that is listed by state because no first-order division is known."""

    drawn: tuple[Spot, ...]
    listed: tuple[Listed, ...] = ()


def placed(spots: Iterable[Spot], book: Codebook) -> Placed:
    """The spots, with use in armed conflict only by the first-order division around it, else listed by its state."""
    above = divisions(book)
    drawn: dict[str, Spot] = {}
    listed: dict[str | None, frozenset[str]] = {}
    for spot in spots:
        for here in spot.here:
            if here.type != COMBAT or spot.precision == DIVISION:
                _add(drawn, replace(spot, here=(here,)))
            elif spot.place in above:
                _add(drawn, _around(above[spot.place], here, book))
            else:
                state = book.sites[spot.place].state if spot.place in book.sites else None
                listed[state] = listed.get(state, frozenset()) | here.incidents
    seen = frozenset(chain.from_iterable(here.incidents for spot in drawn.values() for here in spot.here))
    told = sorted(listed.items(), key=lambda item: item[0] or "")
    return Placed(tuple(drawn.values()), tuple(Listed(state, rest) for state, ids in told if (rest := ids - seen)))


def divisions(book: Codebook) -> Mapping[str, str]:
    """By place the first-order division that contains it, itself or by way of a county."""
    found: dict[str, str] = {}
    for area in book.sites.values():
        if area.precision == DIVISION and area.latitude is not None:
            for place in within(area.id, book):
                found.setdefault(place, area.id)
    return found


def within(area: str, book: Codebook) -> Iterable[str]:
    """The places that lie in an area, itself or by way of a smaller one; the area is not among them."""
    waiting, seen = [area], {area}
    while waiting:
        entry = book.sites.get(waiting.pop())
        for place in entry.contains if entry else ():
            if place not in seen:
                seen.add(place)
                waiting.append(place)
                yield place


def _around(area: str, here: Here, book: Codebook) -> Spot:
    entry = book.sites[area]
    return Spot(area, entry.name, round(entry.latitude or 0, 2), round(entry.longitude or 0, 2), DIVISION, (here,))


def _add(drawn: dict[str, Spot], spot: Spot) -> None:
    there = drawn.get(spot.place)
    drawn[spot.place] = spot if there is None else replace(there, here=_joined([*there.here, *spot.here]))


def _joined(here: Iterable[Here]) -> tuple[Here, ...]:
    by_type: dict[str, Here] = {}
    for one in here:
        there = by_type.get(one.type, Here(one.type, frozenset(), frozenset()))
        by_type[one.type] = Here(one.type, there.incidents | one.incidents, there.settled | one.settled)
    return tuple(by_type[type_] for type_ in sorted(by_type))
