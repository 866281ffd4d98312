"""The timeline: laws of its bars, and what it says and links to."""

import itertools
from datetime import date, timedelta
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from reportedly.store.browse import Asked
from reportedly.store.timeline import Cadence, Stretch
from reportedly.web.links import FileLinks, Links
from reportedly.web.timeline import timeline_of
from reportedly.web.times import Times, Unit, around, times_of

MONTHS = st.tuples(st.integers(1945, 2030), st.integers(1, 12)).map(lambda one: f"{one[0]}-{one[1]:02d}")
COUNTS = st.integers(1, 300)
CADENCES = st.builds(
    Cadence,
    st.dictionaries(MONTHS, COUNTS, max_size=30),
    st.dictionaries(st.integers(1945, 2030).map(str), COUNTS, max_size=5),
    st.integers(0, 9),
)
DAYS = st.dates(date(1990, 1, 1), date(2026, 1, 1))


@st.composite
def stretches(draw: st.DrawFn) -> tuple[Stretch, ...]:
    """Incidents of a day, or of some."""
    found = []
    for number, first in enumerate(sorted(draw(st.lists(DAYS, max_size=40)))):
        last = first + timedelta(days=draw(st.sampled_from([0, 0, 0, 6, 90])))
        found.append(Stretch(f"{number:x}", f"no. {number}", "missile_launch", first, last, draw(st.booleans())))
    return tuple(found)


@given(CADENCES)
def test_no_incident_is_lost_between_the_bars_and_what_stands_beside_them(cadence: Cadence) -> None:
    times = times_of(cadence, (), 0)
    beside = times.spread + (times.vague if times.unit is Unit.MONTH else 0)
    assert sum(bar.incidents for bar in times.bars) + beside == cadence.dated
    if times.years:
        assert sum(bar.incidents for bar in times.years) + times.spread == cadence.dated


@given(CADENCES)
def test_bars_follow_each_other_without_a_gap(cadence: Cadence) -> None:
    bars = times_of(cadence, (), 0).bars
    assert all(one.last + timedelta(days=1) == other.first for one, other in itertools.pairwise(bars))


@given(CADENCES)
def test_there_are_never_more_bars_than_can_be_seen(cadence: Cadence) -> None:
    times = times_of(cadence, (), 0)
    assert len(times.bars) <= 170


def _drawn(times: Times, links: Links | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(timeline_of(times, links or Links(), Asked(state="PRK")))


@given(CADENCES, stretches())
def test_all_is_drawn_within_the_picture_and_no_single_one_over_another(
    cadence: Cadence, single: tuple[Stretch, ...]
) -> None:
    times = times_of(cadence, single, 0)
    if not times.bars:
        return
    drawn = _drawn(times)
    high = float(drawn.get("viewBox", "").split()[3])
    boxes = [
        [float(box.get(name, "")) for name in ("x", "y", "width", "height")]
        for link in drawn.iter("a")
        if (link.get("class") or "").startswith("single")
        for box in link.iter("rect")
    ]
    assert all(0 <= x <= 960 and y >= 0 and y + tall <= high for x, y, _, tall in boxes)
    by_lane: dict[float, list[tuple[float, float]]] = {}
    for x, y, wide, _ in boxes:
        by_lane.setdefault(y, []).append((x, x + wide))
    for lane in by_lane.values():
        ends = sorted(lane)
        assert all(one[1] <= other[0] + 0.11 for one, other in itertools.pairwise(ends))


def test_a_bar_bears_its_number_and_leads_to_its_month() -> None:
    drawn = _drawn(times_of(Cadence({"2024-09": 5, "2024-11": 1}, {}, 0), (), 0))
    (first, second) = (link for link in drawn.iter("a") if link.get("class") == "bar")
    assert first.get("href") == "/?state=PRK&since=2024-09-01&until=2024-09-30"
    assert (first.findtext("title"), first.findtext("text")) == ("September 2024: 5 incidents", "5")
    assert second.findtext("title") == "November 2024: 1 incident"


def test_on_a_site_of_files_bars_lead_nowhere_and_single_incidents_to_their_pages() -> None:
    one = Stretch("ab", "a launch", "missile_launch", date(2024, 9, 18), date(2024, 9, 18), True)
    drawn = _drawn(times_of(Cadence({"2024-09": 1}, {}, 0), (one,), 0), FileLinks())
    (link,) = drawn.iter("a")
    assert link.get("href") == "incident/ab.html"
    assert link.get("class") == "single contested"
    assert link.findtext("title") == "2024-09-18: a launch; contested"


def test_many_months_bear_their_years_numbers() -> None:
    times = times_of(Cadence({"2015-01": 5, "2022-11": 1}, {"2016": 2}, 0), (), 0)
    assert (times.unit, times.numbered) == (Unit.MONTH, True)
    texts = ["".join(text.itertext()) for text in _drawn(times).iter("text") if text.get("class") == "axis"]
    assert texts[:2] == ["2015: 5", "2016: 2"]


def test_the_months_and_years_around_one_are_offered() -> None:
    assert [bar.name for bar in around(date(2024, 1, 1), date(2024, 1, 31))] == [
        "December 2023",
        "2024",
        "February 2024",
    ]
    assert [bar.name for bar in around(date(2024, 1, 1), date(2024, 12, 31))] == ["2023", "2025"]
    assert not around(date(2024, 1, 2), date(2024, 1, 31))
    assert not around(None, date(2024, 1, 31))


@given(st.dates(), st.dates())
def test_any_days_may_be_asked_for(since: date, until: date) -> None:
    around(since, until)


def test_a_label_is_never_markup() -> None:
    one = Stretch("ab", '<b onload="x">\u202e\x1b', "missile_launch", date(2024, 9, 18), date(2024, 9, 18), False)
    drawn = timeline_of(times_of(Cadence({"2024-09": 1}, {}, 0), (one,), 0), Links(), Asked())
    assert not [part for part in ("<b ", "\u202e", "\x1b") if part in drawn]
