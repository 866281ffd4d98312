"""An incident in the making, and how mentions are weighed against it.

The result depends on the set of mentions alone, not on their order: everything is sorted by score and id.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from reportedly.codebook import Codebook
from reportedly.model import JoinReason
from reportedly.reconcile.arms import is_barrage
from reportedly.reconcile.blocking import Group
from reportedly.reconcile.evidence import Evidence, Fit, Judgement, fit
from reportedly.reconcile.features import judge
from reportedly.reconcile.sketch import Look
from reportedly.reconcile.wording import Wording

FACES = 24  # members and reports that a mention is compared with in full; of more, only what can forbid is asked

Fact = tuple[str, object]


@dataclass
class Cluster:
    """An incident in the making: its groups, and why they were joined. Lives inside this stage's work alone.

    `reports` are those its mentions stand in, `about` some that are about it. `faces` are the groups that others are
    compared with: those that tell anything that the faces before them do not.
    """

    groups: list[Group]
    reports: set[str]
    reasons: list[JoinReason] = field(default_factory=list)
    faces: list[Group] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    _told: set[Fact] = field(default_factory=set)

    @classmethod
    def of(cls, group: Group, reports: Mapping[str, str]) -> "Cluster":
        """The incident that a group makes by itself."""
        told = f"the same day ({group.look.day}), and nothing told differently"
        reasons = [JoinReason(group.id, other, 1.0, told) for other in group.members[1:]]
        inside = [reports[member] for member in group.members]
        cluster = cls([], set(inside), reasons, about=inside[:FACES] if group.main else [])
        cluster._take(group)
        return cluster

    @property
    def id(self) -> str:
        """The smallest id of its mentions."""
        return min(group.id for group in self.groups)

    @property
    def members(self) -> tuple[str, ...]:
        """The ids of its mentions, in order."""
        return tuple(sorted(member for group in self.groups for member in group.members))

    def absorb(self, other: "Cluster", reason: JoinReason) -> None:
        """Nothing; the other's groups are this incident's now, for this reason."""
        for group in other.groups:
            self._take(group)
        self.reports |= other.reports
        self.about = [*self.about, *other.about][:FACES]
        self.reasons.extend([*other.reasons, reason])

    def _take(self, group: Group) -> None:
        self.groups.append(group)
        facts = {*_parting(group.look), *(_agreeing(group.look) if len(self.faces) < FACES else ())}
        if not facts <= self._told:
            self.faces.append(group)
            self._told |= facts


def _parting(look: Look) -> Iterable[Fact]:
    """What alone can forbid a pair: for each feature that forbids, all of the look that it asks."""
    return (
        ("type", look.type),
        ("when", (look.days, look.partial, look.minutes)),
        ("published", (look.published, look.not_after)),
        ("class", (look.weapon_class, is_barrage(look))),
        ("act", look.act),
    )


def _agreeing(look: Look) -> Iterable[Fact]:
    """What two accounts may agree in."""
    return (
        ("site", look.site and (look.site.id, look.site.name)),
        ("weapon", look.weapon and look.weapon.id),
        ("count", look.count),
        ("distance", look.distance),
        ("apogee", look.apogee),
        ("flight", look.flight),
        ("magnitude", look.magnitude),
        ("power", look.power),
        ("areas", look.areas),
        ("direction", look.direction),
        ("eez", look.eez),
        ("ordinals", look.ordinals),
        ("people", look.people),
    )


def stripped(look: Look) -> Look:
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
    )


@dataclass(frozen=True, slots=True)
class Bench:
    """What mentions are weighed with: the codebook, each mention's report, and the wording of the reports."""

    codebook: Codebook
    reports: Mapping[str, str]
    wording: Wording

    def weigh(self, new: Cluster, home: Cluster) -> tuple[Fit, JoinReason] | None:
        """How one incident in the making fits another, and why; None where anything forbids them to be one."""
        if not new.reports.isdisjoint(home.reports):
            return None
        judged: list[tuple[Judgement, Group, Group]] = []
        for group in new.faces:
            for face in home.faces:
                judgement = judge(group.look, face.look, self.codebook)
                if judgement.forbids:
                    return None
                judged.append((judgement, group, face))
        whole = fit((judgement for judgement, _, _ in judged), *self._wording(new, home))
        _, group, face = min(judged, key=lambda one: (-one[0].score, one[1].id, one[2].id))
        return whole, JoinReason(face.id, group.id, whole.score, whole.sentence)

    def _wording(self, new: Cluster, home: Cluster) -> Iterable[Evidence]:
        """What the text says beside the features: the best word over the reports that are about the incident."""
        pairs = ((a, b) for a in new.about for b in home.about)
        found = [evidence for a, b in pairs if (evidence := self.wording.shared(a, b))]
        return [max(found, key=lambda evidence: (evidence.weight, evidence.sentence))] if found else []
