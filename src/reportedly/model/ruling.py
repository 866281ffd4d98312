"""What can be ruled, and what was ruled of one claim."""

from datetime import datetime
from enum import StrEnum

from reportedly.frozen import dataclass
from reportedly.model.value import Value


class Ruling(StrEnum):
    """What can be ruled."""

    SAME = "same"
    DIFFERENT = "different"
    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    CLAIM = "claim"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Ruled:
    """What was ruled of one claim: the decision (a claim's that was added by hand is the one that added it), and where it
    was corrected, the value that had been read."""

    ruling: Ruling
    decision: str
    who: str
    when: datetime
    why: str
    read: Value | None = None
