"""What went wrong with an input, and what the user can do."""

from enum import StrEnum

from reportedly.frozen import dataclass


class ProblemKind(StrEnum):
    """The kinds of trouble an input can be in."""

    UNREADABLE = "unreadable"  # missing, no permission, symlink loop
    EMPTY = "empty"
    BINARY = "binary"
    NO_TEXT = "no_text"  # a page without a text of its own
    SHAPE = "shape"  # JSON of a shape no reader knows
    TOO_LARGE = "too_large"
    ROW = "row"  # a row or cell of a list that cannot be used
    LANGUAGE = "language"  # not English: kept, not read
    DATE = "date"  # a date of publication is printed that cannot be read
    FUTURE = "future"  # published after the run began
    READER = "reader"  # the model asked for did not read it: the rules did
    DECISION = "decision"  # a person's ruling that finds nothing to stand on, or that another's overrules
    FAILED = "failed"  # a fault of the program's own, recorded at the pipeline's edge


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong with one input: `path` as given, `message` names the reason, `remedy` what to do.

    `report` is the id of the report where its bytes could be kept, else None.
    """

    path: str
    kind: ProblemKind
    message: str
    remedy: str
    report: str | None = None
