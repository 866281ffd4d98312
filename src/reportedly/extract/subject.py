"""What a report is about: the frames that are its subject, by a score whose weights stand beside each line."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property

from reportedly.codebook import Codebook, WeaponEntry
from reportedly.extract.dated import Dated, before, near
from reportedly.extract.days_of_headline import DaysOfHeadline
from reportedly.extract.facts import Facts
from reportedly.extract.framing import Frame
from reportedly.extract.harm import strikes_of
from reportedly.extract.lexicon import AFFAIRS, Part
from reportedly.extract.made_up import is_tale
from reportedly.extract.openings import explains, looks_back, opening, remembered
from reportedly.extract.other_news import aside, no_report, other_news, told_there
from reportedly.extract.second import Second
from reportedly.extract.several_days import SeveralDays
from reportedly.extract.state_of import state_of
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.fields.gated import Gated
from reportedly.frozen import dataclass
from reportedly.model import BlockKind, DateRange, Role
from reportedly.patterns import compiled

_DRILL = Gated(r"\b(?:drills?|exercises?|man(?:oeuv|euv)(?:re|er)s?|war ?games|training)\b", re.IGNORECASE)
_NEXT = 4  # sentences of some length, the lead among them
_MEASURES = {"distance", "apogee", "flight_time", "magnitude", "yield"}
_EARLY = 6  # sentences
_LOOKING_BACK = 2.0
_BACK = 4.0  # what it takes off that a frame is told as past
_KNOWN_ONLY_NOW = 45  # days
_FOUND_OUT = 400  # days
_DEEDS = frozenset({"launch", "nuclear", "static"})
_NO_NEWS = 10  # days
_AT_HEAD = 30  # code points
_ENOUGH = 3.0
_WHICH_IS = compiled(  # "the crew that fired", "which was test-fired", "of which twelve have been fired"
    r"(?:,\s(?:\w+\s)?which|\bwho|(?<!said )(?<!says )\bthat)\s(?:(?:\w+\s)?(?:rounds?|ones?)\s)?(?:(?:had|has|have|been|was|were|is|are|once|also|first|later|\w+ly)\s)*$",
    re.IGNORECASE,
)
_NAMES_IT = frozenset({Part.OBJECT, Part.NOUN})
_LONG = 10  # sentences of some length
_SELDOM = 0.08  # of the sentences tell of any, where the first of them does
_RARELY = 0.125  # where it does not
_AHEAD = 1  # days; a day further on it may be where the thing came down
_GROUND = 1  # the precision of a place that is a launching ground or base by itself


@dataclass(frozen=True)
class Subject:
    """Decides which frames a report is about."""

    facts: Facts
    codebook: Codebook
    triggers: tuple[Trigger, ...]
    day: DateRange | None
    dated: frozenset[int] = frozenset()  # the tellings that have a day of their own
    dates: tuple[Dated, ...] = ()

    def with_roles(self, frames: Sequence[Frame]) -> tuple[Frame, ...]:
        """The frames with their scores and roles: the first strong one leads, a second of another kind may join."""
        scored = [replace(f, score=self._score(f)) for f in frames]
        mains = self._days_of_one_account(scored) or self._first_and_second(scored)
        return tuple(replace(f, role=Role.MAIN if f.number in mains else Role.BACKGROUND) for f in scored)

    def _first_and_second(self, scored: Sequence[Frame]) -> frozenset[int]:
        strong = [f for f in scored if f.score >= _ENOUGH and self._may_lead(f)]
        strong = strong or [f for f in scored if self._comes_to_light(f) and self._may_lead(f)]
        if not strong:
            return frozenset()
        first = min(strong, key=lambda f: (f.back, self.triggers[f.triggers[0]].start if f.triggers else 1 << 30))
        days = DaysOfHeadline(self.facts, self.triggers, self.dates, self._kinds)
        second = Second(self.facts, self.triggers, first, days)
        return frozenset(f.number for f in scored if f is first or (self._may_lead(f) and second.is_one(f)))

    def _comes_to_light(self, frame: Frame) -> bool:
        """Whether the lead tells, as nothing else, what was done some weeks before and is known only now."""
        published, when = self.facts.report.published, frame.date
        if (
            not frame.back
            or frame.score + _BACK < _ENOUGH
            or published is None
            or when is None
            or when.earliest is None
        ):
            return False
        if (
            self._elsewhere(frame)
            or self._looks_back
            or self._explains
            or self._is_tale
            or self._only_touched_on(frame)
        ):
            return False
        told = [self.triggers[t] for t in frame.triggers if self.triggers[t].sentence in self.facts.body[:1]]
        plain = any(not aside(t, self.facts) and self._is_what_is_told(t) for t in told)
        return plain and 0 <= (published.day - when.earliest).days <= _KNOWN_ONLY_NOW

    def _is_what_is_told(self, trigger: Trigger) -> bool:
        """Whether its sentence tells it in a clause, or begins with it."""
        start = self.facts.sentences[trigger.sentence].start
        return trigger.object_start is not None or trigger.start - start < _AT_HEAD

    def _days_of_one_account(self, scored: Sequence[Frame]) -> frozenset[int]:
        if self._no_report or self._looks_back or self._is_tale or self._explains:
            return frozenset()
        return SeveralDays(self.facts, self.triggers, self.dates).of([f for f in scored if self._may_lead(f)])

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

    def _of_the_day(self, frame: Frame) -> bool:
        """Whether a report that looks back tells it as done on its own day, or in its headline as nothing older."""
        told = [self.triggers[t] for t in frame.triggers]
        if any(remembered(self.facts, t) for t in told):
            return False
        if frame.date is not None:
            return self.day is not None and near(frame.date, self.day)
        titles = (t for t in told if self.facts.sentences[t.sentence].kind is BlockKind.TITLE)
        return any(t.shape is Shape.CLAUSE and not aside(t, self.facts) for t in titles)

    def _may_lead(self, frame: Frame) -> bool:
        kind = self.codebook.types[frame.type]
        if frame.family in {"launch", "nuclear"} and frame.state is None:
            return False
        if self._to_come(frame) and not kind.announced:
            return False
        if self._explains and frame.date is None and self._details(frame) < 1.0:
            return False
        if frame.family in _DEEDS and self._long_over(frame):
            return False
        if frame.family == "launch" and not self._of_a_weapon(frame):
            return False
        return not kind.only_states or frame.state in kind.only_states

    def _of_a_weapon(self, frame: Frame) -> bool:
        """Whether an early telling has its thing, or headline, lead or a sentence with one name a weapon, thing or launching
        ground: trials and flights of other kinds have none."""
        early = self.facts.body[:_EARLY]
        told = [self.triggers[t] for t in frame.triggers if self.triggers[t].sentence <= (early[-1] if early else 0)]
        if not frame.triggers or any(t.object_start is not None for t in told):
            return True
        return self._opens_with_one or not self._naming.isdisjoint(t.sentence for t in told)

    @cached_property
    def _opens_with_one(self) -> bool:
        return not self._naming.isdisjoint(opening(self.facts))

    @cached_property
    def _looks_back(self) -> bool:
        return looks_back(self.facts)

    @cached_property
    def _explains(self) -> bool:
        return explains(self.facts)

    @cached_property
    def _naming(self) -> frozenset[int | None]:
        """The sentences that name what can be launched, by its word, class or name, or a ground that it is launched from;
        of nouns for an incident those of more than one word hold their thing."""
        facts = self.facts
        words = (t for t in facts.terms if t.term.part in _NAMES_IT)
        places = (
            *(c.start for c in facts.classes),
            *(t.start for t in words if t.term.part is Part.OBJECT or " " in t.term.base),
            *(n.start for n in facts.names if n.kind == "weapon" or getattr(n.entry, "precision", None) == _GROUND),
        )
        return frozenset(facts.sentence_at(place) for place in places)

    def _to_come(self, frame: Frame) -> bool:
        """Whether its day lies after the report's own, so that nothing can have happened yet."""
        published, when = self.facts.report.published, frame.date
        if published is None or when is None or when.earliest is None:
            return False
        return (when.earliest - published.day).days > _AHEAD

    def _long_over(self, frame: Frame) -> bool:
        """Whether its day lies so far back that no report can be the news of it, be it known only now; where the headline
        tells it, as what a monitor or a paper has found out, that takes over a year."""
        published = self.facts.report.published
        told = (self.triggers[t] for t in frame.triggers)
        headed = any(t.shape is Shape.CLAUSE and self.facts.sentences[t.sentence].kind is BlockKind.TITLE for t in told)
        days = _FOUND_OUT if headed else _KNOWN_ONLY_NOW
        return published is not None and before(frame.date, published.day, by=days)

    def _begins_early(self, frame: Frame) -> bool:
        """Whether the headline or one of the first sentences tells it: what comes up deep in a text is no subject."""
        early = self.facts.body[:_EARLY]
        return any(self.triggers[t].sentence <= (early[-1] if early else 0) for t in frame.triggers)

    @cached_property
    def _is_tale(self) -> bool:
        return is_tale(self.facts)

    def _only_touched_on(self, frame: Frame) -> bool:
        """Whether a report of some length, whose headline names no such thing, tells of any only here and there."""
        length = len(self.facts.body)
        if length < _LONG or self._headline_names_one:
            return False
        lead = any(self.triggers[t].sentence in self.facts.body[:1] for t in frame.triggers)
        told = len({t.sentence for t in self.triggers})
        return told < length * (_SELDOM if lead else _RARELY)

    @cached_property
    def _headline_names_one(self) -> bool:
        """Whether the headline names a weapon or an incident, or there is none."""
        facts = self.facts
        ends = [s.end for s in facts.sentences if s.kind is BlockKind.TITLE]
        end = max(ends, default=0)
        named = (t.term for t in facts.terms if t.start < end and t.term.part in _NAMES_IT and t.term.base != "trial")
        terms = any(self.codebook.types[kind].family not in AFFAIRS for term in named for kind in term.types)
        weapons = any(n.kind == "weapon" for n in facts.names_in(0, end)) or any(c.start < end for c in facts.classes)
        return not ends or terms or weapons or strikes_of(self.codebook).search(facts.report.text, 0, end) is not None

    def _elsewhere(self, frame: Frame) -> bool:
        """Whether the report is no report, or its opening tells other news and not this."""
        if self._no_report:
            return True
        if not self._other_news or any(told_there(self.triggers[t], self.facts, self.codebook) for t in frame.triggers):
            return False
        return not (self._fired_in_it(frame) or self._flew_after_all(frame))

    def _flew_after_all(self, frame: Frame) -> bool:
        """Whether the weapon that the opening names is told right behind it as fired, with its day or clock: "Its test had
        been put off. The Minuteman III left Vandenberg at 12:49 a.m."."""
        if frame.back or (frame.date is not None and (self.day is None or not near(frame.date, self.day))):
            return False
        told = [self.triggers[t] for t in frame.triggers]
        dated = {self.triggers[t].sentence for t in self.dated & set(frame.triggers)}
        return any(
            t.shape is Shape.CLAUSE
            and t.modality is Modality.HAPPENED
            and t.sentence in self.facts.body[1:_NEXT]
            and (t.sentence in dated or "clock" in self._kinds.get(t.sentence, ()))
            and not aside(t, self.facts)
            and not self._weapons_of({t.sentence}).isdisjoint(self._weapons_of(opening(self.facts) - {t.sentence}))
            for t in told
        )

    def _weapons_of(self, sentences: Set[int]) -> set[str]:
        """The weapons that some sentences name, by family and class, and the classes they speak of."""
        found: set[str] = set()
        for span in (self.facts.sentences[n] for n in sentences):
            found |= {c.code for c in self.facts.classes if span.start <= c.start < span.end}
            for name in self.facts.names_in(span.start, span.end):
                if isinstance(name.entry, WeaponEntry):
                    found |= {name.entry.family or name.entry.id, name.entry.weapon_class}
        return found - {"unknown", "BM"}

    def _fired_in_it(self, frame: Frame) -> bool:
        """Whether an exercise is the news, and right behind the lead its state fires: "held drills on Tuesday. A Yars was
        launched from Plesetsk"."""
        facts, lead = self.facts, self.facts.body[:1]
        stale = frame.date is not None and self.day is not None and not near(frame.date, self.day)
        if frame.back or not lead or stale:
            return False
        span = facts.sentences[lead[0]]
        names = (n for n in facts.names_in(span.start, span.end) if not facts.in_dateline(n.start))
        whose = next((s for n in names if (s := state_of(n)) is not None), None)
        if whose != frame.state or _DRILL.search(facts.report.text, span.start, span.end) is None:
            return False
        told = (self.triggers[t] for t in frame.triggers if self.triggers[t].sentence in facts.body[1:_NEXT])
        return any(
            t.shape is Shape.CLAUSE
            and t.modality is Modality.HAPPENED
            and t.object_start is not None
            and not aside(t, facts)
            for t in told
        )

    @cached_property
    def _no_report(self) -> bool:
        return no_report(self.facts, self.codebook)

    @cached_property
    def _other_news(self) -> bool:
        return other_news(self.facts, self.codebook)

    def _only_which(self, trigger: Trigger) -> bool:
        """Whether its clause only says which thing or whom the sentence speaks of: "exports of the Chunmoo, which was fired"."""
        start = self.facts.sentences[trigger.sentence].start
        return _WHICH_IS.search(self.facts.report.text, max(start, trigger.anchor - 60), trigger.anchor) is not None

    def _below_the_news(self, frame: Frame) -> bool:
        """Whether neither headline nor lead tells it, and its day or month is none of these days."""
        lead, published = self.facts.body[:1], self.facts.report.published
        first = (self.triggers[t].sentence for t in frame.triggers)
        if (
            published is None
            or frame.date is None
            or any(n in lead or self.facts.sentences[n].kind is BlockKind.TITLE for n in first)
        ):
            return False
        wide = frame.date.day is None and before(frame.date, published.day)
        return wide or before(frame.date, published.day, by=_NO_NEWS)

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
                score += 0.0 if self._explains else 3.0 if clause else 2.0  # the headline tells it
            elif trigger.sentence in lead:
                only_which = self._only_which(trigger)
                plain = clause and not only_which and not aside(trigger, self.facts)
                told = number in dated or (clause and not (only_which and trigger.sentence not in self.facts.body[:1]))
                score += 3.0 if plain else 2.0 if told else 1.0  # the lead tells it, or names its day
            else:
                later += 1.5 if clause or number in dated else 0.3
        score += min(later, 3.0) + self._details(frame) if early else 0.0  # the rest tells it, and how fully
        score -= _BACK if frame.back or self._below_the_news(frame) else 0.0  # told as past
        if self._looks_back:  # an anniversary, a retrospective: only what has the report's own day is news
            score -= _LOOKING_BACK if self._of_the_day(frame) else 2 * _LOOKING_BACK
        score -= 9.0 if self._is_tale else 0.0  # a film, a novel, a game
        score -= 9.0 if self._only_touched_on(frame) else 0.0  # a long report on something else
        if frame.date is not None and self.day is not None and near(frame.date, self.day):
            score += 1.5 if early else 0.5  # of the day
        return score
