"""The frames of one report: what each is, and which of them a value of the text belongs to."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import field, replace
from functools import cached_property

from reportedly.codebook import Codebook, SiteEntry
from reportedly.extract.dated import Dated
from reportedly.extract.facts import Facts
from reportedly.extract.lexicon import AFFAIRS
from reportedly.extract.referring import ONE_OF_THEM
from reportedly.extract.sides import side_of
from reportedly.extract.trigger import Trigger
from reportedly.frozen import dataclass
from reportedly.model import DateRange, Role, content_id
from reportedly.patterns import compiled

_GOES_ON = compiled(
    r"(?:[-–•]\s*)?(?:It|They|That|Th[eo]se|Both|Each|Neither|None of them|All of them|There (?:was|were)|The (?:missile|rocket|weapon|pair|projectile)s?|One|Two)\b"
)
_THE_EVENT = compiled(r"The (?:launch(?:es)?|tests?|trials?|firings?|drills?)\b")
_THE_THING = compiled(r"The (missile|rocket|shell|round|satellite|projectile)")
_TOLD_AGAIN = compiled(
    r"(?:The|This|These|Both|[A-Z][a-z]+day['’]s)\s(?:[\w-]+\s){0,2}?"
    r"(?:launch(?:es)?|tests?|firings?|missiles?|rockets?|projectiles?|shots?|shells?|pair|salvo|barrage|volley|trials?|blast)\b"
)
_IN_PASSING = compiled(  # "said the Joint Chiefs, which had counted seven", "near the site where the four earlier tests took place"
    r",\s(?:which|who)\s(?:\w+ly\s)?(?:had|has|have)\b|,?\s(?:where|whose)\b[^,;]*$"
)
_OWN_CLAUSE, _SUBORDINATE = (
    1.0,
    2.0,
)  # the weights of the boundaries that a loose opener, and a past one, do not cross
_IS_CALLED = compiled(  # right before a name
    r"\b(?:(?:(?:it|this|that|missiles?|rockets?|weapons?|one|projectiles?|device)\s+(?:was|were|is|to be|as(?: having been)?)"
    r"(?:\s+(?:likely|probably|apparently|possibly))?)|(?:named|called|dubbed|identified|named it|to (?:be|have been))|"
    r"(?:nam|call|identif|describ|recogni[sz])\w*\s+(?:it|them|the \w+|one)\s+as|describ\w+|what (?:it|they|he) (?:said|called|say|says) (?:was|were|is))\s+"
    r"(?:(?:an?|the|its|of|new|newer|upgraded|improved|modified|[\w-]+ (?:of|version of|variant of|test of|launch of|flight of))\s+)*[\"“‘']?$",
    re.IGNORECASE,
)
_OF_WHAT_KIND = compiled(
    r",\s+(?:an?|the|one|its|which|that|first|last|shown|unveiled|tested|flown)\b|\s+(?:class|family|series|type)\b|\s+(?:that|which|as the|as an?)\s",
    re.IGNORECASE,
)
_COMPARED = compiled(
    r"\b(?:as|like|than|unlike)(?:\s+(?:in|on|during|it did|they did|was the case))?(?:\s+(?:the|its|an?))?\s*$"
    r"|\b(?:against|compared (?:with|to)|(?:up|down) from|versus)\s[^,;]{0,40}$",
    re.IGNORECASE,
)
_LANDMARK = compiled(
    r"\b(?:from|of|near|by|to|at)\s(?:(?!\b(?:could|will|would|has|had|have|was|were|is)\b)[^,;]){0,60}$"
)
_IS_WHAT = compiled(
    r"[\"”’]?(?:,[^,.;]{1,60},)? (?:is|was) (?:what|how|the name)\b(?![^.;]{0,40}\b(?:needs?|lacks?|wants?|fears?|worries))"
)
_NAMING = 60  # code points
_AT_HEAD = 16  # code points from where a sentence begins
_AT_SUBJECT = 40
_RELATIVE = compiled(r"\b(?:that|which|who|whose)\s")
_SINCE_THEN = compiled(r",\s(?:came|took place|was|were|happened|occurred|began|lifted|flew|landed|fell|reached|hit)\b")


def zone_of_state(codebook: Codebook, state: str | None) -> str | None:
    """The IANA zone of a state's capital, or None where the codebook does not know the state."""
    return codebook.states[state].zone if state is not None and state in codebook.states else None


