"""One account of several days: what a staff, a ministry or state media tell in one statement, a day at a time.

Such an account tells the days as they went, the oldest first; a report on the last of them tells that one first, and what
came before as the past.
"""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from reportedly.extract.dated import Dated
from reportedly.extract.facts import Facts
from reportedly.extract.framing import Frame
from reportedly.extract.lexicon import AFFAIRS
from reportedly.extract.past import laid_back, told_as_past
from reportedly.extract.trigger import Shape, Trigger
from reportedly.frozen import dataclass
from reportedly.model import BlockKind
from reportedly.patterns import compiled

_BELOW = compiled(  # what stands behind these in its clause only dates or explains something else
    r"\b(?:after|since|following|before|until|than|unlike|like|when|which|who|having)\b[^,.;]*$",
    re.IGNORECASE,
)
_HAD = compiled(r"\bhad\b[^,.;]*$")
_ANSWERED = compiled(  # what another state does in answer is beside the account
    r"\b(?:respon[ds]|answer|retaliat|repl(?:y|i)|hit back|struck back)\w*[^.;]{0,60}?\b(?:by|with)\b[^.;]*$",
    re.IGNORECASE,
)
_SAID = compiled(r"\b(?:sa(?:id|ys)|report(?:s|ed)|announced|stated|confirmed|that)\b")  # what had been, as told later
_ON = compiled(r"(?:\s+[\w’'“”\"-]+){0,9}?\s+(?:on\s+|early\s+|late\s+|in\s+)?", re.IGNORECASE)
_HEAD = 3  # sentences of some length in which such an account begins
_NEXT = 2  # sentences in which it goes on to the next day
_SPAN = 21  # days it reaches over at most
_NEWS = 7  # days between the last of them and the report, at most


@dataclass(frozen=True, slots=True, order=True)
class _Day:
    """Where a day of an account is told, in which sentence, by a frame of this number, and whether by a clause."""

    place: int
    sentence: int
    day: date
    frame: int
    types: frozenset[str]
    begins: int
    clause: bool

    def comes_before(self, other: "_Day") -> bool:
        """Whether it is told first and is older; or of one day with it, and of another kind."""
        return self.day < other.day or (self.day == other.day and not self.types & other.types)


@dataclass(frozen=True)
class SeveralDays:
    """Finds the frames of one account of several days."""

    facts: Facts
    triggers: tuple[Trigger, ...]
    dates: tuple[Dated, ...]

    def of(self, frames: Sequence[Frame]) -> frozenset[int]:
        """The numbers of the frames that one account tells day by day; none where a report is no such account."""
        told = sorted(day for frame in frames if (day := self._first(frame)) is not None)
        if len({one.day for one in told}) < 2 or not all(one.comes_before(two) for one, two in pairwise(told)):
            return frozenset()
        published = self.facts.report.published
        if (told[-1].day - told[0].day).days > _SPAN:
            return frozenset()
        if published and not 0 <= (published.day - told[-1].day).days <= _NEWS:
            return frozenset()
        return frozenset(one.frame for one in told) if self._in_a_row(told) else frozenset()

    def _in_a_row(self, told: Sequence[_Day]) -> bool:
        """Whether the account begins early with a clause and goes on from day to day, and tells none of them as the past."""
        head = self.facts.body[:_HEAD]
        if not head or told[0].sentence > head[-1] or not told[0].clause or any(self._below(one) for one in told):
            return False
        return all(
            two.sentence - one.sentence <= _NEXT and (two.clause or two.sentence == one.sentence)
            for one, two in pairwise(told)
        )

    def _first(self, frame: Frame) -> _Day | None:
        """Where the body first tells a frame of an incident that has a day and a state; one day of a list tells it alone."""
        if frame.family in AFFAIRS or frame.state is None or frame.date is None or frame.date.day is None:
            return None
        told = [t for n in frame.triggers if (t := self.triggers[n]).shape is Shape.CLAUSE or self._dated(t, frame)]
        places = [(t.anchor, t.start, t.sentence, t.shape is Shape.CLAUSE) for t in told]
        if not frame.triggers:
            places = [(d.start, d.start, d.sentence, False) for n in frame.dates if (d := self.dates[n]).listed]
        body = [p for p in places if self.facts.sentences[p[2]].kind is BlockKind.BODY]
        if not body:
            return None
        anchor, start, sentence, clause = min(body, key=lambda p: (not p[3], p[0]))
        return _Day(anchor, sentence, frame.date.day, frame.number, frame.types, min(anchor, start), clause)

    def _dated(self, told: Trigger, frame: Frame) -> bool:
        """Whether the day of a frame stands right behind a noun: "two missiles on Friday"."""
        text = self.facts.report.text
        return any(_ON.fullmatch(text, told.end, self.dates[n].start) is not None for n in frame.dates)

    def _below(self, told: _Day) -> bool:
        """Whether a day is told as the past, or only to date or explain something else."""
        span = self.facts.sentences[told.sentence]
        head = self.facts.report.text[span.start : told.begins]
        past = (t for t in self.triggers if t.anchor == told.place)
        had = _HAD.search(head) is not None and _SAID.search(head) is None
        return (
            had
            or _BELOW.search(head) is not None
            or _ANSWERED.search(head) is not None
            or any(told_as_past(t, self.facts) or laid_back(t, self.facts) for t in past)
        )
