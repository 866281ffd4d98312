"""Two launches of one state on one day, told one after the other: "a Prithvi-II at 10.40 am ... the Dhanush followed in the
evening". The weapons must differ, and words must say that time lay between; parts of one salvo stay together.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from reportedly.codebook import WeaponEntry
from reportedly.extract.facts import Facts
from reportedly.extract.trigger import Shape, Trigger
from reportedly.fields.gated import Gated
from reportedly.frozen import dataclass
from reportedly.model import BlockKind

_TIME_BETWEEN = Gated(  # what says that one came some time before or behind the other
    r"\b(?:(?:hours?|minutes)\s+(?:later|earlier|before|after(?:wards?)?)|followed|in the (?:early |late )?(?:morning|afternoon|evening)|at night|"
    r"(?:then|next|later|afterwards?) came|(?:went|came) (?:first|next|second|last)|the turn of|(?:a|the) second (?:launch|test|firing|missile|flight|shot|trial)|(?:later|earlier) (?:in the day|that (?:day|evening|night|morning)|on (?:the same day|\w+day)|today)|separately|in a separate|"
    r"th(?:at|e same) (?:day|night|evening|afternoon|morning))\b",
    re.IGNORECASE,
)
_BEFORE = 35  # code points before a thing that can name its weapon
_BEHIND = 4  # the same behind it: "the ballistic missile “Agni-II”"
_TOPIC = 25  # code points at the head of a sentence that say what it is about
_LONG = 30  # minutes between two clocks that part two launches


@dataclass(frozen=True, slots=True)
class Launched:
    """What a telling says was launched: weapons by id or by a name the codebook has not, and the families of these."""

    weapons: frozenset[str]
    families: frozenset[str]

    def alike(self, other: "Launched") -> bool:
        """Whether both name one weapon, or one the family of the other."""
        return bool(self.weapons & other.weapons or self.weapons & other.families or self.families & other.weapons)


def launched(trigger: Trigger, facts: Facts) -> Launched:
    """What a telling says was launched."""
    span = facts.sentences[trigger.sentence]
    low = trigger.object_start if trigger.object_start is not None else trigger.start
    high = trigger.object_end if trigger.object_end is not None else trigger.end
    floor, end = max(span.start, low - _BEFORE), min(span.end, high + _BEHIND)
    weapons = [n.entry for n in facts.names_in(floor, end) if isinstance(n.entry, WeaponEntry)]
    called = {d.written.lower() for d in facts.designations if floor <= d.start < end}
    return Launched(frozenset({w.id for w in weapons} | called), frozenset(w.family for w in weapons if w.family))


def one_of(trigger: Trigger, group: Mapping[int, Sequence[Trigger]], facts: Facts) -> int | None:
    """Of frames told apart, by number with their tellings, the one that a telling is of: that of its weapon, else the one
    told last; None where it is of another launch than all of them."""
    if len(group) > 1 and (own := launched(trigger, facts)).weapons:
        for number, told in group.items():
            if any(own.alike(launched(t, facts)) for t in told if t.sentence in facts.body):
                return number
    if told_apart(trigger, [t for told in group.values() for t in told], facts):
        return None
    return max(group, key=lambda n: max((t.anchor for t in group[n]), default=-1))


def told_apart(trigger: Trigger, before: Sequence[Trigger], facts: Facts) -> bool:
    """Whether a telling is of another launch than those before it, which may be told by their whole number too."""
    if trigger.shape is not Shape.CLAUSE or facts.sentences[trigger.sentence].kind is BlockKind.TITLE:
        return False
    span, text = facts.sentences[trigger.sentence], facts.report.text
    own = launched(trigger, facts)
    told = [t for t in before if facts.sentences[t.sentence].kind is BlockKind.BODY]
    clauses = [t for t in told if t.shape is Shape.CLAUSE]
    between = _TIME_BETWEEN.search(text, span.start, span.end) is not None or _clocks_apart(trigger, clauses, facts)
    if not own.weapons or not between:
        return False
    named = [o for t in clauses if (o := launched(t, facts)).weapons]
    if told and not named:
        named = [*_topics(trigger, facts)]
    return bool(named) and not any(own.alike(o) for o in named)


def _topics(trigger: Trigger, facts: Facts) -> Iterator[Launched]:
    """The weapons that sentences between the first and a telling's own open with: "Prithvi-II was the first to go"."""
    for number in facts.body[1:]:
        start = facts.sentences[number].start
        for name in facts.names_in(start, start + _TOPIC) if number < trigger.sentence else ():
            entry = name.entry
            if isinstance(entry, WeaponEntry) and not entry.is_family:
                yield Launched(frozenset({entry.id}), frozenset({entry.family} if entry.family else ()))


def _clocks_apart(trigger: Trigger, before: Sequence[Trigger], facts: Facts) -> bool:
    """Whether the sentence of a telling names an hour, and those of the tellings before it others, long before or after."""
    own = _minutes(trigger.sentence, facts)
    others = [m for n in sorted({t.sentence for t in before} - {trigger.sentence}) for m in _minutes(n, facts)]
    return bool(own and others) and min(abs(a - b) for a in own for b in others) >= _LONG


def _minutes(sentence: int, facts: Facts) -> list[int]:
    """The minutes of the day that a sentence's local clocks tell."""
    span = facts.sentences[sentence]
    clocks = (c for c in facts.clocks if span.start <= c.start < span.end and not c.stamp and c.zone is None)
    return [c.earliest.hour * 60 + c.earliest.minute for c in clocks if c.precision != "part_of_day"]
