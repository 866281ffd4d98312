"""Who says what outside our subject: the sources and cues of PolNeAR (news of an election), against its marks.

    python -m evaluation.polnear FOLDER [-v]     # FOLDER holds text/ and attributions/, as data/dev of the corpus does

Only its development part is for looking at. PolNeAR marks beliefs and intentions too ("she hopes"), and sources of any
kind ("the poll"); the program reads what is said by people and bodies, so that the share found cannot come near one.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly import codebook
from reportedly.codebook import Codebook
from reportedly.extract.attribution import prepare
from reportedly.extract.attribution_line import Frame
from reportedly.extract.sentences import split
from reportedly.model import Block, BlockKind, Span
from reportedly.score import Tally

_MARK = re.compile(r"^(?P<id>T\d+)\t(?P<kind>\w+) (?P<spans>[\d ;]+)\t", re.MULTILINE)
_EVENT = re.compile(r"^E\d+\t(?P<parts>.*)$", re.MULTILINE)
SPEECH = re.compile(
    r"\b(?:said|says?|saying|told|tells?|according|announced?|add(?:ed|s)|report(?:ed|s)|claim(?:ed|s)|cit(?:ed|ing)"
    r"|stated|wrote|tweeted|asked|argued|insist(?:ed|s)|acknowledged|explained|noted|confirmed|denied|warned)\b"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One attribution as it is marked: the spans of its cue and of its source."""

    cue: tuple[Span, ...]
    source: tuple[Span, ...]


def marks(written: str) -> Iterator[Mark]:
    """The attributions of a file of marks that have a cue and a source."""
    spans = {m["id"]: tuple(_spans(m["spans"])) for m in _MARK.finditer(written)}
    for event in _EVENT.finditer(written):
        parts: dict[str, list[Span]] = {}
        for part in event["parts"].split():
            kind, _, id_ = part.partition(":")
            parts.setdefault(kind.rstrip("0123456789"), []).extend(spans.get(id_, ()))
        if parts.get("Cue") and parts.get("Source"):
            yield Mark(tuple(parts["Cue"]), tuple(parts["Source"]))


def _spans(written: str) -> Iterator[Span]:
    for pair in written.split(";"):
        start, end = pair.split()
        yield Span(int(start), int(end))


def frames(text: str, book: Codebook) -> Iterator[Frame]:
    """Every speaker with a cue that the rules see."""
    sentences = split(text, (Block(Span(0, len(text)), BlockKind.BODY),))
    for _, _, seen in prepare(text, sentences, book.names.find(text), book).lines:
        yield from seen


def scored(text: str, marked: Sequence[Mark], book: Codebook, wrong: list[str]) -> tuple[Tally, Tally, Tally]:
    """How cues fare, how cues with their sources fare, and how those cues are found that are words of speech."""
    cues, whole, free = Tally(), Tally(), list(marked)
    for frame in frames(text, book):
        beside = [mark for mark in free if _meets(mark.cue, frame.cue_start, frame.cue_end)]
        sourced = [mark for mark in beside if _meets(mark.source, frame.holder.start, frame.holder.end)]
        taken = (sourced or beside)[:1]
        free = [mark for mark in free if mark not in taken]
        cues += Tally(right=1) if beside else Tally(wrong=1)
        whole += Tally(right=1) if sourced else Tally(wrong=1)
        if not sourced:
            wrong.append(
                f"read {text[frame.holder.start : frame.holder.end]!r} {text[frame.cue_start : frame.cue_end]!r}"
            )
    lost = sum(_of_speech(text, mark) for mark in free)
    speech = Tally(right=sum(_of_speech(text, mark) for mark in marked) - lost, missed=lost)
    wrong.extend(
        f"missed {text[m.source[0].start : m.source[0].end]!r} {text[m.cue[0].start : m.cue[0].end]!r}" for m in free
    )
    missed = Tally(missed=len(free))
    return cues + missed, whole + Tally(missed=len(marked) - whole.right), speech


def _of_speech(text: str, mark: Mark) -> bool:
    return any(SPEECH.search(text[span.start : span.end]) for span in mark.cue)


def _meets(spans: Sequence[Span], start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in spans)


def main() -> int:
    """0; the figures stand on stdout, with -v what was read wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-v", action="store_true", dest="verbose")
    asked = parser.parse_args()
    book = codebook.load(None)
    cues, whole, speech, wrong = Tally(), Tally(), Tally(), list[str]()
    texts = sorted((asked.folder / "text").glob("*.txt"))
    if not texts:
        parser.error(f"{asked.folder}/text holds no texts; fetch the corpus PolNeAR and name its data/dev")
    for path in texts:
        files = sorted((asked.folder / "attributions").glob(f"{path.stem}*.ann"))
        text = path.read_text("utf-8")
        marked = [mark for file in files[:1] for mark in marks(file.read_text("utf-8"))]
        one, both, said = scored(text, marked, book, wrong)
        cues, whole, speech = cues + one, whole + both, speech + said
    for name, tally in (("cue", cues), ("cue and source", whole)):
        sys.stdout.write(f"{name:16} P {tally.precision:.3f} R {tally.recall:.3f} F1 {tally.f1:.3f} n {tally.n}\n")
    sys.stdout.write(f"{'words of speech':16} R {speech.recall:.3f} n {speech.n}; {len(texts)} texts\n")
    if asked.verbose:
        sys.stdout.write("".join(f"{line}\n" for line in wrong))
    return 0


if __name__ == "__main__":
    sys.exit(main())
