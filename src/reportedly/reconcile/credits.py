"""Whose text a report says that it prints: datelines, bylines and the lines at its end."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from reportedly.codebook import BodyEntry, Codebook
from reportedly.frozen import dataclass
from reportedly.model import BlockKind, Report
from reportedly.patterns import compiled
from reportedly.readers.text import FRONT_MATTER

MEDIA = frozenset({"wire", "state_media", "outlet"})
HEAD = 400  # characters at the head of a text in which it is credited
LONGEST = 160  # characters of a line that is a credit
LAST = 70  # characters of a longer line that can end in one
CLOSING = 30  # lines at the end of a text in which it is credited
_AGENCY = r"(?P<agency>[^\n()|/:.]{2,60}?(?:/[A-Z]{2,8})?)"
_BRACKETS = compiled(r"\(([^()]{2,60})\)\s*$")
_LETTERS = compiled(r"[^\W\d_]+")
_MOST = 0.5  # the share of a credit's letters that names must take


@dataclass(frozen=True, slots=True)
class Credit:
    """The media a report credits, as far as the codebook knows them; none where it speaks of "agencies" alone."""

    bodies: tuple[BodyEntry, ...]
    written: str


def credit(report: Report, codebook: Codebook) -> Credit | None:
    """The first credit a report carries: at its head, in its byline, with its outlet's name, then at its end."""
    return next(_credits(report, codebook), None)


def _credits(report: Report, codebook: Codebook) -> Iterator[Credit]:
    words = _Words.of(codebook.credits)
    head, tail = _lines(report)
    yield from _named((m["agency"] for p in words.head for m in p.finditer(head)), words, codebook)
    bylines = [m["agency"] for p in words.bylines for m in p.finditer(head)]
    yield from _named([*bylines, *([report.author] if report.author else [])], words, codebook, with_people=True)
    if report.outlet and (bracketed := _BRACKETS.search(report.outlet)):
        yield from _named([bracketed[1]], words, codebook)
    yield from _named((m["agency"] for line in tail for p in words.tail for m in p.finditer(line)), words, codebook)


def _lines(report: Report) -> tuple[str, Sequence[str]]:
    """The head of a report's text and its last lines, without front matter, titles and what stands under pictures.

    A head that is cut ends with a full stop and a line that is cut begins with a letter: no credit ends or begins there.
    """
    text = report.text
    front = FRONT_MATTER.match(text)
    start = front.end() if front else 0
    skipped = (BlockKind.TITLE, BlockKind.CAPTION)
    kept = [block.span for block in report.blocks if block.kind not in skipped and block.span.start >= start]
    whole = "".join(span.of(text) for span in kept) if report.blocks else text
    second_half = whole[whole.rfind("\n", 0, len(whole) // 2) + 1 :]
    lines = [line for part in second_half.splitlines() if (line := part.strip())]
    head = whole if len(whole) <= HEAD else f"{whole[:HEAD]}."
    return head, [line if len(line) <= LONGEST else f"x{line[-LAST:]}" for line in lines[-CLOSING:]]


def _named(
    written: Iterable[str], words: "_Words", codebook: Codebook, *, with_people: bool = False
) -> Iterator[Credit]:
    """The credits that name media or "agencies", and nobody else unless `with_people`."""
    for agency in written:
        bodies, covered = _media(agency, codebook)
        if bodies and (with_people or covered >= _MOST * sum(map(len, _LETTERS.findall(agency)))):
            yield Credit(tuple(bodies[id_] for id_ in sorted(bodies)), agency.strip())
        elif words.unnamed and words.unnamed.search(agency):
            yield Credit((), agency.strip())


def _media(agency: str, codebook: Codebook) -> tuple[Mapping[str, BodyEntry], int]:
    """The media that words name, and how many characters they take; "state media" names none."""
    bodies, covered = {}, 0
    for name in codebook.names.find(agency):
        body = name.entry
        if not isinstance(body, BodyEntry) or body.cls not in MEDIA:
            continue
        if not body.role or body.name.lower() in codebook.outlets:
            bodies[body.id] = body
            covered += len(name.written)
    return bodies, covered


@dataclass(frozen=True, slots=True)
class _Words:
    """The codebook's patterns of credits, compiled."""

    head: tuple[re.Pattern[str], ...]
    bylines: tuple[re.Pattern[str], ...]
    tail: tuple[re.Pattern[str], ...]
    unnamed: re.Pattern[str] | None

    @classmethod
    def of(cls, words: Mapping[str, tuple[str, ...]]) -> "_Words":
        """The patterns of a codebook; made once."""
        return _compiled(*(tuple(words.get(key, ())) for key in ("head", "bylines", "tail", "unnamed")))


@lru_cache(maxsize=8)
def _compiled(
    head: tuple[str, ...], bylines: tuple[str, ...], tail: tuple[str, ...], unnamed: tuple[str, ...]
) -> _Words:
    def made(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(p.replace("{agency}", _AGENCY), re.IGNORECASE | re.MULTILINE) for p in patterns)

    alone = re.compile(rf"(?:^|[\s,]){'|'.join(map(re.escape, unnamed))}\s*$", re.IGNORECASE) if unnamed else None
    return _Words(made(head), made(bylines), made(tail), alone)
