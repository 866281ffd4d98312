"""What became of incidents between two states of knowledge: new, gone, joined, parted, and fields that stand otherwise."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from reportedly.frozen import dataclass
from reportedly.model import Incident, Settled


class Kind(StrEnum):
    """What became of an incident."""

    NEW = "new"
    GONE = "gone"
    JOINED = "joined"
    PARTED = "parted"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field whose value or status is another: as it stood and as it stands, None where nobody spoke of it."""

    field: str
    old: Settled | None
    new: Settled | None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of the incidents `old`, which are `new` now; fields are compared where one became one."""

    kind: Kind
    old: tuple[Incident, ...]
    new: tuple[Incident, ...]
    fields: tuple[FieldChange, ...] = ()


def changes(old: Iterable[Incident], new: Iterable[Incident]) -> tuple[Change, ...]:
    """Every incident that is not what it was, by date and id; incidents are one where they share a mention."""
    before, after = ({incident.id: incident for incident in incidents} for incidents in (old, new))
    home = {ref.mention: incident.id for incident in after.values() for ref in incident.mentions}
    into = {id_: {home[ref.mention] for ref in one.mentions if ref.mention in home} for id_, one in before.items()}
    come: dict[str, set[str]] = {}
    for id_, ids in into.items():
        for there in ids:
            come.setdefault(there, set()).add(id_)
    found = [Change(Kind.NEW, (), (one,)) for id_, one in after.items() if id_ not in come]
    found += [Change(Kind.GONE, (before[id_],), ()) for id_, ids in into.items() if not ids]
    for lefts, rights in _met(into, come):
        change = _change([before[id_] for id_ in lefts], [after[id_] for id_ in rights])
        found += [change] if change else []
    return tuple(sorted(found, key=_order))


def _met(into: dict[str, set[str]], come: dict[str, set[str]]) -> Iterable[tuple[list[str], list[str]]]:
    """The incidents before and after that share mentions, over any number of steps."""
    seen: set[str] = set()
    for start in sorted(into):
        if start in seen or not into[start]:
            continue
        lefts, rights, open_ = {start}, set[str](), [start]
        while open_:
            for right in into[open_.pop()] - rights:
                rights.add(right)
                open_.extend(come[right] - lefts)
                lefts |= come[right]
        seen |= lefts
        yield sorted(lefts), sorted(rights)


def _change(old: Sequence[Incident], new: Sequence[Incident]) -> Change | None:
    if len(old) > 1 or len(new) > 1:
        return Change(Kind.PARTED if len(new) > len(old) else Kind.JOINED, tuple(old), tuple(new))
    fields = tuple(
        FieldChange(name, left, right)
        for name in sorted({*old[0].values, *new[0].values})
        if not _same(left := old[0].values.get(name), right := new[0].values.get(name))
    )
    return Change(Kind.CHANGED, tuple(old), tuple(new), fields) if fields else None


def _same(a: Settled | None, b: Settled | None) -> bool:
    if a is None or b is None:
        return a is b
    return (a.value, a.status) == (b.value, b.status)


def _order(change: Change) -> tuple[str, str]:
    incident = (change.new or change.old)[0]
    return incident.label, incident.id
