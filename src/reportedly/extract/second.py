"""Whether an incident is a second subject of a report beside its first: another kind, another state's, or another day's,
told for its own sake and not to date or explain the first.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from reportedly.extract.apart import launched
from reportedly.extract.dated import near
from reportedly.extract.days_of_headline import DaysOfHeadline
from reportedly.extract.facts import Facts
from reportedly.extract.framing import Frame
from reportedly.extract.lexicon import Part
from reportedly.extract.past import laid_back, told_as_past
from reportedly.extract.state_of import state_of
from reportedly.extract.trigger import Shape, Trigger
from reportedly.frozen import dataclass
from reportedly.model import BlockKind
from reportedly.patterns import compiled

_HOW_MANY = compiled(
    r"\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|multiple|dozens?|pair|salvo|barrage|volley)\b",
    re.IGNORECASE,
)
_WHOSE = compiled(r"(?:\b(?:its|their)|['’]s?)\s+(?:[\w’'-]+\s+){0,5}$", re.IGNORECASE)
_REPLY = compiled(r"(?:respon[ds]|answer|retaliat|repli|hit back)\w*", re.IGNORECASE)
_REPLIED_BY = compiled(rf"(?:{_REPLY.pattern})[^.;]{{0,60}}?\b(?:by|with)\s(?:[\w-]+\s){{0,5}}$", re.IGNORECASE)
_ALIKE = compiled(r"[^.;]*?(?:,\s+|;\s+|\s+)(?:and|while|but|then|as well as|followed by)\s+(?P<behind>[^.;]*)")
_BELOW = compiled(  # what stands behind these only dates or explains what stands before
    r"\b(?:after|since|following|amid|than|before|which|who|that|whose|unlike|like|despite|because|where|when|had)\b",
    re.IGNORECASE,
)
_DATES_IT = compiled(r"\b(?:after|since|following|before|unlike)\b", re.IGNORECASE)
_AFTER = compiled(r"\b(?:after|since|following)\b[^,.;]*$", re.IGNORECASE)
_GROUND = compiled(r"\b(?:in|over|near|off|at|towards?|against|to|into|of|on|for)\s+(?:the\s+)?$", re.IGNORECASE)
_ITS_THINGS = compiled(
    r"\b(?:missiles?|rockets?|shells?|launch(?:es)?|tests?|salvos?|barrages?|drills?)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OF_BOTH = compiled(
    r"\b(?:rivals?|neighbou?rs|both|Koreas|each (?:side|other)|tit[- ]for[- ]tat|duels?|clash(?:es)?|(?:answer|repl|respond|retaliat|counter)\w*|(?:fir|shoot|hit|strik)(?:es?|s|ing)? back|shot back|return(?:s|ed) fire|hours apart|trade|swap|exchange|round-?ups?|(?:who|what) (?:tested|fired|launched)|in brief|news digest)\b",
    re.IGNORECASE,
)
_EARLY = 6  # sentences
_FURTHER = 9  # the same where the headline names both states
_HEAD = 3  # sentences of some length in which another state's must be told to be a second subject
_TURNS = 7  # days between two states' launches of which a headline tells
_SEVERAL = 2  # weapons that a telling of more than one launch names
_ALL = 3  # kinds of detail: clock, number, measure, place, weapon
_CLOSE = 7  # days between two incidents of one kind that are told alike


@dataclass(frozen=True)
class Second:
    """Decides which incidents are subjects of a report beside its first."""

    facts: Facts
    triggers: tuple[Trigger, ...]
    first: Frame
    days: DaysOfHeadline

    def is_one(self, other: Frame) -> bool:
        """Whether a frame that may lead is a second subject."""
        if self.first.family == other.family == "nuclear":
            return False
        told = [self.triggers[t] for t in other.triggers]
        foreign = bool(other.state and self.first.state and other.state != self.first.state)
        if foreign:
            return self._jointly(told) or self._of_another_state(other, told)
        if other.apart == self.first.number:
            return any(self._within(t, _EARLY) for t in told)
        if self._of_another_kind(other, told) or self._told_alike(other, told):
            return True
        return self.days.announced(self.first, other)

    def _of_another_state(self, other: Frame, told: Sequence[Trigger]) -> bool:
        """Whether another state's is told in a clause of the head, or in any where the headline names that state too."""
        announced = self._in_headline(other) or self._told_fully(other)
        alone = not announced and not any(
            self.triggers[t].shape is Shape.CLAUSE and self._within(self.triggers[t], _HEAD) and self._in_body(t)
            for t in self.first.triggers
        )
        early = [t for t in told if self._within(t, _EARLY)]
        past = [told_as_past(t, self.facts) for t in early]
        if (
            alone
            or not (other.back or self.first.back)
            or (other.date is None and all(past) if announced else any(past))
            or (not announced and self._replies(early))
        ):
            return False
        clause = any(
            t.shape is Shape.CLAUSE
            and (not t.definite or (announced and self._owned(t)))
            and (announced or self._counted(t) or self._beside(t))
            and self._within(t, _FURTHER if announced else 1)
            and (announced or not (self._behind(t, other) or self._below(t) or self._dates_its_sentence(t)))
            for t in told
        )
        return clause and (self._of_one_day(other) or (announced and self._days_apart(other, _TURNS)))

    def _of_another_kind(self, other: Frame, told: Sequence[Trigger]) -> bool:
        """Whether an incident of another kind is told in an early clause, and not as past."""
        if other.types & self.first.types or self._replies(told):
            return False
        if self._named_by_headline(other) and (not other.back or self._days_apart(other, _CLOSE)):
            own = [t for t in told if self._within(t, _EARLY) and not laid_back(t, self.facts)]
            return any(self._counted_or_dated(t, other) for t in own if not other.back or self._alone(t))
        if other.back or any(told_as_past(t, self.facts) for t in told):
            return False
        clause = any(
            t.shape is Shape.CLAUSE
            and (not t.definite or self._names_weapon(t))
            and (self._counted(t) or self._beside(t) or (self._alone(t) and len(self._details([t.sentence])) > 1))
            and self._within(t, _EARLY)
            and not self._behind(t, other)
            for t in told
        )
        return clause and (self._of_one_day(other) or self._is_newer(other))

    def _told_fully(self, other: Frame) -> bool:
        """Whether clauses of sentences of its own tell it with all there is to tell: when, how many, from where or how far."""
        own = {t.sentence for n in other.triggers if (t := self.triggers[n]).shape is Shape.CLAUSE}
        own -= {self.triggers[n].sentence for n in self.first.triggers}
        return len(self._details(own)) >= _ALL

    def _details(self, sentences: Iterable[int]) -> set[str]:
        """The kinds of detail that sentences hold."""
        return {kind for n in sentences for kind in (*self.days.kinds.get(n, ()), *self.days.weapon(n))}

    def _alone(self, trigger: Trigger) -> bool:
        """Whether its sentence tells nothing of the first."""
        return all(self.triggers[n].sentence != trigger.sentence for n in self.first.triggers)

    def _named_by_headline(self, other: Frame) -> bool:
        """Whether the headline names a thing of its kind beside one of the first's: "missiles, days after artillery"."""
        facts = self.facts
        end = max((s.end for s in facts.sentences if s.kind is BlockKind.TITLE), default=0)
        things = [t.term.types for t in facts.terms_in(0, end) if t.term.part is Part.OBJECT]
        own = [types for types in things if self.first.types.isdisjoint(types)]
        return len(own) < len(things) and any(not other.types.isdisjoint(types) for types in own)

    def _counted_or_dated(self, trigger: Trigger, frame: Frame) -> bool:
        """Whether the body tells it in a clause that says how many, or with the day that is its own."""
        if self._in_title(trigger):
            return False
        return (trigger.shape is Shape.CLAUSE and self._counted(trigger)) or frame.date is not None

    def _is_newer(self, other: Frame) -> bool:
        """Whether it is of a later day than the first: the latest is news."""
        left, right = self.first.date, other.date
        return left is not None and right is not None and bool(left.day and right.day and left.day < right.day)

    def _told_alike(self, other: Frame, told: Sequence[Trigger]) -> bool:
        """Whether one sentence of the head tells it of another day just as it tells the first: "tested a missile on Tuesday
        and two on Thursday"."""
        if not self._days_apart(other, _CLOSE):
            return False
        mine = [self.triggers[t] for t in self.first.triggers]
        pairs = ((a, b) for a in mine for b in told if a.sentence == b.sentence and self._within(b, _HEAD))
        return any(self._alike(*sorted(pair, key=lambda t: t.anchor)) for pair in pairs)

    def _alike(self, one: Trigger, two: Trigger) -> bool:
        """Whether "and" leads from one telling to the next, and nothing that would set one below the other."""
        if Shape.CLAUSE not in {one.shape, two.shape}:
            return False
        text = self.facts.report.text
        head = text[self.facts.sentences[one.sentence].start : min(one.start, one.anchor)]
        gap = text[one.end : two.start]
        joined = _ALIKE.fullmatch(gap + " ")
        return (
            joined is not None
            and _BELOW.search(joined["behind"]) is None
            and _DATES_IT.search(head[-60:] + gap) is None
        )

    def _days_apart(self, other: Frame, most: int) -> bool:
        """Whether two incidents have two days, that many apart at most."""
        left, right = self.first.date, other.date
        if left is None or right is None or left.day is None or right.day is None:
            return False
        return 0 < abs((left.day - right.day).days) <= most

    def _of_one_day(self, other: Frame) -> bool:
        return other.date is None or self.first.date is None or near(self.first.date, other.date)

    def _jointly(self, told: Sequence[Trigger]) -> bool:
        """Whether the same words tell of both, early on: "India and Pakistan both tested missiles"."""
        anchors = {self.triggers[t].anchor for t in self.first.triggers}
        return any(t.anchor in anchors and self._within(t, _HEAD) for t in told)

    def _owned(self, trigger: Trigger) -> bool:
        """Whether the telling says whose the thing is: "tested its first missile", "Pakistan's launch"."""
        place = trigger.object_start if trigger.object_start is not None else trigger.start
        return _WHOSE.search(self.facts.report.text[max(0, place - 45) : place]) is not None

    def _replies(self, told: Sequence[Trigger]) -> bool:
        """Whether it is told as an answer to the subject, and so belongs to it, unless the headline tells of it too."""
        if any(t.shape is Shape.CLAUSE and self._in_title(t) for t in told):
            return False
        text = self.facts.report.text
        return any(
            _REPLY.match(text, t.anchor) or _REPLIED_BY.search(text, self.facts.sentences[t.sentence].start, t.anchor)
            for t in told
        )

    def _in_headline(self, frame: Frame) -> bool:
        """Whether the headline names the frame's state, or tells of it, or speaks of more than one side."""
        titles = [s for s in self.facts.sentences if s.kind is BlockKind.TITLE]
        named = any(
            (state_of(n) or getattr(n.entry, "state", None)) == frame.state and not self._is_ground(s.start, n.start)
            for s in titles
            for n in self.facts.names_in(s.start, s.end)
        )
        told = any(self._in_title(self.triggers[t]) for t in frame.triggers)
        return named or told or any(_OF_BOTH.search(self.facts.report.text, s.start, s.end) for s in titles)

    def _in_title(self, trigger: Trigger) -> bool:
        return self.facts.sentences[trigger.sentence].kind is BlockKind.TITLE

    def _is_ground(self, start: int, place: int) -> bool:
        """Whether a headline names a state only as a place or a target: "in South Korean city", "a ship of the South"."""
        head = self.facts.report.text[max(start, place - 40) : place]
        return _GROUND.search(head) is not None and _ITS_THINGS.search(head) is None

    def _in_body(self, number: int) -> bool:
        return self.facts.sentences[self.triggers[number].sentence].kind is BlockKind.BODY

    def _within(self, trigger: Trigger, number: int) -> bool:
        """Whether it is told in the headline or that many sentences of some length."""
        head = self.facts.body[:number]
        return len(head) < number or trigger.sentence <= head[-1]

    def _behind(self, trigger: Trigger, frame: Frame) -> bool:
        """Whether its sentence tells something before it that is neither the subject nor of its own, and so may be past."""
        own = self._of_first.union(frame.triggers)
        return any(
            t.sentence == trigger.sentence and t.anchor < trigger.anchor and n not in own
            for n, t in enumerate(self.triggers)
        )

    def _below(self, trigger: Trigger) -> bool:
        """Whether its sentence tells it to date or explain what it tells of the subject: "hours after the South tested"."""
        told = (self.triggers[n] for n in self.first.triggers)
        ahead = [t.end for t in told if t.sentence == trigger.sentence and t.end <= trigger.start]
        return bool(ahead) and _BELOW.search(self.facts.report.text, max(ahead), trigger.start) is not None

    def _dates_its_sentence(self, trigger: Trigger) -> bool:
        """Whether it stands in what only says when something happened: "Hours after a missile had crossed Japan, a town"."""
        start = self.facts.sentences[trigger.sentence].start
        return _AFTER.search(self.facts.report.text, start, min(trigger.start, trigger.anchor)) is not None

    def _beside(self, trigger: Trigger) -> bool:
        """Whether the headline or first sentence tells it and the subject alike: "launched 11 missiles and fired rockets"."""
        told = (self.triggers[t] for t in self.first.triggers)
        return (trigger.sentence in self.facts.body[:1] or self._in_title(trigger)) and any(
            t.sentence == trigger.sentence and t.shape is Shape.CLAUSE for t in told
        )

    def _counted(self, trigger: Trigger) -> bool:
        """Whether the telling says how many, be it one, or names what it was."""
        place = trigger.object_start if trigger.object_start is not None else trigger.start
        end = trigger.object_end or trigger.end
        return (
            self._names_weapon(trigger)
            or _HOW_MANY.search(self.facts.report.text[max(0, place - 45) : end]) is not None
        )

    def _names_weapon(self, trigger: Trigger) -> bool:
        """Whether what was launched is told by the name of a weapon, and not one of the subject's."""
        own = launched(trigger, self.facts)
        first = (launched(self.triggers[n], self.facts) for n in self.first.triggers)
        return bool(own.weapons) and not any(own.alike(other) for other in first if len(other.weapons) < _SEVERAL)

    @cached_property
    def _of_first(self) -> frozenset[int]:
        return frozenset(self.first.triggers)
