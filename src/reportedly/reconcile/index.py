"""Where a mention without a day looks for its incident, so that it meets only those it may be."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from math import floor, log
from zlib import crc32

from reportedly.reconcile.blocking import Group
from reportedly.reconcile.cluster import Bench, Cluster
from reportedly.reconcile.evidence import SINGLED_OUT
from reportedly.reconcile.figures import TO_THE_DIGIT
from reportedly.reconcile.when import FRESH, MONTH, RECENT, in_leap_year
from reportedly.reconcile.wording import FEW

SHARED_BY_FEW = 40  # incidents; a word that more of them use finds none
NEARLY = SINGLED_OUT - 0.5  # marks; what the index cannot see, as the weapon's name, may be worth as much
CLOCK, RANK, SITE = 1.5, 2.0, 0.5  # marks, as the features of those names give them


class Index:
    """Incidents by day, month, publication, figures and words, so that a vague mention meets only those it may be."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._all: dict[int, Cluster] = {}
        self._places: dict[object, set[int]] = {}

    def add(self, cluster: Cluster) -> None:
        self._all[id(cluster)] = cluster
        self.note(cluster, cluster.groups)

    def note(self, cluster: Cluster, groups: Iterable[Group]) -> None:
        """Nothing; the incident is found by what these groups of it tell, too."""
        for key in {key for group in groups for key in self._kept(group)}:
            self._places.setdefault(key, set()).add(id(cluster))

    def remove(self, cluster: Cluster) -> None:
        del self._all[id(cluster)]
        for group in cluster.groups:
            for key in self._kept(group):
                self._places.get(key, set()).discard(id(cluster))

    def near(self, cluster: Cluster) -> list[Cluster]:
        """What may be the same: incidents of the time, and what shares figures where no day narrows it down."""
        found: set[int] = set()
        for group in cluster.groups:
            for key in _asked(group):
                found |= self._places.get(key, set())
            if not (group.look.days or group.look.partial):
                found.update(place for place, marks in self._marked(group).items() if marks > NEARLY)
        return [self._all[place] for place in found]

    def _marked(self, group: Group) -> Mapping[int, float]:
        """How far the figures, words and site that each incident shares with the group may single it out."""
        marks: dict[int, float] = {}
        for place, count in self._by_words(group).items():
            if count >= FEW:
                marks[place] = 1.0 + 0.5 * (count - FEW)
        for (name, step), worth in _figures(group).items():
            for place in {place for n in (-1, 0, 1) for place in self._places.get((name, step + n), ())}:
                marks[place] = marks.get(place, 0.0) + worth
        for place in marks.keys() & self._places.get(_site(group), set()):
            marks[place] += SITE
        return marks

    def _by_words(self, group: Group) -> Counter[int]:
        words: Counter[int] = Counter()
        for word in self.words(group):
            places = self._places.get(word, set())
            words.update(places if len(places) <= SHARED_BY_FEW else ())
        return words

    def _kept(self, group: Group) -> set[object]:
        return {*_keys(group), *_figures(group), *self.words(group), _site(group)}

    def words(self, group: Group) -> frozenset[str]:
        """The uncommon words of the report, where it is about the incident."""
        return self._bench.wording.words(self._bench.reports[group.id]) if group.main else frozenset()

    def all(self) -> list[Cluster]:
        return list(self._all.values())


def _keys(group: Group) -> set[object]:
    """Where an incident is kept: its days, their months, the day of the year, publication, figures."""
    look, keys = group.look, set[object]()
    for first, last in look.days:
        keys.update(range(_month(first), min(_month(last), _month(first) + 12) + 1))
        if (last - first).days <= MONTH:
            keys.update(first + timedelta(days=n) for n in range((last - first).days + 1))
        if first == last:
            keys.update((f"--{first:%m-%d}", f"--{first:%m}", f"{first:%Y-%m}"))
    if look.partial:
        keys.add(look.partial)
    if look.published and not look.days:
        keys.add(("published", look.published))
    return keys


def _asked(group: Group) -> set[object]:
    """Where a vague mention looks for its incident: by day where its span is short, else by month."""
    look = group.look
    short = any((last - first).days <= MONTH for first, last in look.days)
    keys = {key for key in _keys(group) if not (short and isinstance(key, int))}
    if (day := in_leap_year(look.partial)) and len(_figures(group)) > 1:
        keys.update((f"--{day + timedelta(days=1):%m-%d}", f"--{day - timedelta(days=1):%m-%d}"))
    if look.published and not look.days and not look.partial:
        near = range(-RECENT, FRESH + 1)
        keys.update(look.published + timedelta(days=n) for n in near)
        keys.update(("published", look.published + timedelta(days=n)) for n in range(-FRESH, FRESH + 1))
    return keys


def _figures(group: Group) -> dict[tuple[str, int], float]:
    """Figures in steps as wide as two that agree to the digit may differ, and what marks each is worth at most."""
    look = group.look
    steps = {("ordinal", crc32(told.encode())): RANK for told in look.ordinals}
    if look.minutes:
        steps["clock", look.minutes[0] // 10] = CLOCK
    for name, ends in (("distance", look.distance), ("apogee", look.apogee)):
        steps.update({(name, floor(log(end) / TO_THE_DIGIT)): 1.0 for end in ends or () if end > 0})
    steps.update({("flight", int(end // 60)): 1.0 for end in look.flight or ()})
    steps.update({("magnitude", round(end * 20)): 1.0 for end in look.magnitude or ()})
    return steps


def _site(group: Group) -> object:
    return ("site", group.look.site.id) if group.look.site and group.look.site.id else None


def _month(day: date) -> int:
    return day.year * 12 + day.month
