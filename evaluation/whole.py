"""Fits the weights by which a report as a whole is taken to tell an incident, on the development sets.

python -m evaluation.whole            # prints the weights of src/reportedly/extract/whole.yaml
python -m evaluation.whole --folds    # how often they judge rightly in five folds over incidents

Reports that tell an incident and those that tell nothing weigh the same, however many there are of each; of those about
a statement, a meeting or sanctions, which tell of incidents beside it, nothing is learned.
"""

import argparse
import math
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evaluation.leading import marked_reports
from evaluation.sealed import FOLDS, OPEN
from reportedly import codebook
from reportedly.extract.facts import gather
from reportedly.extract.frames import frame_report
from reportedly.extract.lexicon import Lexicon
from reportedly.extract.plain import plain
from reportedly.extract.traces import FAMILIES
from reportedly.extract.triage import Triage
from reportedly.extract.whole import features

_ROUNDS, _STEP, _HELD = 600, 0.5, 6.0
_NEAR = {"explains": -1.0, "otherwise": -1.0, "otherwise.headline": -1.0, "planned": -1.0}
_SURE = 0.5


@dataclass(frozen=True, slots=True)
class Example:
    """What speaks for an incident in one report, and whether one is its subject."""

    fold: int
    features: Mapping[str, float]
    right: bool


def examples(names: Iterable[str]) -> Iterator[Example]:
    """One example for each report of some sets that is worth reading."""
    book = codebook.load()
    lexicon, triage = Lexicon(book), Triage(book)
    for _, fold, about, one in marked_reports(names):
        if one.language in (None, "en") and triage.passes(one.text):
            right = any(book.types[kind].family in FAMILIES for kind in about if kind in book.types)
            if right or not about:
                yield Example(fold, features(frame_report(gather(plain(one).report, book, lexicon), book)), right)


def fitted(known: Sequence[Example]) -> dict[str, float]:
    """The weights that make the examples likeliest, held near 1 for a trace and -1 for what speaks against: too few
    reports tell nothing to learn more from them."""
    names = ["always", *sorted({n for e in known for n in e.features})]
    share = sum(e.right for e in known) / len(known)
    weights, moved = dict.fromkeys(names, 0.0), dict.fromkeys(names, 1e-8)
    for _ in range(_ROUNDS):
        slope = {n: _HELD * (w - _NEAR.get(n, 1.0)) for n, w in weights.items()} | {"always": 0.0}
        for e in known:
            off = (likely(weights, e.features) - e.right) / (share if e.right else 1 - share) / 2
            slope["always"] += off
            for name, value in e.features.items():
                slope[name] += off * value
        for name, s in slope.items():
            moved[name] += s * s
            weights[name] -= _STEP * s / math.sqrt(moved[name])
    return weights


def likely(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    """How likely a report with such features tells an incident."""
    return 1 / (1 + math.exp(-weights["always"] - sum(weights.get(n, 0.0) * v for n, v in found.items())))


def _folds(known: Sequence[Example]) -> None:
    """How often the judgement is right where its report's incident was never learned from."""
    judged: list[tuple[bool, bool]] = []
    for fold in range(FOLDS):
        weights = fitted([e for e in known if e.fold != fold])
        judged += [(likely(weights, e.features) >= _SURE, e.right) for e in known if e.fold == fold]
    for right in (True, False):
        of_these = [taken for taken, is_one in judged if is_one == right]
        print(f"{'with' if right else 'without'} an incident: {sum(of_these)} of {len(of_these)} taken for one with")


def main(arguments: list[str] | None = None) -> int:
    """The exit status: 0."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.whole", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--folds", action="store_true", help="how often it is judged rightly in five folds")
    options = parser.parse_args(arguments)
    known = list(examples(OPEN))
    if options.folds:
        _folds(known)
        return 0
    print("weights:")
    for name, weight in sorted(fitted(known).items()):
        print(f"  {name}: {weight:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
