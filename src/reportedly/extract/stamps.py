"""Days a report prints of itself: the stamp over its text and its dateline, which date it where nothing else does."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from reportedly.extract.sentences import Sentence
from reportedly.extract.trigger import Trigger
from reportedly.extract.when_it_was import it_happened
from reportedly.fields.date import Calendar, DateExpression, resolve
from reportedly.model import BlockKind, Published
from reportedly.patterns import compiled

_HEAD = 5  # sentences among which a stamp stands
_WORDS = 4  # beside its date a stamp has no more words than these: "Published", "Updated", a place, an agency
_LONG_WORD = compiled(r"[A-Za-z]{3,}")
_CLAUSE = compiled(  # "On Dec. 12 it flew", "The previous one was on Dec. 12"
    r"\b(?:it|they|this|that|both|none|nothing|he|she|ones?|another|was|were|had|came|followed)\b", re.IGNORECASE
)
_BREAK = compiled(r"\s*(?:\([A-Z][\w ./&-]{1,30}\)\s*)?(?:[:–—]|-+(?=\s))")  # parts a day from what stands under it


def is_stamp(text: str, span: Sentence, found: DateExpression, triggers: Sequence[Trigger]) -> bool:
    """Whether a sentence is little more than a date and tells nothing: "July 12, 2023.", "Published Nov 3, 2022"."""
    if found.kind not in {"full", "month_day"} or any(span.start <= t.start < span.end for t in triggers):
        return False
    if it_happened(text, span.start, found.start) or _CLAUSE.search(text, span.start, span.end):
        return False
    return len(_LONG_WORD.findall(text[span.start : found.start] + text[found.end : span.end])) <= _WORDS


def heads(text: str, span: Sentence, found: DateExpression) -> bool:
    """Whether a sentence stands under a date as under a label: "July 5, 2006: seven missiles were fired"."""
    lead = text[span.start : found.start]
    return not _LONG_WORD.search(lead) and len(lead) < 4 and _BREAK.match(text, found.end) is not None


def labels(text: str, sentences: Sequence[Sentence], dates: Sequence[DateExpression]) -> frozenset[int]:
    """The numbers of the sentences that stand under a date: two and more make a timeline."""
    places = ((bisect_right(sentences, d.start, key=lambda s: s.start) - 1, d) for d in dates)
    return frozenset(n for n, d in places if n >= 0 and heads(text, sentences[n], d))


def printed_day(
    text: str,
    sentences: Sequence[Sentence],
    datelines: Sequence[tuple[int, int]],
    dates: Sequence[DateExpression],
    triggers: Sequence[Trigger],
) -> Published | None:
    """The day of the first stamp or dateline that has its year, or that the text's first sentence stands under."""
    body = [n for n, s in enumerate(sentences) if s.kind is BlockKind.BODY][:_HEAD]
    under = labels(text, sentences, dates)
    for number in body:
        span = sentences[number]
        for found in (d for d in dates if d.kind == "full" and span.start <= d.start < span.end):
            inside = any(a <= found.start < b for a, b in datelines)
            over = under == {number} and heads(text, span, found)
            alone = number not in under and is_stamp(text, span, found, triggers)
            day = resolve(found, Calendar())
            if day is not None and day.day and (inside or over or alone):
                return Published(day.day)
    return None
