"""What somebody says is not told: claims without a value."""

from collections.abc import Iterable

from reportedly.extract.claims.draft import Draft
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.lexicon import AFFAIRS
from reportedly.fields.count import find_withheld
from reportedly.fields.withheld import WithheldExpression
from reportedly.model import Stance

_FACILITY = "facility"


def withheld(framing: Framing) -> Iterable[Draft]:
    """The gaps the text itself names: how many, where they fell, what they were, how far they flew."""
    facts = framing.facts
    for found in find_withheld(facts.report.text, framing.codebook.phrases):
        if facts.sentence_at(found.start) is None:
            continue
        home = framing.owner(found.start, found.end)
        if home is None or (framing.frames[home].family in AFFAIRS and not _is_of_place(framing.frames[home], found)):
            continue
        yield Draft(home, found.field, None, found.start, found.end, "withheld", Stance.WITHHELD, cue=found.cue)


def _is_of_place(frame: Frame, found: WithheldExpression) -> bool:
    """Whether it is the place of something that stands somewhere: a plant of which its owner shows pictures alone."""
    return frame.family == _FACILITY and found.field == "site"
