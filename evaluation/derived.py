"""Derived claims: found and judged as a second reader marked them, against CNS's and CSIS's lists.

    python -m evaluation.derived [-v]     # the development reports; -v lists every error
    python -m evaluation.derived --kept   # reports kept for scoring: totals alone

Needs the two lists in the data folder. What the marks mean stands in evaluation/derived/README.md.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.reading import DATA, DEV, HERE, a_run
from reportedly import codebook, pipeline
from reportedly.model import Finding
from reportedly.readers.lists import read_list
from reportedly.readers.lists.shape import CNS, CSIS
from reportedly.store.ledger import Ledger

MARKS = HERE / "derived"
LISTS = {DATA / "history" / "cns-prk-missile-tests.csv": CNS, DATA / "history" / "csis-prk-events.csv": CSIS}
ALIKE = {"rank_in_period": "ordinal_in_window", "first_since": "gap_at_least"}
"""Kinds that a reader may mark as either."""
ONLY_FAULTS = frozenset({"body_dates", "calibre", "corrupted_name", "internal_conflict"})
"""Kinds of which only faults are marked: that a body was there when it spoke is nothing that a report claims."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """A derived claim as marked: its report, kind and verdict, another verdict that can be defended, whether the day of its
    incident is the reader's own knowledge, and every wording of it."""

    report: str
    kind: str
    verdict: str
    also_right: str | None
    by_reader: bool
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A report's name and text, and each finding in it with where its claim stands, and those it was held against."""

    name: str
    text: str
    told: list[tuple[Finding, list[Span]]]


@dataclass(slots=True)
class Sum:
    """Counts of one kind."""

    marked: int = 0
    found: int = 0
    right: int = 0
    defended: int = 0
    undated: int = 0
    extra: int = 0
    errors: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        """The figures in one row."""
        return (
            f"{name:18} {_share(self.found, self.marked)}  {_share(self.right, self.found)}  "
            f"{_share(self.defended, self.found)}  {_share(self.undated, self.found)}  {self.extra:5}\n"
        )


def read_marks(path: Path) -> list[Mark]:
    """The marks of a file; a report is named by its folder and id."""
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return [
        Mark(
            report=f"{row.get('folder', DEV.name)}/{row['report']}",
            kind=row.get("kind", ""),
            verdict=row.get("verdict", ""),
            also_right=row.get("alt"),
            by_reader=row.get("dated") == "reader",
            words=(row["text"], *row.get("also", ())),
        )
        for row in rows
    ]


def checked(paths: Mapping[Path, str]) -> Iterator[Read]:
    """What the program finds in each report, with both lists imported."""
    book = codebook.load(None)
    with TemporaryDirectory() as place, Ledger.open(Path(place) / "lists.db", create=True) as ledger:
        for list_, shape in LISTS.items():
            found = read_list(list_.name, list_.read_bytes(), shape, book)
            ledger.keep_history(found.list, found.rows, found.problems)
        inputs = pipeline.sources([str(path) for path in paths])
        for result, found in pipeline.check_paths(inputs, a_run(), ledger):
            if result.report is None or result.extraction is None or found is None:
                continue
            at = {claim.id: (claim.span.start, claim.span.end) for claim in result.extraction.claims}
            written = {claim.id: claim.written for claim in result.extraction.claims}
            told = [one for one in found.findings if one.kind not in ONLY_FAULTS or one.verdict.wrong]
            yield Read(
                paths[Path(result.report.path)],
                result.report.text,
                [
                    (
                        one,
                        [
                            *(at[id_] for id_ in (one.claim, *one.stands_on) if id_ in at),
                            *_elsewhere(one, result.report.text, written),
                        ],
                    )
                    for one in told
                ],
            )


def _elsewhere(one: Finding, text: str, written: Mapping[str, str]) -> Iterator[Span]:
    """Where the words of a finding stand that makes no claim of its own, as of a calibre."""
    start = text.find(one.written)
    if start >= 0 and one.written not in written.get(one.claim, ""):
        yield start, start + len(one.written)


def measure(marks: Iterable[Mark], aside: Iterable[Mark], paths: Mapping[Path, str]) -> dict[str, Sum]:
    """The counts of each kind."""
    sums: dict[str, Sum] = defaultdict(Sum)
    of: dict[str, list[Mark]] = defaultdict(list)
    near: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        of[mark.report].append(mark)
        sums[mark.kind].marked += 1
    for mark in aside:
        near[mark.report].append(mark)
    for read in checked(paths):
        _count(sums, of[read.name], near[read.name], read)
    return sums


