"""Mentions without a day into incidents: to the one each fits clearly best, and where there is none they stay apart."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from math import floor, log
from zlib import crc32

from reportedly.model import JoinReason
from reportedly.reconcile.blocking import Group
from reportedly.reconcile.cluster import Bench, Cluster
from reportedly.reconcile.evidence import HINT, Fit
from reportedly.reconcile.features import most
from reportedly.reconcile.figures import TO_THE_DIGIT
from reportedly.reconcile.sketch import Ends
from reportedly.reconcile.when import FRESH, MONTH, RECENT, in_leap_year
from reportedly.reconcile.wording import FEW

LEAD = 0.15  # how much better than the next the one incident must fit that a vague mention is given to
ORDINAL = "ordinal"
SHARED_BY_FEW = 40  # incidents; a word that more of them use finds none


def attached(vague: Iterable[Group], firm: Iterable[Cluster], bench: Bench) -> list[Cluster]:
    """The firm incidents with what clearly belongs to each, and what is left as incidents of their own.

    Narrow spans first, then days without a year, then what has no date; what stays alone is asked once more when the
    others have found their places and tell more of their incidents.
    """
    index = _Index(bench)
    for cluster in sorted(firm, key=lambda one: one.id):
        index.add(cluster)
    silent, alone = [], []
    for group in sorted(vague, key=_vagueness):
        new = Cluster.of(group, bench.reports)
        if most(group.look, bench.codebook) < HINT and not index.words(group):
            silent.append(new)
        elif not _given(new, index, bench):
            index.add(new)
            alone.append(new)
    for new in alone:
        if len(new.groups) == 1 and _given(new, index, bench):
            index.remove(new)
    return [*index.all(), *silent]


def _vagueness(group: Group) -> tuple[bool, int, bool, str]:
    look = group.look
    span = min(((last - first).days for first, last in look.days), default=400)
    return not (look.days or look.partial), span, look.published is None, group.id


def _given(new: Cluster, index: "_Index", bench: Bench) -> bool:
    best = clearly_best(new, index.near(new), bench)
    if best is None:
        return False
    home, reason = best
    home.absorb(new, reason)
    index.note(home, new.groups)
    return True


def clearly_best(new: Cluster, candidates: Iterable[Cluster], bench: Bench) -> tuple[Cluster, JoinReason] | None:
    """The incident that a vague mention fits clearly better than any other, and why; None where it fits none so."""
    fits = [(home, *weighed) for home in candidates if home is not new and (weighed := bench.weigh(new, home))]
    ranked = sorted((one for one in fits if not one[1].contradicted), key=lambda one: (-one[1].score, one[0].id))
    if not ranked or not ranked[0][1].holds:
        return None
    if len(ranked) > 1 and not _leads(ranked[0][1], ranked[1][1]):
        return None
    return ranked[0][0], ranked[0][2]


def _leads(first: Fit, second: Fit) -> bool:
    return round(first.score - second.score, 3) >= LEAD


class _Index:
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
        """What may be the same: incidents of the time, and those that share more than one figure, site or topic."""
        found: set[int] = set()
        for group in cluster.groups:
            for key in _asked(group):
                found |= self._places.get(key, set())
            found.update(place for place, count in self._by_figures(group).items() if count > 1)
        return [self._all[place] for place in found]

    def _by_figures(self, group: Group) -> Counter[int]:
        """How many of the group's figures each incident shares, the site and shared words counted in."""
        words: Counter[int] = Counter()
        for word in self.words(group):
            places = self._places.get(word, set())
            words.update(places if len(places) <= SHARED_BY_FEW else set())
        told = Counter({place: 1 + (count > FEW) for place, count in words.items() if count >= FEW})
        for name, step in _figures(group):
            places = {place for n in (-1, 0, 1) for place in self._places.get((name, step + n), set())}
            told.update(dict.fromkeys(places, 2 if name == ORDINAL else 1))
        at_site = self._places.get(_site(group), set())
        told.update([place for place in told if place in at_site])
        return told

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


def _figures(group: Group) -> set[tuple[str, int]]:
    """Figures in steps as wide as two that agree to the digit may differ; neighbours are asked for, too."""
    look = group.look
    steps = {(ORDINAL, crc32(told.encode())) for told in look.ordinals}
    if look.minutes:
        steps.add(("clock", look.minutes[0] // 10))
    for name, ends in (("distance", look.distance), ("apogee", look.apogee)):
        steps.update((name, floor(log(end) / TO_THE_DIGIT)) for end in _above_nothing(ends))
    steps.update(("flight", int(end // 60)) for end in look.flight or ())
    steps.update(("magnitude", round(end * 20)) for end in look.magnitude or ())
    return steps


def _site(group: Group) -> object:
    return ("site", group.look.site.id) if group.look.site and group.look.site.id else None


def _above_nothing(ends: Ends | None) -> list[float]:
    return [end for end in ends or () if end > 0]


def _month(day: date) -> int:
    return day.year * 12 + day.month
