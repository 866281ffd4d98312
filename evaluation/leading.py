"""Fits the weights by which the affair that a report is about is chosen, on the development sets.

python -m evaluation.leading            # prints src/reportedly/extract/leading.yaml
python -m evaluation.leading --folds    # how often the right one is chosen in five folds over incidents

Every report is learned from twice: as it is read, and as if no rule had known how its affair is told. Rules know the
wordings of the development sets by heart; the words that are only counted have to do where they know none.
"""

import argparse
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.extract.core import plain_cases, report

from evaluation.reading import HERE, NOW
from evaluation.sealed import FOLDS, OPEN, fold_of
from reportedly import codebook
from reportedly.extract.affairs import all_affairs
from reportedly.extract.facts import gather
from reportedly.extract.frames import frame_report
from reportedly.extract.leading import ENOUGH, features
from reportedly.extract.lexicon import Lexicon
from reportedly.extract.plain import plain
from reportedly.extract.triage import Triage
from reportedly.model import Problem, Report
from reportedly.readers import Hints, Settings, discover, read
from reportedly.score.gold import GoldReport, read_gold

_ROUNDS, _STEP, _HELD = 400, 0.5, 0.3
Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """What speaks for one kind of affair in one report, and whether the report is about one of its family."""

    report: str
    fold: int
    kind: str
    features: Features
    right: bool


def examples(names: Iterable[str]) -> Iterator[Example]:
    """The examples of some sets and of the cases under test: one for each report and kind of affair."""
    book = codebook.load()
    lexicon, triage = Lexicon(book), Triage(book)
    for name, fold, about, one in (*marked_reports(names), *_cases()):
        if one.language not in (None, "en") or not triage.passes(one.text):
            continue
        framing = frame_report(gather(plain(one).report, book, lexicon), book)
        for kind, found in features(framing, all_affairs(framing)).items():
            yield Example(name, fold, kind, found, kind in about)


def marked_reports(names: Iterable[str]) -> Iterator[tuple[str, int, set[str], Report]]:
    """The marked reports of some sets, each with its fold and the kinds it is about."""
    for name in names:
        for marked, found in reports_of(name, read_gold(HERE / name / "gold.jsonl")):
            yield f"{name}/{marked.id}", fold_of(marked), {i.type for i in marked.mains}, found


def _cases() -> Iterator[tuple[str, int, set[str], Report]]:
    """The headlines and leads that tests hold, with the kinds they are about."""
    for case in plain_cases("subjects*.yaml"):
        fold = int(sha256(case["text"].encode()).hexdigest(), 16) % FOLDS
        yield case["text"], fold, {kind for kind, _ in case["mains"]}, report(case["text"], case.get("published"))


def reports_of(name: str, gold: Mapping[str, GoldReport]) -> Iterator[tuple[GoldReport, Report]]:
    """The reports of a set that are marked, each with its marks."""
    for source in discover([str(HERE / name / "reports")]):
        if isinstance(source, Problem):
            continue
        for found in read(source.path, source.read(), hints=Hints(), settings=Settings(now=NOW)):
            marked = gold.get(Path(source.path).stem)
            if isinstance(found, Report) and marked is not None:
                yield marked, found


def fitted(known: Sequence[Example]) -> dict[str, float]:
    """The weights that make the examples likeliest, held to be small."""
    learned = [(dict(e.features), e.right) for e in known]
    learned += [({n: v for n, v in f.items() if "told." not in n}, right) for f, right in learned]
    names = ["always", *sorted({n for f, _ in learned for n in f})]
    place = {n: i for i, n in enumerate(names)}
    rows = [([(0, 1.0), *((place[n], v) for n, v in f.items())], right) for f, right in learned]
    weights, moved = [0.0] * len(names), [1e-8] * len(names)
    for _ in range(_ROUNDS):
        slope = [0.0, *(_HELD * w for w in weights[1:])]
        for row, right in rows:
            off = 1 / (1 + math.exp(-sum(weights[i] * v for i, v in row))) - right
            for i, v in row:
                slope[i] += off * v
        for i, s in enumerate(slope):
            moved[i] += s * s
            weights[i] -= _STEP * s / math.sqrt(moved[i])
    return dict(zip(names, weights, strict=True))


def _likelihood(weights: Features, found: Features) -> float:
    return 1 / (1 + math.exp(-weights["always"] - sum(weights.get(n, 0.0) * v for n, v in found.items())))


def _folds(known: Sequence[Example]) -> None:
    """How often the likeliest affair is the right one where its report's incident was never learned from."""
    chosen: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = fitted([e for e in known if e.fold != fold])
        for e in known:
            if e.fold == fold:
                chosen[e.report].append((_likelihood(weights, e.features), e.right))
    best = {report: max(found) for report, found in chosen.items()}
    right = sum(likely >= ENOUGH and is_it for likely, is_it in best.values())
    taken = sum(likely >= ENOUGH for likely, _ in best.values())
    marked = sum(any(is_it for _, is_it in found) for found in chosen.values())
    print(f"chosen {taken}, right {right}, marked {marked}")


def main(arguments: list[str] | None = None) -> int:
    """The exit status: 0."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.leading", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--folds", action="store_true", help="how often the right one is chosen in five folds")
    parser.add_argument("--without", nargs="*", default=[], help="sets that are not learned from")
    options = parser.parse_args(arguments)
    known = list(examples(name for name in OPEN if name not in options.without))
    if options.folds:
        _folds(known)
        return 0
    print("# How much each feature speaks for an affair as a report's subject. Made by `python -m evaluation.leading`.")
    print("weights:")
    for name, weight in fitted(known).items():
        print(f"  {name}: {weight:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
