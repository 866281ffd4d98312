"""The parts of a headline that tells two things: "Kim meets Xi as the North fires a missile", "sanctions for buyers; a third test"."""

from collections.abc import Iterator

from reportedly.extract.facts import Facts
from reportedly.extract.framing import Frame
from reportedly.extract.lexicon import Part
from reportedly.extract.state_of import state_of
from reportedly.extract.trigger import Trigger
from reportedly.model import BlockKind, Role
from reportedly.patterns import compiled

_PARTED = compiled(r",?\s(?:even as|just as|as|while|but|and)\s|[;,]\s|\s[–—-]\s")
_DOES = frozenset({Part.VERB, Part.MOVE})
_IS = frozenset({Part.OBJECT, Part.NOUN})

Span = tuple[int, int]


def parts_of(facts: Facts) -> tuple[Span, ...]:
    """The parts of the headline; nothing where it is of one piece."""
    found = tuple(part for s in facts.sentences if s.kind is BlockKind.TITLE for part in _split(facts, s.start, s.end))
    return found if len(found) > 1 else ()


def _split(facts: Facts, start: int, end: int) -> Iterator[Span]:
    place = start
    for match in _PARTED.finditer(facts.report.text, start, end):
        yield place, match.start()
        place = match.end()
    yield place, end


def tells(facts: Facts, part: Span, frame: Frame, triggers: tuple[Trigger, ...]) -> bool:
    """Whether a part of the headline tells an incident: in words that a rule hears told, by its state and a verb of such
    incidents ("North fires again"), or a subject of the report by its thing alone ("Two missiles into the sea")."""
    start, end = part
    if any(start <= triggers[n].anchor < end for n in frame.triggers):
        return True
    named = any(state_of(n) == frame.state for n in facts.names_in(start, end))
    wanted = _DOES if named else _IS if frame.role is Role.MAIN else frozenset()
    terms = (t for t in facts.terms if start <= t.start < end and t.term.part in wanted)
    return any(frame.types.intersection(t.term.types) for t in terms)
