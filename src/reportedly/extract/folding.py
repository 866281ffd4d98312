"""The values of a mention: a fold of its own claims, field by field."""

from collections import Counter
from collections.abc import Mapping, Sequence

from reportedly.fields import registry
from reportedly.model import Claim, DateRange, Place, Stance, Term, Value, Weapon

_OUT = {
    Stance.DENIED, Stance.SPECULATED, Stance.WITHDRAWN, Stance.WITHHELD, Stance.PLANNED, Stance.THREATENED, Stance.URGED,
}  # fmt: skip
_VALUED = (
    "date", "time_local", "time_utc", "count", "weapon_class", "weapon", "site", "distance_km", "apogee_km",
    "flight_time_s", "yield_kt", "magnitude", "direction", "landing", "outcome", "platform", "trajectory", "eez",
    "object", "participants", "transfer", "finding", "limitation", "measure",
)  # fmt: skip
_CHOSEN = {"weapon_class", "weapon", "site", "outcome", "direction"}
_MEASURED = frozenset({"distance_km", "apogee_km", "flight_time_s"})
_WATCHERS = frozenset({"detector", "command", "government", "official", "science", "intel", "unnamed"})
_CLOCKS = frozenset({"time_local", "time_utc"})
_UNFIT = 1.75  # rank: a class that incidents of the type have not says nothing where the text says what was fired
_DIRECT = {*_CHOSEN, "date", "count"}  # where a less direct claim says nothing beside a direct one


def fold_values(claims: Sequence[Claim], ranks: Mapping[str, float]) -> dict[str, Value]:
    """The value of every field that a claim of this mention gives; `ranks` orders claims by how direct they are."""
    values: dict[str, Value] = {}
    for field in _VALUED:
        given = [c for c in claims if c.field == field and c.value is not None]
        usable = [c for c in given if c.stance not in _OUT]
        if not usable and field in _MEASURED:  # "may have climbed to 2,000 km": who watches can but estimate
            usable = [c for c in given if c.stance is Stance.SPECULATED]
        if not usable:
            continue
        best = min(ranks.get(c.id, 0.0) for c in usable)
        direct = [c for c in usable if ranks.get(c.id, 0.0) == best]
        if field in _CLOCKS:
            usable = direct = _first_accounts(usable)
        if field == "weapon_class" and all(_fineness(c.value) < 2 for c in direct if c.value is not None):
            direct = [c for c in usable if ranks.get(c.id, 0.0) < _UNFIT] or direct
            # "two ballistic missiles ... they were short-range ballistic missiles"
        parts = usable if best >= 0 else direct  # "neither got there" says more than "one malfunctioned"
        folded = (field == "outcome" and (_seen_to_fail(usable) or _in_part(parts))) or _fold(
            field, direct if field in _DIRECT else usable
        )
        if folded is not None:
            values[field] = _member(folded, usable) if isinstance(folded, Weapon) and folded.family else folded
    return values


def _first_accounts(claims: Sequence[Claim]) -> list[Claim]:
    """The clocks without those that another voice gives for a shot that one told before has clocked."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda c: c.span):
        if not any(_of_one_shot(told, claim) for told in kept):
            kept.append(claim)
    return kept


def _of_one_shot(told: Claim, claim: Claim) -> bool:
    """Whether two bodies clock one shot otherwise, within the ten minutes in which clocks agree: "at 4:32 p.m., the JCS said
    ... Tokyo put it at 4:31"."""
    one, other = told.voices[-1], claim.voices[-1]
    if one.name == other.name or one.state == other.state or None in (one.state, other.state):
        return False
    return registry.agree(claim.field, told.value, claim.value, {})


def _member(family: Weapon, claims: Sequence[Claim]) -> Value:
    """The member of a family that is named less directly: "one of two Hyunmoo missiles failed ... the Hyunmoo-2C"."""
    stem = (family.id or "").removesuffix("-family")
    held = [v for c in claims if isinstance(v := c.value, Weapon) and (v.id or "").startswith(stem)]
    held = [v for v in held if v.name.startswith(family.name)]  # no other name of it
    return _most_said(held)


def _seen_to_fail(claims: Sequence[Claim]) -> Value | None:
    """The failure that those who watch from elsewhere report of what its own state calls a success."""
    praised = {v.state for c in claims if c.value == Term("success") for v in c.voices} - {None}
    failed = (c for c in claims if c.value == Term("failure") and c.voices[-1].kind in _WATCHERS)
    return next((c.value for c in failed if praised and (c.voices[-1].state or "") not in {"", *praised}), None)


def _in_part(claims: Sequence[Claim]) -> Value | None:
    """That one of several failed, which says more than that others did not."""
    return next((c.value for c in claims if c.value == Term("partial")), None)


def _fold(field: str, claims: Sequence[Claim]) -> Value | None:
    held = [c.value for c in claims if c.value is not None]
    if field == "date":
        return _fold_dates([v for v in held if isinstance(v, DateRange)])
    if field in _CHOSEN:
        return _most_said(held)
    return registry.fold(field, held)


def _fold_dates(dates: Sequence[DateRange]) -> DateRange:
    """The first single day; without one the narrowest span, else the fullest date without a year."""
    days = [d for d in dates if d.day is not None]
    if days:
        counted = Counter(d.earliest for d in days)
        return max(days, key=lambda d: (counted[d.earliest], -days.index(d)))
    spans = [(d.latest - d.earliest, n) for n, d in enumerate(dates) if d.earliest is not None and d.latest is not None]
    if spans:
        return dates[min(spans)[1]]
    return max(dates, key=lambda d: len(d.partial or ""))


def _most_said(held: Sequence[Value]) -> Value:
    """The most specific value; of several the one most claims give, and of those the first with most marks."""
    finest = max(_fineness(v) for v in held)
    fine = [v for v in held if _fineness(v) == finest]
    counted = Counter(_key(v) for v in fine)
    top = max(counted.values())
    return max((v for v in fine if counted[_key(v)] == top), key=_marks)


def _marks(value: Value) -> int:
    """How many numbers a weapon's name was written with: "Babur-3" says more than the headline's "Babur"."""
    if not isinstance(value, Weapon) or not value.written[:1].isalpha():
        return 0  # a calibre is no mark
    return sum(map(str.isdigit, value.written))


def _fineness(value: Value) -> int:
    if isinstance(value, Term):
        return {"unknown": 0, "BM": 1, "hypersonic": 2}.get(value.code, 3)
    if isinstance(value, Weapon):
        return 0 if value.id is None else 1 if value.family else 2
    if isinstance(value, Place):
        return 0 if value.id is None else {1: 3, 2: 2}.get(value.precision, 1)
    return 0


def _key(value: Value) -> str:
    if isinstance(value, Term):
        return value.code
    if isinstance(value, Weapon | Place):
        return value.id or value.written
    return repr(value)
