"""Which parts of a report are shown where its whole text is not ours to show: the sentences that claims stand in, and the
one before where a sentence only says with it of what it tells ("They flew 400 km")."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from reportedly.extract.sentences import split
from reportedly.model import Claim, Report, Span
from reportedly.publish.quotes import leans

LONGEST = 600  # letters of a sentence; a table without a full stop is none
AROUND = 200  # letters on either side of a claim in what is too long for a sentence


def excerpts(report: Report, claims: Iterable[Claim]) -> tuple[Span, ...]:
    """The sentences of a report in which claims stand, each with the one before where it leans on it, in order; parts that
    touch or overlap are one."""
    told = tuple(claims)
    sentences = split(report.text, report.blocks)
    found = [claim.span for claim in told]
    for before, one in pairwise((None, *sentences)):
        if one is None:
            continue
        span = Span(one.start, one.end)
        held = [_around(claim.span, span) for claim in told if _touch(claim.span, span)]
        found += held
        if held and before and before.kind == one.kind and leans(report.text[one.start : one.end]):
            found.append(Span(max(before.start, before.end - LONGEST), before.end))
    return _joined(found)


def _touch(claim: Span, sentence: Span) -> bool:
    return claim.start < sentence.end and sentence.start < claim.end


def _around(claim: Span, sentence: Span) -> Span:
    """The sentence, or where it is too long, the part of it around the claim."""
    if len(sentence) <= LONGEST:
        return sentence
    return Span(max(sentence.start, claim.start - AROUND), min(sentence.end, claim.end + AROUND))


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def whole(report: Report) -> Sequence[Span]:
    """All of it, as one part."""
    return (Span(0, len(report.text)),)
