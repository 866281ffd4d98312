"""Who took part, and what moved between whom."""

from collections import Counter
from collections.abc import Iterable, Sequence

from reportedly.fields.protocol import mapping, optional_text
from reportedly.model import Participant, Participants, Transfer


def participants_to_json(value: Participants) -> list[dict[str, str | None]]:
    """The contract's shape: a list."""
    return [{"name": p.name, "role": p.role, "state": p.state} for p in value.people]


def participants_from_json(obj: object) -> Participants:
    """The value of which `participants_to_json` made this."""
    if not isinstance(obj, Iterable) or isinstance(obj, str):
        raise TypeError(f"expected a list of participants, got {obj!r}")
    rows = [mapping(row) for row in obj]
    return Participants(
        tuple(Participant(str(r["name"]), optional_text(r, "role"), optional_text(r, "state")) for r in rows)
    )


def participants_fold(values: Sequence[Participants]) -> Participants | None:
    """All who are named, each once, in the order of the alphabet; a role and a state stay where anybody gives them."""
    if not values:
        return None
    people = [p for v in values for p in v.people]
    return Participants(tuple(_merged(name, people) for name in sorted({p.name for p in people})))


def _merged(name: str, people: Sequence[Participant]) -> Participant:
    same = [p for p in people if p.name == name]
    return Participant(name, _commonest(p.role for p in same), _commonest(p.state for p in same))


def _commonest(words: Iterable[str | None]) -> str | None:
    counts = Counter(word for word in words if word is not None)
    return min(counts, key=lambda w: (-counts[w], w)) if counts else None


def participants_agree(a: Participants, b: Participants) -> bool:
    """Whether they name a person or a state in common, or either names nobody."""
    names = [{p.name for p in v.people} for v in (a, b)]
    states = [{p.state for p in v.people if p.state} for v in (a, b)]
    return not names[0] or not names[1] or bool(names[0] & names[1]) or bool(states[0] & states[1])


def participants_show(value: Participants) -> str:
    """The names, with their states."""
    return ", ".join(f"{p.name} ({p.state})" if p.state else p.name for p in value.people)


def transfer_to_json(value: Transfer) -> dict[str, str | None]:
    """The contract's shape."""
    return {"from": value.giver, "to": value.taker, "goods": value.goods}


def transfer_from_json(obj: object) -> Transfer:
    """The value of which `transfer_to_json` made this."""
    row = mapping(obj)
    return Transfer(optional_text(row, "from"), optional_text(row, "to"), optional_text(row, "goods"))


def transfer_fold(values: Sequence[Transfer]) -> Transfer | None:
    """For giver, taker and goods each what most say."""
    if not values:
        return None
    return Transfer(
        _commonest(v.giver for v in values), _commonest(v.taker for v in values), _commonest(v.goods for v in values)
    )


def transfer_agree(a: Transfer, b: Transfer) -> bool:
    """Whether giver and taker are the same wherever both are named."""
    return all(x == y for x, y in ((a.giver, b.giver), (a.taker, b.taker)) if x is not None and y is not None)


def transfer_show(value: Transfer) -> str:
    """As a person reads it: weapons from PRK to RUS."""
    parts = [value.goods or "goods"]
    parts += [f"from {value.giver}"] if value.giver else []
    parts += [f"to {value.taker}"] if value.taker else []
    return " ".join(parts)
