"""What is said of one field as positions: groups of values that agree, those that are heard first before the others."""

from collections.abc import Iterable, Mapping, Sequence

from reportedly.fields.registry import agree, fold, to_json
from reportedly.frozen import dataclass
from reportedly.model import Count, Position, Term, Value, Voice, content_id
from reportedly.reconcile.said import LAUNCHER, Said, first_of, origins_heard

MANY = 200  # values of one field; of more, which agrees with few is not asked


@dataclass(frozen=True, slots=True)
class Rule:
    """Whose word settles a field: classes of source, the first heard first ("detector=failure": a detector that says so)."""

    order: tuple[str, ...] = ()

    def rank(self, group: Sequence[Said]) -> int:
        """The place in the order of whoever of the group stands first in it."""
        return min(self._rank(one) for one in group)

    def _rank(self, one: Said) -> int:
        named = f"{one.holder}={one.value.code}" if isinstance(one.value, Term) else one.holder
        return next((n for n, entry in enumerate(self.order) if entry in (one.holder, named)), len(self.order))

    def said_by(self, group: Sequence[Said]) -> str:
        """The class that is heard first, in words."""
        rank = self.rank(group)
        class_, _, value = self.order[rank].partition("=")
        named = "the launching state is" if class_ == LAUNCHER else f"{class_.replace('_', ' ')}s are"
        return f"{named}{f', where they say {value},' if value else ''}"


@dataclass(frozen=True, slots=True)
class Groups:
    """What is said as groups of values that agree, the best held first; `vague` are those that fit several of them."""

    firm: list[list[Said]]
    vague: list[list[Said]]

    @property
    def all(self) -> list[list[Said]]:
        """The firm groups, then the vague ones."""
        return [*self.firm, *self.vague]


def grouped(
    field: str, said: Sequence[Said], tolerances: Mapping[str, float], rule: Rule, *, apart: bool = False
) -> Groups:
    """The claims as groups, in each of which every value agrees with every other; `apart` keeps stances from mixing.

    What agrees with few is placed first. "Several" fits two as well as three: it makes no bridge between them, and is no
    voice for either.
    """

    def order(group: Sequence[Said]) -> tuple[object, ...]:
        return (rule.rank(group), *(-n for n in _weight(group)), _key(field, group[0].value))

    alike: dict[str, list[Said]] = {}
    for one in said:
        alike.setdefault(content_id(_key(field, one.value), one.claim.stance if apart else ""), []).append(one)
    values = sorted(alike.values(), key=order)

    def fits(a: Sequence[Said], b: Sequence[Said]) -> bool:
        return _fits(field, a[0], b[0], tolerances, apart=apart)

    met = {id(one): sum(fits(one, other) for other in values) for one in values} if len(values) <= MANY else {}
    groups: list[list[list[Said]]] = []
    vague: list[list[Said]] = []
    for members in sorted(values, key=lambda one: (met.get(id(one), 0), order(one))):
        homes = [group for group in groups if all(fits(members, other) for other in group)]
        if len(homes) > 1:
            vague.append(members)
        elif homes:
            homes[0].append(members)
        else:
            groups.append([members])
    firm = [[one for members in sorted(group, key=order) for one in members] for group in groups]
    return Groups(sorted(firm, key=order), sorted(vague, key=order))


def position(field: str, group: Sequence[Said], *, revised: bool = False, credibility: int | None = None) -> Position:
    """The group as it is shown: its value, who holds it, where it is printed and since when."""
    voices: dict[str, Voice] = {}
    for one in group:
        for voice in one.claim.voices[-1:]:
            voices.setdefault(voice.id, voice)
    since = first_of(group)
    return Position(
        value=fold(field, firm([one.value for one in group])),
        voices=tuple(voices[id_] for id_ in sorted(voices)),
        origins=tuple(sorted({one.origin for one in group})),
        outlets=tuple(sorted({one.outlet for one in group if one.outlet})),
        claims=tuple(sorted({id_ for one in group for id_ in one.claims})),
        since=since.iso if since else None,
        revised=revised,
        credibility=credibility,
    )


def firm(values: Iterable[Value | None]) -> list[Value]:
    """The values that one position is shown by: "about ten" steps aside for eighteen."""
    known = [value for value in values if value is not None]
    exact = any(isinstance(v, Count) and not v.approximate and v.maximum is not None for v in known)
    return [v for v in known if isinstance(v, Count) and not v.approximate] if exact else known


def _fits(field: str, a: Said, b: Said, tolerances: Mapping[str, float], *, apart: bool) -> bool:
    if apart and a.claim.stance is not b.claim.stance:
        return False
    if a.value is None or b.value is None:
        return a.value is b.value
    return agree(field, a.value, b.value, tolerances)


def _weight(group: Sequence[Said]) -> tuple[int, int]:
    """Independent origins first, then outlets that are not named twice."""
    return origins_heard(group), len({one.outlet for one in group if one.outlet}) > 1


def _key(field: str, value: Value | None) -> str:
    return "" if value is None else repr(to_json(field, value))
