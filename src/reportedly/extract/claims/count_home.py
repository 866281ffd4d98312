"""Which incident a count is of."""

from reportedly.codebook import Codebook
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.lexicon import AFFAIRS
from reportedly.fields.count import CountExpression, sort_of
from reportedly.fields.count_words import several_of
from reportedly.model import Role

_OF_GUNS = frozenset({"shell", "artillery_fire"})


def home_of(framing: Framing, found: CountExpression) -> int | None:
    """The frame that a count is of: its owner, and where that is an affair that counts nothing, or missiles of a report
    that tells of shells too, the launch beside it."""
    home = framing.owner(found.start, found.end)
    if home is None:
        return None
    if framing.frames[home].family in AFFAIRS:
        return _beside(framing, found, [f for f in framing.frames if f.family not in AFFAIRS], home)
    if found.kind in _OF_GUNS and not framing.codebook.is_a(framing.frames[home].type, "guns"):
        return _beside(framing, found, [f for f in framing.frames if _is_of_guns(framing, f)], home)
    return home


def _is_of_guns(framing: Framing, frame: Frame) -> bool:
    return frame.role is Role.MAIN and framing.codebook.is_a(frame.type, "guns")


def _beside(framing: Framing, found: CountExpression, frames: list[Frame], home: int) -> int:
    """The frame among these that the sentence of the count tells of, else the first that the report is about."""
    sentence = framing.facts.sentence_at(found.start)
    told = [f.number for f in frames if any(framing.triggers[t].sentence == sentence for t in f.triggers)]
    mains = [f.number for f in frames if f.role is Role.MAIN]
    return next(iter(told or mains), home)


def has_number(found: CountExpression, codebook: Codebook) -> bool:
    """Whether the words of a count hold a number: "at least two", not "several" or "a series of"."""
    counting = found.written[found.number_start - found.start : found.number_end - found.start]
    is_number = sort_of(counting, several_of(codebook.count_words)) == "number"
    return is_number or (found.cue is not None and found.value.minimum > 3)
