"""The day that each telling has of its own, and the day that a report is about."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from reportedly.codebook import Codebook
from reportedly.extract.dated import Dated, before
from reportedly.extract.facts import Facts
from reportedly.extract.openings import opening
from reportedly.extract.past import dates_another, laid_back
from reportedly.extract.tellings import in_it, of_the_day
from reportedly.extract.trigger import Shape, Trigger
from reportedly.extract.when_it_was import tells_when
from reportedly.frozen import dataclass
from reportedly.model import DateRange
from reportedly.patterns import compiled

_ORDINAL = compiled(
    r"(?i)\b(?:first(?!\s+(?:\w+ly\s+)?(?:test-)?(?:tested|launched|fired|flown|flew|shown|unveiled|displayed|deployed|introduced)\b)|second|third|(?:four|fif|six|seven|eigh|nin|ten)th|\d+(?:st|nd|rd|th)|only|biggest|latest)\b[^.;]{0,50}$"
)
_CAME = compiled(  # behind a rank it says when that one was: "the first test of the Agni was conducted in 2012"
    r"\b(?:was|were|had been)\s(?:\w+\s){1,3}|\b(?:took place|came|occurred|happened|followed|flew|failed|succeeded|exploded)\b"
)
_OF_THEN = compiled(r"\s+(?:(?:of|in|from|back in)\s+)?(?:(?:early|late|mid)[ -])?")
_ON_WHICH = compiled(r",?\s+(?:(?:on|in) which|when)\s+(?:[\w’'-]+\s+){0,4}")
FRESH = 3  # days before publication within which an incident is the news
_WEEK = 7  # days
_STALE = 30  # days before publication after which an incident is no news


def _rank(dated: Dated, told: Trigger, text: str) -> tuple[bool, bool, bool, bool, int]:
    """How likely a date is a telling's own, lowest first: no day of speech, tied to it, a whole day, one that "and" does
    not part from it, near."""
    whole = dated.range is not None and dated.range.day is not None
    parted = dated.end <= told.start and text.startswith(" and ", dated.end)
    return dated.aside, not _is_tied(dated, told, text), not whole, parted, abs(dated.start - told.anchor)


def _is_tied(dated: Dated, told: Trigger, text: str) -> bool:
    """Whether a date says which one is told of: "the tests of May 1998", "the day in 1998 on which it tested"."""
    if dated.start >= told.end:
        return _OF_THEN.fullmatch(text, told.end, dated.start) is not None
    return dated.end <= told.start and _ON_WHICH.fullmatch(text, dated.end, told.start) is not None


def _is_short(dated: Dated) -> bool:
    """Whether a date is a day or told to the nearest week: "two weeks ago"."""
    when, told = dated.range, dated.expression
    if when is None or when.earliest is None or when.latest is None:
        return False
    counted = told.kind == "relative" and abs(told.shift or 0) > 1  # not "last week"
    return when.day is not None or (counted and (when.latest - when.earliest).days < _WEEK)


@dataclass(frozen=True, slots=True)
class OwnDays:
    """The dates of a report as its tellings take them; `entries` gives for each sentence under a timeline's label the date
    of that label, by number."""

    facts: Facts
    codebook: Codebook
    triggers: Sequence[Trigger]
    dates: Sequence[Dated]
    entries: Mapping[int, int]

    def of_triggers(self) -> dict[int, int]:
        """For each telling the date that is its own: not the day it was said, nor the far end of a "since"."""
        own: dict[int, int] = {}
        for number, dated in enumerate(self.dates):
            if dated.trigger is None or dated.stamp or dated.range is None or self._is_window(dated):
                continue
            if dated.since and not self._goes_on(dated):
                continue
            told, text = self.triggers[dated.trigger], self.facts.report.text
            known = own.get(dated.trigger)
            if known is None or _rank(dated, told, text) < _rank(self.dates[known], told, text):
                own[dated.trigger] = number
        pairs = enumerate(pairwise(self.triggers))
        own |= {
            n: own[n + 1]
            for n, (told, test) in pairs
            if n not in own and n + 1 in own and in_it(told, test, self.facts)
        }
        entries = ((n, self.entries[t.sentence]) for n, t in enumerate(self.triggers) if t.sentence in self.entries)
        return own | {n: entry for n, entry in entries if self.dates[entry].range is not None}

    def with_a_day(self, own: Mapping[int, int]) -> frozenset[int]:
        """The tellings that have one day of their own, which is not the day they were told."""
        return frozenset(
            t for t, d in own.items() if not self.dates[d].aside and (r := self.dates[d].range) is not None and r.day
        )

    def _goes_on(self, dated: Dated) -> bool:
        """Whether the telling is what happened on the far day: "since November 5, when seven missiles were fired"."""
        trigger = self.triggers[dated.trigger or 0]
        gap = self.facts.report.text[dated.end : trigger.start]
        return trigger.start > dated.end and re.match(r",?\s+when\b", gap) is not None

    def _is_window(self, dated: Dated) -> bool:
        """Whether a year is only counted in ("the first test of 2025", "the 12th launch this year")."""
        when = dated.range
        if when is None or when.earliest is None or when.latest is None or (when.latest - when.earliest).days < 200:
            return False
        text = self.facts.report.text
        if text[dated.start : dated.end].lower().endswith("ago"):
            return False  # "the first launch five years ago"
        ranked = _ORDINAL.search(text, max(0, dated.start - 60), dated.start)
        return ranked is not None and _CAME.search(text, ranked.start(), dated.start) is None

    def of_report(self, own: Mapping[int, int]) -> DateRange | None:
        """The day the report is about: the newest day of a clause that tells an incident; else that of publication.

        Without a day of publication it is the first day told, which may lack its year.
        """
        told = self._told(own)
        spoken = {t.anchor for t in self.facts.triggers}  # what only a thing and its day tell is seldom the news
        deeds = [(n, d) for n, d in told if (t := self.triggers[n]).anchor in spoken or t.shape is Shape.CLAUSE]
        told = deeds or told
        published = self.facts.report.published
        if published:
            fresh = [(n, d) for n, d in told if d.day is not None and not before(d, published.day, by=FRESH)]
            lead = opening(self.facts)
            recent = [
                (n, d) for n, d in told if _is_short(self.dates[own[n]]) and not before(d, published.day, by=_STALE)
            ]
            stale = [(n, d) for n, d in recent if self.triggers[n].sentence in lead][:1]
            stale = stale or [(n, d) for n, d in recent if self._is_there_for(self.dates[own[n]])][:1]
            return self._most_told(fresh or stale) or DateRange(published.day, published.day)
        return next(
            (d for d in self._undated_days(told) if d.day is not None or (d.partial or "").startswith("--")), None
        )

    def _undated_days(self, told: Sequence[tuple[int, DateRange]]) -> Iterable[DateRange]:
        """What can be the day of a report without publication, likeliest first: the lead's tellings, the lead's other
        dates, stamps and days of speech, the rest's tellings."""
        lead = opening(self.facts)
        yield from (d for n, d in told if self.triggers[n].sentence in lead)
        beside = [d for d in self.dates if d.range is not None and not d.since]
        yield from (d.range for d in beside if d.range and d.sentence in lead and d.trigger is None and not d.aside)
        yield from (d.range for d in beside if d.range and (d.stamp or d.aside))
        yield from (d for _, d in told)

    def _most_told(self, told: Sequence[tuple[int, DateRange]]) -> DateRange | None:
        """The day most is told of, the lead counting more than the rest; of equals the one told first."""
        votes: Counter[DateRange] = Counter()
        lead = opening(self.facts)
        for number, when in told:
            trigger = self.triggers[number]
            if when.earliest is not None:
                clause = trigger.shape is Shape.CLAUSE
                votes[DateRange(when.earliest, when.latest)] += (
                    (4 if clause else 3) if trigger.sentence in lead else 2 if clause else 1
                )
        return max(votes, key=lambda day: votes[day], default=None)

    def _told(self, own: Mapping[int, int]) -> list[tuple[int, DateRange]]:
        """The tellings of the day's kind of incident that have a date of their own, with it."""
        return [
            (number, when)
            for number, trigger in enumerate(self.triggers)
            if number in own and of_the_day(trigger, self.codebook) and not self.dates[own[number]].aside
            if trigger.sentence not in self.entries and not self.dates[own[number]].prior
            if not laid_back(trigger, self.facts) and not self.dates[own[number]].since
            if trigger.shape is not Shape.CLAUSE or not dates_another(trigger, self.facts)
            if (when := self.dates[own[number]].range) is not None
        ]

    def _is_there_for(self, dated: Dated) -> bool:
        """Whether a sentence is there to tell a date."""
        return tells_when(self.facts.report.text, self.facts.sentences[dated.sentence].start, dated.start)
