"""One claim of a model held against the report: it stands, or is refused with the reason."""

from dataclasses import replace

from reportedly.extract.claims import Draft
from reportedly.extract.stance import stance_at, weakest
from reportedly.extract.trigger import Modality
from reportedly.extractors.llm.agreement import Acts, same
from reportedly.extractors.llm.answer import AnsweredClaim
from reportedly.extractors.llm.page import Page, Refusal
from reportedly.extractors.llm.places import occurrences
from reportedly.extractors.llm.values import Evidence, Told
from reportedly.extractors.llm.voices import Chain
from reportedly.fields import registry
from reportedly.frozen import dataclass
from reportedly.model import Claim, Role, Span, Stance, Statement, Term, Value, content_id

UNCHECKED = frozenset({"relation", "derived"})  # nothing reads these in one quotation, so they are not asked for
_NEEDS_CUE = frozenset(
    {Stance.DENIED, Stance.CONDEMNED, Stance.THREATENED, Stance.PLANNED, Stance.URGED, Stance.WITHDRAWN}
)


@dataclass(frozen=True, slots=True)
class ToldMention:
    """A mention of the answer that the text tells: its id, what tells it, and its role."""

    id: str
    told: Told
    role: Role


class ClaimCheck:
    """Holds the claims of one mention against the report."""

    def __init__(self, page: Page, acts: Acts, mention: ToldMention, evidence: Evidence) -> None:
        self._page, self._acts, self._mention, self._evidence = page, acts, mention, evidence

    def check(self, claim: AnsweredClaim) -> tuple[Draft, Claim] | Refusal:
        """The claim as ours, with the draft it comes from; or why it is refused."""
        if claim.field not in registry.FIELDS or claim.field in UNCHECKED:
            return Refusal.MALFORMED
        span = self._page.place(claim, [self._page.sentence(telling) for telling in self._mention.told.tellings])
        if isinstance(span, Refusal):
            return span
        draft = self._read(claim, span)
        if isinstance(draft, Refusal):
            return draft
        chain = self._page.speakers.chain(claim.voices, span)
        if chain is None:
            return Refusal.SPEAKER
        if not self._cued(claim, span, chain):
            return Refusal.CUE
        return draft, self._made(draft, claim, chain)

    def _read(self, claim: AnsweredClaim, span: Span) -> Draft | Refusal:
        """What our readers read in the words, where it is what the model says they mean."""
        rule = f"llm.{claim.field}"
        value = _value(claim)
        if isinstance(value, Statement):
            return self._statement(claim, value, span)
        if claim.stance is Stance.WITHHELD or claim.value is None:
            gap = self._evidence.withheld(claim.field, self._page.sentence(span))
            if gap is None or claim.value is not None:
                return Refusal.UNREAD
            return Draft(0, claim.field, None, span.start, span.end, rule, Stance.WITHHELD, claim.cue or gap.cue)
        if value is None:
            return Refusal.MALFORMED
        if claim.field == "type":
            if value != Term(self._mention.told.type) or not self._tells_on(span):
                return Refusal.UNREAD
            return Draft(0, "type", value, span.start, span.end, rule, self._modality(span))
        read = self._evidence.at(claim.field, span)
        for draft in read:
            if draft.value is not None and same(claim.field, draft.value, value, self._page.codebook):
                return replace(draft, start=span.start, end=span.end, rule=rule)
        return Refusal.OTHER if read else Refusal.UNREAD

    def _statement(self, claim: AnsweredClaim, value: Statement, span: Span) -> Draft | Refusal:
        """The act, where a word of speech in the words or their cue does it."""
        words = f"{span.of(self._page.report.text)} {claim.cue or ''}"
        if not (self._page.speakers.does(value.act, span) or self._acts.done(value.act, words)):
            return Refusal.UNREAD
        about = Statement(value.act, self._mention.id)
        return Draft(0, claim.field, about, span.start, span.end, f"llm.{claim.field}")

    def _tells_on(self, span: Span) -> bool:
        """Whether the words tell the incident, or something of its family after other words told just that."""
        kinds = self._page.codebook.types
        family = kinds[self._mention.told.type].family
        kin = (t for trigger in self._page.triggers(span) for t in trigger.types)
        return span in self._mention.told.tellings or any(kinds[t].family == family for t in kin if t in kinds)

    def _modality(self, span: Span) -> Stance | None:
        """What the grammar of a telling makes of it: "may have fired", "will fire"."""
        stances = {Modality.POSSIBLE: Stance.SPECULATED, Modality.PLANNED: Stance.PLANNED}
        return next((stances.get(trigger.modality) for trigger in self._page.triggers(span)), None)

    def _cued(self, claim: AnsweredClaim, span: Span, chain: Chain) -> bool:
        """Whether the word given for the stance stands in the claim's sentence or its speaker's."""
        if claim.cue is None:
            return claim.stance not in _NEEDS_CUE
        home = (self._page.sentence(span), *chain.sentences)
        return any(s.covers(cue) for cue in occurrences(self._page.report, claim.cue) for s in home)

    def _made(self, draft: Draft, claim: AnsweredClaim, chain: Chain) -> Claim:
        span = Span(draft.start, draft.end)
        stance = draft.stance if draft.stance in (Stance.WITHHELD, Stance.PLANNED) else claim.stance
        if stance is not Stance.WITHHELD:  # a hedge in the value's clause is never lost
            stance = weakest(stance, *([draft.stance] if draft.stance is not None else []))
            stance = stance_at(self._page.report.text, self._page.sentence(span), span, stance, self._page.codebook)
        return Claim(
            id=content_id(self._mention.id, draft.field, draft.start, draft.end, draft.value, draft.rule),
            mention=self._mention.id,
            field=draft.field,
            value=draft.value,
            written=span.of(self._page.report.text),
            span=span,
            voices=chain.voices,
            inherited=chain.inherited,
            cue=claim.cue or draft.cue,
            stance=stance,
            rule=draft.rule,
        )


def _value(claim: AnsweredClaim) -> Value | None:
    """The model's value in our shape; None where it has another."""
    try:
        value = registry.from_json(claim.field, claim.value)
        registry.to_json(claim.field, value)
    except (TypeError, ValueError, KeyError, AttributeError):
        return None
    return value
