"""What people ruled of claims, in a few words."""

from collections.abc import Iterable

from reportedly.fields.registry import show
from reportedly.model import Claim, Ruling

SAID = {Ruling.ACCEPT: "checked", Ruling.REJECT: "rejected", Ruling.CORRECT: "corrected", Ruling.CLAIM: "added by hand"}


def remarks(claims: Iterable[Claim]) -> str:
    """What was ruled of these claims, in a few words; empty where nothing was."""
    return ", ".join(dict.fromkeys(remark for claim in claims if (remark := _remark(claim))))


def _remark(claim: Claim) -> str:
    if claim.ruled is None:
        return ""
    before = "" if claim.ruled.read is None else f", was read as {show(claim.field, claim.ruled.read)}"
    return f"{SAID[claim.ruled.ruling]} by {claim.ruled.who}{before}"
