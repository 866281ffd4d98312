"""What every kind of value can do: become JSON and come back, fold, compare, and show itself."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from reportedly.frozen import dataclass
from reportedly.model import Value

V = TypeVar("V", bound=Value)
Tolerances = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class FieldKind(Generic[V]):
    """A kind of value and its five verbs; `accepts` are the classes its values have."""

    accepts: tuple[type[V], ...]
    to_json: Callable[[V], object]
    from_json: Callable[[object], V]
    fold: Callable[[Sequence[V]], V | None]
    agree: Callable[[V, V, Tolerances], bool]
    show: Callable[[V], str]


def mapping(obj: object) -> Mapping[str, object]:
    """The JSON object, or a TypeError that shows what stood there instead."""
    if not isinstance(obj, Mapping):
        raise TypeError(f"expected a JSON object, got {obj!r}")
    return obj


def optional_text(obj: Mapping[str, object], key: str) -> str | None:
    """The text under the key, None where it is null or missing."""
    found = obj.get(key)
    return None if found is None else str(found)


def commonest(values: Sequence[V], key: Callable[[V], str]) -> V | None:
    """The value that stands most often; of equals the first by its key. The order of the values does not matter."""
    if not values:
        return None
    counts = Counter(key(v) for v in values)
    best = min(counts, key=lambda k: (-counts[k], k))
    return next(v for v in sorted(values, key=repr) if key(v) == best)
