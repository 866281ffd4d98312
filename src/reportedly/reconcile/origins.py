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


def class_of(claim: Claim, codebook: Codebook, launcher: str, state: str | None) -> str:
    """The class of source of whoever said it last: `launcher` for an organ of the acting state, else the codebook's.

    A person has the class of the body spoken for; of joint holders the first by name counts.
    """
    if not claim.voices:
        return ""
    last = min(claim.voices[-1].joint or (claim.voices[-1],), key=lambda voice: voice.id)
    kind, of, _ = _stands_for(last, codebook)
    return launcher if of and of == state and kind in OF_A_STATE else kind


def _stands_for(voice: Voice, codebook: Codebook) -> tuple[str, str | None, str]:
    """Class, state and id of the body that speaks: a person's own where the codebook knows it."""
    person = codebook.people.get(voice.id)
    if person is None:
        return voice.kind, voice.state, voice.id
    body = codebook.bodies.get(person.body or "")
    return (body.cls, body.state, body.id) if body else (voice.kind, voice.state or person.state, voice.id)


def _of(voice: Voice, codebook: Codebook) -> str:
    if voice.joint:
        return "+".join(sorted({_of(holder, codebook) for holder in voice.joint}))
    kind, state, id_ = _stands_for(voice, codebook)
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
