"""A report's text with plain blanks, for rules that ask for them: lines joined that were broken to fit a page, hard and
double blanks, tabs and the line ends of other machines as one blank or line feed. Places lead back to the text itself."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from reportedly.extract.sentences import paragraphs
from reportedly.frozen import dataclass
from reportedly.model import Block, Claim, Extraction, Report, Span
from reportedly.patterns import compiled

_WRAP = compiled(r"\n(?<=[^\n]\n)[^\n]")
_BLANKS = compiled(r"\s+")


@dataclass(frozen=True, slots=True)
class Plain:
    """A report with an even text, and the text it was made of. The words stand at `new` in the one, `old` in the
    other; both are sorted and of one length."""

    report: Report
    text: str
    new: tuple[int, ...] = ()
    old: tuple[int, ...] = ()

    def back(self, extraction: Extraction) -> Extraction:
        """What was read, with every claim at its place in the text itself."""
        if not self.new:
            return extraction
        mentions = tuple(replace(m, claims=tuple(map(self._claim, m.claims))) for m in extraction.mentions)
        return replace(extraction, mentions=mentions)

    def _claim(self, claim: Claim) -> Claim:
        span = Span(self._origin(claim.span.start), self._origin(claim.span.end - 1) + 1)
        return replace(claim, span=span, written=span.of(self.text))

    def _origin(self, place: int) -> int:
        word = bisect_right(self.new, place) - 1
        there = self.old[word] + place - self.new[word]
        return min(there, self.old[word + 1]) if word + 1 < len(self.old) else there  # within a run of blanks: its end


def plain(report: Report) -> Plain:
    """The report with an even text; itself where it is even already."""
    text = report.text
    if _is_even(text):
        return Plain(report, text)
    parts: list[str] = []
    new, old = [0], [0]
    length = at = 0
    for start, end, blank in _blanks(report):
        parts += (text[at:start], blank)
        length += start - at + len(blank)
        new.append(length)
        old.append(end)
        at = end
    parts.append(text[at:])
    there = Plain(report, text, tuple(old), tuple(new))  # the same steps, the other way
    blocks = tuple(Block(Span(there._origin(b.span.start), there._origin(b.span.end)), b.kind) for b in report.blocks)
    return Plain(replace(report, text="".join(parts), blocks=blocks), text, tuple(new), tuple(old))


def _is_even(text: str) -> bool:
    """Whether nothing is to be done: no other blanks than single ones, no line that goes on in the next."""
    if "  " in text or " \n" in text or _WRAP.search(text):
        return False
    return text.replace("\n", "").isprintable() or not any(c.isspace() and c not in " \n" for c in set(text))


def _blanks(report: Report) -> Iterator[tuple[int, int, str]]:
    """The runs of blanks that are to be evened out: where each begins and ends, and what is to stand there."""
    text = report.text
    inside = [span for block in report.blocks for span in paragraphs(text, block.span.start, block.span.end)]
    inside.sort()
    starts = [start for start, _ in inside]
    for m in _BLANKS.finditer(text):
        number = bisect_right(starts, m.start()) - 1
        joined = number >= 0 and m.end() <= inside[number][1]
        lines = 0 if joined else m[0].replace("\r\n", "\n").replace("\r", "\n").count("\n")
        blank = "\n" * min(lines, 2) or " "
        if blank != m[0]:
            yield m.start(), m.end(), blank
