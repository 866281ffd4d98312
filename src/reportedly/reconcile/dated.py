"""Mentions with a day into incidents: the surest pair first, and no pair that anything in the two incidents forbids."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.codebook import Codebook
from reportedly.model import JoinReason
from reportedly.reconcile.blocking import Group
from reportedly.reconcile.cluster import Bench, Cluster, stripped
from reportedly.reconcile.evidence import ENOUGH, Judgement
from reportedly.reconcile.features import judge
from reportedly.reconcile.sketch import Look
from reportedly.reconcile.when import early


@dataclass(frozen=True, slots=True)
class _Bundle:
    """Groups that nothing which could part them tells apart, the one of smallest id first."""

    look: Look
    groups: tuple[Group, ...]

    @property
    def id(self) -> str:
        return self.groups[0].id


def joined(groups: Iterable[Group], bench: Bench) -> list[Cluster]:
    """The incidents that groups with a day make, each day by itself."""
    made = []
    for bundles in _by_days(_bundles(groups, bench.reports)):
        made.extend(_of_one_day(bundles, bench))
    return _without_slips(made, bench)


def _bundles(groups: Iterable[Group], reports: Mapping[str, str]) -> list[_Bundle]:
    """Groups bundled by what can part them; two mentions of one report are never in one bundle."""
    found: dict[tuple[Look, Hashable], list[Group]] = {}
    seen: dict[tuple[Look, str], int] = {}
    for group in groups:
        look = stripped(group.look)
        inside = {reports[member] for member in group.members}
        nth = max(seen.get((look, report), 0) for report in inside)
        seen.update({(look, report): nth + 1 for report in inside})
        found.setdefault((look, nth), []).append(group)
    return [_Bundle(look, tuple(members)) for (look, _), members in found.items()]


def _by_days(bundles: list[_Bundle]) -> Iterator[list[_Bundle]]:
    """Bundles that share a day, over any number of steps: a clock in another zone ties two days together."""
    day_of: dict[date, date] = {}

    def root(day: date) -> date:
        while (above := day_of.setdefault(day, day)) != day:
            day = above
        return day

    for bundle in bundles:
        first, *others = (root(day) for day in _days(bundle.look))
        for other in others:
            day_of[max(first, other)] = min(first, other)
            first = min(first, other)
    found: dict[date, list[_Bundle]] = {}
    for bundle in bundles:
        found.setdefault(root(_days(bundle.look)[0]), []).append(bundle)
    for day in sorted(found):
        yield found[day]


def _days(look: Look) -> tuple[date, ...]:
    return tuple(first for first, last in look.days if first == last)


class _Pairs:
    """Judgements on the bundles of a day, each pair judged once."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._known: dict[tuple[str, str], Judgement] = {}

    def judge(self, a: _Bundle, b: _Bundle) -> Judgement:
        key = (a.id, b.id) if a.id <= b.id else (b.id, a.id)
        if key not in self._known:
            self._known[key] = judge(a.look, b.look, self._codebook)
        return self._known[key]

    def part(self, a: list[_Bundle], b: list[_Bundle]) -> bool:
        """Whether two incidents cannot be one: a contradiction, or a doubt that no pair between them outweighs."""
        judged = [self.judge(x, y) for x in a for y in b]
        if any(one.forbids or one.slip for one in judged):
            return True
        return any(one.doubted for one in judged) and not any(one.outweighed for one in judged)


def _of_one_day(bundles: list[_Bundle], bench: Bench) -> list[Cluster]:
    pairs = _Pairs(bench.codebook)
    home = {bundle.id: _bundled(bundle, bench) for bundle in bundles}
    inside = {bundle.id: [bundle] for bundle in bundles}
    scored = [(pairs.judge(a, b), a, b) for n, a in enumerate(bundles) for b in bundles[n + 1 :]]
    fit = [(judged, a, b) for judged, a, b in scored if judged.score >= ENOUGH and not judged.forbids]
    for judged, a, b in sorted(fit, key=lambda item: (-item[0].score, *sorted((item[1].id, item[2].id)))):
        left, right = home[a.id], home[b.id]
        if left is right or not left.reports.isdisjoint(right.reports) or pairs.part(inside[a.id], inside[b.id]):
            continue
        left.absorb(right, JoinReason(a.id, b.id, judged.score, judged.sentence))
        inside[a.id].extend(inside[b.id])
        for bundle in inside[a.id]:
            home[bundle.id], inside[bundle.id] = left, inside[a.id]
    return list({id(cluster): cluster for cluster in home.values()}.values())


def _bundled(bundle: _Bundle, bench: Bench) -> Cluster:
    first, *others = bundle.groups
    cluster = Cluster.of(first, bench.reports)
    for group in others:
        judged = judge(first.look, group.look, bench.codebook)
        cluster.absorb(Cluster.of(group, bench.reports), JoinReason(first.id, group.id, judged.score, judged.sentence))
    return cluster


def _without_slips(found: list[Cluster], bench: Bench) -> list[Cluster]:
    """The incidents, where one told a day early and without a clock is given to the one its figures single out.

    It was still the day before in the west when the later one happened, and no other incident of that day fits.
    """
    later: dict[date, list[Cluster]] = {}
    for cluster in found:
        for day in {day for group in cluster.groups for day in _days(group.look)}:
            later.setdefault(day, []).append(cluster)
    gone: set[int] = set()
    for cluster in sorted(found, key=lambda one: one.id):
        if any(len(_days(face.look)) > 1 or face.look.minutes for face in cluster.faces):
            continue
        next_day = _days(cluster.groups[0].look)[0] + timedelta(days=1)
        fits = [
            (home, *weighed)
            for home in later.get(next_day, ())
            if id(home) not in gone and home is not cluster and _was_early(home, bench)
            if (weighed := bench.weigh(cluster, home)) and weighed[0].holds
        ]
        if len(fits) == 1:
            home, _, reason = fits[0]
            gone.add(id(cluster))
            home.absorb(cluster, reason)
    return [cluster for cluster in found if id(cluster) not in gone]


def _was_early(home: Cluster, bench: Bench) -> bool:
    clocked = [face.look for face in home.faces if face.look.minutes]
    return bool(clocked) and all(early(look, look.day, bench.codebook) for look in clocked if look.day)
