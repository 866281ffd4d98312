"""Derived claims ("second such test in a week"): a kind of check and its arguments."""

import json
from collections.abc import Sequence

from reportedly.fields.derived_words import in_words
from reportedly.fields.protocol import commonest, mapping
from reportedly.model import Derived


def to_json(value: Derived) -> dict[str, object]:
    """The contract's shape: the kind, and the arguments beside it."""
    return {"kind": value.kind, **value.arguments}


def from_json(obj: object) -> Derived:
    """The value of which `to_json` made this."""
    row = mapping(obj)
    return Derived(str(row["kind"]), {key: argument for key, argument in row.items() if key != "kind"})


def _key(value: Derived) -> str:
    return json.dumps(to_json(value), sort_keys=True, default=str)


def fold(values: Sequence[Derived]) -> Derived | None:
    """The commonest of them."""
    return commonest(values, _key)


def agree(a: Derived, b: Derived) -> bool:
    """Whether they are one check with the same arguments."""
    return _key(a) == _key(b)


def show(value: Derived) -> str:
    """As a person reads it: the second of its kind in a week."""
    return in_words(value)
