"""What each rule is worth: every pattern and every small decision of the reading, put out one at a time.

python -m evaluation.rules                           # rules that bring nothing, over the open sets; needs CPython 3.12
python -m evaluation.rules --all --module fields/    # every rule of some modules
python -m evaluation.rules --folder FOLDER           # over a folder with gold.jsonl and reports/

Only the reports in which a rule speaks (a pattern matches, a function answers more than no) are read again without it. Of
every rule: in how many reports it speaks, in how many of them the reading differs without it, and how much of what is
scored (mains, their types, background, values, voices, stances) is lost and gained. A reading that fails counts as a loss
of a hundred or so: others rely on the rule. A rule that changes nothing is not idle for that: docs/decisions/0022.
"""

import argparse
import gc
import json
import multiprocessing
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random

# first, so that all that is imported after it has a switch
from evaluation.switches import SOURCE, SPOKEN, Rule, rules, watch

# isort: split
from evaluation.reading import HERE, NOW
from evaluation.sealed import OPEN
from reportedly import codebook
from reportedly.extract.extractor import Extractor
from reportedly.model import Report
from reportedly.pipeline import sources
from reportedly.publish.contract import extract_line
from reportedly.readers import Hints, Settings, read
from reportedly.readers.sources import Source
from reportedly.score.gold import GoldReport, read_gold
from reportedly.score.one_report import ReportScore, score_report
from reportedly.score.predicted import by_id

MOST = 120
"""How many reports are read again without one rule; where it speaks in more they are drawn."""
_BROKEN = -99  # where others rely on the rule to have spoken: that reading fails without it

Read = tuple[str, int]
"""A digest of what a report is read as, and how much of it is right less what is wrong."""


@dataclass
class Worth:
    """What a rule brings: in how many reports it speaks, in how many the reading differs without it, what is lost and gained there,
    and which those are."""

    rule: Rule
    speaks: int
    differs: int = 0
    lost: int = 0
    gained: int = 0
    where: list[str] = field(default_factory=list)


class Weighing:
    """Marked reports, and how each is read with every rule."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.extractor = Extractor(codebook.load())
        self.reports: list[tuple[str, Report, GoldReport]] = []
        for folder in folders:
            gold = read_gold(folder / "gold.jsonl")
            for stem, report in self._reports(folder / "reports"):
                if stem in gold:
                    self.reports.append((f"{folder.name}/{stem}", report, gold[stem]))
        self.rules = rules()
        self.with_all: list[Read] = []
        self.speaks: dict[str, list[int]] = defaultdict(list)

    def _reports(self, folder: Path) -> Iterator[tuple[str, Report]]:
        for source in sources([str(folder)]):
            if isinstance(source, Source):
                for report in read(source.path, source.read(), hints=Hints(), settings=Settings(now=NOW)):
                    if isinstance(report, Report):
                        yield Path(source.path).stem, report

    def warm(self) -> None:
        """Makes what is made when it is first needed, with the sample reports, so that no process makes it anew."""
        for _, report in self._reports(SOURCE / "samples"):
            self.extractor.extract(report)
        gc.freeze()

    def read(self, number: int) -> Read:
        """How one report is read, with the rules that are not put out."""
        _, report, marked = self.reports[number]
        line = extract_line(report, self.extractor.extract(report), None).model_dump(mode="json", by_alias=True)
        digest = sha256(json.dumps(line, sort_keys=True).encode()).hexdigest()
        return digest, rightness(score_report(marked, by_id([line], [marked.id])[marked.id]))

    def first(self, number: int) -> tuple[int, Read, frozenset[str]]:
        """How one report is read with every rule, and which of them spoke."""
        SPOKEN.clear()
        return number, self.read(number), frozenset(SPOKEN)

    def without(self, number: int) -> tuple[int, Mapping[int, int]]:
        """The reports that are read otherwise without one rule, with the change of rightness. The rule stays out: to be
        asked in a process of its own."""
        rule = self.rules[number]
        rule.put_out()
        speaks = self.speaks[rule.key]
        found = {}
        for one in speaks if len(speaks) <= MOST else Random(1).sample(speaks, MOST):
            try:
                digest, right = self.read(one)
            except Exception:  # whatever a rule's absence leads to
                digest, right = "", _BROKEN
            if digest != self.with_all[one][0]:
                found[one] = right - self.with_all[one][1]
        return number, found


def rightness(scored: ReportScore) -> int:
    """How much of what is scored is right in a report, less what is wrong."""
    values = scored.fields.values()
    right = scored.mains.right + scored.types_right + scored.background.right + sum(one.right for one in values)
    wrong = scored.relevance.wrong + scored.relevance.missed + scored.mains.wrong + sum(one.wrong for one in values)
    return right + scored.voices.found + scored.stance.right - wrong


_HERE: list[Weighing] = []  # the one that every process has from the first


def _first(number: int) -> tuple[int, Read, frozenset[str]]:
    return _HERE[-1].first(number)


def _without(number: int) -> tuple[int, Mapping[int, int]]:
    return _HERE[-1].without(number)


def weigh(weighing: Weighing, wanted: str = "") -> Iterator[Worth]:
    """What each rule brings whose place holds a word, those that speak seldom first."""
    weighing.warm()
    _HERE.append(weighing)
    forking, processes = multiprocessing.get_context("fork"), os.cpu_count() or 1
    with forking.Pool(processes, initializer=watch, initargs=(weighing.rules,)) as pool:
        for number, read, spoke in pool.imap(_first, range(len(weighing.reports)), chunksize=20):
            weighing.with_all.append(read)
            for key in spoke:
                weighing.speaks[key].append(number)
    chosen = [number for number, rule in enumerate(weighing.rules) if wanted in rule.place]
    chosen.sort(key=lambda number: len(weighing.speaks[weighing.rules[number].key]))
    silent = [number for number in chosen if not weighing.speaks[weighing.rules[number].key]]
    yield from (Worth(weighing.rules[number], 0) for number in silent)
    with forking.Pool(processes, maxtasksperchild=1) as pool:
        for number, found in pool.imap(_without, chosen[len(silent) :], chunksize=1):
            rule = weighing.rules[number]
            yield Worth(
                rule,
                len(weighing.speaks[rule.key]),
                len(found),
                -sum(change for change in found.values() if change < 0),
                sum(change for change in found.values() if change > 0),
                [f"{weighing.reports[one][0]}{change:+d}" for one, change in found.items()],
            )


def main(arguments: list[str] | None = None) -> int:
    """The exit status: 0."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.rules", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--module", default="", help="a part of a module's path")
    parser.add_argument(
        "--folder", action="append", default=[], type=Path, help="marked reports instead of the open sets"
    )
    parser.add_argument("--all", action="store_true", help="rules that bring something too")
    options = parser.parse_args(arguments)
    if sys.version_info < (3, 12):
        parser.error("what a function answers is watched by sys.monitoring; run it on CPython 3.12 or newer")
    for folder in options.folder:
        if not (folder / "gold.jsonl").is_file():
            parser.error(f"{folder} has no gold.jsonl; pass a folder with gold.jsonl and reports/")
    print("speaks differs lost gained  rule")
    for worth in weigh(Weighing(options.folder or [HERE / name for name in OPEN]), options.module):
        if options.all or worth.lost <= worth.gained:
            figures = f"{worth.speaks:6d} {worth.differs:7d} {worth.lost:4d} {worth.gained:6d}"
            print(f"{figures}  {worth.rule.place} {worth.rule.name}  {' '.join(worth.where[:8])}".rstrip(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
