"""What a person ruled. Decisions are only ever added."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Ruling(StrEnum):
    """What can be ruled."""

    SAME = "same"
    DIFFERENT = "different"
    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a report that survives better rules: the report's hash, the span, the field, the written words."""

    report: str
    start: int
    end: int
    field: str
    written: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One ruling: on one anchor, or on two (same, different); who, when, why."""

    id: str
    ruling: Ruling
    anchors: tuple[Anchor, ...]
    who: str
    when: datetime
    why: str
    value: str | None = None
