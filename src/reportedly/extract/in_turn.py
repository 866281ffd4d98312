"""Launches told by what went up and when its turn came, without a verb of launching: "then came the Dhanush", "it was the
turn of the Ghauri", "a Babur went first". They tell one only beside launches that are told plainly.
"""

import re
from collections.abc import Iterator

from reportedly.extract.facts import Facts
from reportedly.extract.lexicon import TermMatch
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.fields.gated import Gated
from reportedly.model import BlockKind
from reportedly.patterns import compiled

_NAMES_TURN = Gated(r"\b(?:came|went|followed|turns?|opened|next|led the way|closed)\b", re.IGNORECASE)
_TURN_BEFORE = compiled(  # right before a thing
    r"(?P<verb>\b(?:(?:then|next|later|afterwards?|after that|first|second|third|last|finally|soon|before that|behind (?:it|them)|evening|afternoon|morning|night"
    r"|\w+day),?\s(?:came|followed|went)|(?:was|is|had been|been|came|then) (?:it )?the turn of))\s"
    r"(?:(?:the|an?|its|their|another|two|three|four)\s)?(?:(?!(?:and|of|for|to|in|on|after|before|with|from|at|news|word|reports?|talk)\b)[\w“”\"’'-]+\s){0,5}[\"“]?$",
    re.IGNORECASE,
)
_TURN_BEHIND = compiled(  # right behind a thing
    r"[\"”]?(?:,\s[^,.;:]{1,60},|,\s[\"“][^\"”.;:]{1,40}[\"”][^,.;:\"“”]{0,30},|\s\([^().;:]{1,40}\))?\s(?P<verb>(?:went|came|flew|was|were) (?:up |off |away )?(?:first|second|third|next|last)\b(?! (?:tested|fired|launched|flown|seen|used|to be|in (?:19|20)\d\d))"
    r"|(?:had|took|got) (?:its|their) turn\b|(?:opened|closed|began|ended) the (?:day|show|account|proceedings|session|programme|program|series)\b|led the way\b)",
    re.IGNORECASE,
)
_REACH = 110  # code points before a thing


def told_in_turn(facts: Facts) -> Iterator[Trigger]:
    """The launches of a report that are told by their turn."""
    text, taken = facts.report.text, 0
    told = {kind for t in facts.triggers if t.modality is Modality.HAPPENED for kind in t.types}
    for thing in facts.things if told else ():
        number = facts.sentence_at(thing.start)
        span = facts.sentences[number] if number is not None else None
        if (
            span is None
            or number is None
            or span.kind is not BlockKind.BODY
            or thing.start < taken
            or not told.intersection(thing.term.types)
        ):
            continue
        if _NAMES_TURN.search(text, span.start, span.end) is None or _is_told(facts, thing):
            continue
        found = _TURN_BEFORE.search(text, max(span.start, thing.start - _REACH), thing.start)
        found = found or _TURN_BEHIND.match(text, thing.end, span.end)
        if found is not None:
            taken = found.end("verb")
            verb = found.start("verb"), found.end("verb")
            yield Trigger(
                min(verb[0], thing.start), max(verb[1], thing.end), verb[0], thing.term.types, Shape.CLAUSE,
                Modality.HAPPENED, definite=False, sentence=number, object_start=thing.start, object_end=thing.end, passive=True,
            )  # fmt: skip


def _is_told(facts: Facts, thing: TermMatch) -> bool:
    """Whether a telling already speaks of a thing."""
    return any(t.object_start == thing.start for t in facts.triggers)
