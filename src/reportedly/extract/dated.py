"""A date that a text names, read against the calendar, and how two dates lie to each other."""

import datetime

from reportedly.fields import date
from reportedly.frozen import dataclass
from reportedly.model import DateRange


@dataclass(frozen=True, slots=True)
class Dated:
    """A date the text names: the expression, its sentence, what it resolves to, and what kind of reference it is."""

    expression: date.DateExpression
    sentence: int
    range: DateRange | None
    speech: bool  # the day somebody said it
    since: bool  # the other end of "the first since ..."
    stamp: bool  # a dateline or a publication stamp
    trigger: int | None = None  # the number of the telling it belongs to
    listed: bool = False  # a further day of the list that the date before it stands in
    prior: bool = False  # reckoned back from what the sentence tells: "a day after it fired shells"
    acted: bool = False  # the day of what was done about the telling: "was put on notice on Wednesday over the launch"

    @property
    def aside(self) -> bool:
        """Whether it is the day of what was said or done about an incident, rather than the incident's."""
        return self.speech or self.acted

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.expression.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.expression.end


def near(left: DateRange | None, right: DateRange | None) -> bool:
    """Whether two dates can be one: they overlap, or their parts without a year agree."""
    if left is None or right is None:
        return False
    if left.earliest and left.latest and right.earliest and right.latest:
        return left.earliest <= right.latest and right.earliest <= left.latest
    if left.partial and right.partial:
        return (
            left.partial == right.partial
            or left.partial.startswith(right.partial)
            or right.partial.startswith(left.partial)
        )
    partial, other = (left.partial, right) if left.partial else (right.partial, left)
    return bool(partial and other.earliest and other.earliest.strftime("--%m-%d").startswith(partial))


def before(left: DateRange | None, right: datetime.date | None, *, by: int = 0) -> bool:
    """Whether a date lies wholly more than `by` days before a day."""
    return bool(left and left.latest and right and left.latest < date.days_on(right, -by))
