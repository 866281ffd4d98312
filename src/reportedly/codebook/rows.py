"""Rows of a codebook file into entries: keys checked, values validated by pydantic, faults noted with their line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from reportedly.codebook.source import Key, Source

T = TypeVar("T")

_NAMES = {"class": "weapon_class", "from": "earliest", "to": "latest", "min": "minimum", "max": "maximum"}


_KNOWN: dict[Any, frozenset[str]] = {}
_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}  # building one costs more than a file


def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def known(kind: Any) -> frozenset[str]:
    """The names of a kind's values."""
    if kind not in _KNOWN:
        _KNOWN[kind] = frozenset(f.name for f in fields(kind))
    return _KNOWN[kind]


def entry(source: Source, where: Sequence[Key], row: object, kind: type[T], **given: object) -> T | None:
    """The entry a row stands for, or None with its faults noted. `given` are values the row's place implies."""
    if not isinstance(row, Mapping):
        source.fault(where, "must be a mapping of keys to values")
        return None
    allowed: frozenset[str] = known(kind)
    values: dict[str, object] = dict(given)
    unknown = False
    for key, value in row.items():
        name = _NAMES.get(key, str(key))
        if name not in allowed:
            source.fault((*where, key), f"unknown key '{key}'; known are {', '.join(sorted(allowed))}")
            unknown = True
        values[name] = value
    if unknown:
        return None
    try:
        made: T = _adapter(kind).validate_python(values)
    except ValidationError as error:
        for detail in error.errors():
            place = tuple(step for step in detail["loc"] if isinstance(step, (str, int)))
            source.fault((*where, *place), f"{_called(values)}{'.'.join(map(str, place))}: {detail['msg']}")
        return None
    return made


def listed(source: Source, where: Sequence[Key]) -> Iterator[tuple[tuple[Key, ...], object, str | None]]:
    """The rows at a place, which is a list, or lists under codes of states; each with its place and its state
    (None where the key is INT)."""
    held = reach(source, where)
    if isinstance(held, Sequence) and not isinstance(held, str):
        for index, row in enumerate(held):
            yield (*where, index), row, None
    elif isinstance(held, Mapping):
        for state, rows in held.items():
            if not isinstance(rows, list):
                source.fault((*where, state), "must be a list")
                continue
            for index, row in enumerate(rows):
                yield (*where, state, index), row, None if state == "INT" else str(state)
    elif held is not None:
        source.fault(where, "must be a list")


def mapped(source: Source, where: Sequence[Key]) -> Iterator[tuple[tuple[Key, ...], str, object]]:
    """The rows of a mapping at a place, each with its place and its key."""
    held = reach(source, where)
    if held is not None and not isinstance(held, Mapping):
        source.fault(where, "must be a mapping")
        return
    for key, row in (held or {}).items():
        yield (*where, key), str(key), row


def reach(source: Source, where: Sequence[Key]) -> object:
    """What stands at a place of the file, or None."""
    held: object = source.data
    for step in where:
        held = held.get(step) if isinstance(held, Mapping) else None
    return held


def value(source: Source, where: Sequence[Key], kind: Any, default: T) -> T:
    """The validated value at a place, the default where nothing stands there or a fault was noted."""
    held = reach(source, where)
    if held is None:
        return default
    try:
        made: T = _adapter(kind).validate_python(held)
    except ValidationError as error:
        for detail in error.errors():
            place = tuple(step for step in detail["loc"] if isinstance(step, (str, int)))
            source.fault((*where, *place), f"{'.'.join(map(str, (*where, *place)))}: {detail['msg']}")
        return default
    return made


def _called(values: Mapping[str, object]) -> str:
    return f"'{values['id']}': " if "id" in values else ""
