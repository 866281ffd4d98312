"""The launches of several days that a headline sums up: "fires missiles two days in a row", "passes its test twice in 24
hours". Each of them is a subject, where the text goes on about it; a "second straight day" only where it tells it fully.
"""

import re
from collections.abc import Mapping
from functools import cached_property

from reportedly.extract.dated import Dated
from reportedly.extract.facts import Facts
from reportedly.extract.framing import Frame
from reportedly.extract.trigger import Shape, Trigger
from reportedly.fields.gated import Gated
from reportedly.frozen import dataclass
from reportedly.model import BlockKind
from reportedly.patterns import compiled

_SEVERAL = Gated(
    r"\b(?:(?:two|three|four|[2-4])[ -](?:(?:straight|consecutive|successive)[ -])?days?\b(?!['’]? (?:after|before|ago|later|earlier|since|ahead|of talks))"
    r"|days? (?:in a row|running)|(?:with)?in (?:(?:the|a|an|one|same|just|space|course|of|single|two|three|four|five|six|seven|\d{1,2}) ){0,4}(?:days?|week|hours|weekend)\b|(?:over (?:the )?|same )week(?:end)?\b"
    r"|week of (?:launches|tests|firings|missiles)|back[ -]to[ -]back|twice (?:in|within|this))\b",
    re.IGNORECASE,
)
_ONE_MORE = Gated(
    r"\b(?:(?:second|third|fourth|2nd|3rd|4th)(?: (?:straight|consecutive|successive))? day)\b", re.IGNORECASE
)
_RANKED = compiled(
    r"\b(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th|\d+(?:st|nd|rd|th)|another|again|most|(?:bigg|larg|long|high)est)\b",
    re.IGNORECASE,
)
_FULLY, _BARELY = 2, 1  # kinds of detail: clock, number, measure, place, weapon
_APART, _WEEK, _A_DAY = 3, 7, 2  # days at most: where the headline names no time, a week, hours
_NUMBERS = tuple(
    (n, word) for n, words in enumerate(("two 2", "three 3", "four 4", "five 5", "six 6"), 2) for word in words.split()
)
_EARLY = 12  # sentences of some length


@dataclass(frozen=True)
class DaysOfHeadline:
    """Tells whether an incident is one of those of several days that the headline sums up."""

    facts: Facts
    triggers: tuple[Trigger, ...]
    dates: tuple[Dated, ...]
    kinds: Mapping[int | None, set[str]]

    def announced(self, first: Frame, other: Frame) -> bool:
        """Whether the headline sums up several days, and the text tells this one of them with details of its own."""
        if self._asked is None or first.date is None or other.date is None or not first.types & other.types:
            return False
        if first.date.day is None or other.date.day is None or first.state != other.state:
            return False
        if not 0 < abs((first.date.day - other.date.day).days) <= self._span:
            return False
        told = [self.triggers[n] for n in other.triggers]
        sentences = {t.sentence for t in told if t.shape is Shape.CLAUSE} | {
            self.dates[n].sentence for n in other.dates
        }
        own = {*sentences, *(n + 1 for n in sentences if self.facts.goes_on(n + 1))}
        own -= {self.triggers[n].sentence for n in first.triggers}
        early = set(self.facts.body[:_EARLY])
        if self._asked == _BARELY and any(t.shape is Shape.CLAUSE and t.sentence in own & early for t in told):
            return True
        return len({kind for n in own & early for kind in (*self.kinds.get(n, ()), *self.weapon(n))}) >= self._asked

    def weapon(self, number: int) -> tuple[str, ...]:
        """The kind of detail that the name of a weapon in a sentence is; nothing without one."""
        span = self.facts.sentences[number]
        return ("weapon",) if any(n.kind == "weapon" for n in self.facts.names_in(span.start, span.end)) else ()

    @cached_property
    def _span(self) -> int:
        """Over how many days a headline's sum reaches, as far as it says so: "two days in a row", "within 24 hours"."""
        titles = [s for s in self.facts.sentences if s.kind is BlockKind.TITLE]
        found = next((m for s in titles if (m := _SEVERAL.search(self.facts.report.text, s.start, s.end))), None)
        words = found[0].lower() if found is not None else ""
        if "hours" in words:
            return _A_DAY
        number = next((n for n, word in _NUMBERS if word in words), None)
        return number - 1 if number and "day" in words else _WEEK if "week" in words else _APART

    @cached_property
    def _asked(self) -> int | None:
        """How many kinds of detail are asked for; None where the headline sums up nothing."""
        text = self.facts.report.text
        titles = [s for s in self.facts.sentences if s.kind is BlockKind.TITLE]
        if any(_ONE_MORE.search(text, s.start, s.end) for s in titles):
            return _FULLY
        ranked = any(_RANKED.search(text, s.start, s.end) for s in titles)  # "second launch in four days"
        return _BARELY if not ranked and any(_SEVERAL.search(text, s.start, s.end) for s in titles) else None
