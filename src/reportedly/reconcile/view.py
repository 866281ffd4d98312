"""How two incidents in the making are weighed against each other, by what their mentions tell."""

from collections.abc import Iterable, Mapping, Sequence

from reportedly.codebook import Codebook
from reportedly.frozen import dataclass
from reportedly.model import JoinReason
from reportedly.reconcile.arms import is_barrage
from reportedly.reconcile.blocking import Group, grouped
from reportedly.reconcile.entry import Entry
from reportedly.reconcile.evidence import Evidence, Fit, Judgement, fit, fit_of
from reportedly.reconcile.features import best_words, judge
from reportedly.reconcile.place import is_routine
from reportedly.reconcile.shelf import State
from reportedly.reconcile.sketch import Look
from reportedly.reconcile.unit import Unit
from reportedly.reconcile.when import is_rare
from reportedly.reconcile.wording import Text, Wording

OF_RARE = {
    "weight": 0.2,
    "marks": 1.25,
}  # what it says that two reports on kinds that are rare tell of one other incident
FACES = 24  # members and reports that a mention is compared with in full; of more, only what can forbid is asked

Fact = tuple[str, object]


@dataclass(frozen=True, slots=True)
class View:
    """An incident in the making as others see it.

    `reports` are those its mentions stand in, `about` some that are about it. `faces` are the groups that others are
    compared with: those that tell anything that the faces before them do not. `groups` are all. `dated`: any of them has
    a day; `routine`: one is from where launches repeat each other; `rare`: all are of a kind that is rare.
    """

    unit: Unit
    groups: tuple[Group, ...]
    faces: tuple[Group, ...]
    reports: frozenset[str]
    about: tuple[Text, ...]
    field: str
    dated: bool
    rare: bool
    routine: bool

    @property
    def id(self) -> str:
        """The smallest id of its mentions."""
        return self.unit.id


def view(unit: Unit, entries: Mapping[str, Entry], codebook: Codebook) -> View:
    """How others see these mentions."""
    inside = [entries[id_] for id_ in unit.members]
    groups = grouped(inside)
    faces = tuple(_faces(groups))
    about = sorted({one.report: _text(one) for one in inside if one.main}.items())
    return View(
        unit=unit,
        groups=groups,
        faces=faces,
        reports=frozenset(one.report for one in inside),
        about=tuple(text for _, text in about[:FACES]),
        field=inside[0].field,
        dated=any(group.look.day for group in groups),
        rare=all(is_rare(face.look, codebook) for face in faces),
        routine=any(is_routine(face.look, codebook) for face in faces),
    )


def _text(entry: Entry) -> Text:
    return Text(entry.report, frozenset(entry.words), frozenset(entry.beside), frozenset(entry.objects))


class Views:
    """Units as others see them, each looked at once a change."""

    def __init__(self, state: State, codebook: Codebook) -> None:
        self._state, self._codebook = state, codebook
        self._seen: dict[tuple[str, ...], View] = {}

    def of(self, unit: Unit) -> View:
        """How others see it."""
        seen = self._seen.get(unit.members)
        if seen is None or (seen.unit is not unit and seen.unit != unit):
            self._state.entries.fetch(unit.members)
            seen = view(unit, {id_: self._state.entries[id_] for id_ in unit.members}, self._codebook)
            self._seen[unit.members] = seen
        return seen

    def all_of(self, units: Iterable[Unit]) -> list[View]:
        """How others see each of them; what they tell is asked for at once."""
        units = tuple(units)
        self._state.entries.fetch(id_ for unit in units for id_ in unit.members)
        return [self.of(unit) for unit in units]


def _faces(groups: Sequence[Group]) -> Iterable[Group]:
    told: set[Fact] = set()
    shown = 0
    for group in groups:
        facts = {*_parting(group.look), *(_agreeing(group.look) if shown < FACES else ())}
        if not facts <= told:
            told |= facts
            shown += 1
            yield group


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
        ("site", look.site and (look.site.id, look.site.name, look.sites)),
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
        ("failed", look.failed),
    )


@dataclass(frozen=True, slots=True)
class Weighed:
    """How one incident in the making fits another, by the judgements on their faces."""

    fit: Fit
    _judged: Sequence[tuple[Judgement, Group, Group]]

    @property
    def reason(self) -> JoinReason:
        """Why they are one, with the pair that fits best."""
        _, group, face = min(self._judged, key=lambda one: (-one[0].score, one[1].id, one[2].id))
        return JoinReason(face.id, group.id, self.fit.score, self.fit.sentence)


@dataclass(frozen=True, slots=True)
class Bench:
    """What incidents in the making are weighed with: the codebook, and the wording of the reports."""

    codebook: Codebook
    wording: Wording

    def weigh(self, new: View, home: View) -> Weighed | None:
        """How one incident in the making fits another; None where anything forbids them to be one."""
        if not new.reports.isdisjoint(home.reports):
            return None
        judged: list[tuple[Judgement, Group, Group]] = []
        for group in new.faces:
            for face in home.faces:
                judgement = judge(group.look, face.look, self.codebook)
                if judgement.forbids:
                    return None
                judged.append((judgement, group, face))
        return Weighed(fit([judgement for judgement, _, _ in judged], *self._of_texts(new, home)), judged)

    def fit(self, new: View, home: View) -> Fit | None:
        """How one fits another; None where anything forbids them to be one, or speaks against it beyond remedy."""
        if not new.reports.isdisjoint(home.reports):
            return None
        found = best_words([face.look for face in new.faces], [face.look for face in home.faces], self.codebook)
        return None if found is None else fit_of(*found, *self._of_texts(new, home))

    def _of_texts(self, new: View, home: View) -> Iterable[Evidence]:
        """What the texts say beside the features: the best word over the reports that are about the incident."""
        if not (new.about and home.about):
            return
        routine, rare = new.routine or home.routine, new.rare and home.rare
        for said in (self.wording.beside, self.wording.objects, *(() if routine else (self.wording.shared,))):
            found = [evidence for a in new.about for b in home.about if (evidence := said(a, b))]
            if found:
                best = max(found, key=lambda evidence: (evidence.weight, evidence.sentence))
                yield best._replace(**OF_RARE) if said == self.wording.beside and rare else best
