"""Derived claims in small articles written for it, lot by lot: each lot was marked before the program saw it, and mended by after.

    python -m evaluation.derived_fresh [-v]

The figures at first sight stand in docs/checking.md. Needs CNS's and CSIS's lists in the data folder.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from evaluation.derived import LISTS, MARKS, ONLY_FAULTS, Sum, overlap, same_kind
from reportedly import codebook
from reportedly.check import Article, Record, check, record_of
from reportedly.extract.extractor import Extractor
from reportedly.model import Finding, History, Report, events_of
from reportedly.readers import Hints, read
from reportedly.readers.lists import read_list

FRESH = MARKS / "fresh.jsonl"

Told = tuple[Finding, list[tuple[int, int]]]


def articles() -> Iterator[Mapping[str, Any]]:
    """The small articles with their marks, in order."""
    yield from map(json.loads, FRESH.read_text("utf-8").splitlines())


def _record(book: codebook.Codebook) -> Record:
    found = [read_list(path.name, path.read_bytes(), shape, book) for path, shape in LISTS.items()]
    rows = [row for one in found for row in one.rows]
    return record_of(History(tuple(one.list for one in found), events_of(rows)), (), book)


def _told(article: Article) -> list[Told]:
    at = {claim.id: (claim.span.start, claim.span.end) for claim in article.extraction.claims}
    text = article.report.text
    found = [one for one in check(article).findings if one.kind not in ONLY_FAULTS or one.verdict.wrong]
    return [
        (one, [at[one.claim], (text.find(one.written), text.find(one.written) + len(one.written))]) for one in found
    ]


def _count(sum_: Sum, told: list[Told], row: Mapping[str, Any]) -> None:
    """Adds one article to the counts of its lot."""
    taken: set[int] = set()
    for mark in row["marks"]:
        sum_.marked += 1
        hits = [
            (one.kind == mark["kind"], overlap(row["text"], [mark["text"]], spans), -n)
            for n, (one, spans) in enumerate(told)
            if n not in taken and same_kind(one.kind, mark["kind"])
        ]
        best = max((hit for hit in hits if hit[1]), default=None)
        if best is None:
            sum_.errors.append(f'missed {row["id"]}: "{mark["text"]}" ({mark["kind"]}, {mark["verdict"]})')
            continue
        taken.add(-best[2])
        finding = told[-best[2]][0]
        right = finding.verdict.value == mark["verdict"]
        sum_.found, sum_.right = sum_.found + 1, sum_.right + right
        if not right:
            sum_.errors.append(
                f'wrong {row["id"]}: "{finding.written}" {finding.verdict}, marked {mark["verdict"]}: {finding.working}'
            )
    for n, (one, _) in enumerate(told):
        if n not in taken:
            sum_.extra += 1
            sum_.errors.append(f'unmarked {row["id"]}: "{one.written}" ({one.kind}, {one.verdict})')


def main() -> int:
    """0; the figures stand on stdout."""
    if missing := [path for path in LISTS if not path.exists()]:
        sys.stdout.write(f"no {missing[0]}; set REPORTEDLY_DATA\n")
        return 0
    book = codebook.load(None)
    past, extractor = _record(book), Extractor(book, parse=False)
    for lot, rows in groupby(articles(), key=lambda row: row["lot"]):
        sum_ = Sum()
        for row in rows:
            report = next(iter(read("a.txt", row["text"].encode(), hints=Hints(published=row["published"]))))
            if isinstance(report, Report):
                article = Article(report, extractor.extract(report), book)
                _count(sum_, _told(replace(article, record=past)), row)
        share = (
            f"found {sum_.found} of {sum_.marked}, {sum_.found / sum_.marked:.2f}; right {sum_.right / sum_.found:.2f}"
        )
        sys.stdout.write(f"lot {lot}: {share} of these; unmarked {sum_.extra}\n")
        if "-v" in sys.argv:
            sys.stdout.write("".join(f"  {error}\n" for error in sum_.errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
