"""Which columns a field's value takes in a table: `date.earliest`, `count.min`, or one by the field's name."""

from collections.abc import Iterable, Mapping
from typing import get_args

from pydantic import BaseModel

from reportedly.fields.order import FIELD_ORDER, field_rank
from reportedly.fields.shapes import Values

FLAT = tuple(name for name in FIELD_ORDER if name != "type")
"""The fields of incidents.csv; an incident's type has a column of its own."""


def parts(field: str) -> tuple[str, ...]:
    """The keys of the field's value that get a column each; none where the value is one cell."""
    if field not in Values.model_fields:
        return ()
    annotation = Values.model_fields[field].annotation
    shape = next((option for option in get_args(annotation) if _is_shape(option)), None)
    if shape is None:
        return ()
    return tuple(info.serialization_alias or name for name, info in shape.model_fields.items())


def fields_of(used: Iterable[str]) -> tuple[str, ...]:
    """All fields of the contract, then the others in use, by name: no header depends on the order of its rows."""
    return (*FLAT, *sorted(set(used) - set(FIELD_ORDER), key=field_rank))


def header(field: str) -> tuple[str, ...]:
    """The names of the field's columns."""
    return tuple(f"{field}.{part}" for part in parts(field)) or (field,)


def spread(field: str, value: object) -> tuple[object, ...]:
    """The value over the field's columns."""
    keys = parts(field)
    if not keys:
        return (value,)
    return tuple(value.get(key) for key in keys) if isinstance(value, Mapping) else (None,) * len(keys)


def _is_shape(option: object) -> bool:
    return isinstance(option, type) and issubclass(option, BaseModel)
