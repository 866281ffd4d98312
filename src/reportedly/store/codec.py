"""Model objects as JSON and back, without loss: what the ledger keeps in its JSON columns.

A dataclass becomes an object whose "$" names its class, with the fields that differ from their defaults; enums, dates
and times are tagged the same way; tuples are lists. The codebook plays no part here, so a ledger can always be read.
"""

import json
from collections.abc import Mapping
from dataclasses import Field, fields
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from reportedly import model

TAG = "$"


def _nouns() -> dict[str, Any]:
    """Every dataclass and enum of the model, by name."""
    return {name: noun for name in model.__all__ if isinstance(noun := getattr(model, name), type)}


NOUNS: Mapping[str, Any] = MappingProxyType(_nouns())
_PLAIN = frozenset({str, int, float, bool, type(None)})
MOMENTS: Mapping[str, Any] = MappingProxyType({"datetime": datetime, "date": date, "time": time})


def dumps(thing: object) -> str:
    """The object as one line of JSON; equal objects give equal lines."""
    return json.dumps(pack(thing), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def loads(line: str) -> Any:
    """The object a line was made of; lists come back as tuples."""
    return unpack(json.loads(line))


def pack(thing: object) -> object:
    """The object in plain JSON terms. ValueError for what the model does not know."""
    if isinstance(thing, StrEnum):
        return {TAG: type(thing).__name__, "v": thing.value}
    if thing is None or isinstance(thing, str | int | float | bool):
        return thing
    if isinstance(thing, datetime | date | time):
        return {TAG: type(thing).__name__, "v": thing.isoformat()}
    if isinstance(thing, Mapping):
        return {_escaped(key): pack(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [pack(item) for item in thing]
    return _pack_noun(thing)


def _escaped(key: str) -> str:
    return TAG + key if key.startswith(TAG) else key  # so that no key of a mapping is taken for the tag


def _pack_noun(thing: object) -> dict[str, object]:
    name = type(thing).__name__
    if NOUNS.get(name) is not type(thing):
        raise ValueError(f"the ledger cannot keep a {name}")
    said = {f.name: getattr(thing, f.name) for f in _fields(name)}
    return {TAG: name} | {f.name: pack(said[f.name]) for f in _fields(name) if said[f.name] != f.default}


@cache
def _fields(name: str) -> tuple["Field[Any]", ...]:
    return fields(NOUNS[name])


def unpack(thing: Any) -> Any:
    """The object that `pack` took apart."""
    if isinstance(thing, list):
        return tuple([item if item.__class__ in _PLAIN else unpack(item) for item in thing])
    if not isinstance(thing, dict):
        return thing
    tag = thing.get(TAG)
    if tag is None:
        return {key.removeprefix(TAG): unpack(value) for key, value in thing.items()}
    if tag in MOMENTS:
        return MOMENTS[tag].fromisoformat(thing["v"])
    if "v" in thing:
        return NOUNS[tag](thing["v"])
    del thing[TAG]  # what JSON gave is nobody else's
    return NOUNS[tag](**{key: one if one.__class__ in _PLAIN else unpack(one) for key, one in thing.items()})
