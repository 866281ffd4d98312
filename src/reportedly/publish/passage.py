"""The sentence a claim stands in, with at most one on either side: what is shown of a report whose text is not ours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.extract.sentences import split
from reportedly.model import Claim, Report, Span

LONGEST = 600  # letters of a sentence; a table without a full stop is none


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence on one line, the words of the claim in it, and the sentences beside it; empty where there is none."""

    before: str
    sentence: str
    after: str
    written: str


class Passages:
    """The sentences of reports, each report split once."""

    def __init__(self, reports: Mapping[str, Report]) -> None:
        self._reports = reports
        self._sentences: dict[str, Sequence[Span]] = {}

    def of(self, report: str, claim: Claim) -> Passage:
        """The passage of a claim of this report; its words alone where it stands in no sentence."""
        told = self._reports[report]
        if report not in self._sentences:
            self._sentences[report] = [Span(one.start, one.end) for one in split(told.text, told.blocks)]
        spans = self._sentences[report]
        touched = [n for n, one in enumerate(spans) if one.start < claim.span.end and claim.span.start < one.end]
        written = _line(claim.written)
        if not touched:
            return Passage("", written, "", written)
        first, last = touched[0], touched[-1]
        around = [spans[n] if 0 <= n < len(spans) else Span(0, 0) for n in (first - 1, last + 1)]
        before, after = (_line(one.of(told.text)) for one in around)
        sentence = _line(told.text[spans[first].start : spans[last].end])
        return Passage(_short(before), _around(sentence, written), _short(after), written)


def _line(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"


def _around(sentence: str, written: str) -> str:
    """The sentence, or where it is too long, the part of it around the words."""
    if len(sentence) <= LONGEST:
        return sentence
    at = max(0, sentence.find(written) - (LONGEST - min(len(written), LONGEST)) // 2)
    return f"{'… ' if at else ''}{sentence[at : at + LONGEST].strip()}{' …' if at + LONGEST < len(sentence) else ''}"
