"""Mentions with a day into incidents: the surest pair first, and no pair that anything in the two incidents forbids."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from reportedly.codebook import Codebook
from reportedly.frozen import dataclass
from reportedly.model import JoinReason
from reportedly.reconcile.blocking import Group, grouped
from reportedly.reconcile.entry import Entry
from reportedly.reconcile.evidence import ENOUGH, Judgement
from reportedly.reconcile.features import OF_SITES, judge
from reportedly.reconcile.shelf import DAYS, State
from reportedly.reconcile.sketch import Look
from reportedly.reconcile.unit import Delta, Unit, delta

LAYER = "dated"


@dataclass(frozen=True, slots=True)
class _Bundle:
    """Groups that nothing which could part them tells apart, the one of smallest id first."""

    look: Look
    groups: tuple[Group, ...]

    @property
    def id(self) -> str:
        return self.groups[0].id


def days_of(look: Look) -> tuple[date, ...]:
    """The days it may be; more than one where a clock in UTC tells otherwise than what is said."""
    return tuple(first for first, last in look.days if first == last)


class Dated:
    """The first layer: mentions that share a day, over any number of steps, become incidents of that day. A mention
    without a day is handed on alone."""

    def __init__(self, state: State, codebook: Codebook) -> None:
        self._state, self._codebook = state, codebook
        self.units = state.layer(LAYER)

    def update(self, gone: Iterable[Entry], new: Iterable[Entry]) -> Delta:
        """What becomes of the days that these mentions were or are of."""
        gone, new = tuple(gone), tuple(new)
        vague = [Unit((one.id,)) for one in new if not one.dated]
        touched = {key for one in (*gone, *new) if one.dated for key in day_keys(one)}
        before = self.units.those_of([*(one.id for one in (*gone, *new)), *self._of(touched)])
        after = [unit for inside in self._components(touched) for unit in _of_one_day(inside, self._codebook)]
        change = delta(before, [*vague, *after])
        self.units.apply(change)
        return change

    def _of(self, keys: Iterable[str]) -> set[str]:
        """The dated mentions of these days, and of the days they tie to them."""
        found: set[str] = set()
        todo, seen = set(keys), set[str]()
        while todo:
            key = todo.pop()
            seen.add(key)
            for id_ in self._state.posted(DAYS).of(key) - found:
                found.add(id_)
                todo.update(day_keys(self._state.entries[id_]) - seen)
        return found

    def _components(self, keys: Iterable[str]) -> Iterable[list[Entry]]:
        done = set[str]()
        for key in sorted(keys):
            if key not in done:
                inside = [self._state.entries[id_] for id_ in sorted(self._of([key]))]
                done.update(*(day_keys(one) for one in inside))
                if inside:
                    yield inside


def day_keys(entry: Entry) -> set[str]:
    """The days of a dated mention, as keys: mentions that share one are compared."""
    return {f"{entry.field}|{day}" for day in days_of(entry.look)} if entry.dated else set()


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

    def part(self, a: Sequence[_Bundle], b: Sequence[_Bundle]) -> bool:
        """Whether two incidents cannot be one: a contradiction, or a doubt that no pair between them outweighs, nor an
        announced salvo that names both sites."""
        judged = [(self.judge(x, y), x.look, y.look) for x in a for y in b]
        if any(one.forbids or one.slip for one, _, _ in judged):
            return True
        salvos = [bundle.look.sites for bundle in (*a, *b) if bundle.look.sites]
        doubted = any(one.doubted and not _of_one_salvo(one, x, y, salvos) for one, x, y in judged)
        return doubted and not any(one.outweighed for one, _, _ in judged)


def _of_one_salvo(judged: Judgement, x: Look, y: Look, salvos: Sequence[frozenset[str]]) -> bool:
    """Whether nothing speaks against a pair but their sites, and an account names both as the sites of one salvo."""
    against = [place for place, evidence in judged.found if evidence.weight < 0]
    sites = {look.site.id for look in (x, y) if look.site is not None and look.site.id is not None}
    return against == [OF_SITES] and any(sites <= salvo for salvo in salvos)


@dataclass
class _Made:
    """An incident in the making on one day; lives inside this module's work alone."""

    bundles: list[_Bundle]
    reports: set[str]
    unit: Unit


def _of_one_day(entries: Iterable[Entry], codebook: Codebook) -> list[Unit]:
    groups = grouped(entries)
    if len(groups) == 1:
        return [Unit(groups[0].members, _of_group(groups[0]))]
    bundles = _bundles(groups)
    pairs = _Pairs(codebook)
    home = {bundle.id: _alone(bundle, codebook) for bundle in bundles}
    scored = [(pairs.judge(a, b), a, b) for n, a in enumerate(bundles) for b in bundles[n + 1 :]]
    fit = [(judged, a, b) for judged, a, b in scored if judged.score >= ENOUGH and not judged.forbids]
    for judged, a, b in sorted(fit, key=lambda item: (-item[0].score, *sorted((item[1].id, item[2].id)))):
        left, right = home[a.id], home[b.id]
        if left is right or not left.reports.isdisjoint(right.reports) or pairs.part(left.bundles, right.bundles):
            continue
        left.unit = left.unit.with_(right.unit, JoinReason(a.id, b.id, judged.score, judged.sentence))
        left.bundles += right.bundles
        left.reports |= right.reports
        home.update({bundle.id: left for bundle in right.bundles})
    return list({made.unit.id: made.unit for made in home.values()}.values())


def _bundles(groups: Iterable[Group]) -> list[_Bundle]:
    """Groups bundled by what can part them; two mentions of one report are never in one bundle."""
    found: dict[tuple[Look, Hashable], list[Group]] = {}
    seen: dict[tuple[Look, str], int] = {}
    for group in groups:
        look = _stripped(group.look)
        nth = max(seen.get((look, report), 0) for report in group.reports)
        seen.update({(look, report): nth + 1 for report in group.reports})
        found.setdefault((look, nth), []).append(group)
    return [_Bundle(look, tuple(members)) for (look, _), members in found.items()]


def _stripped(look: Look) -> Look:
    """The look with nothing but what can forbid, or cast doubt on, a pair of dated mentions."""
    return replace(
        look,
        weapon=None,
        distance=None,
        apogee=None,
        flight=None,
        magnitude=None,
        power=None,
        areas=frozenset(),
        direction=None,
        eez=None,
        ordinals=frozenset(),
        people=frozenset(),
        failed=False,
    )


def _alone(bundle: _Bundle, codebook: Codebook) -> _Made:
    first, *others = bundle.groups
    reasons = [_of_group(first)]
    for group in others:
        judged = judge(first.look, group.look, codebook)
        reasons.append((JoinReason(first.id, group.id, judged.score, judged.sentence), *_of_group(group)))
    members = sorted(member for group in bundle.groups for member in group.members)
    told = sorted((one for some in reasons for one in some), key=lambda one: (one.left, one.right))
    reports = set[str]().union(*(group.reports for group in bundle.groups))
    return _Made([bundle], reports, Unit(tuple(members), tuple(told)))


def _of_group(group: Group) -> tuple[JoinReason, ...]:
    told = f"the same day ({group.look.day}), and nothing told differently"
    return tuple(JoinReason(group.id, other, 1.0, told) for other in group.members[1:])
