"""A report's text as it stands beside what is decided or checked: in blocks, with the words of claims apart."""

from collections.abc import Iterable, Iterator

from reportedly.frozen import dataclass
from reportedly.model import BlockKind, Claim, Report
from reportedly.publish.excerpts import whole
from reportedly.web.marking import Stretch, stretches

READ = (BlockKind.TITLE, BlockKind.BODY)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text: the claims whose words it belongs to, and whether it belongs to the one that is looked at (and is
    the first of it)."""

    text: str
    claims: tuple[str, ...] = ()
    chosen: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a text; one that is `passive` makes no claims (menus, captions)."""

    pieces: tuple[Piece, ...]
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A report with its text in blocks."""

    report: Report
    paragraphs: tuple[Paragraph, ...]


def document(report: Report, claims: Iterable[Claim], chosen: Iterable[str] = ()) -> Document:
    """The report with the words of these claims marked, and those of the chosen ones apart."""
    apart = _Apart(frozenset(chosen))
    found = stretches(report, tuple(claims), whole(report))
    paragraphs = (Paragraph(tuple(apart.pieces(one)), one.kind is not None and one.kind not in READ) for one in found)
    return Document(report, tuple(paragraphs))


class _Apart:
    """Tells which pieces belong to the claims that are looked at, and which is the first of all."""

    def __init__(self, chosen: frozenset[str]) -> None:
        self._chosen = chosen
        self._begun = False

    def pieces(self, stretch: Stretch) -> Iterator[Piece]:
        for cut in stretch.cuts:
            claims = tuple(claim.id for claim in cut.claims)
            chosen = not self._chosen.isdisjoint(claims)
            yield Piece(cut.text, claims, chosen, chosen and not self._begun)
            self._begun = self._begun or chosen
