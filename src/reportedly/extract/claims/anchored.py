"""Which incident a reckoning is about: "its second in a week" of the subject, "its second nuclear test" of an earlier one."""

import re

from reportedly.extract.framing import Framing
from reportedly.extract.lexicon import AFFAIRS
from reportedly.fields.derived import DerivedExpression
from reportedly.model import Role
from reportedly.patterns import compiled

_OF_INCIDENTS = frozenset({"ordinal_in_window", "rank_in_period", "first_since", "gap_at_least", "record"})
_LAUNCHES = compiled(
    r"\b(?:tests?|launch\w*|test-?fir\w+|fir(?:ed|ings?)|missiles?|explosions?|detonations?|provocations?|ICBMs?|SLBMs?)\b",
    re.IGNORECASE,
)
_IT_WOULD_BE = compiled(r"\b[Ii]t (?:would be|would have been|will be) (?:the |[A-Z]\S+ )?(?:\S* ?)?$")
_HAD = compiled(r"\bhad\b", re.IGNORECASE)
_IT_IS = compiled(  # a sentence about what the one before it told
    r"[\s\"“'‘]*(?:(?:But|And|Still|Yet|If (?:confirmed|successful|so|verified)),? )?(?P<word>It|This|That)(?:['’]s)?"
    r"(?: (?:also|now|thus|would|will|could|may|has|have|had|only|just))*"
    r"(?: (?:is|was|be|been|mark\w*|ma[dk]e\w*|came as|comes as|represent\w*|constitut\w*)\b|(?<=['’]s)\b)"
)


def anchor(framing: Framing, found: DerivedExpression) -> int | None:
    """The frame that a derived claim is about; None where it is about nothing that the report tells."""
    home = _later(framing, found) if found.arguments.get("form") else _of_scope(framing, found)
    if home is not None and found.kind in _OF_INCIDENTS and framing.frames[home].family in AFFAIRS:
        home = _subject(framing, found)
    return home


def _of_scope(framing: Framing, found: DerivedExpression) -> int | None:
    """The incident that a reckoning is about, of the kind that it counts: "since its second nuclear test, on May 25, it has
    fired missiles" ranks the test. "It would be the fourth, after one on April 15" ranks what the sentence before told."""
    home = _counted(framing, found)
    types = framing.codebook.scopes.get(str(found.arguments.get("scope")), ())
    main = framing.main
    if home is None or found.kind not in _OF_INCIDENTS:
        return home
    it = _of_pronoun(framing, found)
    if it is not None and (framing.frames[it].type in types or not types) and framing.frames[it].family not in AFFAIRS:
        return it
    if (
        main is not None
        and types
        and framing.frames[main].type in types
        and _IT_WOULD_BE.search(_before(framing, found))
    ):
        return main
    if not types or framing.frames[home].type in types or framing.frames[home].family in AFFAIRS:
        return home
    sentence = framing.facts.sentence_at(found.start) or 0
    near = [o.frame for o in framing.openers.get(sentence, ()) if framing.frames[o.frame].type in types]
    others = [frame.number for frame in framing.frames if frame.type in types]
    return near[0] if near else others[0] if len(others) == 1 else home


def _before(framing: Framing, found: DerivedExpression) -> str:
    """The few words before a claim, and its own first."""
    return framing.facts.report.text[max(0, found.start - 40) : found.start + 4]


def _later(framing: Framing, found: DerivedExpression) -> int | None:
    """The incident before which there was a last one, or none: the report's subject and not the last one, which the same
    words tell. What had not been before an earlier incident ("no test had taken place since July") is told right behind it."""
    main, home = framing.main, _counted(framing, found)
    if main is None or framing.frames[main].family in AFFAIRS:
        return home
    if found.arguments["form"] == "none_since" and _HAD.search(found.written):
        sentence = framing.facts.sentence_at(found.start) or 0
        before = [framing.frames[o.frame] for o in framing.openers.get(sentence - 1, ()) if not o.loose]
        dated = [frame.number for frame in before if frame.date is not None and frame.role is not Role.MAIN]
        if dated:
            return dated[-1]
    return main


def _subject(framing: Framing, found: DerivedExpression) -> int | None:
    """The report's subject, where the words reckon launches or tests of its kind: "not since July", in the sentence that
    tells what a monitor reported."""
    main = framing.main
    if main is None or framing.frames[main].family in AFFAIRS or not _LAUNCHES.search(found.written):
        return None
    types = framing.codebook.scopes.get(str(found.arguments.get("scope")))
    return main if types is None or framing.frames[main].type in types else None


def _counted(framing: Framing, found: DerivedExpression) -> int | None:
    """The incident that a reckoning is about. One told by the reckoning alone ("the seventh launch this month") is the
    one its sentence tells before, or the report's subject."""
    home = framing.owner(found.start, found.start + 1)
    if home is None or framing.frames[home].role is Role.MAIN:
        return home
    told = [framing.triggers[n] for n in framing.frames[home].triggers]
    if not told or any(t.start < found.start or t.end > found.end for t in told):
        return home
    sentence = framing.facts.sentence_at(found.start)
    before = [o.frame for o in framing.openers.get(sentence or 0, ()) if o.end <= found.start and not o.loose]
    mains = [f.number for f in framing.frames if f.role is Role.MAIN]
    return before[-1] if before else mains[0] if mains else home


def _of_pronoun(framing: Framing, found: DerivedExpression) -> int | None:
    """The incident that the sentence before tells, where this one begins with "it is", "that was": the report's subject if
    it tells that, of several others the last."""
    number = framing.facts.sentence_at(found.start) or 0
    span = framing.facts.sentences[number]
    said = _IT_IS.match(framing.facts.report.text, span.start)
    if said is None or said.end() > found.start + 1:
        return None
    before = [o.frame for o in framing.openers.get(number - 1, ()) if not o.loose] if number else []
    told = [n for n in before if framing.frames[n].family not in AFFAIRS]
    if said["word"] == "That" and told:
        return told[-1]
    return framing.main if not told or framing.main in told else told[-1]
