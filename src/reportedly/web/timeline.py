"""A timeline drawn on the server as SVG: bars with their numbers, and below them single incidents as long as their dates
leave them."""

from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import Markup

from reportedly.fields.wording import days_told
from reportedly.frozen import dataclass
from reportedly.publish.visible import visible
from reportedly.store.browse import Asked
from reportedly.store.timeline import Stretch
from reportedly.web.links import Links
from reportedly.web.tell import plural
from reportedly.web.times import Bar, Times, Unit

WIDE, SIDE = 960, 6  # pixels: the whole, and what stays free at either side
TOP, BARS, AXIS = 14, 70, 18  # pixels: room for a number, the highest bar, the names below
LANE, LEAST, LANES = 9, 5, 24  # pixels of a lane and of a single day; lanes at most
BROADEST = 64  # pixels of a bar


@dataclass(frozen=True, slots=True)
class Scale:
    """How days become pixels."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day begins, within the picture."""
        days = (min(max(day, self.first), self.last) - self.first).days
        return SIDE + days * (WIDE - 2 * SIDE) / ((self.last - self.first).days + 1)

    def after(self, day: date) -> float:
        """Where a day ends."""
        return self.at(day) + (WIDE - 2 * SIDE) / ((self.last - self.first).days + 1)


def timeline_of(times: Times, links: Links, asked: Asked) -> Markup:
    """The timeline as SVG; empty where no incident bears a date. A bar leads to the incidents of its time on a server, a
    single incident to its page."""
    if not times.bars:
        return Markup("")
    scale = Scale(times.bars[0].first, times.bars[-1].last)
    lanes = _lanes(times.single, scale)
    high = TOP + BARS + AXIS + (LANE * len(lanes) + 6 if lanes else 0)
    most = max(bar.incidents for bar in times.bars)
    drawn = [_bar(bar, most, scale, times, _to(bar, links, asked)) for bar in times.bars]
    drawn += [_axis(bar, scale, times, links, asked) for bar in _named(times)]
    drawn += [_single(one, lane, scale, links) for lane, held in enumerate(lanes) for one in held]
    return Markup('<svg class="timeline" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>').format(
        WIDE, high, told(times), Markup("").join(drawn)
    )


def told(times: Times) -> str:
    """What the timeline shows, in a sentence."""
    most = max(times.bars, key=lambda bar: bar.incidents)
    return (
        f"Timeline by {times.unit.value}, {times.bars[0].name} to {times.bars[-1].name}: "
        f"{plural(times.dated, 'dated incident')}, most in {most.name} ({most.incidents:,})."
    )


def _to(bar: Bar, links: Links, asked: Asked) -> str | None:
    return links.incidents(asked, since=bar.first, until=bar.last) if links.live and bar.incidents else None


def _bar(bar: Bar, most: int, scale: Scale, times: Times, link: str | None) -> Markup:
    left, right = scale.at(bar.first), scale.after(bar.last)
    wide = min(BROADEST, max(1.0, (right - left) * 0.82))
    middle, tall = (left + right) / 2, BARS * bar.incidents / max(1, most)
    if not bar.incidents:
        return Markup("")
    tall = max(tall, 1.5)
    number = Markup('<text x="{:.1f}" y="{:.1f}">{}</text>').format(middle, TOP + BARS - tall - 3, bar.incidents)
    shape = Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>{}').format(
        middle - wide / 2, TOP + BARS - tall, wide, tall, number if times.numbered else ""
    )
    return _linked(link, f"{bar.name}: {plural(bar.incidents, 'incident')}", shape, "bar")


def _named(times: Times) -> Sequence[Bar]:
    """The bars whose names are written below, so many that each can be read."""
    if times.years:
        return times.years
    step = max(1, -(-len(times.bars) // 24))
    return times.bars[::step]


def _axis(bar: Bar, scale: Scale, times: Times, links: Links, asked: Asked) -> Markup:
    left, right = scale.at(bar.first), scale.after(bar.last)
    middle, low = (left + right) / 2, TOP + BARS + 13
    if times.years:
        line = Markup('<path class="year" d="M{:.1f} {}V{}"/>').format(left, TOP, TOP + BARS + AXIS)
        name = Markup('<text class="axis" x="{:.1f}" y="{}">{}: {}</text>').format(middle, low, bar.name, bar.incidents)
        return line + _linked(_to(bar, links, asked), f"{bar.name}: {plural(bar.incidents, 'incident')}", name, "whole")
    return Markup('<text class="axis" aria-hidden="true" x="{:.1f}" y="{}">{}</text>').format(
        middle, low, _short(bar, times)
    )


def _short(bar: Bar, times: Times) -> str:
    """The name of a bar as short as can be: "Sep", and the year with the first of each year."""
    if times.unit is not Unit.MONTH:
        return str(bar.first.year) if times.unit is Unit.YEAR else f"{bar.first.year}s"
    first = bar.first.month == 1 or bar is times.bars[0]
    return f"{bar.name[:3]} {bar.first.year % 100:02d}" if first else bar.name[:3]


def _lanes(single: Iterable[Stretch], scale: Scale) -> list[list[Stretch]]:
    """The incidents in lanes in which none covers another; none where that takes too many lanes."""
    lanes: list[list[Stretch]] = []
    free: list[float] = []
    for one in single:
        left, wide = _reach(one, scale)
        lane = next((n for n, until in enumerate(free) if until <= left), len(lanes))
        if lane == len(lanes):
            lanes.append([])
            free.append(0.0)
        lanes[lane].append(one)
        free[lane] = left + wide + 1.5
    return lanes if len(lanes) <= LANES else []


def _reach(one: Stretch, scale: Scale) -> tuple[float, float]:
    left, right = scale.at(one.earliest), scale.after(one.latest)
    return (left, right - left) if right - left >= LEAST else ((left + right - LEAST) / 2, LEAST)


def _single(one: Stretch, lane: int, scale: Scale, links: Links) -> Markup:
    left, wide = _reach(one, scale)
    y = TOP + BARS + AXIS + 4 + LANE * lane
    shape = Markup('<rect x="{:.1f}" y="{}" width="{:.1f}" height="{}"/>').format(left, y, wide, LANE - 3)
    days = str(one.earliest) if one.earliest == one.latest else f"{one.earliest} to {one.latest}"
    said = visible(f"{days}: {days_told(one.label)}{'; contested' if one.contested else ''}")
    return _linked(links.incident(one.id), said, shape, "single contested" if one.contested else "single")


def _linked(link: str | None, said: str, shape: Markup, kind: str) -> Markup:
    """A shape with its sentence, as a link where there is somewhere to go."""
    if link is None:
        return Markup('<g class="{}" role="img" aria-label="{}"><title>{}</title>{}</g>').format(
            kind, said, said, shape
        )
    return Markup('<a href="{}" class="{}" aria-label="{}"><title>{}</title>{}</a>').format(
        link, kind, said, said, shape
    )
