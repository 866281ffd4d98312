"""How speakers, reports and fields are called where a person reads of them."""

from pathlib import PurePath

from reportedly.model import Claim, Report, Voice

WRITER = "the writer"


def voice_name(voice: Voice) -> str:
    """Who speaks, joint holders each by name; the narrator is the writer."""
    if voice.joint:
        return " and ".join(voice_name(holder) for holder in voice.joint)
    return WRITER if voice.kind == "narrator" else voice.name


def said_by(claim: Claim) -> str:
    """How a claim is said and by whom, the chain outermost first: "asserted by Kyodo News, citing an official"."""
    chain = ", citing ".join(voice_name(voice) for voice in claim.voices)
    return f"{claim.stance.value} by {chain}{', as before' if claim.inherited else ''}"


def printer(report: Report) -> str:
    """The outlet that printed a report; the name of its file where it names none."""
    return report.outlet or PurePath(report.path).name


def told_by(report: Report) -> str:
    """A report by who printed it and its day: "Harbour Post, 2024-09-18"."""
    day = report.published.day.isoformat() if report.published else "undated"
    return f"{printer(report)}, {day}"
