"""Whom "The missiles", "It" or "those missiles" go on about: the incident of the sentence before, where number and
paragraph allow it."""

import re
from collections.abc import Mapping, Sequence

from reportedly.extract.building import Building
from reportedly.extract.facts import Facts
from reportedly.extract.trigger import Shape, Trigger
from reportedly.patterns import compiled

_OF_THE_DAY = compiled(  # points past what was told last, at the report's own
    r"\b(?:[Tt]h(?:is|ese)|latest|newest|most recent|new|today['’]s|[A-Z][a-z]+day['’]s)\s+(?:[\w-]+\s+){0,3}$"
)
_FAR = compiled(r"(?:^That|\b[Tt]hose)\s+(?:[\w-]+\s+){0,2}$")
_SUBJECT = compiled(  # what a sentence opens with that tells no launch in a clause: "That missile had a flight time of"
    r"(?P<far>That|Those)?(?:The|Both(?: of those)?)?\s*(?:[a-z][\w-]*\s){0,2}?(?P<thing>missiles?|rockets?|weapons?|projectiles?|ICBMs?)\b"
    r"|The\s(?:[a-z][\w-]*\s){0,2}?(?P<event>launch(?:es)?|tests?|trials?|firings?|flights?|drills?|exercises?)\b"
    r"|(?P<pronoun>It|They)\b"
)
ONE_OF_THEM = compiled(  # of those that were counted before: "The first, believed to be an ICBM, flew"
    r"(?:The (?:first|second|third|fourth|fifth|other|last|former|latter)|One)(?=,| (?:[a-z]+ly )?(?:[a-z]+ed|was|is|flew|fell|went|rose|hit|came|blew|broke|sank|struck|lost|had)\b)"
)
_HAD = compiled(r"\b(?:[Ll]ater|[Ss]ubsequently|[Aa]fterwards?)\b[^.;]{0,60}\b(?:had|was|were)\s+(?:[\w-]+ly\s+)?$")
_ALSO = compiled(r"\b(?:also|too)\b")
_OR_MORE = compiled(r"\b(?:at least|more than|over)\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE)
_ONE, _MANY = False, True


def referred(
    trigger: Trigger, own: int | None, building: Sequence[Building], homes: Mapping[int, int],
    triggers: Sequence[Trigger], facts: Facts,
) -> int | None:  # fmt: skip
    """The frame that the first telling of a sentence goes on about, beside `own`, which it is of otherwise; None where it
    is not of the one told last. `homes` are the frames of the tellings so far."""
    before_it = [n for n in homes if triggers[n].sentence == trigger.sentence - 1]
    if own is None or not before_it or any(triggers[n].sentence == trigger.sentence for n in homes):
        return None
    thing = _thing(trigger, facts)
    if thing is None:
        return None
    told, far = thing
    numbers = [_numbers(b, triggers, facts) for b in building]
    for number in reversed(before_it):
        other = homes[number]
        if other == own or not building[other].types & set(trigger.types):
            continue
        if far and building[other].back:
            return other
        topic = homes[before_it[0]] == other and facts.goes_on(trigger.sentence) and not _is_aside(trigger, facts)
        agrees = told is not None and told in numbers[other]
        if (topic and (agrees or told is None or not numbers[other])) or (
            agrees and numbers[own] and told not in numbers[own]
        ):
            return other
    return None


def _is_aside(trigger: Trigger, facts: Facts) -> bool:
    """Whether the sentence before only adds what happened too: "It was also tested on February 21, 2018"."""
    span = facts.sentences[trigger.sentence - 1]
    return _ALSO.search(facts.report.text, span.start, span.end) is not None


def _thing(trigger: Trigger, facts: Facts) -> tuple[bool | None, bool] | None:
    """Whether the thing that a sentence goes on about is in the plural (None of a launch, which can be of either), and whether
    it is told as one further off; None where it goes on about none."""
    text, start = facts.report.text, facts.sentences[trigger.sentence].start
    if ONE_OF_THEM.match(text, start):
        return None, False
    if trigger.shape is Shape.CLAUSE and _HAD.search(text, start, trigger.anchor):
        return (_number(trigger, facts), True) if trigger.object_start is not None else None
    if trigger.shape is Shape.CLAUSE and trigger.definite and trigger.object_start is not None:
        head = text[start : trigger.object_start]
        return None if _OF_THE_DAY.search(head) else (_number(trigger, facts), _FAR.search(head) is not None)
    opens = _SUBJECT.match(text, start) if trigger.shape is Shape.NOUN else None
    if opens is None or (opens.end() > trigger.start and opens.start("event") != trigger.start):
        return None
    if opens["event"]:
        return None, False
    if opens["pronoun"]:
        return opens["pronoun"] == "They", False
    return opens["thing"].endswith("s"), opens["far"] is not None


def _numbers(frame: Building, triggers: Sequence[Trigger], facts: Facts) -> set[bool]:
    """Whether one or many were told to be fired, by the tellings that say it of "a missile" or "two missiles"."""
    told = (triggers[n] for n in frame.triggers)
    own = [t for t in told if t.shape is Shape.CLAUSE and t.object_start is not None and not t.definite]
    more = {_MANY for t in own if _OR_MORE.search(facts.report.text, max(0, t.start - 20), t.object_start or t.start)}
    return {_number(t, facts) for t in own} | more


def _number(trigger: Trigger, facts: Facts) -> bool:
    """Whether the thing told is in the plural."""
    word = facts.report.text[trigger.object_start : trigger.object_end].lower()
    return _MANY if word.endswith("s") and not word.endswith(("ss", "us")) else _ONE
