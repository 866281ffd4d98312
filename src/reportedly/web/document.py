"""A report's text cut into stretches, so that what is claimed of it can be marked in place."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from reportedly.model import BlockKind, Claim, Report

READ = (BlockKind.TITLE, BlockKind.BODY)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text: the claims whose words it belongs to, whether it belongs to the one that is looked at (and is
    the first of it), and whether it makes no claims at all (menus, captions)."""

    text: str
    claims: tuple[str, ...] = ()
    chosen: bool = False
    first: bool = False
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A report with its text in stretches."""

    report: Report
    stretches: tuple[Stretch, ...]


def document(report: Report, claims: Iterable[Claim], chosen: Iterable[str] = ()) -> Document:
    """The report with the words of these claims marked, and those of the chosen ones apart."""
    told, apart = sorted(claims, key=lambda one: (one.span.start, one.span.end, one.id)), frozenset(chosen)
    passive = [block.span for block in report.blocks if block.kind not in READ]
    edges = {0, len(report.text)}
    for span in (*(one.span for one in told), *passive):
        edges |= {span.start, span.end}
    ends = sorted(edge for edge in edges if 0 <= edge <= len(report.text))
    found: list[Stretch] = []
    for start, end in pairwise(ends):
        inside = tuple(one.id for one in told if one.span.start <= start and end <= one.span.end)
        is_chosen = not apart.isdisjoint(inside)
        first = is_chosen and not any(one.chosen for one in found)
        is_passive = any(span.start <= start and end <= span.end for span in passive)
        found.append(Stretch(report.text[start:end], inside, is_chosen, first, is_passive))
    return Document(report, tuple(found))
