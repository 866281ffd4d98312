"""How well reports are read, beside what is aimed at: the development reports, the sealed sets, and articles as printed.

python -m evaluation.aims                 # a table for docs/quality.md
python -m evaluation.aims --articles DIR  # with the marked articles of which no errors were looked at, kept in DIR
"""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from evaluation.articles import read_articles
from evaluation.sealed import SEALED, SEALED_OPENINGS, read_sets
from reportedly.score import Scores, score_found

AIMS = {
    "relevance": "P .98, R .99", "mains": "P .95, R .98", "type right": ".97", "date": ".97", "times": ".96", "count": ".95",
    "weapon_class": ".95", "weapon": ".95", "site": ".95", "kilometres": ".96", "outcome": ".92", "small": ".93",
    "ALL": "", "given where gold has none": "under .03", "background found": ".90", "voices found": ".93", "stance": ".90",
}  # fmt: skip
"""What issue 3 asks for, by row of the scores and figure."""
_BOTH = ("relevance", "mains")  # rows of which precision and recall are aimed at apart


def figure(scores: Scores, name: str) -> str:
    """One figure of a corpus with its n, as the table has it."""
    if name == "type right":
        return _share(scores.types_right, scores.row("mains").n)
    if name == "background found":
        return _share(scores.background.right, scores.background.n)
    if name == "voices found":
        return _share(scores.voices.found, scores.voices.expected)
    row = scores.rows["ALL" if name.startswith("given") else name]
    tally = row.tally
    if name.startswith("given"):
        return _share(tally.extra, tally.right + tally.wrong)
    if name in _BOTH:
        return f"{_cut(tally.precision)} / {_cut(tally.recall)} ({tally.n})"
    low, high = row.interval.low, row.interval.high
    return f"{_cut(tally.f1)} ({tally.n}; {_cut(low)} to {_cut(high)})"


def table(corpora: Mapping[str, Scores]) -> str:
    """The rows of a Markdown table: a figure a row, a corpus a column."""
    lines = [f"| what | aim | {' | '.join(corpora)} |", "|---|---|" + "---|" * len(corpora)]
    lines += [
        f"| {name.replace('_', ' ')} | {aim} | {' | '.join(figure(one, name) for one in corpora.values())} |"
        for name, aim in AIMS.items()
    ]
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{_cut(part / whole if whole else 0.0)} ({whole})"


def _cut(value: float) -> str:
    return f"{value:.3f}".removeprefix("0")


def main(arguments: list[str] | None = None) -> int:
    """The exit status: 0."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.aims", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--articles", type=Path, metavar="DIR", help="where the articles are kept, one ID.json each")
    folder = parser.parse_args(arguments).articles
    corpora = {
        "`reports-dev`": score_found(*read_sets(["reports-dev"])),
        "sealed sets": score_found(*read_sets(SEALED)),
        "sealed openings": score_found(*read_sets(SEALED_OPENINGS)),
    }
    if folder is not None:
        corpora["articles"] = score_found(*read_articles(folder, seen=False))
    print(table(corpora))
    return 0


if __name__ == "__main__":
    sys.exit(main())
