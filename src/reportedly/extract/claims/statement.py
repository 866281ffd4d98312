"""What is done by speaking: condemnations, denials, threats, demands and protests, as claims on what they speak of."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.extract.attribution import Attribution
from reportedly.extract.claims.draft import Draft
from reportedly.extract.framing import Framing
from reportedly.extract.stance import clauses_said
from reportedly.model import Span, Stance, Statement
from reportedly.patterns import compiled

_ACTS = frozenset({"condemn", "deny", "threaten", "urge", "protest"})
ACT_OF = {
    Stance.CONDEMNED: "condemn",
    Stance.DENIED: "deny",
    Stance.THREATENED: "threaten",
    Stance.URGED: "urge",
}
_THREAT = compiled(
    r"\b(?:consequence\w*|respon\w+|retaliat\w+|attack\w*|strike\w*|destroy\w*|destruction|force|pay|price|war|annihilat\w+|punish\w*|sanctions)\b",
    re.IGNORECASE,
)
_NEAR = 160  # code points behind the act in which its object is looked for


def statements(framing: Framing, said: Sequence[Attribution]) -> Iterable[Draft]:
    """One claim for each act of each speaker in a sentence: the quotation where there is one, else the clause."""
    chosen: dict[tuple[object, ...], Attribution] = {}
    for act in said:
        if act.act not in _ACTS or act.inherited or (act.act == "threaten" and not _threatens(framing, act)):
            continue
        key = (act.sentence, act.act, tuple(v.id for v in act.voices))
        if key not in chosen or (act.quote and not chosen[key].quote):
            chosen[key] = act
    for act in chosen.values():
        home = _about(framing, act)
        if home is not None and act.act is not None:
            span = _span(act)
            value = Statement(act.act, framing.mention_ids[home])
            yield Draft(
                home,
                "statement",
                value,
                span.start,
                span.end,
                f"statement.{act.act}",
                act.stance,
                act.cue,
                voices=act.voices,
            )


def remarks(
    framing: Framing,
    said: Sequence[Attribution],
    told: Mapping[tuple[int, str], Sequence[tuple[Span, Stance]]],
    kept: frozenset[int],
) -> Iterable[Draft]:
    """What a speaker says of the report's subject without giving a value of any field: kept, so that nobody who spoke
    is lost, and no clause that is meant otherwise. `told` holds place and stance of the claims there are, by sentence
    and speaker, `kept` the frames that become mentions."""
    for act in said:
        if act.inherited or not (act.content or act.stance is Stance.WITHHELD):
            continue
        here = told.get((act.sentence, act.voices[-1].id), ())
        known = frozenset(
            stance for span, stance in here if any(c.start < span.end and span.start < c.end for c in act.content)
        )
        home = _about(framing, act)
        if home is None or home not in kept:
            home = framing.talk if framing.talk is not None else framing.main
        if home is not None:
            for span, stance in _remarked(framing, act, known):
                yield _remark(framing, act, home, span, stance)


def _remarked(framing: Framing, act: Attribution, known: frozenset[Stance]) -> Iterator[tuple[Span, Stance]]:
    """The whole where its speaker has said nothing else here, and each clause that has a stance of its own."""
    book, text, speaker = framing.codebook, framing.facts.report.text, act.voices[-1]
    parts = [part for c in act.content for part in clauses_said(text, c, act.manner, speaker, book)]
    seen = set(known)
    if not seen:
        first = parts[0][1] if parts else act.stance
        yield _span(act), first
        seen = {first}
    for span, stance in parts:
        if stance not in seen and stance is not Stance.ASSERTED:
            seen.add(stance)
            yield span, stance


def _remark(framing: Framing, act: Attribution, home: int, span: Span, stance: Stance) -> Draft:
    value = Statement(act.act or ACT_OF.get(stance, "announce"), framing.mention_ids[home])
    return Draft(home, "statement", value, span.start, span.end, "statement.remark", stance, act.cue, voices=act.voices)


def _threatens(framing: Framing, act: Attribution) -> bool:
    """Whether a warning is a threat and not a call to take shelter."""
    text = framing.facts.report.text
    return not act.cue.lower().startswith("warn") or any(_THREAT.search(c.of(text)) for c in act.content)


def _span(act: Attribution) -> Span:
    """The quotation; else from the act to the end of what is said, or from what is said to the act."""
    if act.quote:
        return act.content[0]
    parts = [act.cue_span, *act.content[:1]]
    return Span(min(p.start for p in parts), max(p.end for p in parts))


def _about(framing: Framing, act: Attribution) -> int | None:
    """The incident an act speaks of: what is told in its words, then what its sentence tells last before it."""
    openers = [o for o in framing.openers.get(act.sentence, ()) if not o.loose]
    inside = [o for o in openers if any(c.start <= o.start < min(c.end, act.cue_span.end + _NEAR) for c in act.content)]
    before = [o for o in openers if o.end <= act.cue_span.start]
    after = [o for o in openers if o.start >= act.cue_span.end]
    for group in (inside, before[-1:] if act.act == "deny" else after[:1], before[-1:]):
        if group:
            kept = [o for o in group if not framing.codebook.is_a(framing.frames[o.frame].type, "statement")] or group
            return kept[0].frame
    return framing.carried(act.sentence) if framing.main is not None else None
