"""The sentences that claims stand in, with the words of the claims apart, and at most one sentence on either side."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping

from reportedly.extract.sentences import Sentence, split
from reportedly.frozen import dataclass
from reportedly.model import Claim, Report, Span
from reportedly.patterns import compiled

_LEANS = compiled(
    r"\W*(?:it|its|they|their|them|he|his|she|her|this|that|these|those|both|neither|the (?:two|three|four|five|same|other|latter|former))\b"
    r"(?! (?:is|was) (?:the |a |not |un)?(?:clear|known|unclear|unknown))",
    re.IGNORECASE,
)
LONGEST = 1000  # letters of a sentence that is quoted; a text without full stops is no sentence


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence, as it is printed on one line; `told` where it is the words of a claim."""

    text: str
    told: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a report in pieces, and the one before and after it (empty where none of its kind of block stands there).

    `claim` is the first claim in it, by which its place in the report is found.
    """

    report: str
    claim: str
    span: Span
    pieces: tuple[Piece, ...]
    before: str = ""
    after: str = ""

    @property
    def leans(self) -> bool:
        """Whether it opens with a word that points back, so that only the sentence before it says of what it tells."""
        return bool(self.before) and leans(self.text)

    @property
    def text(self) -> str:
        """The sentence on one line, as a person compares it with others."""
        return "".join(piece.text for piece in self.pieces).lstrip("# ")


def leans(sentence: str) -> bool:
    """Whether a sentence opens with a word that points back: "They flew 400 km", "The two fell into the sea"."""
    return _LEANS.match(sentence) is not None


class Sentences:
    """Where the sentences of some reports stand."""

    def __init__(self, reports: Mapping[str, Report]) -> None:
        self._reports = reports
        self._split: dict[str, tuple[Sentence, ...]] = {}

    def at(self, report: str, claim: Claim) -> Span:
        """The sentence a claim begins in; as far as the claim where that reaches into another."""
        found = self._nth(report, claim)
        if found is None:
            return claim.span
        sentence = self._of(report)[found]
        whole = Span(sentence.start, max(sentence.end, claim.span.end))
        return whole if len(whole) <= LONGEST else _around(whole, claim.span)

    def quote(self, report: str, claims: Iterable[Claim]) -> Quote:
        """The sentence that these claims begin in, their words apart, and its neighbours."""
        told = sorted(claims, key=lambda claim: (claim.span.start, claim.span.end, claim.id))
        span, text = self.at(report, told[0]), self._reports[report].text
        before, after = self._beside(report, told[0], span)
        return Quote(report, told[0].id, span, _pieces(text, span, [one.span for one in told]), before, after)

    def _nth(self, report: str, claim: Claim) -> int | None:
        """The number of the sentence a claim begins in."""
        sentences = self._of(report)
        nth = bisect_right(sentences, claim.span.start, key=lambda one: one.start) - 1
        return nth if nth >= 0 and claim.span.start < sentences[nth].end else None

    def _of(self, report: str) -> tuple[Sentence, ...]:
        if report not in self._split:
            about = self._reports[report]
            self._split[report] = split(about.text, about.blocks)
        return self._split[report]

    def _beside(self, report: str, claim: Claim, span: Span) -> tuple[str, str]:
        nth, text = self._nth(report, claim), self._reports[report].text
        if nth is None:
            return "", ""
        sentences = self._of(report)
        kind = sentences[nth].kind
        before = next((one for one in reversed(sentences[:nth]) if one.kind == kind), None)
        after = next((one for one in sentences[nth + 1 :] if one.kind == kind and one.start >= span.end), None)
        one = _line(text[max(before.start, before.end - LONGEST) : before.end]) if before else ""
        return one, _line(text[after.start : min(after.end, after.start + LONGEST)]) if after else ""


def _around(sentence: Span, words: Span) -> Span:
    """The part of a sentence around these words that is not too long."""
    room = max(0, LONGEST - len(words)) // 2
    return Span(max(sentence.start, words.start - room), min(sentence.end, words.end + room))


def _pieces(text: str, sentence: Span, told: Iterable[Span]) -> tuple[Piece, ...]:
    """The sentence cut where claims begin and end; claims that overlap or touch are one piece."""
    found: list[Piece] = []
    at = sentence.start + _mark_of_heading(text[sentence.start : sentence.end])
    for span in told:
        start, end = max(span.start, at), min(span.end, sentence.end)
        if end <= start:
            continue
        if start > at:
            found.append(Piece(_line(text[at:start])))
        found.append(Piece(_line(text[start:end]), told=True))
        at = end
    if at < sentence.end:
        found.append(Piece(_line(text[at : sentence.end])))
    return tuple(found)


def _mark_of_heading(sentence: str) -> int:
    """How many letters at the head of a sentence only mark it as a heading, as "# " does in Markdown."""
    return len(sentence) - len(sentence.lstrip("# ")) if sentence.startswith("#") else 0


def _line(text: str) -> str:
    """The text with every run of white space as one blank, also at its ends."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}"
