"""A model's answer held against the report: what stands there becomes mentions of claims, the rest is counted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reportedly.codebook import Codebook
from reportedly.extract.claims import Draft
from reportedly.extract.deriving import derived_values
from reportedly.extract.folding import fold_values
from reportedly.extract.lexicon import Lexicon
from reportedly.extract.shots import shots_of
from reportedly.extract.state_of import state_of
from reportedly.extractors.llm.agreement import Acts
from reportedly.extractors.llm.answer import Answer, AnsweredClaim, AnsweredMention
from reportedly.extractors.llm.claims import ClaimCheck, ToldMention
from reportedly.extractors.llm.page import Page, Refusal
from reportedly.extractors.llm.values import Evidence, Told
from reportedly.frozen import dataclass
from reportedly.model import Claim, DateRange, Extraction, Mention, Report, Role, Span, Stance, content_id

Kept = dict[str, tuple[Draft, Claim]]  # by the claim's id


@dataclass(frozen=True, slots=True)
class Checked:
    """What is left of an answer, and what was refused, by reason."""

    extraction: Extraction
    refused: Mapping[str, int]


class Checker:
    """Holds answers against reports, with one codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._lexicon = Lexicon(codebook)
        self._acts = Acts(codebook)

    def check(self, report: Report, answer: Answer) -> Checked:
        """The mentions and claims of the answer that stand in the report."""
        page = Page(report, self._codebook, self._lexicon)
        return _Check(page, self._lexicon, self._acts, answer).done()


class _Check:
    """One answer against one report."""

    def __init__(self, page: Page, lexicon: Lexicon, acts: Acts, answer: Answer) -> None:
        self._page, self._lexicon, self._acts, self._answer = page, lexicon, acts, answer
        self._kinds = page.codebook.types
        self._refused: Counter[str] = Counter()
        self._refuse(Refusal.MALFORMED, answer.malformed)

    def done(self) -> Checked:
        """The extraction, and the refusals."""
        told = {m.key: self._told(m) for m in self._answer.mentions if m.type in self._kinds}
        self._refuse(Refusal.MALFORMED, sum(claim.mention not in told for claim in self._answer.claims))
        found: dict[str, tuple[ToldMention, Kept]] = {}
        for key, mention in told.items():
            claims = [c for c in self._answer.claims if c.mention == key]
            if mention is None:
                self._refuse(Refusal.UNTOLD, len(claims))
                continue
            _, kept = found.setdefault(mention.id, (mention, {}))
            kept.update(self._claims(mention, claims))
        mentions = tuple(self._mention(mention, kept) for mention, kept in found.values() if self._happened(kept))
        relevant = any(m.role is Role.MAIN for m in mentions)
        return Checked(Extraction(self._page.report.id, relevant, mentions), dict(self._refused))

    def _refuse(self, reason: Refusal, times: int = 1) -> None:
        if times:
            self._refused[reason] += times

    def _told(self, mention: AnsweredMention) -> ToldMention | None:
        """The incident as the text tells it; None where none of the words given for it does."""
        spans = sorted(self._tellings(mention))
        if not spans:
            return None
        named = {s for n in self._page.facts.names if (s := state_of(n) or getattr(n.entry, "state", None))}
        state = mention.state if mention.state in self._page.codebook.states and mention.state in named else None
        first = next(iter(self._page.triggers(spans[0])), spans[0])
        leads = not self._kinds[mention.type].only_states or state in self._kinds[mention.type].only_states
        return ToldMention(
            id=content_id(self._page.report.id, mention.type, first.start, first.end),
            told=Told(mention.type, state, tuple(spans)),
            role=mention.role if leads else Role.BACKGROUND,
        )

    def _tellings(self, mention: AnsweredMention) -> Iterable[Span]:
        """Where the words stand that tell the incident, of those the model quotes for it."""
        for claim in self._answer.claims:
            if (claim.mention, claim.field, claim.value) == (mention.key, "type", mention.type):
                span = self._page.place(claim, ())
                if isinstance(span, Span) and self._tells(span, mention.type):
                    yield span

    def _tells(self, span: Span, type_: str) -> bool:
        """Whether the words tell an incident of the type: by their grammar, or by a word of the codebook for it."""
        if any(type_ in t.types for t in self._page.triggers(span)):
            return True
        words = span.of(self._page.report.text)
        return any(type_ in hit.term.types for hit in self._lexicon.find(words))

    def _claims(self, mention: ToldMention, claims: Sequence[AnsweredClaim]) -> Kept:
        """The claims that stand; dates first, because clocks are read on their day."""
        dates = self._kept(mention, None, [c for c in claims if c.field == "date"])
        values = [claim.value for _, claim in dates.values()]
        day = next((value for value in values if isinstance(value, DateRange) and value.day), None)
        return dates | self._kept(mention, day, [c for c in claims if c.field != "date"])

    def _kept(self, mention: ToldMention, day: DateRange | None, claims: Sequence[AnsweredClaim]) -> Kept:
        if not claims:
            return {}
        evidence = Evidence(self._page.grammar, self._page.codebook, mention.told, day)
        check = ClaimCheck(self._page, self._acts, mention, evidence)
        kept: Kept = {}
        for claim in claims:
            made = check.check(claim)
            if isinstance(made, Refusal):
                self._refuse(made)
            else:
                kept.setdefault(made[1].id, made)
        return kept

    def _happened(self, kept: Kept) -> bool:
        """Whether a claim that it happened, or may have, was kept: what is only planned is no incident."""
        stances = [claim.stance for _, claim in kept.values() if claim.field == "type"]
        if any(stance is not Stance.PLANNED for stance in stances):
            return True
        self._refuse(Refusal.PLANNED if stances else Refusal.UNTOLD, len(kept))
        return False

    def _mention(self, mention: ToldMention, kept: Kept) -> Mention:
        """The mention, folded as the rules fold theirs."""
        own = tuple(kept.values())
        claims = tuple(sorted((c for _, c in own), key=lambda c: (c.span, c.field, c.id)))
        values = fold_values(claims, {c.id: d.rank for d, c in own})
        state = mention.told.state
        zone = self._page.codebook.states[state].zone if state is not None else None
        return Mention(
            id=mention.id,
            report=self._page.report.id,
            type=mention.told.type,
            role=mention.role,
            state=state,
            claims=claims,
            values=values,
            derived_values=derived_values(values, claims, zone),
            shots=shots_of(own),
        )