def _count(sums: dict[str, Sum], marks: list[Mark], near: list[Mark], read: Read) -> None:
    """Adds one report to the counts."""
    taken: set[int] = set()
    for mark in marks:
        n = _best(mark, read, taken)
        if n is None:
            sums[mark.kind].errors.append(f'missed {mark.report}: "{mark.words[0]}" ({mark.verdict})')
            continue
        taken.add(n)
        _judge(sums[mark.kind], mark, read.told[n][0])
    for n, (one, spans) in enumerate(read.told):
        known = [mark for mark in marks if same_kind(mark.kind, one.kind)] + near
        if n not in taken and not any(overlap(read.text, mark.words, spans) for mark in known):
            sums[one.kind].extra += 1
            sums[one.kind].errors.append(f'unmarked {read.name}: "{one.written}" ({one.verdict}: {one.working})')


def _best(mark: Mark, read: Read, taken: set[int]) -> int | None:
    """The finding that a mark is found by, or None: of its own kind first, then the one with most of its words."""
    hits = [
        (one.kind == mark.kind, overlap(read.text, mark.words, spans), -n)
        for n, (one, spans) in enumerate(read.told)
        if n not in taken and same_kind(one.kind, mark.kind)
    ]
    best = max((hit for hit in hits if hit[1]), default=None)
    return None if best is None else -best[2]


def same_kind(one: str, other: str) -> bool:
    """Whether a reader may mark the one as the other."""
    return ALIKE.get(one, one) == ALIKE.get(other, other)


def overlap(text: str, words: Iterable[str], spans: Sequence[Span]) -> int:
    """How many letters a mark and a finding share; 0 where that is less than half of the shorter."""
    most = 0
    for written in words:
        start = text.find(written)
        while start >= 0:
            end = start + len(written)
            for first, last in spans:
                shared = min(end, last) - max(start, first)
                if shared * 2 >= min(end - start, last - first):
                    most = max(most, shared)
            start = text.find(written, start + 1)
    return most


def _judge(sum_: Sum, mark: Mark, finding: Finding) -> None:
    verdict = str(finding.verdict)
    right = verdict == mark.verdict
    defended = right or verdict == mark.also_right
    undated = defended or (mark.by_reader and verdict == "undetermined")
    sum_.found, sum_.right, sum_.defended = sum_.found + 1, sum_.right + right, sum_.defended + defended
    sum_.undated += undated
    if not right:
        sort = "wrong" if not undated else "not strictly right"
        sum_.errors.append(
            f'{sort} {mark.report}: "{finding.written}" {verdict}, marked {mark.verdict}: {finding.working}'
        )


def _share(part: int, whole: int) -> str:
    return f"{part:3} of {whole:3} {part / whole:5.2f}" if whole else f"{part:3} of {whole:3}     -"


def _total(sums: Iterable[Sum]) -> Sum:
    every = list(sums)
    return Sum(*(sum(getattr(one, name) for one in every) for name in Sum.__slots__[:-1]))


def _paths(marks: Iterable[Mark], *, kept: bool) -> dict[Path, str]:
    """The files that are read: each with a mark, of the development reports all."""
    if not kept:
        return {path: f"{DEV.name}/{path.stem}" for path in sorted((DEV / "reports").glob("*.json"))}
    names = sorted({mark.report for mark in marks})
    return {HERE / Path(name).parent / "reports" / f"{Path(name).name}.json": name for name in names}


def main() -> int:
    """0; the figures stand on stdout."""
    if missing := [path for path in LISTS if not path.exists()]:
        sys.stdout.write(f"no {missing[0]}; set REPORTEDLY_DATA\n")
        return 0
    kept = "--kept" in sys.argv
    marks = read_marks(MARKS / ("kept.jsonl" if kept else "dev.jsonl"))
    sums = measure(marks, [] if kept else read_marks(MARKS / "aside.jsonl"), _paths(marks, kept=kept))
    head = "found          right          or as doubted  or undated     unmarked"
    sys.stdout.write(f"{'':18} {head}\n")
    if not kept:
        sys.stdout.write("".join(sums[kind].line(kind) for kind in sorted(sums)))
    sys.stdout.write(_total(sums.values()).line("all"))
    if "-v" in sys.argv and not kept:
        sys.stdout.write("".join(f"{kind}: {error}\n" for kind in sorted(sums) for error in sums[kind].errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
