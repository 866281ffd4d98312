"""Two launches of one state on one day, told one after the other: "a Prithvi-II at 10.40 am ... the Dhanush followed in the
evening". Weapons or places must differ, and words must say that time lay between; parts of one salvo stay together.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from reportedly.codebook import SiteEntry, WeaponEntry
from reportedly.extract.facts import Facts
from reportedly.extract.trigger import Shape, Trigger
from reportedly.fields.gated import Gated
from reportedly.frozen import dataclass
from reportedly.model import BlockKind
from reportedly.patterns import compiled

_TIME_BETWEEN = Gated(  # what says that one came some time before or behind the other
    r"\b(?:(?:hours?|minutes)\s+(?:later|earlier|before|after(?:wards?)?)|followed|in the (?:early |late )?(?:morning|afternoon|evening)|at night|"
    r"(?:then|next|later|afterwards?) came|(?:went|came) (?:first|next|second|last)|the turn of|(?:a|the) second (?:launch|test|firing|missile|flight|shot|trial)|(?:later|earlier) (?:in the day|that (?:day|evening|night|morning)|on (?:the same day|\w+day)|today)|separately|in a separate|"
    r"th(?:at|e same) (?:day|night|evening|afternoon|morning))\b",
    re.IGNORECASE,
)
_TRIAL_OF_DEFENCE = compiled(  # the missile and what meets it
    r"\b(?:intercept\w*|decoys?|targets? (?:missiles?|drones?|rockets?|vehicles?|launched|fired|that|which|represent\w+|modell?ed)"
    r"|(?:aerial|airborne|missile|drone|dummy|mock|ballistic) targets?|as an? target)\b",
    re.IGNORECASE,
)
_FROM = compiled(
    r"\b(?:from|at|near|off|left|out of|in)\s+(?:(?!(?:the sea|targets?)\b)[\w'’.-]+\s+){0,4}$", re.IGNORECASE
)
_BEFORE = 35  # code points before a thing that can say its class
_BEHIND = 4  # the same behind it: "the ballistic missile “Agni-II”"
_TOPIC = 25  # code points at the head of a sentence that say what it is about
_LONG = 30  # minutes between two clocks that part two launches
_PLAIN = frozenset({"BM", "unknown"})  # classes that can be any other


@dataclass(frozen=True, slots=True)
class Launched:
    """What a telling says was launched: weapons by id or by a name the codebook has not, the families of these, classes,
    and the places it left."""

    weapons: frozenset[str]
    families: frozenset[str]
    classes: frozenset[str]
    sites: frozenset[str]

    def alike(self, other: "Launched") -> bool:
        """Whether both name one weapon, or one the family of the other."""
        return bool(self.weapons & other.weapons or self.weapons & other.families or self.families & other.weapons)

    def differs(self, other: "Launched") -> bool:
        """Whether it is of another weapon; or, where not both name one, of another class from another place."""
        if self.weapons and other.weapons:
            return not self.alike(other)
        parted = bool(self.sites and other.sites and not self.sites & other.sites)
        return parted and bool(self.classes and other.classes and not self.classes & other.classes)


def launched(trigger: Trigger, facts: Facts) -> Launched:
    """What a telling says was launched, from where."""
    span = facts.sentences[trigger.sentence]
    low = trigger.object_start if trigger.object_start is not None else trigger.start
    high = trigger.object_end if trigger.object_end is not None else trigger.end
    floor, end = max(span.start, low - _BEFORE), min(span.end, high + _BEHIND)
    inside = [n for n in facts.names_in(floor, end) if not _parted(facts, n.start, low, high)]
    weapons = [n.entry for n in inside if isinstance(n.entry, WeaponEntry)]
    called = {
        d.written.lower()
        for d in facts.designations
        if floor <= d.start < end and not _parted(facts, d.start, low, high)
    }
    said = {c.code for c in facts.classes if low - _BEFORE <= c.start < high and not _parted(facts, c.start, low, high)}
    return Launched(
        frozenset({w.id for w in weapons} | called),
        frozenset(w.family for w in weapons if w.family),
        frozenset({*said, *(w.weapon_class for w in weapons)} - _PLAIN),
        frozenset(n.id for n in facts.names_in(span.start, span.end) if _left(facts, n.entry, n.start, span.start)),
    )


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
    if _TRIAL_OF_DEFENCE.search(text, span.start, span.end):
        return False
    told = [t for t in before if t.shape is Shape.CLAUSE and facts.sentences[t.sentence].kind is BlockKind.BODY]
    if _TIME_BETWEEN.search(text, span.start, span.end) is None and not _clocks_apart(trigger, told, facts):
        return False
    own = launched(trigger, facts)
    others = [launched(t, facts) for t in told if not own.weapons & _jointly(t, facts)]
    named = [o for o in others if (o.weapons if own.weapons else o.classes and o.sites)]
    begun = any(facts.sentences[t.sentence].kind is BlockKind.BODY for t in before)
    named = named or (list(_topics(trigger, facts)) if own.weapons and begun else [])
    return bool(named) and all(own.differs(o) for o in named)


def _topics(trigger: Trigger, facts: Facts) -> Iterator[Launched]:
    """The weapons that sentences between the first and a telling's own open with: "Prithvi-II was the first to go"."""
    jointly = {w for t in facts.triggers if t.sentence < trigger.sentence for w in _jointly(t, facts)}
    for number in facts.body:
        span = facts.sentences[number]
        reach = span.end if jointly else span.start + _TOPIC if number != facts.body[0] else span.start
        for name in facts.names_in(span.start, reach) if number < trigger.sentence else ():
            entry = name.entry
            if isinstance(entry, WeaponEntry) and not entry.is_family:
                families = frozenset({entry.family} if entry.family else ())
                yield Launched(frozenset({entry.id}), families, frozenset(), frozenset())


def _jointly(trigger: Trigger, facts: Facts) -> frozenset[str]:
    """The weapons, of those that one telling names together: "Prithvi-II and Dhanush were test-fired"."""
    weapons = launched(trigger, facts).weapons
    return weapons if len(weapons) > 1 else frozenset()


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


def _parted(facts: Facts, place: int, low: int, high: int) -> bool:
    """Whether a name stands in another phrase than the thing."""
    return place < low and facts.bounds.crossed(place, high) > 0


def _left(facts: Facts, entry: object, place: int, floor: int) -> bool:
    """Whether a place is told as the one that something left."""
    return isinstance(entry, SiteEntry) and _FROM.search(facts.report.text[max(floor, place - 45) : place]) is not None
