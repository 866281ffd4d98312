"""From claims and accounts to places in reports, and back: what a decision points at, whatever program reads the report."""

from collections import Counter
from collections.abc import Iterable

from reportedly.model import WHOLE, Anchor, BlockKind, Claim, Extraction, Mention, Report

NAMING = (BlockKind.TITLE, BlockKind.BODY)
WORDS = 80  # letters of a report that name it to whoever reads the decision


def anchor_of(claim: Claim, report: str) -> Anchor:
    """The place in the report of this id at which a claim stands."""
    return Anchor(report, claim.span.start, claim.span.end, claim.field, claim.written)


def report_anchor(report: Report) -> Anchor:
    """All of a report, by its title or its first words."""
    blocks = sorted(report.blocks, key=lambda block: NAMING.index(block.kind) if block.kind in NAMING else len(NAMING))
    begin, end = (blocks[0].span.start, blocks[0].span.end) if blocks else (0, len(report.text))
    told = report.text[begin:end]
    words = told.strip(" #\n").split("\n", 1)[0][:WORDS].rstrip()
    start = begin + told.find(words)
    return Anchor(report.id, start, start + len(words), WHOLE, words)


def account_anchor(mention: Mention, extraction: Extraction) -> Anchor:
    """The place that stands for all a report says of one incident: the words that say that it happened, or the first
    claim that no other account of the report shares."""
    shared = Counter((claim.span, claim.field) for claim in extraction.claims)
    ranked = sorted(mention.claims, key=lambda c: (shared[c.span, c.field] > 1, c.field != "type", c.span, c.field))
    return anchor_of(ranked[0], extraction.report)


def claims_at(anchor: Anchor, extraction: Extraction, report: Report | None) -> tuple[Claim, ...]:
    """The claims an anchor points at: those at its span, else what is now read over it.

    In a text that another program took from the same bytes, where other words stand at the span, the same words
    nearest to it. Several only where two accounts share the words, or a whole report is meant.
    """
    if anchor.field == WHOLE:
        return extraction.claims
    own = [claim for claim in extraction.claims if claim.field == anchor.field]
    exact = [c for c in own if (c.span.start, c.span.end, c.written) == (anchor.start, anchor.end, anchor.written)]
    if exact:
        return tuple(exact)
    if report is not None and report.text[anchor.start : anchor.end] == anchor.written:
        return _first(c for c in own if c.span.start < anchor.end and anchor.start < c.span.end)
    alike = (c for c in own if c.written == anchor.written)
    return _first(sorted(alike, key=lambda c: (abs(c.span.start - anchor.start), c.span.start)))


def _first(found: Iterable[Claim]) -> tuple[Claim, ...]:
    """The first claim, and those of other accounts that share its words."""
    claims = tuple(found)
    return tuple(claim for claim in claims if claim.span == claims[0].span)
