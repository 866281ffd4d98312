"""The claim that it happened: the words that tell it, from the actor to the weapon."""

from collections.abc import Iterable

from reportedly.extract.claims.draft import Draft
from reportedly.extract.framing import Framing
from reportedly.extract.state_of import state_of
from reportedly.extract.trigger import Modality, Trigger
from reportedly.model import Stance, Term


def tellings(framing: Framing) -> Iterable[Draft]:
    """One `type` claim for every telling of every frame."""
    for frame in framing.frames:
        for number in frame.triggers:
            trigger = framing.triggers[number]
            start, end = _phrase(framing, trigger, frame.state)
            stance = {Modality.POSSIBLE: Stance.SPECULATED, Modality.PLANNED: Stance.PLANNED}.get(trigger.modality)
            yield Draft(frame.number, "type", Term(frame.type), start, end, f"telling.{trigger.shape}", stance)


def _phrase(framing: Framing, trigger: Trigger, state: str | None) -> tuple[int, int]:
    """The telling with its actor, where the actor stands in the same clause before it."""
    facts = framing.facts
    span = facts.sentences[trigger.sentence]
    for name in reversed(facts.names_in(span.start, trigger.start)):
        if name.kind in {"state", "demonym", "metonym"} and state_of(name) == state:
            if trigger.start - name.end < 40 and facts.bounds.crossed(name.end, trigger.start) < 0.5:
                return name.start, trigger.end
            break
    return trigger.start, trigger.end
