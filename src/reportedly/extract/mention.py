"""The id of a mention, which claims need before the mention is made."""

from reportedly.extract.framing import Framing
from reportedly.model import content_id


def mention_id(framing: Framing, number: int) -> str:
    """The id of a frame's mention: a hash of report, type and the place of its first telling."""
    frame = framing.frames[number]
    first = [framing.triggers[t] for t in frame.triggers[:1]]
    place = (first[0].start, first[0].end) if first else tuple(framing.dates[d].start for d in frame.dates[:1])
    return content_id(framing.facts.report.id, frame.type, *place)
