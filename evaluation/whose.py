"""Fits the weights by which the state is chosen that an incident is of, on the open sets and the openings.

python -m evaluation.whose                     # prints src/reportedly/extract/whose.tsv
python -m evaluation.whose --articles FOLDER   # learns from articles as printed too (`python -m evaluation.clones`)
python -m evaluation.whose --folds             # how often the state is right in five folds over incidents

A conditional logit over the states that the opening names, held to be small, for the first incident a report is about.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.material import marked
from evaluation.sealed import FOLDS, OPEN
from reportedly import codebook
from reportedly.extract.facts import gather
from reportedly.extract.lexicon import Lexicon
from reportedly.extract.plain import plain
from reportedly.extract.whose import features

_ROUNDS, _STEP, _HELD = 300, 0.03, 0.3
_FEWEST = 3  # states that must have a feature
_LEAST = 5  # hundredths below which a weight is left out

Array = NDArray[np.float64]
Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """How a report names each state, and the one that its incident is of."""

    report: str
    fold: int
    states: Mapping[str, Features]
    right: str


def examples(names: Iterable[str], articles: Path | None = None) -> Iterator[Example]:
    """An example for each report whose first incident has a state that its opening names."""
    book = codebook.load()
    lexicon = Lexicon(book)
    for one in marked(names, articles):
        kind, state = next(((k, s) for k, s in one.mains if s is not None and k in book.types), ("", ""))
        if state:
            found = features(gather(plain(one.report).report, book, lexicon), book, kind)
            if state in found:
                yield Example(one.name, one.fold, found, state)


def fitted(known: Sequence[Example]) -> dict[str, float]:
    """The weight of every feature: Adam over all examples at once."""
    held = Counter(name for e in known for found in e.states.values() for name in found)
    names = sorted(name for name, times in held.items() if times >= _FEWEST)
    place = {name: n for n, name in enumerate(names)}
    found = [(n, s == e.right, f) for n, e in enumerate(known) for s, f in e.states.items()]
    rows, columns, values = _sparse(place, [f for *_, f in found])
    of, right = np.array([n for n, *_ in found]), np.array([float(r) for _, r, _ in found])
    weights, first, second = (np.zeros(len(names)) for _ in range(3))
    for turn in range(1, _ROUNDS + 1):
        score = np.bincount(rows, weights[columns] * values, len(found))
        off = _likely(score, of, len(known)) - right
        slope = np.bincount(columns, off[rows] * values, len(names)) + _HELD * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope * slope
        weights -= _STEP * (first / (1 - 0.9**turn)) / (np.sqrt(second / (1 - 0.999**turn)) + 1e-8)
    return dict(zip(names, map(float, weights), strict=True))


def _sparse(place: Mapping[str, int], found: Sequence[Features]) -> tuple[NDArray[np.int64], NDArray[np.int64], Array]:
    """The row, column and value of every feature that is learned."""
    cells = [(n, place[name], value) for n, row in enumerate(found) for name, value in row.items() if name in place]
    rows, columns, values = zip(*cells, strict=True)
    return np.array(rows), np.array(columns), np.array(values)


def _likely(score: Array, of: NDArray[np.int64], many: int) -> Array:
    """How likely each state is among those of its report."""
    most = np.full(many, -np.inf)
    np.maximum.at(most, of, score)
    raised = np.exp(score - most[of])
    likely: Array = raised / np.bincount(of, raised, many)[of]
    return likely


def _judged(weights: Features, states: Mapping[str, Features]) -> str:
    return max(states, key=lambda s: sum(weights.get(name, 0.0) * value for name, value in states[s].items()))


def _folds(known: Sequence[Example]) -> None:
    """How often the likeliest state is the right one, where its incident was never learned from."""
    right: Counter[str] = Counter()
    for fold in range(FOLDS):
        weights = fitted([e for e in known if e.fold != fold])
        right.update(
            e.report.rpartition("/")[0] for e in known if e.fold == fold and _judged(weights, e.states) == e.right
        )
    for name, number in Counter(e.report.rpartition("/")[0] for e in known).items():
        print(f"{name}: {right[name]} of {number}")
    print(f"all: {right.total()} of {len(known)}")


def main(arguments: list[str] | None = None) -> int:
    """The exit status: 0."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.whose", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--articles", type=Path, metavar="FOLDER", help="learn from these articles too")
    parser.add_argument("--folds", action="store_true", help="how often the state is right in five folds")
    parser.add_argument("--without", nargs="*", default=[], help="sets that are not learned from")
    options = parser.parse_args(arguments)
    known = list(examples((name for name in OPEN if name not in options.without), options.articles))
    if options.folds:
        _folds(known)
        return 0
    print(
        "# What speaks for a state as the one an incident is of, in hundredths. Made by `python -m evaluation.whose`."
    )
    for name, weight in fitted(known).items():
        if abs(round(100 * weight)) >= _LEAST:
            print(f"{name}\t{round(100 * weight)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
