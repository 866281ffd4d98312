"""What a check is given: one report with what was read out of it, and what it may ask."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from functools import cached_property

from reportedly.check.record import Record
from reportedly.codebook import Codebook
from reportedly.extract.sentences import Sentence, split
from reportedly.frozen import dataclass
from reportedly.model import Claim, DateRange, Derived, Extraction, Finding, Mention, Report, Verdict

_NOTHING: Mapping[str, object] = {}
BEST = (Verdict.CONSISTENT, Verdict.UNDETERMINED, Verdict.INCONSISTENT)
"""Which answer counts of several readings: it can be as it is written in any of them."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that can be checked: what it derives, the mention it is about, and the day of that where it is known."""

    claim: Claim
    value: Derived
    mention: Mention
    day: date | None = None

    @property
    def arguments(self) -> Mapping[str, object]:
        """The arguments of the derived claim."""
        return self.value.arguments

    def word(self, key: str) -> str | None:
        """An argument that is a word, or None."""
        value = self.value.arguments.get(key)
        return value if isinstance(value, str) else None

    def number(self, key: str) -> float | None:
        """An argument that is a number, or None."""
        value = self.value.arguments.get(key)
        return float(value) if isinstance(value, int | float) else None

    def whole(self, key: str) -> int | None:
        """An argument that is a whole number, or None."""
        value = self.value.arguments.get(key)
        return value if isinstance(value, int) else None

    def found(
        self,
        verdict: Verdict,
        working: str,
        reading: Mapping[str, object] = _NOTHING,
        stands_on: tuple[str, ...] = (),
    ) -> Finding:
        """The finding on this claim."""
        return Finding(self.claim.id, self.value.kind, self.claim.written, verdict, working, reading, stands_on)


@dataclass(frozen=True)
class Article:
    """One report, its mentions with their claims, the codebook, what a ledger knows of the past, where there is
    one, and the days of mentions that are known from elsewhere, by their ids."""

    report: Report
    extraction: Extraction
    codebook: Codebook = field(repr=False)
    record: Record | None = field(default=None, repr=False)
    known_days: Mapping[str, DateRange] = field(default_factory=dict, repr=False)

    def told(self, *kinds: str) -> Iterator[Told]:
        """The derived claims of these kinds that nobody rejected, in the order of the text."""
        for claim in self.extraction.claims:
            value = claim.value
            if isinstance(value, Derived) and value.kind in kinds and not claim.rejected:
                mention = self.mentions[claim.mention]
                days = self.days_of(mention)
                yield Told(claim, value, mention, days.day if days else None)

    @cached_property
    def mentions(self) -> Mapping[str, Mention]:
        """The mentions by id."""
        return {mention.id: mention for mention in self.extraction.mentions}

    def days_of(self, mention: Mention) -> DateRange | None:
        """The days of a mention's incident: its own where the report fixes them, else those known of the incident."""
        days = mention.values.get("date")
        if isinstance(days, DateRange) and days.earliest is not None:
            return days
        return self.known_days.get(mention.id)

    def nearest(self, position: int) -> Claim | None:
        """The claim nearest to a place in the text, for what is found in words that make no claim of their own."""
        return min(
            self.extraction.claims,
            key=lambda claim: (abs(claim.span.start - position), claim.span, claim.id),
            default=None,
        )

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the report, in order."""
        return tuple(split(self.report.text, self.report.blocks))

    def sentence_at(self, position: int) -> int:
        """The number of the sentence at or before a place in the text."""
        return bisect_right([sentence.start for sentence in self.sentences], position) - 1
