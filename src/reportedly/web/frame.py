"""The piece of the world a map shows, and how degrees become pixels: equirectangular, true at the middle of the map."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from math import ceil, cos, floor, radians

from reportedly.frozen import dataclass
from reportedly.web.atlas import COARSE, FINE, Point, rings

KM = 111.2  # of a degree of latitude
SOUTH, NORTH = -58, 84  # what a map of the whole world shows: no Antarctica
BESIDE = 6  # pixels around the map to which outlines are cut, so that no cut is seen
Box = tuple[float, float, float, float]  # west, south, east, north, or left, top, right, bottom


@dataclass(frozen=True)
class Extent:
    """A box of degrees drawn in so many pixels."""

    west: float
    south: float
    east: float
    north: float
    wide: int
    high: int

    @cached_property
    def scale(self) -> tuple[float, float]:
        """Pixels of a degree of longitude and of latitude."""
        return self.wide / (self.east - self.west), self.high / (self.north - self.south)

    def at(self, longitude: float, latitude: float) -> Point:
        """Where a point lies, in pixels from the upper left."""
        across, down = self.scale
        return (longitude - self.west) * across, (self.north - latitude) * down

    def pixels(self, km: float) -> float:
        """A length at the middle of the map."""
        return km / KM * self.scale[1]


def around(points: Iterable[Point], wide: int, high: int, least: float = 9.0) -> Extent:
    """The extent that shows all these points with room around them, at least so many degrees of latitude high; the whole
    world for none."""
    found = list(points)
    if not found:
        return _world(wide)
    easts, norths = [east for east, _ in found], [north for _, north in found]
    south, north = _widened(min(norths), max(norths), least)
    shrunk = cos(radians(min(70.0, abs(south + north) / 2)))
    west, east = _widened(min(easts), max(easts), least / shrunk)
    return _fitted(west, south, east, north, wide, high)


def _widened(low: float, high: float, least: float) -> tuple[float, float]:
    room = max((high - low) * 0.12, (least - (high - low)) / 2, 1.0)
    return low - room, high + room


def _fitted(west: float, south: float, east: float, north: float, wide: int, high: int) -> Extent:
    """The box made wider or higher until it has the shape of the map; on whole degrees, so that maps are alike."""
    shrunk = cos(radians(min(70.0, abs(south + north) / 2)))
    across, up = (east - west) * shrunk, north - south
    if across / up < wide / high:
        more = (up * wide / high / shrunk - (east - west)) / 2
        west, east = west - more, east + more
    else:
        more = (across * high / wide - up) / 2
        south, north = south - more, north + more
    if east - west > 300:
        return _world(wide)
    return Extent(floor(west), floor(south), ceil(east), ceil(north), wide, high)


def _world(wide: int) -> Extent:
    """All countries, cut where the map of the Pacific holds none; as high as that is."""
    return Extent(
        -170, SOUTH, 190, NORTH, wide, round(wide * (NORTH - SOUTH) / 360 / cos(radians((NORTH + SOUTH) / 2)))
    )


@lru_cache(maxsize=1024)
def land(extent: Extent) -> str:
    """The outlines of the countries within the extent as the `d` of an SVG path, a point a pixel at most."""
    across, up = extent.scale
    source = COARSE if up < 12 else FINE
    box = (-BESIDE, -BESIDE, extent.wide + BESIDE, extent.high + BESIDE)
    seen = (
        extent.west - BESIDE / across,
        extent.south - BESIDE / up,
        extent.east + BESIDE / across,
        extent.north + BESIDE / up,
    )
    found = []
    for turn in (-360, 0, 360):
        for ring in rings(source):
            west, south, east, north = ring.box
            if west + turn < seen[2] and east + turn > seen[0] and south < seen[3] and north > seen[1]:
                found.append(_drawn(_cut([extent.at(x + turn, y) for x, y in ring.points], box)))
    return "".join(found)


def _drawn(points: list[Point]) -> str:
    """The path of a ring in whole pixels, as steps from its first point; empty where it is smaller than two pixels."""
    whole = [(round(x), round(y)) for x, y in points]
    steps, last = [], whole[0] if whole else (0, 0)
    for x, y in whole[1:]:
        if (x, y) != last:
            steps.append(f"{x - last[0]} {y - last[1]}")
            last = (x, y)
    return f"M{whole[0][0]} {whole[0][1]}l{' '.join(steps).replace(' -', '-')}z" if len(steps) > 2 else ""


def _cut(points: list[Point], box: Box) -> list[Point]:
    """The part of a ring that lies in the box (Sutherland and Hodgman, 1974)."""
    left, top, right, bottom = box
    for axis, limit, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        if points and not all(sign * (point[axis] - limit) >= 0 for point in points):
            points = list(_within(points, axis, limit, sign))
    return points


def _within(points: list[Point], axis: int, limit: float, sign: int) -> Iterator[Point]:
    last = points[-1]
    for point in points:
        inside, was = sign * (point[axis] - limit) >= 0, sign * (last[axis] - limit) >= 0
        if inside != was:
            share = (limit - last[axis]) / (point[axis] - last[axis])
            yield last[0] + share * (point[0] - last[0]), last[1] + share * (point[1] - last[1])
        if inside:
            yield point
        last = point
