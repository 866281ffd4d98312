"""How well reports are read that no rule was tuned on: the sealed sets, scored without their errors being shown.

python -m evaluation.sealed              # every sealed set, all together, and incidents that no other set tells of
python -m evaluation.sealed --folds      # the development sets in five folds over incidents
"""

import argparse
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256

from rich.console import Console

from evaluation.reading import HERE, extract
from reportedly.score import score_found
from reportedly.score.gold import GoldReport, read_gold
from reportedly.score.predicted import FoundReport, by_id
from reportedly.score.report import print_scores

SEALED = (
    "reports-more/test",
    "reports-more/long-test",
    "reports-more/negatives-test",
    "reports-wide/fifth",
    "reports-wide/ninth-b",
    "reports-wide/eleventh-b",
    "reports-wide/twelfth-b",
    "reports-wide/thirteenth-b",
    "reports-wide/fourteenth-b",
    "reports-wide/fifteenth-b",
    "reports-wide/sixteenth-b",
)
SEALED_OPENINGS = ("reports-wide/seventeenth-b",)
"""Openings of 35 to 90 words, told apart from whole reports."""
OPEN = (
    "reports-dev", "reports-more/dev", "reports-more/long-dev", "reports-more/negatives-dev", "reports-wide/dev",
    "reports-wide/short-dev", "reports-wide/third-a", "reports-wide/third-b",
    "reports-wide/fourth-dev", "reports-wide/sixth-a", "reports-wide/sixth-b",
    "reports-wide/test", "reports-wide/fourth-test", "reports-wide/seventh-a", "reports-wide/seventh-b",
    "reports-wide/eighth-a", "reports-wide/short-test", "reports-wide/ninth-a", "reports-wide/tenth-a",
    "reports-wide/tenth-b",
    "reports-wide/eleventh-a", "reports-wide/twelfth-a", "reports-wide/thirteenth-a",
    "reports-wide/fourteenth-a",
    "reports-wide/fifteenth-a",
    "reports-wide/sixteenth-a",
    "reports-wide/seventeenth-a",
)  # fmt: skip
FOLDS = 5
ROWS = (
    "relevance",
    "mains",
    "date",
    "times",
    "count",
    "weapon_class",
    "weapon",
    "site",
    "kilometres",
    "outcome",
    "small",
    "ALL",
    "stance",
)

Reports = Mapping[str, GoldReport]
Found = Mapping[str, FoundReport]


def read_sets(names: Iterable[str]) -> tuple[dict[str, GoldReport], dict[str, FoundReport]]:
    """Marks and readings of sets, each report by its set and id; a file without marks is passed over."""
    marked: dict[str, GoldReport] = {}
    found: dict[str, FoundReport] = {}
    for name in names:
        gold = read_gold(HERE / name / "gold.jsonl")
        lines = (line.model_dump(mode="json", by_alias=True) for line in extract(HERE / name / "reports"))
        read = by_id(lines, gold)
        marked |= {f"{name}/{id_}": replace(one, id=f"{name}/{id_}") for id_, one in gold.items()}
        found |= {f"{name}/{id_}": one for id_, one in read.items()}
    return marked, found


def incidents_of(names: Iterable[str]) -> set[str]:
    """The incidents that the reports of some sets tell of, as a subject or in passing."""
    return {
        i.incident for name in names for one in read_gold(HERE / name / "gold.jsonl").values() for i in one.incidents
    }


def unseen(marked: Reports, known: set[str]) -> dict[str, GoldReport]:
    """The reports whose subjects are all incidents that no known set tells of."""
    return {name: one for name, one in marked.items() if one.mains and not {i.incident for i in one.mains} & known}


def fold_of(report: GoldReport) -> int:
    """The fold of a report: that of the incident it is about, so that no incident stands in two."""
    subject = report.mains[0].incident if report.mains else report.id
    return int(sha256(subject.encode()).hexdigest(), 16) % FOLDS


def _show(title: str, marked: Reports, found: Found, console: Console) -> None:
    console.print(f"\n{title}")
    print_scores(score_found(marked, {name: one for name, one in found.items() if name in marked}), console)


def _folds(console: Console) -> None:
    marked, found = read_sets(OPEN)
    console.print(f"F1 over {len(marked)} reports in five folds: each, and how far apart they lie")
    parts = [score_found({n: g for n, g in marked.items() if fold_of(g) == fold}, found) for fold in range(FOLDS)]
    for row in ROWS:
        each = [part.row(row).f1 for part in parts]
        told = "  ".join(f"{f1:.3f}" for f1 in each)
        console.print(f"{row:14s} {told}   spread {max(each) - min(each):.3f}", highlight=False)


def main(arguments: list[str] | None = None) -> int:
    """The exit status: 0."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.sealed", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--folds", action="store_true", help="the development sets in five folds over incidents")
    parser.add_argument("--only", choices=SEALED + SEALED_OPENINGS, help="one sealed set")
    options = parser.parse_args(arguments)
    console = Console(width=110)
    if options.folds:
        _folds(console)
        return 0
    names = (options.only,) if options.only else SEALED
    if not options.only:
        _show("sealed openings", *read_sets(SEALED_OPENINGS), console)
    marked, found = read_sets(names)
    for name in names:
        _show(name, {n: g for n, g in marked.items() if n.startswith(f"{name}/")}, found, console)
    if len(names) > 1:
        _show("all sealed sets", marked, found, console)
        _show(
            "of these, only incidents that no development set tells of",
            unseen(marked, incidents_of(OPEN)),
            found,
            console,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
