"""Where words that a model quotes stand in a report: exactly, white space apart, or nowhere."""

import re
from collections.abc import Sequence

from reportedly.model import Report, Span

LONGEST = 300  # code points; a longer quotation is no evidence for one value


def occurrences(report: Report, words: str) -> tuple[Span, ...]:
    """Every place of title and body where these words stand as whole words; a line end counts as a blank."""
    parts = words.split()
    if not parts:
        return ()
    pattern = re.compile(r"\s+".join(map(re.escape, parts)))
    blocks = [block.span for block in report.claimable()]
    found = (Span(m.start(), m.end()) for b in blocks for m in pattern.finditer(report.text, b.start, b.end))
    return tuple(span for span in found if _whole(report.text, span))


def _whole(text: str, span: Span) -> bool:
    """Whether no word is cut at either end: "2" does not stand in "2024"."""
    return not (_joined(text, span.start) or _joined(text, span.end))


def _joined(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def choose(found: Sequence[Span], *, nth: int | None, around: Sequence[Span], prefer: Sequence[Span]) -> Span | None:
    """The occurrence meant: the one inside the words around it, the nth, the first in a preferred stretch, the first.

    None where the model names words around it, or a number, that fit none.
    """
    if around:
        inside = [span for span in found if any(wider.covers(span) for wider in around)]
        return inside[0] if inside else None
    if nth is not None and len(found) > 1:
        return found[nth - 1] if 1 <= nth <= len(found) else None
    return next(
        (span for span in found if any(stretch.covers(span) for stretch in prefer)), found[0] if found else None
    )
