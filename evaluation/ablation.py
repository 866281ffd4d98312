"""What each part of the reading adds: the same reports read without it.

python -m evaluation.ablation
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from evaluation.reading import HERE, NOW
from reportedly import codebook
from reportedly.codebook import Codebook
from reportedly.extract import claims, presumed, tellings
from reportedly.extract.extractor import Extractor
from reportedly.model import Problem
from reportedly.publish.contract import extract_line
from reportedly.readers import Hints, Settings, discover, read
from reportedly.score import Tally, score_found
from reportedly.score.gold import read_gold
from reportedly.score.predicted import by_id

SETS = ("reports-dev", "reports-more/dev", "reports-wide/dev", "reports-wide/short-dev", "reports-wide/third-b")
FAMILIES = ("times", "counts", "classes", "names", "measures", "sites", "outcomes", "flights")
Change = Callable[[Codebook], tuple[Codebook, bool]]


def _whole(book: Codebook) -> tuple[Codebook, bool]:
    return book, True


def _no_parse(book: Codebook) -> tuple[Codebook, bool]:
    return book, False


def _no_cues(book: Codebook) -> tuple[Codebook, bool]:
    return replace(book, cues=()), True


@contextmanager
def without(module: Any, name: str, stand_in: Callable[..., object]) -> Iterator[None]:
    """Nothing; while it lasts, a function of a module does nothing of its own."""
    kept = getattr(module, name)
    setattr(module, name, stand_in)
    try:
        yield
    finally:
        setattr(module, name, kept)


def figures(change: Change = _whole) -> tuple[float, float, float, float]:
    """F1 of mains, F1 of all fields, recall of background incidents and of voices, over all development sets."""
    book, parse = change(codebook.load())
    reading = Extractor(book, parse=parse)
    mains, fields, background = Tally(), Tally(), Tally()
    found = expected = 0
    for name in SETS:
        marked = read_gold(HERE / name / "gold.jsonl")
        scores = score_found(marked, by_id(_lines(reading, HERE / name / "reports", book), marked), None)
        mains, fields = mains + scores.row("mains"), fields + scores.row("ALL")
        background += scores.background
        found, expected = found + scores.voices.found, expected + scores.voices.expected
    return mains.f1, fields.f1, background.recall, found / expected


def _lines(reading: Extractor, folder: object, book: Codebook) -> Iterable[dict[str, Any]]:
    settings = Settings(now=NOW, worth_it=reading.worth_reading, boilerplate=book.boilerplate)
    for source in discover([str(folder)]):
        if isinstance(source, Problem):
            continue
        for report in read(source.path, source.read(), hints=Hints(), settings=settings):
            if not isinstance(report, Problem):
                yield extract_line(report, reading.extract(report), None).model_dump(mode="json", by_alias=True)


def main() -> int:
    """The exit status: 0."""
    print(f"{'without':28s} mains   fields  earlier voices  (F1, F1, recall, recall)")
    base = figures()
    print(f"{'nothing':28s} " + "   ".join(f"{one:.3f}" for one in base), flush=True)

    def show(name: str, got: tuple[float, ...]) -> None:
        print(f"{name:28s} " + "  ".join(f"{now - was:+.3f}" for now, was in zip(got, base, strict=True)), flush=True)

    show("the parse", figures(_no_parse))
    show("the codebook's cues", figures(_no_cues))
    with without(presumed, "with_affairs", lambda framing: framing):
        show("affairs", figures())
    with without(tellings, "with_dated_things", lambda facts: facts.triggers):
        show("things with a day alone", figures())
    for family in FAMILIES:
        with without(claims, family, lambda framing: ()):
            show(f"claims: {family}", figures())
    with without(claims.place, "unknown_places", lambda framing: ()):
        show("places not in the codebook", figures())
    return 0


if __name__ == "__main__":
    sys.exit(main())
