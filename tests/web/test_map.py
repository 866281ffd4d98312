"""The map: laws of its outlines and frames, and what may be drawn of places."""

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.codebook import load
from reportedly.store.browse import Asked, Here, Spot
from reportedly.web import atlas, frame
from reportedly.web.links import FileLinks, Links
from reportedly.web.map import LETTER, map_of, title
from reportedly.web.placing import COMBAT, DIVISION, Placed, divisions, placed

BOOK = load()
POINTS = st.tuples(st.floats(-180, 180), st.floats(-80, 85))
PIXELS = st.tuples(st.floats(-500, 1500), st.floats(-500, 1000))
SITES = [site for site in BOOK.sites.values() if site.latitude is not None and site.precision in (1, 2, 3, 4, 7)]


def _here(type_: str, ids: set[int], settled: set[int]) -> Here:
    return Here(type_, frozenset(map(str, ids)), frozenset(map(str, ids & settled)))


@st.composite
def spots(draw: st.DrawFn) -> tuple[Spot, ...]:
    """Places of the codebook with incidents of some kinds."""
    found = []
    for site in draw(st.lists(st.sampled_from(SITES), unique_by=lambda site: site.id, max_size=12)):
        kinds = draw(st.sets(st.sampled_from([COMBAT, "missile_launch", "nuclear_test"]), min_size=1))
        ids = st.sets(st.integers(0, 50), min_size=1)
        here = tuple(
            _here(f"{kind}", {100 * n + i for i in draw(ids)}, draw(ids)) for n, kind in enumerate(sorted(kinds))
        )
        found.append(Spot(site.id, site.name, site.latitude or 0, site.longitude or 0, site.precision, here))
    return tuple(found)


def _ids(spots: tuple[Spot, ...], type_: str | None = None) -> set[str]:
    return {id_ for spot in spots for here in spot.here if type_ in (None, here.type) for id_ in here.incidents}


@given(spots())
def test_no_incident_is_lost_between_the_map_and_the_list(found: tuple[Spot, ...]) -> None:
    shown = placed(found, BOOK)
    listed = {id_ for told in shown.listed for id_ in told.incidents}
    assert _ids(shown.drawn) | listed == _ids(found)
    assert not _ids(shown.drawn) & listed


@given(spots())
def test_use_in_war_is_drawn_by_first_order_division_alone(found: tuple[Spot, ...]) -> None:
    for spot in placed(found, BOOK).drawn:
        assert spot.precision == DIVISION or all(here.type != COMBAT for here in spot.here)


@given(spots())
def test_what_is_drawn_again_stays(found: tuple[Spot, ...]) -> None:
    once = placed(found, BOOK)
    assert set(placed(once.drawn, BOOK).drawn) == set(once.drawn)


def test_a_site_lies_in_its_division_by_way_of_its_county() -> None:
    assert divisions(BOOK)["mantapsan"] == "north-hamgyong"


def test_one_incident_at_two_places_of_a_region_is_one_there() -> None:
    two = tuple(Spot(p, p, 40.0, 129.0, 2, (_here(COMBAT, {1}, {1}),)) for p in ("kilju", "tonghae"))
    (shown,) = placed(two, BOOK).drawn
    assert (shown.place, shown.incidents) == ("north-hamgyong", 1)


def test_use_in_war_at_an_unknown_place_is_listed() -> None:
    shown = placed((Spot("x", "X", 1.0, 2.0, 1, (_here(COMBAT, {1}, {1}),)),), BOOK)
    assert not shown.drawn
    assert [(told.state, told.incidents) for told in shown.listed] == [(None, frozenset({"1"}))]


@given(st.lists(POINTS, max_size=10), st.sampled_from([(960, 480), (420, 260)]))
def test_a_frame_shows_all_its_points(points: list[tuple[float, float]], size: tuple[int, int]) -> None:
    extent = frame.around(points, *size)
    for east, north in points:
        x, y = extent.at(east, north)
        if extent.west == -170 and east < -170:
            x, y = extent.at(east + 360, north)
        assert 0 <= x <= extent.wide
        if north > frame.SOUTH:
            assert -0.02 * extent.high <= y <= extent.high


@given(st.lists(PIXELS, min_size=3, max_size=20))
def test_what_is_cut_lies_within_and_is_cut_once(points: list[tuple[float, float]]) -> None:
    box = (-6.0, -6.0, 966.0, 486.0)
    cut = frame._cut(points, box)
    assert all(-6.01 <= x <= 966.01 and -6.01 <= y <= 486.01 for x, y in cut)
    inside = [(x, y) for x, y in points if -6 < x < 966 and -6 < y < 486]
    assert set(inside) <= set(cut)


