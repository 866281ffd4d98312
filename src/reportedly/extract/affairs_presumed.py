"""An affair that no rule heard told, where the weights say that a report is about one: the sentence of the opening in
which most speaks for it tells it."""

from reportedly.extract.affairs_evidence import whose
from reportedly.extract.affairs_find import Affair, told
from reportedly.extract.framing import Framing
from reportedly.extract.leading import Leading, opening_parts, speaking
from reportedly.model import BlockKind


def presumed_affair(framing: Framing, lead: Leading, state: str | None) -> Affair | None:
    """The affair of a kind that the opening amounts to; a sentence of the text goes before the headline. Where none has a
    word of it, and the kind is sure, the lead tells it."""
    facts, kind = framing.facts, lead.type
    pattern = speaking(framing.codebook, kind)
    best: tuple[bool, int, int] | None = None
    span, act = (0, 0), 0
    for number in sorted(n for there in opening_parts(framing).values() for n in there):
        sentence = facts.sentences[number]
        found = list(pattern.finditer(facts.report.text, sentence.start, sentence.end))
        rank = (bool(found) and sentence.kind is BlockKind.BODY, len(found), -number)
        if found and (best is None or rank > best):
            best, span = rank, (found[0].start(), found[-1].end())
            act = next((m.start() for m in found if m["act"]), span[0])
    if best is None and lead.sure and facts.body:
        best, span = (True, 0, -facts.body[0]), (facts.opens(facts.body[0]), facts.sentences[facts.body[0]].end)
        act = span[0]
    if best is None:
        return None
    number = -best[2]
    who = whose(facts, number, framing.codebook.types[kind].sort, (act, span[1]), state)
    return Affair(kind, told(span, kind, number), who)
