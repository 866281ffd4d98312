"""Which of a report's frames become mentions."""

from collections.abc import Sequence

from reportedly.extract.framing import Frame, Framing
from reportedly.extract.manner import Manner, manner_of_deed
from reportedly.extract.trigger import Shape, Trigger
from reportedly.model import Claim, Count, Role

_DEEDS = frozenset({"launch", "nuclear"})
_OF_ONE = frozenset({"weapon", "site", "time_local", "distance_km", "apogee_km", "magnitude", "yield_kt", "outcome"})
_ONE = Count(1, 1)


def is_kept(framing: Framing, frame: Frame, own: Sequence[Claim]) -> bool:
    """Whether a frame with these claims becomes a mention."""
    return not _untold(framing, frame, own) and any(_says_something(frame, claim) for claim in own)


def _untold(framing: Framing, frame: Frame, own: Sequence[Claim]) -> bool:
    """Whether a launch or test beside the subject is none that a report tells: one still to come, or one that only a noun
    speaks of, with neither a day nor a weapon ("a seventh test would change that")."""
    if frame.role is Role.MAIN or frame.family not in _DEEDS:
        return False
    told = [framing.triggers[n] for n in frame.triggers]
    if told and not _is_of_a_past_day(framing, frame) and all(_is_to_come(framing, t) for t in told):
        return True
    if frame.date is not None:
        published, first = framing.facts.report.published, frame.date.earliest
        return published is not None and first is not None and (first - published.day).days > 1
    return all(t.shape is Shape.NOUN and not t.definite for t in told) and not any(c.field in _OF_ONE for c in own)


def _is_of_a_past_day(framing: Framing, frame: Frame) -> bool:
    """Whether the words of a day leave no doubt that it is over: its year is told, or it is reckoned from another."""
    days = [framing.dates[n] for n in frame.dates]
    spoken = (d.expression for d in days)
    sure = any(e.year or e.relative_year == -1 or e.relation_to == "anchor" for e in spoken)
    return sure or any(d.prior or d.since for d in days)


def _is_to_come(framing: Framing, told: Trigger) -> bool:
    """Whether a launch or test is only what can or is to be: "could not rule out a sixth test on April 15"; not one that
    a pronoun stands for ("it would be the fourth, after two on April 28")."""
    facts = framing.facts
    if not any(t.anchor == told.anchor for t in facts.triggers):
        return False
    span = facts.sentences[told.sentence]
    place = (told.anchor, max(told.anchor, told.end))
    return manner_of_deed(facts.report.text, facts.words, (span.start, span.end), place) is Manner.PLANNED


def _says_something(frame: Frame, claim: Claim) -> bool:
    """Whether a claim makes a mention worth keeping: a past incident needs a date that tells it, or another value."""
    if frame.role is Role.MAIN:
        return True
    if _is_bare(frame):
        return False
    if claim.value == _ONE and claim.rule == "count.object" and frame.date is None:
        return False  # "condemned its launch of a missile"
    return claim.field not in {"type", "date"} or (claim.field == "date" and (bool(frame.triggers) or frame.told))


def _is_bare(frame: Frame) -> bool:
    """Whether it is unknown who did what a frame tells, or that anybody did."""
    return frame.family in _DEEDS and (frame.state is None or not (frame.triggers or frame.told))
