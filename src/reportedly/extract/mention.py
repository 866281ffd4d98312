"""The id of a mention, which claims need before the mention is made."""

from reportedly.extract.framing import Framing
from reportedly.model import content_id


def mention_id(framing: Framing, number: int) -> str:
    """The id of a frame's mention: a hash of report, type and the place of its first telling.

    Where the same words tell several incidents ("missiles on May 4 and May 9"), the later ones add the place of
    their day.
    """
    frame = framing.frames[number]
    first = framing.first_told(frame)
    days = tuple(framing.dates[d].start for d in frame.dates[:1])
    shared = framing.first_of_words[frame.type, first] < number
    place = (*first, *days) if shared or not first else first
    return content_id(framing.facts.report.id, frame.type, *place)
