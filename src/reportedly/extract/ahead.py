"""Days that a report without a year or with a weekday tells as still to come: "will be tested on January 25", "set for
Wednesday". A day just ahead is never last year's, unless its clause tells that something happened on it.
"""

import datetime
from collections.abc import Sequence

from reportedly.extract.facts import Facts
from reportedly.extract.sentences import Sentence
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.fields import date
from reportedly.fields.date_expression import real_day
from reportedly.patterns import compiled

_TO_COME = compiled(  # before a day; what it speaks of is still to be done
    r"\b(?:will|shall|would|may|might|could)\s(?!have\b)[^.;]{0,90}$"
    r"|\b(?:(?:is|are|was|were|be)\s(?:\w+\s)?)?(?:(?:set|due|scheduled|slated|planned|expected|likely|planning|intends?|plans?|wants?|hopes?|aims?|prepar(?:es?|ing))\s(?:to|for|on)|(?:is|are)\sto)\b[^.;]{0,90}$"
    r"|\b(?:to (?:be|follow|come|take place|launch|test|fire|test-fire|lift off|fly)|sets|(?:next|coming|upcoming|planned|scheduled|future|possible)\s(?:\w+\s){1,3}|plan(?:s|ned)? (?:a|its|another)|window|no-fly|notices?|notified|notification|NOTAMs?|on alert)\b[^.;]{0,90}$",
)
_SINCE = compiled(
    r"\b(?:since|last|ago|than|after|following|first|previous|earlier|was|were|had|until)\s+(?:\w+\s+){0,3}$"
)
_PLAN = compiled(  # the same where nothing but these words tells it: of a weekday, or beside what has happened
    r"\b(?:(?:will|shall)(?! have\b)|(?:set|due|scheduled|slated|planned|expected|likely)\s(?:to|for|on)|(?:plans?|is|are)\sto)\b[^.;,]{0,50}$"
)
_HEAD = 140  # code points before a day
_FAR = 250  # days ahead within which words say that a day is to come
_JUST = 60  # the same where nothing is told to have happened


def lies_ahead(
    facts: Facts, span: Sentence, found: date.DateExpression, triggers: Sequence[Trigger], today: datetime.date | None
) -> bool:
    """Whether a day is read forwards; `triggers` are the tellings of its sentence."""
    if (
        today is None
        or found.kind not in {"month_day", "weekday"}
        or found.relative_year is not None
        or found.qualifier
    ):
        return False
    text = facts.report.text
    head = text[max(span.start, found.start - _HEAD) : found.start]
    told = [t for t in triggers if t.modality is Modality.HAPPENED]
    if found.kind == "weekday":
        plan = _PLAN.search(head)
        return plan is not None and not _between(told, found.start - len(head) + plan.start(), found.start)
    ahead = _days_ahead(found, today)
    if ahead is None or _SINCE.search(head) is not None:
        return False
    plan = _TO_COME.search(head)
    if plan is not None and not _between(told, found.start - len(head) + plan.start(), found.start):
        return True
    return not told and ahead <= _JUST


def is_plan(head: str) -> bool:
    """Whether the words before a day tell what is still to be done on it."""
    return _PLAN.search(head) is not None


def of_a_plan(head: str, at: int, told: Trigger) -> bool:
    """Whether a day is that of what somebody will do about what has happened: "will meet on Monday to discuss the launch"."""
    plan = _PLAN.search(head) if told.modality is Modality.HAPPENED else None
    return plan is not None and not at - len(head) + plan.start() <= told.anchor < at


def _between(told: Sequence[Trigger], start: int, end: int) -> bool:
    """Whether something that happened is told between a word of what is to come and a day."""
    return any(t.shape is Shape.CLAUSE and start < t.anchor < end for t in told)


def _days_ahead(found: date.DateExpression, today: datetime.date) -> int | None:
    """How many days ahead a day without a year lies; none where it is nearer, or much nearer, behind."""
    if found.month is None or found.day is None:
        return None
    days = (real_day(today.year + step, found.month, found.day) for step in (0, 1))
    ahead = min(((day - today).days for day in days if day is not None and day > today), default=0)
    return ahead if 1 < ahead <= _FAR else None
