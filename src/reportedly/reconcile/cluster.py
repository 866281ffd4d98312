"""Mentions into incidents: the surest pair first, and no pair that anything in the two incidents forbids.

The result depends on the set of mentions alone, not on their order: everything is sorted by score and id.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from reportedly.codebook import Codebook
from reportedly.model import JoinReason
from reportedly.reconcile.blocking import Group, days_of
from reportedly.reconcile.features import ENOUGH, MONTH, Judgement, judge, most

LEAD = 0.15  # how much better than the next the one incident must fit that a vague mention is given to
HINT = 0.4  # what a vague mention must at least have in common with it


@dataclass
class Cluster:
    """An incident in the making: its groups, and why they were joined. Lives inside this module's work alone."""

    groups: list[Group]
    reasons: list[JoinReason] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The smallest id of its mentions."""
        return min(group.id for group in self.groups)

    def reports(self, of: Mapping[str, str]) -> set[str]:
        """The reports its mentions stand in."""
        return {of[member] for group in self.groups for member in group.members}

    @property
    def members(self) -> tuple[str, ...]:
        """The ids of its mentions, in order."""
        return tuple(sorted(member for group in self.groups for member in group.members))


class _Pairs:
    """Judgements on pairs of groups, each made once; mentions of one report are told apart by their writer."""

    def __init__(self, codebook: Codebook, reports: Mapping[str, str]) -> None:
        self._codebook, self._reports = codebook, reports
        self._known: dict[tuple[str, str], Judgement] = {}

    def judge(self, a: Group, b: Group) -> Judgement:
        key = (a.id, b.id) if a.id <= b.id else (b.id, a.id)
        if key not in self._known:
            self._known[key] = judge(a.look, b.look, self._codebook)
        return self._known[key]

    def forbidden(self, a: Cluster, b: Cluster) -> bool:
        """Whether the two cannot be one: a contradiction, or a doubt that no pair between them outweighs."""
        if not a.reports(self._reports).isdisjoint(b.reports(self._reports)):
            return True
        judged = [self.judge(x, y) for x in a.groups for y in b.groups]
        if any(one.forbids for one in judged):
            return True
        return any(one.doubted for one in judged) and not any(one.outweighed for one in judged)


def clusters(groups: Iterable[Group], codebook: Codebook, reports: Mapping[str, str]) -> tuple[Cluster, ...]:
    """The incidents that groups of one state and family make; `reports` names the report of each mention.

    First what has a day; then what is vaguer (a span, a day without a year, none) goes to the one incident it fits
    clearly best. What fits several equally stays alone: an open question is better than a wrong answer.
    """
    pairs = _Pairs(codebook, reports)
    groups = sorted(groups, key=lambda group: group.id)
    dated = [Cluster([group], _alike(group)) for group in groups if group.look.day]
    firm = _joined(dated, pairs)
    vague = sorted((group for group in groups if not group.look.day), key=_vagueness)
    return tuple(sorted(_attached(vague, firm, pairs, codebook), key=lambda cluster: cluster.id))


def _alike(group: Group) -> list[JoinReason]:
    told = f"the same day ({group.look.day}), and nothing told differently"
    return [JoinReason(group.id, other, 1.0, told) for other in group.members[1:]]


def _joined(start: list[Cluster], pairs: _Pairs) -> list[Cluster]:
    home = {cluster.groups[0].id: cluster for cluster in start}
    buckets = days_of(cluster.groups[0] for cluster in start)
    scored: dict[tuple[str, str], tuple[Group, Group]] = {}
    for bucket in buckets.values():
        for n, a in enumerate(bucket):
            scored.update({(a.id, b.id): (a, b) for b in bucket[n + 1 :]})
    found = [(pairs.judge(a, b), a, b) for a, b in scored.values()]
    for judged, a, b in sorted(found, key=lambda item: (-item[0].score, item[1].id, item[2].id)):
        left, right = home[a.id], home[b.id]
        if judged.score < ENOUGH or judged.forbids or left is right or pairs.forbidden(left, right):
            continue
        left.groups.extend(right.groups)
        left.reasons.extend([*right.reasons, JoinReason(a.id, b.id, judged.score, judged.sentence)])
        home.update({group.id: left for group in right.groups})
    return list({id(cluster): cluster for cluster in home.values()}.values())


def _vagueness(group: Group) -> tuple[bool, int, str]:
    """Narrow spans first, then days without a year, then what has no date."""
    span = min(((last - first).days for first, last in group.look.days), default=400)
    return not (group.look.days or group.look.partial), span, group.id


def _attached(vague: list[Group], firm: list[Cluster], pairs: _Pairs, codebook: Codebook) -> list[Cluster]:
    index = _Index(firm)
    alone = []
    for group in vague:
        new = Cluster([group])
        if most(group.look, codebook) < HINT:
            alone.append(new)
        elif (fit := _clearly_best(new, index.near(group), pairs)) is None:
            index.add(new)
        else:
            cluster, reason = fit
            cluster.groups.append(group)
            cluster.reasons.append(reason)
    return [*index.all(), *alone]


def _clearly_best(new: Cluster, candidates: Iterable[Cluster], pairs: _Pairs) -> tuple[Cluster, JoinReason] | None:
    """The incident that a vague mention fits clearly better than any other, and why; None where it fits none so."""
    fits = sorted(
        ((*_best(new, cluster, pairs), cluster) for cluster in candidates if not pairs.forbidden(new, cluster)),
        key=lambda fit: (-fit[0].score, fit[2].id),
    )
    if not fits or fits[0][0].score < HINT or (len(fits) > 1 and fits[0][0].score - fits[1][0].score < LEAD):
        return None
    judged, other, cluster = fits[0]
    return cluster, JoinReason(other.id, new.id, judged.score, judged.sentence)


def _best(alone: Cluster, cluster: Cluster, pairs: _Pairs) -> tuple[Judgement, Group]:
    judged = [(pairs.judge(alone.groups[0], group), group) for group in cluster.groups]
    return min(judged, key=lambda pair: (-pair[0].score, pair[1].id))


class _Index:
    """Incidents by month, by day of the year and by site, so that a vague mention meets only those it may be."""

    def __init__(self, start: Iterable[Cluster]) -> None:
        self._all: list[Cluster] = []
        self._places: dict[object, list[Cluster]] = {}
        for cluster in sorted(start, key=lambda c: c.id):
            self.add(cluster)

    def add(self, cluster: Cluster) -> None:
        self._all.append(cluster)
        for key in {key for group in cluster.groups for key in _keys(group)}:
            self._places.setdefault(key, []).append(cluster)

    def near(self, group: Group) -> list[Cluster]:
        found = {id(cluster): cluster for key in _asked(group) for cluster in self._places.get(key, ())}
        return list(found.values())

    def all(self) -> list[Cluster]:
        return self._all


def _keys(group: Group) -> set[object]:
    """Where an incident is kept: its days, their months, the day of the year, the site with the hour."""
    look, keys = group.look, set[object]()
    for first, last in look.days:
        keys.update(range(_month(first), min(_month(last), _month(first) + 12) + 1))
        if (last - first).days <= MONTH:
            keys.update(first + timedelta(days=n) for n in range((last - first).days + 1))
        if first == last:
            keys.add(f"--{first:%m-%d}")
    if look.partial:
        keys.add(look.partial)
    if look.site and look.site.id and look.minutes:
        keys.add((look.site.id, look.minutes[0] // 60))
    return keys


def _asked(group: Group) -> set[object]:
    """Where a vague mention looks for its incident: by day where its span is short, else by month."""
    short = any((last - first).days <= MONTH for first, last in group.look.days)
    return {key for key in _keys(group) if not (short and isinstance(key, int))}


def _month(day: date) -> int:
    return day.year * 12 + day.month
