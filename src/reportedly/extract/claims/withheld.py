"""What somebody says is not told: claims without a value."""

from collections.abc import Iterable

from reportedly.extract.claims.draft import Draft
from reportedly.extract.framing import Framing
from reportedly.extract.lexicon import AFFAIRS
from reportedly.fields.count import find_withheld
from reportedly.model import Stance


def withheld(framing: Framing) -> Iterable[Draft]:
    """The gaps the text itself names: how many, where they fell, what they were, how far they flew."""
    facts = framing.facts
    for found in find_withheld(facts.report.text, framing.codebook.phrases):
        home = framing.owner(found.start, found.end)
        if (
            facts.sentence_at(found.start) is not None
            and home is not None
            and framing.frames[home].family not in AFFAIRS
        ):
            yield Draft(home, found.field, None, found.start, found.end, "withheld", Stance.WITHHELD, cue=found.cue)
