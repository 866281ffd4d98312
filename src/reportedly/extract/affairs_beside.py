"""Whether a report tells a measure and an incident side by side, each for its own sake: "fired a missile, and Seoul
blacklisted fifteen people"."""

from collections.abc import Sequence

from reportedly.extract.affairs_find import Affair
from reportedly.extract.affairs_passing import adnominal, told_twice
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.leading import speaking
from reportedly.extract.other_news import aside
from reportedly.extract.trigger import Shape
from reportedly.model import BlockKind, Role
from reportedly.patterns import compiled

_AND_THEN = compiled(r"(?:,\s(?:and|while|as)|;(?: and)?)\s")


def told_before(framing: Framing, frame: Frame, affairs: Sequence[Affair]) -> bool:
    """Whether the first sentence tells a subject in a clause of its own and goes on to an affair with "and" or "while"."""
    facts = framing.facts
    told = (t for n in frame.triggers if (t := framing.triggers[n]).sentence in facts.body[:1])
    plain = [t for t in told if t.shape is Shape.CLAUSE and not aside(t, facts) and not adnominal(framing, t)]
    return frame.role is Role.MAIN and any(
        a.trigger.sentence == t.sentence
        and _AND_THEN.search(facts.report.text, t.end, max(t.end, a.trigger.anchor)) is not None
        for t in plain
        for a in affairs
    )


def is_a_second(framing: Framing, kind: str, affairs: Sequence[Affair]) -> bool:
    """Whether the headline speaks of a measure and the first sentence tells it beside an incident."""
    if not framing.codebook.is_a(kind, "measure"):
        return False
    facts, words = framing.facts, speaking(framing.codebook, kind)
    titles = (s for s in facts.sentences if s.kind is BlockKind.TITLE)
    if not any(words.search(facts.report.text, s.start, s.end) for s in titles):
        return False
    return any(told_before(framing, frame, affairs) for frame in framing.frames)


def stays(framing: Framing, frame: Frame, affairs: Sequence[Affair]) -> bool:
    """Whether an incident stays a subject beside the transfer or measure that leads."""
    return told_twice(framing, frame) or told_before(framing, frame, affairs)
