"""Drafts given their voices: who says each value, how, and whether the voice is inherited."""

from collections.abc import Sequence

from reportedly.codebook import Codebook
from reportedly.extract.attribution import Attribution, attribute, voice_for
from reportedly.extract.claims import Draft, drafts
from reportedly.extract.facts import Facts
from reportedly.extract.frames import Framing
from reportedly.model import NARRATOR, Claim, Span, Stance, content_id

_WEAKER = (Stance.ASSERTED, Stance.CONFIRMED, Stance.ESTIMATED, Stance.ALLEGED, Stance.SPECULATED)


class Speakers:
    """Gives every value of a report its voice."""

    def __init__(self, codebook: Codebook, *, parse: bool = True) -> None:
        self._codebook = codebook
        self._parse = parse

    def attribute(self, facts: Facts, framing: Framing) -> tuple[tuple[Draft, Claim], ...]:
        """Each draft with the claim it becomes; a draft told twice at one place by one rule is one claim."""
        said = attribute(facts.report.text, facts.sentences, facts.names, self._codebook)
        found: dict[str, tuple[Draft, Claim]] = {}
        for draft in drafts(framing):
            claim = _claim(facts, framing, draft, said)
            found.setdefault(claim.id, (draft, claim))
        return tuple(found.values())


def _claim(facts: Facts, framing: Framing, draft: Draft, said: Sequence[Attribution]) -> Claim:
    span = Span(draft.start, draft.end)
    mention = mention_id(framing, draft.frame)
    by = voice_for(said, span)
    return Claim(
        id=content_id(mention, draft.field, draft.start, draft.end, draft.value, draft.rule),
        mention=mention,
        field=draft.field,
        value=draft.value,
        written=span.of(facts.report.text),
        span=span,
        voices=by.voices if by is not None else (NARRATOR,),
        inherited=by.inherited if by is not None else False,
        cue=draft.cue or (by.cue if by is not None else None),
        stance=weakest(draft.stance, by.stance if by is not None else None),
        rule=draft.rule,
    )


def weakest(own: Stance | None, spoken: Stance | None) -> Stance:
    """The stance of a value: what its own words lower it to, and what its speaker's do; the weaker holds."""
    stances = [s for s in (own, spoken) if s is not None]
    if not stances:
        return Stance.ASSERTED
    apart = [s for s in stances if s not in _WEAKER]
    return apart[0] if apart else max(stances, key=_WEAKER.index)


def mention_id(framing: Framing, number: int) -> str:
    """The id of a frame's mention: a hash of report, type and the place of its first telling."""
    frame = framing.frames[number]
    first = [framing.triggers[t] for t in frame.triggers[:1]]
    place = (first[0].start, first[0].end) if first else tuple(framing.dates[d].start for d in frame.dates[:1])
    return content_id(framing.facts.report.id, frame.type, *place)
