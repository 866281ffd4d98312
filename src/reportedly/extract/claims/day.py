"""Whether a sentence speaks of another day than its incident's."""

import re

from reportedly.extract.dated import near
from reportedly.extract.framing import Frame, Framing
from reportedly.model import DateRange
from reportedly.patterns import compiled

_CLOSE = 25
_SAME_DAY = compiled(r"(?:that|the same) (?:day|morning|evening|night|afternoon)", re.IGNORECASE)


def dated_elsewhere(
    framing: Framing, frame: Frame, number: int, *, before: int | None = None, after: int | None = None
) -> bool:
    """Whether the sentence, up to a place or close behind one, names a date that is not the incident's."""
    dates = [d for d in framing.dates if d.sentence == number and d.range is not None and not d.aside]
    dates = [d for d in dates if before is None or d.end <= before]
    dates = [d for d in dates if after is None or 0 <= d.start - after <= _CLOSE]
    text = framing.facts.report.text
    own = (d for d in dates if _SAME_DAY.fullmatch(text, d.start, d.end) is None)
    return frame.date is not None and any(not _about(d.range, frame.date) for d in own)


def goes_back(framing: Framing, frame: Frame, number: int, place: int) -> bool:
    """Whether the sentence has gone to another day before a place: "in May it fired two KN-23s"."""
    dated = frame.date is not None and frame.date.day is not None
    return dated and dated_elsewhere(framing, frame, number, before=place)


def dated_here(framing: Framing, frame: Frame, number: int) -> bool:
    """Whether the sentence names the incident's own day."""
    dates = [d for d in framing.dates if d.sentence == number and d.range is not None]
    return frame.date is not None and any(_about(d.range, frame.date) for d in dates)


def _about(left: DateRange | None, right: DateRange) -> bool:
    """Whether two dates can be one day, told on either side of the date line."""
    if left is not None and left.day is not None and right.day is not None:
        return abs((left.day - right.day).days) <= 1
    return near(left, right)
