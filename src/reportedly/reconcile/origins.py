"""Who observed or asserted: outlets that repeat a body add nothing, and a state's organs are one observer."""

from collections.abc import Iterable

from reportedly.codebook import BodyEntry, Codebook
from reportedly.model import Claim, Stance, Voice

UNATTRIBUTED = "unattributed"  # the writers' own words: whoever told them is not said
OF_A_STATE = frozenset(
    {
        "detector",
        "command",
        "claimant",
        "government",
        "intel",
        "official",
        "unnamed",
        "state_media",
        "state",
        "military",
    }
)
_PRINTS = frozenset({"wire", "outlet"})
HEARSAY = frozenset({Stance.ALLEGED, Stance.SPECULATED})


def speaker(claim: Claim, agency: Voice | None = None, outlet: str | None = None) -> Voice | None:
    """Who stands behind a claim: whoever said it last, or the agency whose words the writer's own are; None if nobody.

    An outlet that names itself is the writer. What a writer tells as hearsay ("reportedly") has no holder, whosever
    text it is.
    """
    voice = claim.voices[-1] if claim.voices else None
    if voice is None or not (voice.kind == "narrator" or (outlet and voice.name.casefold() == outlet.casefold())):
        return voice
    return None if claim.stance in HEARSAY else agency


def origin(voice: Voice | None, codebook: Codebook) -> str:
    """The origin of what a voice says: a state's code for its organs and state media, a house for its editions, else
    the body's id.

    Japan's coast guard and defence ministry are one origin, and so are a general staff and "the military". Joint
    holders are one voice: their origins joined by "+". The narrator, and whoever has no name and no state, add none.
    """
    if voice is None:
        return UNATTRIBUTED
    if voice.joint:
        known = {origin(holder, codebook) for holder in voice.joint} - {UNATTRIBUTED}
        return "+".join(sorted(known)) or UNATTRIBUTED
    kind, state, id_ = _stands_for(voice, codebook)
    if state and kind in OF_A_STATE:
        return state
    if kind in ("narrator", "unnamed"):
        return UNATTRIBUTED
    entry = codebook.bodies.get(id_)
    if entry and entry.member_of:
        return entry.member_of[0]
    named = (entry.name if entry else voice.name).lower()
    return codebook.outlets.get(named, id_) if kind in _PRINTS else id_


def class_of(voice: Voice | None, codebook: Codebook, launcher: str, state: str | None) -> str:
    """The class of source of a voice: `launcher` for an organ of the acting state, else the codebook's.

    A person has the class of the body spoken for; of joint holders the first by name counts.
    """
    if voice is None:
        return "narrator"
    last = min(voice.joint or (voice,), key=lambda one: one.id)
    kind, of, _ = _stands_for(last, codebook)
    return launcher if of and of == state and kind in OF_A_STATE else kind


def relayed(voice: Voice, codebook: Codebook) -> BodyEntry | None:
    """The body whose word this one passes on; None where it speaks for itself."""
    entry = codebook.bodies.get(voice.id)
    return codebook.bodies.get(entry.relays) if entry and entry.relays else None


def independent(origins: Iterable[str]) -> int:
    """How many origins stand for themselves: joint holders count only where none of them is heard alone."""
    found = set(origins) - {UNATTRIBUTED}
    alone = {o for o in found if "+" not in o}
    joint = [o for o in sorted(found - alone) if not alone & set(o.split("+"))]
    return len(alone) + min(1, len(joint))


def name_of(origin_: str, codebook: Codebook) -> str:
    """An origin as it is shown: the state's or the body's name."""
    if origin_ == UNATTRIBUTED:
        return "no origin"
    if "+" in origin_:
        return " and ".join(name_of(part, codebook) for part in origin_.split("+"))
    entry = codebook.states.get(origin_) or codebook.bodies.get(origin_)
    return entry.name if entry else origin_.replace("_", " ")


def _stands_for(voice: Voice, codebook: Codebook) -> tuple[str, str | None, str]:
    """Class, state and id of the body that speaks: a person's own where the codebook knows it, the one relayed."""
    person = codebook.people.get(voice.id)
    if person is None:
        body = relayed(voice, codebook)
        return (body.cls, body.state, body.id) if body else (voice.kind, voice.state, voice.id)
    body = codebook.bodies.get(person.body or "")
    return (body.cls, body.state, body.id) if body else (voice.kind, voice.state or person.state, voice.id)
