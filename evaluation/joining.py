"""How well accounts of one incident are joined, corpus by corpus and all in one ledger.

python -m evaluation.joining                       # every development corpus, and all of them pooled
python -m evaluation.joining twins reports-dev -v  # these; with what was merged or split wrongly
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from evaluation.reading import HERE, a_run
from reportedly import codebook, pipeline
from reportedly.model import Extraction, Problem, Report
from reportedly.publish.contract import extract_line
from reportedly.reconcile import reconcile
from reportedly.score.gold import read_gold
from reportedly.score.linking import Linking, score_linking
from reportedly.score.one_report import score_report
from reportedly.score.predicted import FoundReport, by_id

CORPORA = (
    "reports-dev", "reports-wide/dev", "reports-wide/short-dev", "reports-wide/third-a", "reports-wide/third-b", "reports-wide/fourth-dev",
    "reports-more/dev", "reports-more/long-dev", "twins",
)  # fmt: skip
SAME = HERE / "same_incidents.yaml"
Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Corpus:
    """What was read of a corpus: reports and extractions, the matched mentions with gold's name of their incident (mains,
    and background), and where each stands."""

    read: tuple[tuple[Report, Extraction], ...]
    mains: tuple[Link, ...]
    passing: tuple[Link, ...]
    where: Mapping[str, str]


def read_corpus(name: str) -> Corpus:
    """What is read of the reports of one corpus, each gold incident under its one name."""
    same = yaml.safe_load(SAME.read_text("utf-8"))
    gold = read_gold(HERE / name / "gold.jsonl")
    inputs = pipeline.sources([str(HERE / name / "reports")])
    read = [(r.report, r.extraction, r.problem) for r in pipeline.extract_paths(inputs, a_run()) if r.report]
    lines = (_line(report, extraction, problem) for report, extraction, problem in read)
    found = by_id(lines, gold)
    scored = {id_: score_report(marked, found.get(id_, FoundReport())) for id_, marked in gold.items()}
    return Corpus(
        read=tuple((report, extraction) for report, extraction, _ in read if extraction is not None),
        mains=tuple((m, same.get(g, g)) for one in scored.values() for m, g in one.links),
        passing=tuple((m, same.get(g, g)) for one in scored.values() for m, g in one.passing),
        where={m: f"{name}/{id_}" for id_, one in scored.items() for m, _ in (*one.links, *one.passing)},
    )


def _line(report: Report, extraction: Extraction | None, problem: Problem | None) -> Mapping[str, object]:
    line = extract_line(report, extraction or Extraction(report.id, relevant=False), problem, with_text=True)
    return line.model_dump(mode="json", by_alias=True)


def clusters_of(corpora: Sequence[Corpus]) -> dict[str, str]:
    """The incident of every mention, all corpora in one ledger."""
    reports = {report.id: report for corpus in corpora for report, _ in corpus.read}
    extractions = {report.id: extraction for corpus in corpora for report, extraction in corpus.read}
    found = reconcile(extractions.values(), reports.values(), codebook.load())
    return {member.mention: incident.id for incident in found for member in incident.mentions}


def judged(corpora: Sequence[Corpus]) -> tuple[Linking, Linking, list[str]]:
    """B-cubed over the mains, with background too, and a line for each incident that was merged or split wrongly."""
    clusters = clusters_of(corpora)
    mains = [link for corpus in corpora for link in corpus.mains]
    every = [*mains, *(link for corpus in corpora for link in corpus.passing)]
    where = {mention: told for corpus in corpora for mention, told in corpus.where.items()}
    return score_linking(mains, clusters), score_linking(every, clusters), list(_faults(mains, clusters, where))


def _faults(links: Iterable[Link], clusters: Mapping[str, str], where: Mapping[str, str]) -> Iterable[str]:
    of_gold: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    of_found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for mention, gold in links:
        of_gold[gold][clusters.get(mention, mention)].append(where[mention])
        of_found[clusters.get(mention, mention)][gold].append(where[mention])
    for found, golds in sorted(of_found.items()):
        if len(golds) > 1:
            yield f"merged {found}: " + " | ".join(
                f"{gold}: {' '.join(there)}" for gold, there in sorted(golds.items())
            )
    for gold, parts in sorted(of_gold.items()):
        if len(parts) > 1:
            yield f"split {gold}: " + " | ".join(" ".join(there) for there in sorted(parts.values()))


def _shown(name: str, mains: Linking, every: Linking) -> str:
    cells = (
        f"P {one.precision:.3f} R {one.recall:.3f} F1 {one.f1:.3f} of {one.mains}, {one.incidents} for {one.expected},"
        f" {one.merged} merged, {one.split} split"
        for one in (mains, every)
    )
    return f"{name:24s} " + "   with background ".join(cells)


def main(arguments: list[str] | None = None) -> int:
    """The exit status; figures are printed."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.joining", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpora", nargs="*", default=list(CORPORA), help="folders of evaluation/; by default all")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what was merged or split wrongly")
    options = parser.parse_args(arguments)
    read = {name: read_corpus(name) for name in options.corpora if (Path(HERE) / name).is_dir()}
    asked = [(name, [corpus]) for name, corpus in read.items()]
    asked += [("all in one ledger", list(read.values()))] if len(read) > 1 else []
    for name, corpora in asked:
        mains, every, faults = judged(corpora)
        print(_shown(name, mains, every))
        for fault in faults if options.verbose else ():
            print(f"    {fault}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
