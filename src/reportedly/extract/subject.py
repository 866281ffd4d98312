"""What a report is about: the frames that are its subject, by a score whose weights stand beside each line."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reportedly.codebook import Codebook
from reportedly.extract.actor import state_of
from reportedly.extract.dating import near
from reportedly.extract.facts import Facts
from reportedly.extract.framing import Frame
from reportedly.extract.other_news import aside, no_report, other_news, told_there
from reportedly.extract.past import told_as_past
from reportedly.extract.trigger import Shape, Trigger
from reportedly.fields.gated import Gated
from reportedly.model import BlockKind, DateRange, Role

_YEARS_ON = Gated(
    r"\b(?:(?:(?:a|one) year|years) (?:on|ago|after|since|later|to the day)|anniversar\w+|decades? (?:on|ago|after|since|later)|what if|remember(?:s|ed|ing)|timeline|chronology|"
    r"fast facts|key dates|at a glance|look(?:s|ing)? back|through the years|a history of)\b",
    re.IGNORECASE,
)
_SET_BESIDE = re.compile(  # what is new is only measured by what is old ("the first since five years ago"), or told apart by it
    r"\b(?:first|since|than|last|previous(?:ly)?|unlike|like)\b[^.;:]{0,40}$|\b(?:which|that|who|whose)\s+(?:was|were|had|has|have|it|they|he|the)\b[^,.;:]{0,60}$",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(  # a headline that asks or explains tells nothing new by itself
    r"\W*(?:why|how|what|who|explainer|explained|analysis|opinion|commentary|q&a|factbox|comment|view)\b|.*\b(?:an analysis|explained|what (?:we|to) know)\b",
    re.IGNORECASE,
)
_MADE_UP = Gated(
    r"\b(?:films?|movies?|novels?|thrillers?|screenplay|directors?|plot|starring|cinemas?|box office|stream(?:s|ing)|fiction\w*|"
    r"premieres?|actors?|episodes?|video ?games?|wargames?|tabletop|playable|gamers?|docudrama|imagin(?:es|ary))\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    r"\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|multiple|dozens?|pair|salvo|barrage|volley)\b",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"(?:\b(?:its|their)|['’]s?)\s+(?:[\w’'-]+\s+){0,5}$", re.IGNORECASE)
_REPLY = re.compile(r"(?:respon[ds]|answer|retaliat|repli|hit back)\w*", re.IGNORECASE)
_MEASURES = {"distance", "apogee", "flight_time", "magnitude", "yield"}
_EARLY = 6  # sentences
_HEAD = 3  # sentences of some length in which another state's must be told to be a second subject
_LOOKING_BACK = 2.0
_ENOUGH = 3.0
_BOOK = Gated(
    r"\b(?:novels?|movies?|thrillers?|book review|film review|screenplay|box office|blockbuster)\b", re.IGNORECASE
)
_AHEAD = 1  # days; a day further on it may be where the thing came down
_OPENING = 300  # code points
_TALE = 3  # different words of film and fiction in the first part of a text that make it one
_PART = 1500  # code points


def opening(facts: Facts) -> set[int]:
    """The headline and the first two sentences of some length."""
    title = {n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE}
    return title | set(facts.body[:2])


def explains(facts: Facts) -> bool:
    """Whether the headline asks or explains, and so tells nothing new by itself."""
    titles = (s for s in facts.sentences if s.kind is BlockKind.TITLE)
    return any(_EXPLAINS.match(facts.report.text, s.start, s.end) is not None for s in titles)


def looks_back(facts: Facts) -> bool:
    """Whether headline or lead say that the report looks back on what is years old."""
    text = facts.report.text
    sentences = [facts.sentences[n] for n in sorted(opening(facts))]
    found = ((s, m) for s in sentences if (m := _YEARS_ON.search(text, s.start, s.end)))
    return any(_SET_BESIDE.search(text[s.start : m.start()]) is None for s, m in found)


@dataclass(frozen=True)
class Subject:
    """Decides which frames a report is about."""

    facts: Facts
    codebook: Codebook
    triggers: tuple[Trigger, ...]
    day: DateRange | None
    dated: frozenset[int] = frozenset()  # the tellings that have a day of their own

    def with_roles(self, frames: Sequence[Frame]) -> tuple[Frame, ...]:
        """The frames with their scores and roles: the first strong one leads, a second of another kind may join."""
        scored = [replace(f, score=self._score(f)) for f in frames]
        strong = [f for f in scored if f.score >= _ENOUGH and self._may_lead(f)]
        if not strong:
            return tuple(scored)
        first = min(strong, key=lambda f: (f.back, self.triggers[f.triggers[0]].start if f.triggers else 1 << 30))
        mains = {f.number for f in scored if f is first or self._second(first, f)}
        return tuple(replace(f, role=Role.MAIN if f.number in mains else Role.BACKGROUND) for f in scored)

    def _second(self, first: Frame, other: Frame) -> bool:
        """Whether a frame is a second subject of the report: another kind, or another state's, told in a clause."""
        if not self._may_lead(other) or (first.family == other.family == "nuclear"):
            return False
        foreign = bool(other.state and first.state and other.state != first.state)
        told = [self.triggers[t] for t in other.triggers]
        past = any(told_as_past(t, self.facts) for t in told)
        if foreign and self._jointly(first, told):
            return True
        announced = foreign and self._in_headline(other)
        alone = (
            foreign
            and not announced
            and not any(
                self.triggers[t].shape is Shape.CLAUSE and self._within(self.triggers[t], _HEAD) and self._in_body(t)
                for t in first.triggers
            )
        )
        if alone or foreign != other.back or (other.types & first.types and not foreign) or past or self._replies(told):
            return False
        clause = any(
            t.shape is Shape.CLAUSE
            and (not t.definite or (announced and self._owned(t)))
            and (announced or self._counted(t) or self._beside(first, t))
            and self._within(t, _HEAD if foreign and not announced else _EARLY)
            and (announced or not self._behind(first, t))
            for t in told
        )
        return clause and (other.date is None or first.date is None or near(first.date, other.date))

    def _jointly(self, first: Frame, told: Sequence[Trigger]) -> bool:
        """Whether the same words tell of both, early on: "India and Pakistan both tested missiles"."""
        anchors = {self.triggers[t].anchor for t in first.triggers}
        return any(t.anchor in anchors and self._within(t, _HEAD) for t in told)

    def _owned(self, trigger: Trigger) -> bool:
        """Whether the telling says whose the thing is: "tested its first missile", "Pakistan's launch"."""
        place = trigger.object_start if trigger.object_start is not None else trigger.start
        return _WHOSE.search(self.facts.report.text[max(0, place - 45) : place]) is not None

    def _replies(self, told: Sequence[Trigger]) -> bool:
        """Whether it is told as an answer to the subject, and so belongs to it."""
        return any(_REPLY.match(self.facts.report.text, t.anchor) is not None for t in told)

    def _in_headline(self, frame: Frame) -> bool:
        """Whether the headline names the frame's state, or tells of it."""
        titles = [s for s in self.facts.sentences if s.kind is BlockKind.TITLE]
        named = any(state_of(n) == frame.state for s in titles for n in self.facts.names_in(s.start, s.end))
        return named or any(
            self.facts.sentences[self.triggers[t].sentence].kind is BlockKind.TITLE for t in frame.triggers
        )

    def _in_body(self, number: int) -> bool:
        return self.facts.sentences[self.triggers[number].sentence].kind is BlockKind.BODY

    def _within(self, trigger: Trigger, number: int) -> bool:
        """Whether it is told in the headline or that many sentences of some length."""
        head = self.facts.body[:number]
        return trigger.sentence <= (head[-1] if head else 0)

    def _behind(self, first: Frame, trigger: Trigger) -> bool:
        """Whether its sentence tells something else before it that is not the subject, and so may be past."""
        return any(
            t.sentence == trigger.sentence and t.anchor < trigger.anchor and n not in first.triggers
            for n, t in enumerate(self.triggers)
        )

    def _beside(self, first: Frame, trigger: Trigger) -> bool:
        """Whether the first sentence tells it and the subject alike: "launched 11 missiles and fired rockets"."""
        told = (self.triggers[t] for t in first.triggers)
        return trigger.sentence in self.facts.body[:1] and any(
            t.sentence == trigger.sentence and t.shape is Shape.CLAUSE for t in told
        )

    def _counted(self, trigger: Trigger) -> bool:
        """Whether the telling says how many, be it one."""
        place = trigger.object_start if trigger.object_start is not None else trigger.start
        return (
            _HOW_MANY.search(self.facts.report.text[max(0, place - 45) : (trigger.object_end or trigger.end)])
            is not None
        )

    def _details(self, frame: Frame) -> float:
        """Half a point for each kind of detail in the sentences that tell it in a clause: clock, number, measure, place."""
        told = (self.triggers[t] for t in frame.triggers)
        kinds = {kind for t in told if t.shape is Shape.CLAUSE for kind in self._kinds.get(t.sentence, ())}
        return 0.5 * len(kinds)

    @cached_property
    def _kinds(self) -> Mapping[int | None, set[str]]:
        """The kinds of detail in each sentence that holds any."""
        facts = self.facts
        places = (
            *(("clock", c.start) for c in facts.clocks if not c.stamp and c.precision != "part_of_day"),
            *(("count", c.start) for c in facts.counts if c.says_number),
            *(("measure", q.start) for q in facts.quantities if q.role in _MEASURES),
            *(("place", n.start) for n in facts.names if n.kind == "site"),
        )
        kinds: dict[int | None, set[str]] = {}
        for kind, place in places:
            kinds.setdefault(facts.sentence_at(place), set()).add(kind)
        return kinds

    def _remembered(self, trigger: Trigger) -> bool:
        """Whether the sentence that tells it speaks of an anniversary, or of years gone by."""
        span = self.facts.sentences[trigger.sentence]
        return _YEARS_ON.search(self.facts.report.text, span.start, span.end) is not None

    def _may_lead(self, frame: Frame) -> bool:
        kind = self.codebook.types[frame.type]
        if frame.family in {"launch", "nuclear"} and frame.state is None:
            return False
        if self._to_come(frame) and not kind.announced:
            return False
        return not kind.only_states or frame.state in kind.only_states

    def _to_come(self, frame: Frame) -> bool:
        """Whether its day lies after the report's own, so that nothing can have happened yet."""
        published, when = self.facts.report.published, frame.date
        if published is None or when is None or when.earliest is None:
            return False
        return (when.earliest - published.day).days > _AHEAD

    def _begins_early(self, frame: Frame) -> bool:
        """Whether the headline or one of the first sentences tells it: what comes up deep in a text is no subject."""
        early = self.facts.body[:_EARLY]
        return any(self.triggers[t].sentence <= (early[-1] if early else 0) for t in frame.triggers)

    def _is_tale(self) -> bool:
        """Whether the words are those of a review or a story: nothing in it happened."""
        text = self.facts.report.text
        told = {m[0].lower() for m in _MADE_UP.finditer(text, 0, _PART)}
        return len(told) >= (_TALE if _BOOK.search(text, 0, _OPENING) is None else 1)

    def _elsewhere(self, frame: Frame) -> bool:
        """Whether the report is no report, or its opening tells other news and not this."""
        if self._no_report:
            return True
        return self._other_news and not any(told_there(self.triggers[t], self.facts) for t in frame.triggers)

    @cached_property
    def _no_report(self) -> bool:
        return no_report(self.facts, self.codebook)

    @cached_property
    def _other_news(self) -> bool:
        return other_news(self.facts, self.codebook)

    def _score(self, frame: Frame) -> float:
        if self._elsewhere(frame):
            return 0.0
        score = later = 0.0
        lead = set(self.facts.body[:2])
        early = self._begins_early(frame)
        dated = self.dated & set(frame.triggers)
        for number in frame.triggers:
            trigger = self.triggers[number]
            clause = trigger.shape is Shape.CLAUSE
            span = self.facts.sentences[trigger.sentence]
            if span.kind is BlockKind.TITLE:
                score += 0.0 if explains(self.facts) else 3.0 if clause else 2.0  # the headline tells it
            elif trigger.sentence in lead:
                plain = clause and not aside(trigger, self.facts)
                score += (
                    3.0 if plain else 2.0 if clause or number in dated else 1.0
                )  # the lead tells it, or names its day
            else:
                later += 1.5 if clause or number in dated else 0.3
        score += min(later, 3.0) + self._details(frame) if early else 0.0  # the rest tells it, and how fully
        score -= 4.0 if frame.back else 0.0  # told as past
        if looks_back(self.facts):  # an anniversary, a retrospective: only what has the report's own day is news
            fresh = not any(self._remembered(self.triggers[t]) for t in frame.triggers)
            of_the_day = fresh and frame.date is not None and self.day is not None and near(frame.date, self.day)
            score -= _LOOKING_BACK if of_the_day else 2 * _LOOKING_BACK
        score -= 9.0 if self._is_tale() else 0.0  # a film, a novel, a game
        if frame.date is not None and self.day is not None and near(frame.date, self.day):
            score += 1.5 if early else 0.5  # of the day
        return score
