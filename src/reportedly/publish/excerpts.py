"""Which parts of a report are shown where its whole text is not ours to show: the sentences that claims stand in."""

from collections.abc import Iterable, Sequence

from reportedly.extract.sentences import split
from reportedly.model import Claim, Report, Span

LONGEST = 600  # letters of a sentence; a table without a full stop is none
AROUND = 200  # letters on either side of a claim in what is too long for a sentence


def excerpts(report: Report, claims: Iterable[Claim]) -> tuple[Span, ...]:
    """The sentences of a report in which claims stand, in order; parts that touch or overlap are one."""
    sentences = [Span(one.start, one.end) for one in split(report.text, report.blocks)]
    found = [_around(claim.span, one) for claim in claims for one in sentences if _touch(claim.span, one)]
    return _joined([*found, *(claim.span for claim in claims)])


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