@dataclass(frozen=True, slots=True)
class Frame:
    """One incident of one report: its tellings (by number), its dates, and whether it is the subject."""

    number: int
    type: str
    types: frozenset[str]
    family: str
    state: str | None
    date: DateRange | None
    triggers: tuple[int, ...]
    dates: tuple[int, ...]
    back: bool
    told: bool = False  # a date alone says that it happened: "the first since July 1"
    apart: int | None = None  # the frame of the same day and kind that it is told apart from
    role: Role = Role.BACKGROUND
    score: float = 0.0


@dataclass(frozen=True, slots=True, order=True)
class Opener:
    """Words that open a frame in their sentence; a date alone (`loose`) rules its own clause only."""

    start: int
    end: int
    frame: int
    loose: bool = False


@dataclass(frozen=True)
class Framing:
    """The frames of a report, its tellings and dates, and the frame of every telling and date."""

    facts: Facts
    triggers: tuple[Trigger, ...]
    dates: tuple[Dated, ...]
    frames: tuple[Frame, ...]
    of_trigger: Mapping[int, int]
    of_date: Mapping[int, int]
    state: str | None
    codebook: Codebook
    openers: Mapping[int, tuple[Opener, ...]] = field(default_factory=dict)
    talk: int | None = None

    @property
    def sites(self) -> Mapping[str, SiteEntry]:
        """The codebook's places by id."""
        return self.codebook.sites

    def first_told(self, frame: Frame) -> tuple[int, ...]:
        """The place of a frame's first telling; nothing where a date alone makes it."""
        told = [self.triggers[t] for t in frame.triggers[:1]]
        return (told[0].start, told[0].end) if told else ()

    @cached_property
    def mention_ids(self) -> tuple[str, ...]:
        """The ids of the mentions that the frames become: hashes of report, type and the place of the first telling.

        Where the same words tell several incidents ("missiles on May 4 and May 9", "India and Pakistan both"), the later
        ones add the place of their day and their state.
        """
        return tuple(self._mention_id(number, frame) for number, frame in enumerate(self.frames))

    def _mention_id(self, number: int, frame: Frame) -> str:
        first = self.first_told(frame)
        days = tuple(self.dates[d].start for d in frame.dates[:1])
        shared = self.first_of_words[frame.type, first] < number
        told: tuple[object, ...] = (*first, *days) if shared or not first else first
        place = (*told, frame.state) if shared and frame.state else told
        return content_id(self.facts.report.id, frame.type, *place)

    @cached_property
    def first_of_words(self) -> Mapping[tuple[str, tuple[int, ...]], int]:
        """For each type and place of a first telling the number of the first frame that is told there."""
        return {(f.type, self.first_told(f)): n for n, f in reversed(list(enumerate(self.frames)))}

    def zone_of(self, frame: Frame) -> str | None:
        """The IANA zone of the frame's state, which is that of its capital."""
        return zone_of_state(self.codebook, frame.state)

    def zones_of(self, frame: Frame) -> tuple[str, ...]:
        """All IANA zones of the frame's state."""
        entry = self.codebook.states.get(frame.state or "")
        return (entry.zone, *entry.zones) if entry else ()

    def owner(self, start: int, end: int) -> int | None:
        """The frame that a find belongs to: that of the nearest telling in its sentence, else the sentence's own."""
        sentence = self.facts.sentence_at(start)
        if sentence is None:
            return None
        bounds = self.facts.bounds
        best: tuple[float, int, int] | None = None
        for opener in self.openers.get(sentence, ()):
            crossed = bounds.crossed(min(end, opener.end), max(start, opener.start))
            if opener.loose and self._apart(opener, start, end, crossed):
                continue
            if (
                opener.start >= end
                and self.frames[opener.frame].back
                and (
                    (crossed >= _SUBORDINATE and self._goes_on(sentence))
                    or _IN_PASSING.search(self.facts.report.text, end, opener.start)
                )
            ):
                continue  # "the launches, at 7:25 and 7:37, were the first since a satellite failed"
            if opener.start >= end and self.frames[opener.frame].back and self._is_set_beside(sentence, end, opener):
                continue  # "it lay around Kilju, 20 km from the site of the last test"
            if opener.end > end and self.frames[opener.frame].back and self._is_named(sentence, start, end, opener):
                continue  # "it was a Khorramshahr, a type that had flown once before, in July"
            if start < opener.end and opener.start < end:
                cost = 0.0
            elif opener.end <= start:
                cost = bounds.distance(opener.end, start)
            else:
                cost = bounds.distance(end, opener.start) + 8.0
            if best is None or (cost, opener.start, opener.frame) < best:
                best = (cost, opener.start, opener.frame)
        return best[2] if best is not None else self.carried(sentence)

    def _apart(self, opener: Opener, start: int, end: int, crossed: float) -> bool:
        """Whether a find lies out of the clause that a date alone rules: across a boundary, or before the relative clause
        that the date stands in ("by the Qaem-100, which in January ..."). An old day that the sentence begins with rules
        all of it, where it tells nothing else ("A week ago it shot two that went 240 km")."""
        text = self.facts.report.text
        sentence = self.facts.sentence_at(opener.start) or 0
        beside = self.openers.get(sentence, ())
        if start >= opener.end and opener.frame in self._old_day_at_head(sentence) and all(o.loose for o in beside):
            return False
        if end <= opener.start and _RELATIVE.search(text, end, opener.start) is not None:
            return True
        if start >= opener.end and _SINCE_THEN.match(text, opener.end, start):
            return True  # "the 191st since 1989, came at 2:10 p.m."
        return crossed >= _OWN_CLAUSE

    def _is_set_beside(self, sentence: int, end: int, opener: Opener) -> bool:
        """Whether a past incident only stands behind a find of a sentence that goes on about what was told, for
        comparison or as a landmark."""
        text, start = self.facts.report.text, self.facts.sentences[sentence].start
        if _COMPARED.search(text, end, opener.start) is not None:
            return True
        return (
            not opener.loose
            and _GOES_ON.match(text, start) is not None
            and _LANDMARK.search(text, end, opener.start) is not None
        )

    def _is_named(self, sentence: int, start: int, end: int, opener: Opener) -> bool:
        """Whether a sentence says what the thing it goes on about is, and only then of what kind or age."""
        if self.is_what(end):
            return True
        kind = _OF_WHAT_KIND.search(self.facts.report.text, start, opener.end)
        return kind is not None and self.says_it_is(sentence, start)

    def says_it_is(self, sentence: int, start: int) -> bool:
        """Whether the words before a name say that the thing gone on about is one: "it was identified as a"."""
        low = max(self.facts.sentences[sentence].start, start - _NAMING)
        return _IS_CALLED.search(self.facts.report.text, low, start) is not None

    def is_what(self, end: int) -> bool:
        """Whether the words behind a name say that it is what was fired: "a DF-31, shown in 2017, is what they see"."""
        return _IS_WHAT.match(self.facts.report.text, end) is not None

    def _goes_on(self, sentence: int) -> bool:
        """Whether a sentence opens with what has been told: "The launches", "Thursday's test"."""
        return _TOLD_AGAIN.match(self.facts.report.text, self.facts.sentences[sentence].start) is not None

    def carried(self, sentence: int) -> int | None:
        """The frame of a sentence that tells no incident of its own."""
        known, first = self._carried, sentence
        while first > 0 and first not in known and not self.openers.get(first - 1) and self.facts.goes_on(first):
            first -= 1  # from the first on, because a paragraph of a transcript has a thousand sentences
        for one in range(first, sentence + 1):
            if one not in known:
                known[one] = self._carried_to(one)
        return known[sentence]

    @cached_property
    def _carried(self) -> dict[int, int | None]:
        """What `carried` found so far, by sentence."""
        return {}

    def _carried_to(self, sentence: int) -> int | None:
        span = self.facts.sentences[sentence]
        head = self.facts.report.text[span.start : span.start + 24]
        on_it = (
            _GOES_ON.match(head) or ONE_OF_THEM.match(head) or (_THE_EVENT.match(head) and self.facts.goes_on(sentence))
        )
        if sentence > 0 and on_it:
            before_it = self._told_before(sentence, _THE_THING.match(head))
            if before_it is not None:
                return before_it
        if (of_paragraph := self._of_paragraph(sentence)) is not None:
            return of_paragraph
        if len(self._sides) > 1 and (side := side_of(self.facts, sentence, self._sides)) is not None:
            return side
        sentences, frames = self._subjects
        last = bisect_right(sentences, sentence) - 1
        return frames[last] if last >= 0 else self.main

    def _told_before(self, sentence: int, named: re.Match[str] | None) -> int | None:
        """The one frame that the sentence before this one is of, which "it", "those two", "the missile" go on about: what it
        opens, the old day that it begins with, or where it tells nothing itself, what it is carried to."""
        openers = self.openers.get(sentence - 1, ())
        told = {o.frame for o in openers if not o.loose} or self._old_day_at_head(sentence - 1)
        if len(told) == 1 or (told and all(self.frames[f].back for f in told)):
            return max(told)
        of_it = {o.frame for o in openers if not o.loose and named and named[1] in self._words_of(o)}
        if len(of_it) == 1:
            return of_it.pop()
        return self.carried(sentence - 1) if not openers and self.facts.goes_on(sentence) else None

    def _old_day_at_head(self, sentence: int) -> set[int]:
        """The frames of the old days that a sentence begins with: "On Wednesday two had left Sunan", "The August 29 missile"."""
        span = self.facts.sentences[sentence]
        return {
            o.frame
            for o in self.openers.get(sentence, ())
            if o.start - span.start < _AT_HEAD and "since" not in self.facts.report.text[span.start : o.start].lower()
        }

    def _of_paragraph(self, sentence: int) -> int | None:
        """The old incident that the paragraph of a sentence begins with and that nothing else in it follows."""
        first = sentence
        while self.facts.goes_on(first) and first not in self.openers:
            first -= 1
        if first == sentence or (self.facts.goes_on(first)) or first in self.facts.body[:1]:
            return None
        begins = self.facts.sentences[first].start + _AT_SUBJECT
        told = {o.frame for o in self.openers.get(first, ()) if not o.loose} or self._old_day_at_head(first)
        old = [f for f in told if self.frames[f].role is not Role.MAIN and self.frames[f].family not in AFFAIRS]
        at_head = any(o.start < begins and o.frame in old for o in self.openers.get(first, ()))
        return old[0] if len(told) == 1 and at_head else None

    def _words_of(self, opener: Opener) -> str:
        """The words that open a frame, in small letters."""
        return self.facts.report.text[opener.start : opener.end].lower()

    @cached_property
    def main(self) -> int | None:
        """The number of the first subject of the report, None where it has none."""
        return next((f.number for f in self.frames if f.role is Role.MAIN), None)

    @cached_property
    def of_several_days(self) -> frozenset[int]:
        """The subjects of a report that is an account of several days; none where all it is about is of one."""
        mains = [f for f in self.frames if f.role is Role.MAIN and f.date is not None and f.date.day is not None]
        return frozenset(f.number for f in mains) if len({f.date.day for f in mains if f.date}) > 1 else frozenset()

    @cached_property
    def _sides(self) -> Mapping[str, int]:
        """The subjects of the report by their states, the first of each."""
        mains = [f for f in self.frames if f.role is Role.MAIN and f.state and f.family not in AFFAIRS]
        return {f.state: f.number for f in reversed(mains) if f.state}

    @cached_property
    def _subjects(self) -> tuple[list[int], list[int]]:
        """The sentences that open a subject of the report, in order, and for each the one that it opens last; what happened
        goes before what was said or imposed beside it."""
        mains = {f.number for f in self.frames if f.role is Role.MAIN}
        last: dict[int, int] = {}
        for number in sorted(self.openers):
            told = [o.frame for o in self.openers[number] if o.frame in mains]
            if told:
                last[number] = next((f for f in reversed(told) if self.frames[f].family not in AFFAIRS), told[-1])
        return list(last), list(last.values())


def with_talk(framing: Framing) -> Framing:
    """The framing with one background frame more, for what is said in a report without an incident as its subject."""
    kind = framing.codebook.one("statement")
    if kind is None or any(f.role is Role.MAIN for f in framing.frames):
        return framing
    if not _of_the_field(framing):
        return framing
    number = len(framing.frames)
    talk = Frame(number, kind, frozenset({kind}), framing.codebook.types[kind].family, None, None, (), (), back=True)
    return replace(framing, frames=(*framing.frames, talk), talk=number)


def _of_the_field(framing: Framing) -> bool:
    """Whether a report without a subject is of the field all the same: a state acts or one of its bodies is named beside
    a thing, or a weapon, a class or a thing of more than one word is. Teams called Rockets, fireworks and the stumps of
    cricket name none."""
    facts = framing.facts
    if (
        facts.classes
        or any(f.state is not None for f in framing.frames)
        or any(n.kind == "weapon" for n in facts.names)
    ):
        return True
    bodies = any(n.kind == "body" and getattr(n.entry, "state", None) for n in facts.names)
    return any(bodies or len(facts.report.text[t.start : t.end].split()) > 1 for t in facts.things)
