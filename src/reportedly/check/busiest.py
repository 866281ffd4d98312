"""Records of how often: "the most launches in a single month", "its busiest year of testing"."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from reportedly.check.days import shown
from reportedly.check.reckoning import Answer, Question, doubt
from reportedly.check.tally import Group, tally
from reportedly.model import Verdict
from reportedly.patterns import compiled

_DAY = timedelta(days=1)
_OFTEN = r"(?:most|more|many|record (?:number|pace|tally|total)|highest (?:number|tally|total)|busiest|as often|so often|most active|most prolific|largest number|greatest number)"
_PERIOD = compiled(
    rf"\b{_OFTEN}\b.*\b(?:(?:in|within|into|of|for|over) (?:a|any|one|single|any other|every)|calendar|single|any) (?:single |other |calendar |one |whole )*(?P<in>month|year)\b|"
    rf"\brecord(?:-\w+)? (?:(?:test|testing|launch|missile|calendar) )*(?P<record>month|year)\b|\b(?:busiest|most active|most prolific) (?:(?:test|testing|launch|missile|calendar) )*(?P<busy>month|year)\b|"
    rf"\bno (?:(?:other|single|previous|earlier) )*(?P<no>month|year)\b.*\b(?:many|more|busy|busier)\b|"
    rf"\b(?P<kind>monthly|yearly|annual) (?:record|high)\b"
)
_MISSILES = compiled(r"\b(?:missiles|rockets|projectiles|rounds)\b", re.IGNORECASE)
_LENGTHS = {"monthly": "month", "yearly": "year", "annual": "year"}
Period = tuple[int, int]


def period_of_record(words: str) -> str | None:
    """The calendar period, "month" or "year", of which a record tells that none had as many; None where it is of no period."""
    found = _PERIOD.search(words)
    told = next((one for one in found.groups() if one), None) if found else None
    return _LENGTHS.get(told, told) if told else None


def busiest(question: Question, length: str, since: date | None) -> Answer:
    """Whether no earlier month or year had more days of it than the one of the incident had, up to it."""
    day = question.day
    begun = question.record.since(question.state, question.counted.types, day - _DAY)
    found = tally(question.record, question.state, question.counted, since or begun or date.min, day)
    own = _period(day, length)
    least, most = _counts((one for one in found.groups if one.sure), length), _counts(found.groups, length)
    kind = f"({question.counted.name})"
    window: dict[str, object] = {"period": length, "value": least[own], "unit": "day with a launch"}
    if not most[own]:
        return Answer(Verdict.UNDETERMINED, f"the ledger has none in the {length} of {shown(day)} {kind}", window)
    earlier = sorted((period for period in most if period < own), key=lambda one: (most[one], one))
    beaten = [period for period in earlier if least[period] > most[own]]
    told = f"{_name(own)} has {_many(least[own], most[own])} up to {shown(day)}"
    if beaten:
        top = max(beaten, key=lambda one: (least[one], one))
        if _MISSILES.search(question.told.claim.written):
            return Answer(
                Verdict.UNDETERMINED, f"{told}, {_name(top)} {least[top]} {kind}; but it counts missiles", window
            )
        return Answer(Verdict.INCONSISTENT, f"{told}, {_name(top)} {least[top]} {kind}", window)
    if not found.covered:
        return Answer(Verdict.UNDETERMINED, f"{told} {kind}; {doubt(found)}", window, covered=False)
    rival = earlier[-1] if earlier else None
    before = f", no {length} before more than {most[rival]}, {_name(rival)}" if rival else ", and none before has any"
    if rival is None or most[rival] <= least[own]:
        return Answer(Verdict.CONSISTENT, f"{told}{before} {kind}", window)
    return Answer(Verdict.UNDETERMINED, f"{told}{before} {kind}; {doubt(found)}", window)


def _counts(groups: Iterable[Group], length: str) -> Counter[Period]:
    return Counter(_period(one.first, length) for one in groups)


def _period(day: date, length: str) -> Period:
    return day.year, day.month if length == "month" else 0


def _name(period: Period) -> str:
    return f"{date(period[0], period[1], 1):%B} {period[0]}" if period[1] else str(period[0])


def _many(least: int, most: int) -> str:
    return f"{least} days" if least == most else f"{least} to {most} days"
