"""One report laid open for checking: its facts, its grammar, its speakers, and where quoted words stand in it."""

from collections.abc import Sequence
from enum import StrEnum

from reportedly.codebook import Codebook
from reportedly.extract.facts import Facts, gather
from reportedly.extract.lexicon import Lexicon
from reportedly.extract.trigger import Trigger
from reportedly.extractors.llm.answer import AnsweredClaim
from reportedly.extractors.llm.places import LONGEST, choose, occurrences
from reportedly.extractors.llm.values import grammar_of
from reportedly.extractors.llm.voices import Speakers
from reportedly.model import Report, Span


class Refusal(StrEnum):
    """Why a claim of a model is refused."""

    MALFORMED = "not of the shape asked for"
    WORDS = "words that are not in the text"
    LONG = "a quotation too long to be evidence"
    UNREAD = "a value that the words do not give"
    OTHER = "another value than the words give"
    SPEAKER = "a speaker who is not in the text"
    CUE = "a word for the stance that is not in the sentence"
    UNTOLD = "an incident that the text does not tell"
    PLANNED = "an incident that is only planned"


class Page:
    """A report as our own readers see it."""

    def __init__(self, report: Report, codebook: Codebook, lexicon: Lexicon) -> None:
        self.report = report
        self.codebook = codebook
        self.facts: Facts = gather(report, codebook, lexicon)
        self.grammar = grammar_of(self.facts, codebook)
        self.speakers = Speakers(self.facts, codebook)

    def place(self, claim: AnsweredClaim, prefer: Sequence[Span]) -> Span | Refusal:
        """Where the words quoted stand."""
        if len(claim.written) > LONGEST:
            return Refusal.LONG
        around = occurrences(self.report, claim.context) if claim.context else ()
        if claim.context and not around:
            return Refusal.WORDS
        found = occurrences(self.report, claim.written)
        return choose(found, nth=claim.nth, around=around, prefer=prefer) or Refusal.WORDS

    def sentence(self, span: Span) -> Span:
        """The sentence in which words begin."""
        number = self.facts.sentence_at(span.start)
        return span if number is None else self.facts.sentences[number].span

    def triggers(self, span: Span) -> list[Trigger]:
        """The tellings that the rules see in these words."""
        return [t for t in self.grammar.triggers if span.overlap(Span(t.start, t.end))]
