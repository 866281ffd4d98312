"""What a person ruled. Decisions are only ever added; what is undone is undone by a later one."""

from datetime import datetime

from reportedly.frozen import dataclass
from reportedly.model.claim import Voice
from reportedly.model.report import Published
from reportedly.model.ruling import Ruling
from reportedly.model.value import Value

WHOLE = "report"  # stands for a field where all of a report is pointed at


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a report that survives better rules: the report's hash, the span, the field, the written words. All of
    a report is its first words, with `WHOLE` for a field."""

    report: str
    start: int
    end: int
    field: str
    written: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a person read in a report that the ledger does not hold: the field it answers, the sentence, who says so, and
    who printed it where and when."""

    field: str
    quote: str
    voice: Voice
    url: str | None = None
    outlet: str | None = None
    published: Published | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One ruling: who, when, why, and on which places in reports.

    `anchors` is a claim (accept, reject, correct) or a whole report (reject), an account of an incident (same, claim) or all accounts of one
    (different); `others` is the other side of same and different. `value` is what correct and claim put there, and the
    value that was accepted or rejected. `undoes` is the id of the decision that an undo takes back. `when` bears its zone.
    """

    id: str
    ruling: Ruling
    who: str
    when: datetime
    why: str
    anchors: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()
    value: Value | None = None
    elsewhere: Elsewhere | None = None
    undoes: str | None = None

    @property
    def whole(self) -> bool:
        """Whether it is about all that a report says."""
        return any(anchor.field == WHOLE for anchor in self.anchors)
