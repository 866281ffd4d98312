"""The id of a mention, which claims need before the mention is made."""

from reportedly.extract.framing import Frame, Framing
from reportedly.model import content_id


def mention_id(framing: Framing, number: int) -> str:
    """The id of a frame's mention: a hash of report, type and the place of its first telling.

    Where the same words tell several incidents ("missiles on May 4 and May 9"), the later ones add the place of
    their day.
    """
    frame = framing.frames[number]
    first = _first(framing, frame)
    days = tuple(framing.dates[d].start for d in frame.dates[:1])
    shared = any(f.type == frame.type and _first(framing, f) == first for f in framing.frames[:number])
    place = (*first, *days) if shared or not first else first
    return content_id(framing.facts.report.id, frame.type, *place)


def _first(framing: Framing, frame: Frame) -> tuple[int, ...]:
    """The place of a frame's first telling; nothing where a date alone makes it."""
    told = [framing.triggers[t] for t in frame.triggers[:1]]
    return (told[0].start, told[0].end) if told else ()