@pytest.mark.parametrize("name", [atlas.COARSE, atlas.FINE])
def test_outlines_are_closed_and_never_jump_across_the_world(name: str) -> None:
    for ring in atlas.rings(name):
        assert ring.points[0] == pytest.approx(ring.points[-1], abs=1e-6)
        pole = [n for n, (_, north) in enumerate(ring.points) if north == atlas.POLE]
        for n, (one, other) in enumerate(zip(ring.points, ring.points[1:], strict=False)):
            assert abs(one[0] - other[0]) < 180 or n in pole


def test_countries_stand_where_they_lie() -> None:
    for name in (atlas.COARSE, atlas.FINE):
        boxes = [
            ring.box
            for country in atlas.countries(name)
            if country.name == "North Korea"
            for p in country.parts
            for ring in p
        ]
        assert min(box[1] for box in boxes) == pytest.approx(37.7, abs=0.3)
        assert max(box[2] for box in boxes) == pytest.approx(130.7, abs=0.3)


def _marks(markup: str) -> Iterator[ElementTree.Element]:
    return (element for element in ElementTree.fromstring(markup).iter("a"))


@given(spots(), st.sampled_from(["wide", "small"]))
def test_every_place_is_a_mark_with_its_number_and_name(found: tuple[Spot, ...], size: str) -> None:
    shown = placed(found, BOOK)
    drawn = {
        (mark.get("href"), mark.get("data-n"), mark.findtext("title")) for mark in _marks(map_of(shown, Links(), size))
    }
    assert drawn == {(f"/site/{spot.place}", str(spot.incidents), title(spot)) for spot in shown.drawn}


@given(spots(), st.sampled_from(["wide", "small"]))
def test_no_name_hides_another_or_a_point(found: tuple[Spot, ...], size: str) -> None:
    drawn = ElementTree.fromstring(map_of(placed(found, BOOK), Links(), size))
    wide, high = map(float, drawn.attrib["viewBox"].split()[2:])
    points = [
        (float(one.attrib["cx"]), float(one.attrib["cy"]), float(one.attrib["r"]))
        for one in drawn.iterfind(".//a[@class]/circle")
    ]
    areas = {
        (mark.find("circle").get("cx"), mark.find("circle").get("cy"))
        for mark in drawn.iter("a")
        if "area" in mark.get("class", "")
    }
    names = [_box_of(text) for text in drawn.iter("text")]
    for n, (left, top, right, bottom) in enumerate(names):
        assert 0 <= left <= right <= wide
        assert 0 <= top <= bottom <= high
        assert not [one for one in names[:n] if one[0] < right and left < one[2] and one[1] < bottom and top < one[3]]
        for x, y, radius in points:
            if (f"{x}", f"{y}") not in areas:
                assert not (left < x + radius and x - radius < right and top < y + radius and y - radius < bottom)


def _box_of(text: ElementTree.Element) -> tuple[float, float, float, float]:
    x, y, width = float(text.attrib["x"]), float(text.attrib["y"]) - 4, LETTER * len(text.text or "")
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[text.attrib["text-anchor"]]
    return left + 0.2, y - 6.8, left + width - 0.2, y + 6.8  # as drawn, a tenth of a pixel aside


SPOT = Spot("sunan", "Sunan", 39.2, 125.71, 2, (_here("missile_launch", {1, 2, 3}, {1, 2}),))


def test_a_mark_narrows_what_is_asked_for_and_on_a_site_of_files_leads_to_its_place() -> None:
    (mark,) = _marks(map_of(Placed((SPOT,)), Links(), "wide", Asked(state="PRK", page=3)))
    assert mark.get("href") == "/?state=PRK&site=sunan"
    (mark,) = _marks(map_of(Placed((SPOT,)), FileLinks(), "wide", Asked(state="PRK")))
    assert mark.get("href") == FileLinks().named("site", "sunan")


def test_a_mark_says_how_exactly_and_how_surely() -> None:
    assert title(SPOT) == (
        "Sunan: 3 incidents (missile launch 3), around a known place; for 1 of them another place is named too"
    )


def test_a_name_of_a_report_is_never_markup() -> None:
    evil = Spot('"><script>', "</title><script>alert(1)</script>\u202e\x1b", 1.0, 2.0, 4, (_here('a"b', {1}, set()),))
    markup = map_of(Placed((evil,)), Links())
    assert not [part for part in ("<script", "\u202e", "\x1b") if part in markup]
    assert 'a"b' in (next(_marks(markup)).findtext("title") or "")


def test_an_area_is_a_disc_without_a_rim_and_a_place_in_doubt_is_hollow() -> None:
    area = Spot("jagang", "Jagang", 40.9, 126.6, 4, (_here("missile_launch", {1}, set()),))
    (mark,) = _marks(map_of(Placed((area,)), Links()))
    assert mark.get("class") == "area doubted"
    assert mark.get("data-km") == "80"


def test_nothing_placed_is_the_world_and_says_so() -> None:
    markup = map_of(Placed(()), Links())
    assert "none of these incidents is placed" in markup
    assert "<a" not in markup
