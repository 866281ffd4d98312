"""Fits the weights by which a report's words say what kind of incident it is about, on the open sets and the openings of
`openings/`, which are marked for this alone.

python -m evaluation.topic                     # prints src/reportedly/extract/topic.tsv
python -m evaluation.topic --articles FOLDER   # learns from articles as printed too (`python -m evaluation.clones`)
python -m evaluation.topic --folds             # how often the kind is right in five folds over incidents

Multinomial logistic regression, held to be small, each kind as heavy as every other; a report about several kinds
counts in equal parts for each.
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
from reportedly.extract.topic import NONE, length_of, words

_ROUNDS, _STEP, _FREE = 300, 0.05, 10.0  # of descent; the larger the last, the larger weights may be
_FEWEST = 3  # reports that must hold a word
_LEAST = 5  # hundredths below which a weight is left out

Array = NDArray[np.float32]
Model = tuple[Mapping[str, float], Mapping[str, Mapping[str, float]]]


@dataclass(frozen=True, slots=True)
class Example:
    """What a report's opening holds, and the kinds of incident it is about."""

    report: str
    fold: int
    words: Mapping[str, float]
    kinds: tuple[str, ...]


def examples(names: Iterable[str], articles: Path | None = None) -> Iterator[Example]:
    """An example for each report that there is to learn from."""
    book = codebook.load()
    lexicon = Lexicon(book)
    for one in marked(names, articles):
        if all(_may_lead(book, kind, state) for kind, state in one.mains):
            kinds = tuple(sorted({kind for kind, _ in one.mains})) or (NONE,)
            yield Example(one.name, one.fold, words(gather(plain(one.report).report, book, lexicon)), kinds)


def _may_lead(book: codebook.Codebook, kind: str, state: str | None) -> bool:
    """Whether the codebook takes an incident of this kind and state for a report's subject."""
    return kind in book.types and (not book.types[kind].only_states or state in book.types[kind].only_states)


def fitted(known: Sequence[Example]) -> Model:
    """What speaks for each kind beforehand, and what each word adds: Adam over all examples at once."""
    kinds = sorted({kind for e in known for kind in e.kinds})
    held = Counter(word for e in known for word in e.words)
    names = sorted(word for word, times in held.items() if times >= _FEWEST)
    features, wanted = _matrix(known, names), _targets(known, kinds)
    heavy = wanted @ (len(known) / len(kinds) / wanted.sum(axis=0))
    weights = np.zeros((len(names) + 1, len(kinds)), np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, _ROUNDS + 1):
        slope = features.T @ ((_likely(features @ weights) - wanted) * heavy[:, None])
        slope[1:] += weights[1:] / _FREE
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope * slope
        weights -= _STEP * (first / (1 - 0.9**turn)) / (np.sqrt(second / (1 - 0.999**turn)) + 1e-8)
    rows = [dict(zip(kinds, map(float, row), strict=True)) for row in weights]
    return rows[0], dict(zip(names, rows[1:], strict=True))


def _matrix(known: Sequence[Example], names: Sequence[str]) -> Array:
    """One row a report: 1 for what speaks beforehand, and its words with their length as one."""
    place = {name: n for n, name in enumerate(names, 1)}
    rows = np.zeros((len(known), len(names) + 1), np.float32)
    for n, example in enumerate(known):
        for word, value in example.words.items():
            if word in place:
                rows[n, place[word]] = value
        rows[n] /= length_of(example.words) or 1.0
    rows[:, 0] = 1.0
    return rows


def _targets(known: Sequence[Example], kinds: Sequence[str]) -> Array:
    return np.array([[e.kinds.count(kind) / len(e.kinds) for kind in kinds] for e in known], np.float32)


def _likely(logits: Array) -> Array:
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def judged(model: Model, found: Mapping[str, float]) -> str:
    """The likeliest kind for some words."""
    always, weights = model
    length = length_of(found) or 1.0

    def logit(kind: str) -> float:
        return always[kind] + sum(weights[w][kind] * value for w, value in found.items() if w in weights) / length

    return max(always, key=logit)


def _folds(known: Sequence[Example]) -> None:
    """How often the likeliest kind is one that the report is about, where its incident was never learned from."""
    right: Counter[str] = Counter()
    for fold in range(FOLDS):
        model = fitted([e for e in known if e.fold != fold])
        right.update(e.report.rpartition("/")[0] for e in known if e.fold == fold and judged(model, e.words) in e.kinds)
    for name, number in Counter(e.report.rpartition("/")[0] for e in known).items():
        print(f"{name}: {right[name]} of {number}")
    print(f"all: {right.total()} of {len(known)}")


def _print(model: Model) -> None:
    """The table: a row for each word, a column for each kind, hundredths; nothing where a weight is next to nothing."""
    always, weights = model
    print("# What each word adds for each kind, in hundredths. Made by `python -m evaluation.topic`.")
    print("\t".join(("word", *always)))
    print("\t".join(("always", *(str(round(100 * weight)) for weight in always.values()))))
    for word, row in weights.items():
        numbers = [round(100 * row[kind]) for kind in always]
        if any(abs(n) >= _LEAST for n in numbers):
            print("\t".join((word, *(str(n) if abs(n) >= _LEAST else "" for n in numbers))))


def main(arguments: list[str] | None = None) -> int:
    """The exit status: 0."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.topic", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--articles", type=Path, metavar="FOLDER", help="learn from these articles too")
    parser.add_argument("--folds", action="store_true", help="how often the kind is right in five folds")
    parser.add_argument("--without", nargs="*", default=[], help="sets that are not learned from")
    options = parser.parse_args(arguments)
    known = list(examples((name for name in OPEN if name not in options.without), options.articles))
    if options.folds:
        _folds(known)
    else:
        _print(fitted(known))
    return 0


if __name__ == "__main__":
    sys.exit(main())
