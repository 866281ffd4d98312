"""Measured values: distance flown, apogee, flight time, yield, magnitude, direction."""

import re
from collections.abc import Iterable

from reportedly.extract.claims.draft import Draft
from reportedly.extract.framing import Framing

_FIELD_OF_ROLE = {
    "distance": "distance_km", "apogee": "apogee_km", "flight_time": "flight_time_s", "yield": "yield_kt",
    "magnitude": "magnitude",
}  # fmt: skip
_FAMILY_OF_FIELD = {"yield_kt": "nuclear", "magnitude": "nuclear"}
_MODAL = re.compile(
    r"\b(?:could|can|would|should|might go|able to|capable of|if flown|if fired|enough to)\b", re.IGNORECASE
)


def measures(framing: Framing) -> Iterable[Draft]:
    """The measured values of every frame."""
    facts = framing.facts
    for found in facts.quantities:
        field = _FIELD_OF_ROLE.get(found.role)
        home = framing.owner(found.start, found.end)
        if field is None or home is None:
            continue
        frame = framing.frames[home]
        if frame.family != _FAMILY_OF_FIELD.get(field, "launch"):
            continue
        yield Draft(home, field, found.value, found.start, found.end, f"quantity.{found.rule}", shot=found.shot)
    for turn in facts.directions:
        if turn.role != "movement":
            continue
        home = framing.owner(turn.start, turn.end)
        if home is not None and framing.frames[home].family == "launch" and _of_flight(framing, turn.start):
            yield Draft(home, "direction", turn.value, turn.start, turn.end, "direction.movement")


def _of_flight(framing: Framing, place: int) -> bool:
    """Whether the sentence speaks of a flight and not of what one could do."""
    facts = framing.facts
    number = facts.sentence_at(place)
    if number is None:
        return False
    span = facts.sentences[number]
    clause = facts.report.text[max(span.start, place - 60) : place]
    return _MODAL.search(clause) is None
