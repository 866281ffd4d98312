"""One thing that was read wrongly, as the table of errors lists it."""

from reportedly.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ScoreError:
    """One thing that is wrong: `kind` is missed, invented or wrong; `sentence` and `span` where it was read."""

    report: str
    field: str
    kind: str
    expected: object
    got: object
    sentence: str | None = None
    span: tuple[int, int] | None = None
