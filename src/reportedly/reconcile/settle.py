"""One field of an incident: every position with those who hold it, and the value where one can be settled."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.codebook import Codebook
from reportedly.fields.registry import agree, fold, show, to_json
from reportedly.model import Claim, Mention, Position, Settled, Stance, Status, Value, Voice, content_id
from reportedly.reconcile.origins import independent, origin

NEVER_SETTLE = frozenset(
    {
        Stance.DENIED,
        Stance.SPECULATED,
        Stance.WITHDRAWN,
        Stance.WITHHELD,
        Stance.THREATENED,
        Stance.PLANNED,
        Stance.URGED,
    }
)
RANGES = frozenset(
    {"date", "count", "time_local", "time_utc", "distance_km", "apogee_km", "flight_time_s", "yield_kt", "magnitude"}
)
MANY_AT_ONCE = frozenset({"statement", "relation", "derived", "finding", "limitation", "participants"})


@dataclass(frozen=True, slots=True)
class Said:
    """A value one claim gives, and where it comes from."""

    claim: Claim
    value: Value | None
    origin: str
    outlet: str | None

    @property
    def settles(self) -> bool:
        """Whether it can settle anything: denials, guesses, plans and silence cannot."""
        return self.value is not None and self.claim.stance not in NEVER_SETTLE


def settled(
    mentions: Sequence[Mention], outlets: Mapping[str, str | None], codebook: Codebook
) -> Mapping[str, Settled]:
    """Each field anything is said of: status, value, positions. `outlets` names the outlet of a report."""
    said: dict[str, list[Said]] = {}
    for mention in sorted(mentions, key=lambda m: m.id):
        for field, one in _said(mention, outlets.get(mention.report), codebook):
            said.setdefault(field, []).append(one)
    return {field: settle(field, said[field], codebook.tolerances) for field in sorted(said)}


def _said(mention: Mention, outlet: str | None, codebook: Codebook) -> Iterable[tuple[str, Said]]:
    for claim in mention.claims:
        yield claim.field, Said(claim, claim.value, origin(claim, codebook), outlet)
    spoken = {claim.field for claim in mention.claims}
    by_id = {claim.id: claim for claim in mention.claims}
    for field, derived in sorted(mention.derived_values.items()):
        sources = [by_id[id_] for id_ in derived.claims if id_ in by_id]
        if field not in spoken:
            for claim in sources:
                yield field, Said(claim, derived.value, origin(claim, codebook), outlet)


def settle(field: str, said: Sequence[Said], tolerances: Mapping[str, float]) -> Settled:
    """The value most independent origins agree on, and every position that dissents.

    Where as many say one thing as another, a date, a clock or a number is settled as what the values share, or the
    span of them, and anything else is left open. What is denied, supposed, planned or withdrawn settles nothing and
    is shown as a position of its own.
    """
    live = _positions(field, [one for one in said if one.settles], tolerances)
    other = _positions(field, [one for one in said if not one.settles], tolerances, apart=True)
    positions = tuple(_position(field, group) for group in (*live, *other))
    if not live:
        withheld = any(one.claim.stance is Stance.WITHHELD for one in said)
        why = "those who spoke did not say" if withheld else "nobody asserts it: it is denied, supposed or planned"
        return Settled(None, Status.WITHHELD if withheld else Status.UNKNOWN, positions, why)
    if len(live) == 1 or field in MANY_AT_ONCE:
        return _uncontested(field, live, positions)
    return _contested(field, live, positions)


def _uncontested(field: str, live: Sequence[Sequence[Said]], positions: tuple[Position, ...]) -> Settled:
    every = [one for group in live for one in group]
    value = fold(field, [one.value for one in every if one.value is not None])
    origins = {one.origin for one in every}
    if independent(origins) > 1:
        return Settled(value, Status.AGREED, positions, f"{_names(origins)} agree")
    outlets = {one.outlet for one in every if one.outlet}
    repeated = f", repeated by {len(outlets)} outlets" if len(outlets) > 1 else ""
    return Settled(value, Status.SINGLE_ORIGIN, positions, f"one origin: {_names(origins)}{repeated}")


def _contested(field: str, live: Sequence[Sequence[Said]], positions: tuple[Position, ...]) -> Settled:
    told = "; ".join(f"{_names({one.origin for one in group})}: {_shown(field, group)}" for group in live)
    first, second = (_weight(group) for group in live[:2])
    if first > second:
        value = fold(field, [one.value for one in live[0] if one.value is not None])
        return Settled(value, Status.CONTESTED, positions, f"most origins hold the first: {told}")
    if field in RANGES:
        value = fold(field, [one.value for group in live for one in group if one.value is not None])
        return Settled(value, Status.CONTESTED, positions, f"settled as the span of what is said: {told}")
    return Settled(None, Status.CONTESTED, positions, f"left open: {told}")


def _positions(
    field: str, said: Sequence[Said], tolerances: Mapping[str, float], *, apart: bool = False
) -> list[list[Said]]:
    """The claims as groups of values that agree, the best held first; `apart` keeps stances from mixing."""
    alike: dict[str, list[Said]] = {}
    for one in said:
        alike.setdefault(content_id(_key(field, one.value), one.claim.stance if apart else ""), []).append(one)
    groups: list[list[Said]] = []
    for members in sorted(alike.values(), key=lambda g: (*(-n for n in _weight(g)), _key(field, g[0].value))):
        home = next((group for group in groups if _fits(field, group[0], members[0], tolerances, apart=apart)), None)
        if home is None:
            groups.append(list(members))
        else:
            home.extend(members)
    return sorted(groups, key=lambda g: (*(-n for n in _weight(g)), _key(field, g[0].value)))


def _fits(field: str, a: Said, b: Said, tolerances: Mapping[str, float], *, apart: bool) -> bool:
    if apart and a.claim.stance is not b.claim.stance:
        return False
    if a.value is None or b.value is None:
        return a.value is b.value
    return agree(field, a.value, b.value, tolerances)


def _weight(group: Sequence[Said]) -> tuple[int, int]:
    """Independent origins first, then outlets that are not named twice."""
    return independent(one.origin for one in group), len({one.outlet for one in group if one.outlet}) > 1


def _key(field: str, value: Value | None) -> str:
    return "" if value is None else repr(to_json(field, value))


def _position(field: str, group: Sequence[Said]) -> Position:
    values = [one.value for one in group if one.value is not None]
    voices: dict[str, Voice] = {}
    for one in group:
        for voice in one.claim.voices[-1:]:
            voices.setdefault(voice.id, voice)
    return Position(
        value=fold(field, values) if values else None,
        voices=tuple(voices[id_] for id_ in sorted(voices)),
        origins=tuple(sorted({one.origin for one in group})),
        outlets=tuple(sorted({one.outlet for one in group if one.outlet})),
        claims=tuple(sorted({one.claim.id for one in group})),
    )


def _shown(field: str, group: Sequence[Said]) -> str:
    value = fold(field, [one.value for one in group if one.value is not None])
    return "" if value is None else show(field, value)


def _names(origins: Iterable[str]) -> str:
    return ", ".join(sorted(origins))
