"""A report's text cut into pieces: by block, by what is shown of it, and wherever a claim begins or ends."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reportedly.frozen import dataclass
from reportedly.model import BlockKind, Claim, Report, Span


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of text that bears the same claims from its start to its end. `begins` are those that begin here."""

    text: str
    claims: tuple[Claim, ...] = ()
    begins: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of one block. `kind` is None for what stands outside of all; `gap` says that something before it is left out."""

    kind: BlockKind | None
    cuts: tuple[Cut, ...]
    gap: bool = False


def stretches(report: Report, claims: Sequence[Claim], parts: Iterable[Span]) -> tuple[Stretch, ...]:
    """The parts of a report's text that are shown, block by block, with its claims; what is but white space is left out."""
    found: list[Stretch] = []
    at = 0
    for part in parts:
        gap = bool(report.text[at : part.start].strip())
        for kind, block in _by_block(report, part):
            span = _trimmed(report.text, block)
            if len(span):
                found.append(Stretch(kind, tuple(_cuts(report.text, span, claims)), gap))
                gap = False
        at = part.end
    if report.text[at:].strip() and found:
        found.append(Stretch(None, (), gap=True))
    return tuple(found)


def _by_block(report: Report, part: Span) -> Iterator[tuple[BlockKind | None, Span]]:
    """The part cut by blocks, with what stands between them."""
    at = part.start
    for block in report.blocks:
        start, end = max(block.span.start, part.start), min(block.span.end, part.end)
        if end <= start:
            continue
        if start > at:
            yield None, Span(at, start)
        yield block.kind, Span(start, end)
        at = end
    if at < part.end:
        yield None, Span(at, part.end)


def _trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends: a block is a paragraph of its own on a page."""
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, max(start, span.start + len(inside.rstrip())))


def _cuts(text: str, span: Span, claims: Sequence[Claim]) -> Iterator[Cut]:
    here = [claim for claim in claims if claim.span.start < span.end and span.start < claim.span.end]
    ends = {span.start, span.end}
    for claim in here:
        ends |= {max(claim.span.start, span.start), min(claim.span.end, span.end)}
    edges = sorted(ends)
    for start, end in pairwise(edges):
        borne = tuple(one for one in here if one.span.start <= start and end <= one.span.end)
        yield Cut(text[start:end], borne, tuple(one for one in borne if one.span.start == start))
