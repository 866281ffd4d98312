"""Words of closed lists: weapon class, outcome, platform, trajectory, zone, type."""

from collections.abc import Sequence

from reportedly.fields.protocol import commonest
from reportedly.fields.wording import word
from reportedly.model import Term

_VAGUE = {"unknown": 0, "not_stated": 0, "unclear": 0, "BM": 1}
BALLISTIC = frozenset({"SRBM", "MRBM", "IRBM", "ICBM", "SLBM", "ALBM", "hypersonic"})


def to_json(value: Term) -> str:
    """The code itself."""
    return value.code


def from_json(obj: object) -> Term:
    """The term of this code."""
    if not isinstance(obj, str):
        raise TypeError(f"expected a code, got {obj!r}")
    return Term(obj)


def specificity(value: Term) -> int:
    """How much the code says: "unknown" less than "BM", which says less than "SRBM"."""
    return _VAGUE.get(value.code, 2)


def fold(values: Sequence[Term]) -> Term | None:
    """The most specific term; of equally specific ones the commonest."""
    top = max((specificity(v) for v in values), default=0)
    return commonest([v for v in values if specificity(v) == top], lambda v: v.code)


def agree(a: Term, b: Term) -> bool:
    """Whether one may be the other, said less exactly: "unknown" fits all, "BM" every ballistic class."""
    if a == b or 0 in (specificity(a), specificity(b)):
        return True
    return (a.code == "BM" and b.code in BALLISTIC) or (b.code == "BM" and a.code in BALLISTIC)


def show(value: Term, field: str = "") -> str:
    """The code of a field in plain English."""
    return word(field, value.code)
