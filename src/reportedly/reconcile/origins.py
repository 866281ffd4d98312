"""Who observed or asserted: outlets that repeat a body add nothing, and a state's organs are one observer."""

from collections.abc import Iterable

from reportedly.codebook import Codebook
from reportedly.model import Claim, Voice

UNATTRIBUTED = "unattributed"  # the writers' own words: whoever told them is not said
OF_A_STATE = frozenset(
    {"detector", "command", "claimant", "government", "official", "unnamed", "state_media", "state", "military"}
)


def origin(claim: Claim, codebook: Codebook) -> str:
    """The origin of a claim: a state's code for its organs and state media, else the body's id.

    Japan's coast guard and defence ministry are one origin, and so are a general staff and "the military". Joint
    holders are one voice: their origins joined by "+". The narrator, and whoever has no name and no state, add none.
    """
    return _of(claim.voices[-1], codebook) if claim.voices else UNATTRIBUTED


def _of(voice: Voice, codebook: Codebook) -> str:
    if voice.joint:
        return "+".join(sorted({_of(holder, codebook) for holder in voice.joint}))
    kind, state, id_ = voice.kind, voice.state, voice.id
    if person := codebook.people.get(id_):
        body = codebook.bodies.get(person.body or "")
        kind, state = (body.cls, body.state) if body else (kind, state or person.state)
        id_ = body.id if body else id_
    if state and kind in OF_A_STATE:
        return state
    if kind in ("narrator", "unnamed"):
        return UNATTRIBUTED
    entry = codebook.bodies.get(id_)
    return entry.member_of[0] if entry and entry.member_of else id_


def independent(origins: Iterable[str]) -> int:
    """How many origins stand for themselves: joint holders count only where none of them is heard alone."""
    found = set(origins) - {UNATTRIBUTED}
    alone = {o for o in found if "+" not in o}
    joint = [o for o in sorted(found - alone) if not alone & set(o.split("+"))]
    return len(alone) + min(1, len(joint))
