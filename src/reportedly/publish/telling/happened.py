"""What happened, in one sentence of settled values, with whose word it is and over what accounts differ."""

from collections.abc import Mapping
from types import MappingProxyType

from reportedly.codebook import Codebook
from reportedly.fields.registry import show
from reportedly.fields.wording import field_name
from reportedly.model import Incident, Position, Status
from reportedly.publish.telling.kinds import KINDS, other
from reportedly.publish.telling.settled import Known, listed, state_name
from reportedly.reconcile.said import MANY_AT_ONCE

ASKED: Mapping[str, str] = MappingProxyType(
    {
        "type": "what it was",
        "date": "the day",
        "time_local": "the time",
        "time_utc": "the time in UTC",
        "count": "the number",
        "weapon_class": "the class",
        "weapon": "the weapon",
        "site": "the place",
        "distance_km": "the distance",
        "apogee_km": "the height",
        "flight_time_s": "the time in flight",
        "direction": "the direction",
        "landing": "where it came down",
        "outcome": "the outcome",
        "platform": "what it was fired from",
        "yield_kt": "the yield",
        "magnitude": "the magnitude",
        "object": "what it was of",
    }
)
FEW = 3  # positions that are named, of a field over which accounts differ
SHORT = 60  # letters they may take


def happened(incident: Incident, codebook: Codebook) -> str:
    """One sentence made of what is settled: nothing in it is contested, and nothing is added.

    It opens with whose word it is where that is one origin's or nobody's, and ends with what accounts differ on and
    what those who spoke did not say.
    """
    known = Known(incident, codebook)
    clause = KINDS.get(incident.type, other)(known)
    return f"{_lead(known)}{clause}{_open(known)}."


def _lead(known: Known) -> str:
    said, support = known.incident.values.get("type"), known.incident.support
    if said is not None and said.status is Status.UNKNOWN:
        return "Nobody asserts this (it is denied, supposed, planned or was taken back): "
    if support.origins > 1:
        return ""
    heard = next((one for one in support.backings if one.adds), None)
    if support.origins == 0 or heard is None:
        return "Told without a named source: "
    name = state_name(heard.origin, known.codebook) if heard.origin in known.codebook.states else heard.name
    return f"By the word of {name} alone: "


def _open(known: Known) -> str:
    told = ""
    contested = [name for name in known.standing(Status.CONTESTED) if name not in MANY_AT_ONCE]
    if "time_local" in contested:
        contested = [name for name in contested if name != "time_utc"]
    silent = [_asked(name) for name in known.standing(Status.WITHHELD) if name not in MANY_AT_ONCE]
    if contested:
        told += f"; accounts differ on {listed([_differ(name, known) for name in contested])}"
    if silent:
        told += f"; {listed(silent)} {'was' if len(silent) == 1 else 'were'} not disclosed"
    return told


def _differ(field: str, known: Known) -> str:
    """What accounts differ on, with what they say where that is short."""
    positions = known.incident.values[field].positions
    values = list(
        dict.fromkeys(_shown(field, one) for one in positions if one.credibility is not None and not one.revised)
    )
    short = 1 < len(values) <= FEW and sum(map(len, values)) <= SHORT
    return f"{_asked(field)} ({' or '.join(values)})" if short else _asked(field)


def _shown(field: str, position: Position) -> str:
    return show(field, position.value)


def _asked(field: str) -> str:
    return ASKED.get(field) or field_name(field).lower()
