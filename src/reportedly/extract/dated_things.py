"""Incidents told by a thing and its day alone: "after its missile over Japan on Tuesday", "one on April 15".

No verb of launch stands there, so that no telling is found; the day beside the thing makes it one.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.extract.facts import Facts
from reportedly.extract.in_turn import told_in_turn
from reportedly.extract.inflection import Form
from reportedly.extract.lexicon import Part, TermMatch
from reportedly.extract.stamps import heads, labels
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.fields.date import DateExpression
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_KINDS = {"full", "month_day", "month", "weekday", "relative", "year"}
_TIMELINE = 2  # sentences under a date that make a timeline
_REACH = 110  # code points from a thing to its day
_CLAUSE = 2.0  # the weight of boundaries behind which another clause stands
_NOUN_PHRASE = 7  # words before a thing that can belong to it
_OPENS = {"a", "an", "the", "its", "his", "their", "another", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
          "ten", "several", "some", "multiple", "dozens"}  # fmt: skip
_BEFORE_IT = compiled(  # what an earlier incident is set beside: after, since, like, in response to
    r"(?:(?:\b(?:after|following|since|before|(?<!more )(?<!less )(?<!fewer )than|like|unlike)|"
    r"\b(?:response|repl(?:y|ies)|answer|reaction|retaliation|contrast|similar) to)\s+$|[.;:–—]\s*$|^\s*$)",
    re.IGNORECASE,
)
_AND = compiled(r"(?:,|\band|\bor)\s+$", re.IGNORECASE)
_AND_MORE = compiled(r"(?P<and>,?\s+and\s+)(?:[\w-]+\s+){0,3}", re.IGNORECASE)
_PLACES = (  # what can stand between a thing and its day without a verb: where it went and whence
    r"(?:over|into|toward|towards|to|from|near|off|at|in|across|of|on|by|around|the|its|earlier|early|late|last|this|"
    r"sea|ocean|coast|waters?|airspace|orbit|islands?|site|base|east|west|north|south|eastern|western|(?-i:[A-Z][\w’'-]*))"
)
_BESIDE = compiled(rf"[\s\"”’)]*(?:\(\w+\)\s*)?(?:{_PLACES}\s+)*", re.IGNORECASE)
_TOOK_PLACE = compiled(
    r",?\s+(?:(?:were|was|had been)\s+(?:held|conducted|carried out|staged|made)|took place|had taken place|came|followed|happened|occurred)?\s*"
    r"(?:(?:back|again|only|earlier|early|late|last|on|in|of|from)\s+)*",
    re.IGNORECASE,
)
_HABIT = compiled(r"\b(?:usually|normally|typically|generally|regularly|routinely|as a rule)\b", re.IGNORECASE)
_OBJECTS = compiled(  # "fired two others", "launched another", "tested it again"
    r"\s+(?:(?:yet\s+)?another|it|them|both|(?:one|two|three|four|five|several|some)(?:\s+(?:more|others?|of them|of (?:its|their) own)\b|(?=\s*[,.;:)—–]|\s+(?:in|on|at|from|into|towards?|over|off|early|late|last|just|more|earlier|later|and|but|as|that|which|with|to|for|about|each|hours|days|weeks|\d)\b)))\b"
    r"(?!\s+(?:[\w’'-]+\s+){0,3}[\w-]*(?:missiles?|rockets?|shells?|satellites?|tests?|launch(?:es)?|firings?|trials?|devices?|bombs?)\b)",
    re.IGNORECASE,
)
_SO_MANY = compiled(  # a number that stands for what was told before: "hours after the North launched three, one of them ..."
    r"\s+(?:(?:at least|about|some|around|another|yet another)\s+)?(?:\d{1,3}(?![\d.,]*\d)|another|two|three|four|five|six|seven|eight|nine|ten|several)"
    r"(?:\s+(?:more|others?|of (?:them|its own|their own|its kind|the kind|the same)))?"
    r"(?=\s*[,.;:)—–]|\s+(?:into|toward|towards|on|in|at|from|over|just|earlier|later|and|some|about|more than|\d[\d,.]*\s?(?:km|kilomet\w+|miles?))\b)",
    re.IGNORECASE,
)
_SUBJECTS = compiled(  # "it was fired", "another was launched", "both were tested"
    r"\b(?:it|they|both|one|another|others|two|three|these|those|that one|the others?|the (?:first|second|third))\s+"
    r"(?:was|were|had been|has been|have been)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_OTHERS = Gated(  # pronouns that stand for further ones of what was told: "one on April 15", "more followed on"
    r"\b(?P<lead>after|since|before|following|than|like|and|,|:|;|^)\s+"
    r"(?P<one>(?:yet\s+)?(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|some|multiple|another|others|more|that|those|the (?:one|ones|first|second|third|other|others|last))"
    r"(?:\s+more|\s+others?)?)(?:\s+of\s+(?:the\s+same|its|this|that|their)(?:\s+\w+){1,2}?)?\s+"
    r"(?:(?:(?:was|were|had been|is|are)\s+)?(?:fired|launched|tested|held|conducted|carried out|followed|came|flew|failed|exploded|"
    r"crossed|went up|lifted off|took place)\s+(?:\w+\s+){0,3})?(?:on|in|of|from|early|late|last|just)?\s*$",
    re.IGNORECASE,
)


def dated_things(facts: Facts) -> tuple[Trigger, ...]:
    """The tellings that only a thing, or a pronoun for one, and a day beside it make; in the order of the text."""
    timeline = labels(facts.report.text, facts.sentences, facts.dates)
    finder = _Finder(facts, timeline if len(timeline) >= _TIMELINE else frozenset())
    return tuple(sorted(finder.found(), key=lambda t: t.anchor))


class _Finder:
    def __init__(self, facts: Facts, timeline: frozenset[int]) -> None:
        self.facts, self.timeline, self.text = facts, timeline, facts.report.text
        self.things = [t for t in facts.terms if t.term.part is not Part.VERB]
        self.verbs = [
            t for t in facts.terms if t.term.part is Part.VERB and t.term.form is Form.PAST and not t.term.link
        ]
        self.tellings = [t for t in facts.triggers if t.modality is not Modality.GENERAL]
        self._starts = [t.start for t in self.things]
        self._verb_starts = [t.start for t in self.verbs]
        self._told = [t.start for t in self.tellings]

    def found(self) -> Iterable[Trigger]:
        """One telling for every date that has a thing and no telling beside it, and for every number of what was fired."""
        chained = -1  # the end of the last dated thing, behind which "and" leads to another
        by_date = set()
        for date in self.facts.dates:
            number = self.facts.sentence_at(date.start)
            if number is None or date.kind not in _KINDS:
                continue
            told = self._of_date(date, number, chained)
            if told is not None or self._ends_a_telling(date, number):
                chained = date.end
            if told is not None:
                by_date.add(told.anchor)
                yield told
        yield from (told for told in self._numbers() if told.anchor not in by_date)

    def _ends_a_telling(self, date: DateExpression, number: int) -> bool:
        """Whether a day stands right behind what a clause tells: "tested a missile on Tuesday and a rocket on Thursday"."""
        before = bisect_left(self._told, date.start)
        last = self.tellings[before - 1] if before else None
        if last is None or last.sentence != number or last.shape is not Shape.CLAUSE:
            return False
        return last.end <= date.start and self.facts.bounds.crossed(last.end, date.start) < _CLAUSE

    def _numbers(self) -> Iterable[Trigger]:
        """A verb of launch with a bare number: of the kind of what was told before."""
        for verb in self.verbs:
            many = _SO_MANY.match(self.text, verb.end)
            number = self.facts.sentence_at(verb.start) if many else None
            if many is None or number is None or self._told_between(verb.start, many.end()):
                continue
            told = self._again(verb.start, many.end(), number, Shape.CLAUSE, verb.term.types)
            if told is not None:
                yield told

    def _of_date(self, date: DateExpression, number: int, chained: int) -> Trigger | None:
        span = self.facts.sentences[number]
        if number in self.timeline and heads(self.text, span, date):
            return self._entry(date, number)
        low = max(span.start, date.start - _REACH)
        return (
            self._pronoun(date, number, low)
            or self._verb(date, number)
            or self._event(date, number, low)
            or self._thing(date, number, low, chained)
        )

    def _entry(self, date: DateExpression, number: int) -> Trigger | None:
        """The first thing of a timeline's entry that no verb tells."""
        span = self.facts.sentences[number]
        if self._told_between(span.start, span.end):
            return None
        inside = self._things_in(date.end, span.end, Part.OBJECT, Part.NOUN)
        return self._trigger(inside[0], number) if inside else None

    def _thing(self, date: DateExpression, number: int, low: int, chained: int) -> Trigger | None:
        """A thing right before the day, with nothing but places between, that no verb governs."""
        inside = self._things_in(low, date.start, Part.OBJECT)
        if not inside or _BESIDE.fullmatch(self.text, inside[-1].end, date.start) is None:
            return None
        thing = inside[-1]
        begins = self._begins(thing, self.facts.sentences[number].start)
        if (
            begins is None
            and 0 <= chained < thing.start
            and (beside := _AND_MORE.fullmatch(self.text, chained, thing.start))
        ):
            begins = beside.end("and")  # "on Tuesday and tactical guided missiles on Thursday"
            return None if self._inside_a_telling(thing) else replace(self._trigger(thing, number), shape=Shape.CLAUSE)
        if begins is None or self._told_between(begins, date.start) or self._inside_a_telling(thing):
            return None
        lead = self.text[self.facts.sentences[number].start : begins][-60:]
        follows = 0 <= begins - chained < 12 and _AND.search(lead) is not None
        return self._trigger(thing, number) if follows or _BEFORE_IT.search(lead) else None

    def _event(self, date: DateExpression, number: int, low: int) -> Trigger | None:
        """Launches or tests spoken of in general, but with their day: "two earlier launches, on May 31"."""
        inside = self._things_in(low, date.start, Part.NOUN)
        if _HABIT.search(self.text, self.facts.sentences[number].start, date.start):
            return None  # "It usually reports on a test the next morning"
        if not inside or self._told_between(inside[-1].start, date.start) or self._inside_a_telling(inside[-1]):
            return None
        return (
            self._trigger(inside[-1], number) if _TOOK_PLACE.fullmatch(self.text, inside[-1].end, date.start) else None
        )

    def _verb(self, date: DateExpression, number: int) -> Trigger | None:
        """A verb of launch of the day's clause whose thing is a pronoun: "on Friday it had fired two others"."""
        span = self.facts.sentences[number]
        low, high = bisect_left(self._verb_starts, span.start), bisect_left(self._verb_starts, span.end)
        for verb in self.verbs[low:high]:
            left, right = min(verb.start, date.start), max(verb.end, date.end)
            if self.facts.bounds.crossed(left, right) >= _CLAUSE or self._told_between(verb.start, verb.end):
                continue
            behind = _OBJECTS.match(self.text, verb.end)
            if behind or _SUBJECTS.search(self.text[max(span.start, verb.start - 60) : verb.start]):
                return self._again(
                    verb.start, behind.end() if behind else verb.end, number, Shape.CLAUSE, verb.term.types
                )
        return None

    def _things_in(self, start: int, end: int, *parts: Part) -> list[TermMatch]:
        found = self.things[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [t for t in found if t.term.part in parts]

    def _begins(self, thing: TermMatch, floor: int) -> int | None:
        """Where the noun phrase of a thing begins: at its article, number or owner, or at the name itself."""
        begins = None
        for word in reversed(self.facts.words.before(thing.start, _NOUN_PHRASE)):
            if word.start < floor or self.facts.bounds.crossed(word.start, thing.start) >= 0.4:
                break
            owner = word.lower.endswith(("'s", "’s")) or self.text[word.end : word.end + 1] in ("'", "’")
            if word.lower in _OPENS or owner:
                begins = word.start
                if not owner or not self.text[word.start].isupper():
                    break
            elif begins is not None:
                if not self.text[word.start].isupper():
                    break
                begins = word.start  # the name of the owner: North Korea's
        named = self.text[thing.start].isupper()
        return begins if begins is not None else thing.start if named else None

    def _pronoun(self, date: DateExpression, number: int, low: int) -> Trigger | None:
        """A pronoun before the day, of the kind of the last telling before it."""
        match = _OTHERS.search(self.text[low : date.start])
        if match is None:
            return None
        return self._again(low + match.start("one"), low + match.end("one"), number, Shape.NOUN, None)

    def _again(self, start: int, end: int, number: int, shape: Shape, types: Sequence[str] | None) -> Trigger | None:
        """A telling of the kind of the last one before it, which its pronoun stands for."""
        before = bisect_left(self._told, start)
        source = self.tellings[before - 1] if before else None
        if source is None or source.sentence < number - 2:
            return None
        kinds = tuple(t for t in source.types if types is None or source.types[0] in types)
        return replace(
            source, start=start, end=end, anchor=start, types=kinds, shape=shape, modality=Modality.HAPPENED,
            definite=False, sentence=number, object_start=None, object_end=None, passive=False,
        ) if kinds else None  # fmt: skip

    def _told_between(self, start: int, end: int) -> bool:
        """Whether a telling begins there."""
        return bisect_left(self._told, start) < bisect_left(self._told, end)

    def _inside_a_telling(self, thing: TermMatch) -> bool:
        """Whether a telling before it already speaks of the thing."""
        before = bisect_left(self._told, thing.end)
        return any(t.start <= thing.start < t.end for t in self.tellings[max(0, before - 3) : before])

    def _trigger(self, thing: TermMatch, number: int) -> Trigger:
        return Trigger(
            thing.start, thing.end, thing.start, thing.term.types, Shape.NOUN, Modality.HAPPENED,
            definite=False, sentence=number, object_start=thing.start, object_end=thing.end,
        )  # fmt: skip


def with_dated_things(facts: Facts) -> Sequence[Trigger]:
    """The tellings of a text with those that a thing and its day or its turn make, in the order of the text."""
    return sorted((*facts.triggers, *dated_things(facts), *told_in_turn(facts)), key=lambda t: (t.anchor, t.start))
