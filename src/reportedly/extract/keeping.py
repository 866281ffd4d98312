"""Which of a report's frames become mentions."""

from collections.abc import Sequence

from reportedly.extract.framing import Frame, Framing
from reportedly.extract.trigger import Shape
from reportedly.model import Claim, Role

_DEEDS = frozenset({"launch", "nuclear"})
_OF_ONE = frozenset({"weapon", "site", "time_local", "distance_km", "apogee_km", "magnitude", "yield_kt", "outcome"})


def is_kept(framing: Framing, frame: Frame, own: Sequence[Claim]) -> bool:
    """Whether a frame with these claims becomes a mention."""
    return not _untold(framing, frame, own) and any(_says_something(frame, claim) for claim in own)


def may_be_kept(framing: Framing, frame: Frame, own: Sequence[Claim]) -> bool:
    """Whether a frame becomes a mention, were a remark on it one claim more."""
    return not _untold(framing, frame, own) and (frame.role is Role.MAIN or not _is_bare(frame))


def _untold(framing: Framing, frame: Frame, own: Sequence[Claim]) -> bool:
    """Whether a launch or test beside the subject is none that a report tells: one still to come, or one that only a noun
    speaks of, with neither a day nor a weapon ("a seventh test would change that")."""
    if frame.role is Role.MAIN or frame.family not in _DEEDS:
        return False
    if frame.date is not None:
        published, first = framing.facts.report.published, frame.date.earliest
        return published is not None and first is not None and (first - published.day).days > 1
    told = [framing.triggers[n] for n in frame.triggers]
    return all(t.shape is Shape.NOUN and not t.definite for t in told) and not any(c.field in _OF_ONE for c in own)


def _says_something(frame: Frame, claim: Claim) -> bool:
    """Whether a claim makes a mention worth keeping: a past incident needs a date that tells it, or another value."""
    if frame.role is Role.MAIN:
        return True
    if _is_bare(frame):
        return False
    return claim.field not in {"type", "date"} or (claim.field == "date" and (bool(frame.triggers) or frame.told))


def _is_bare(frame: Frame) -> bool:
    """Whether it is unknown who did what a frame tells, or that anybody did."""
    return frame.family in _DEEDS and (frame.state is None or not (frame.triggers or frame.told))
