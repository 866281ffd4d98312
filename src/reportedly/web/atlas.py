"""The countries of the world as outlines in degrees, read from the world-atlas files that come with the desk.

A TopoJSON file holds the lines between countries once (`arcs`, as steps on a grid), and each country as rings of lines;
a line with a negative number is taken backwards. See https://github.com/topojson/topojson-specification.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any

from reportedly.frozen import dataclass

Point = tuple[float, float]  # longitude, latitude
POLE = -85.0  # the southern edge: the only land around a pole is the Antarctic
COARSE, FINE = "countries-110m.json", "countries-50m.json"


@dataclass(frozen=True, slots=True)
class Ring:
    """One closed outline, and the box it lies in (west, south, east, north)."""

    points: tuple[Point, ...]
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Country:
    """A country's name and its parts, each an outer ring followed by its holes."""

    name: str
    parts: tuple[tuple[Ring, ...], ...]


@cache
def countries(name: str) -> tuple[Country, ...]:
    """The countries of one of the two files, COARSE for the world and FINE for a region."""
    held = json.loads((files("reportedly.web") / "vendor" / "world-atlas" / name).read_text(encoding="utf-8"))
    arcs = _arcs(held["arcs"], held["transform"])
    return tuple(
        Country(shape["properties"]["name"], tuple(_part(part, arcs) for part in _parts(shape)))
        for shape in held["objects"]["countries"]["geometries"]
    )


def rings(name: str) -> Iterator[Ring]:
    """Every ring of every country."""
    for country in countries(name):
        for part in country.parts:
            yield from part


@cache
def as_geojson() -> bytes:
    """The countries of the fine file as GeoJSON, to two decimals of a degree, with names."""
    features = [
        {
            "type": "Feature",
            "properties": {"name": country.name},
            "geometry": {
                "type": "MultiPolygon",
                "coordinates": [[_rounded(ring) for ring in p] for p in country.parts],
            },
        }
        for country in countries(FINE)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")).encode()


def _rounded(ring: Ring) -> list[Point]:
    points = [(round(east, 2), round(north, 2)) for east, north in ring.points]
    return [point for n, point in enumerate(points) if n in (0, len(points) - 1) or point != points[n - 1]]


def _arcs(arcs: Sequence[Sequence[Sequence[int]]], transform: Mapping[str, Sequence[float]]) -> list[list[Point]]:
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    return [
        [
            (east * wide + west, north * high + south)
            for east, north in zip(accumulate(s[0] for s in arc), accumulate(s[1] for s in arc), strict=True)
        ]
        for arc in arcs
    ]


def _parts(shape: Mapping[str, Any]) -> Sequence[Sequence[Sequence[int]]]:
    parts: Sequence[Sequence[Sequence[int]]] = shape["arcs"]
    return parts if shape["type"] == "MultiPolygon" else [shape["arcs"]]


def _part(part: Sequence[Sequence[int]], arcs: Sequence[Sequence[Point]]) -> tuple[Ring, ...]:
    return tuple(_ring(numbers, arcs) for numbers in part)


def _ring(numbers: Sequence[int], arcs: Sequence[Sequence[Point]]) -> Ring:
    points: list[Point] = []
    for number in numbers:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += line[1:] if points else line  # a line begins where the last one ended
    points = _unrolled(points)
    east, north = zip(*points, strict=True)
    return Ring(tuple(points), (min(east), min(north), max(east), max(north)))


def _unrolled(points: Sequence[Point]) -> list[Point]:
    """The ring without the jump where it crosses the 180th meridian: it goes on beyond 180. One that goes around a pole is
    closed along the edge of the map."""
    found, turns, last = [], 0, points[0][0]
    for east, north in points:
        turns += (east - last < -180) - (east - last > 180)
        found.append((east + 360 * turns, north))
        last = east
    return [*found, (found[-1][0], POLE), (found[0][0], POLE), found[0]] if turns else found
