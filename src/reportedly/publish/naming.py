"""How speakers, reports and fields are called where a person reads of them."""

from collections.abc import Mapping
from types import MappingProxyType

from reportedly.model import Claim, Report, Voice

WRITER = "the writer"
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "type": "Kind",
        "date": "Date",
        "time_local": "Time there",
        "time_utc": "Time in UTC",
        "count": "How many",
        "weapon_class": "Class",
        "weapon": "Weapon",
        "site": "Place",
        "distance_km": "Distance flown",
        "apogee_km": "Highest point",
        "flight_time_s": "Time in flight",
        "direction": "Direction",
        "landing": "Came down",
        "outcome": "Outcome",
        "platform": "Fired from",
        "trajectory": "Trajectory",
        "eez": "Waters",
        "yield_kt": "Yield",
        "magnitude": "Magnitude",
        "statement": "Statements",
        "relation": "Other incidents",
        "participants": "Who took part",
        "transfer": "What moved",
        "finding": "What was found",
        "limitation": "What was not found",
        "measure": "Act",
        "object": "Of what",
        "derived": "Sums told",
    }
)


def field_name(field: str) -> str:
    """A field as a heading: "How many"; a user's own field by its code."""
    return FIELDS.get(field) or field.replace("_", " ").capitalize()


def voice_name(voice: Voice) -> str:
    """Who speaks, joint holders each by name; the narrator is the writer."""
    if voice.joint:
        return " and ".join(voice_name(holder) for holder in voice.joint)
    return WRITER if voice.kind == "narrator" else voice.name


def said_by(claim: Claim) -> str:
    """How a claim is said and by whom, the chain outermost first: "asserted by Kyodo News, citing an official"."""
    chain = ", citing ".join(voice_name(voice) for voice in claim.voices)
    return f"{claim.stance.value} by {chain}{', as before' if claim.inherited else ''}"


def told_by(report: Report) -> str:
    """A report by its outlet and day: "Harbour Post, 2024-09-18"."""
    day = report.published.day.isoformat() if report.published else "undated"
    return f"{report.outlet or report.path}, {day}"
