"""The missiles of a salvo told apart: their times, distances and heights, each with its number."""

from collections.abc import Mapping, Sequence

from reportedly.extract.claims import Draft
from reportedly.model import Claim, Value

_OF_A_SHOT = ("time_local", "distance_km", "apogee_km", "flight_time_s")


def shots_of(own: Sequence[tuple[Draft, Claim]]) -> tuple[Mapping[str, Value], ...]:
    """What is said of each missile told apart, in the order of the salvo; empty where fewer than two are.

    Of two claims on one missile's field the first stands.
    """
    told: dict[int, dict[str, Value]] = {}
    for draft, claim in sorted(own, key=lambda pair: (pair[1].span.start, pair[1].span.end)):
        if draft.shot is not None and claim.field in _OF_A_SHOT and claim.value is not None:
            told.setdefault(draft.shot, {}).setdefault(claim.field, claim.value)
    return tuple(told[number] for number in sorted(told)) if len(told) > 1 else ()
