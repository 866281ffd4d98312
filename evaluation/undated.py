"""Reports that bear no day, dated by a list of tests: those of reports-dev, and all development reports with theirs hidden.

    python -m evaluation.undated [-v]

Needs CNS's list in the data folder. A report counts where its main incident is one of CNS's days, by its mark.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.reading import DATA, HERE, a_run
from evaluation.sealed import OPEN
from reportedly import codebook, pipeline
from reportedly.check import Article, Dating, Record, check, record_of
from reportedly.codebook import Codebook
from reportedly.model import DateRange, History, Role, events_of
from reportedly.readers.lists import read_list
from reportedly.readers.lists.shape import CNS

LIST = DATA / "history" / "cns-prk-missile-tests.csv"
STATE, KINDS = "PRK", ("missile_launch", "satellite_launch")
DAY = slice(4, 14)  # of an incident's name, "PRK-2024-09-18-srbm"


def cns(book: Codebook) -> Record:
    """What CNS tells of the past."""
    found = read_list(LIST.name, LIST.read_bytes(), CNS, book)
    return record_of(History((found.list,), events_of(found.rows)), (), book)


def marked(folder: Path, record: Record, *, bare: bool) -> Iterator[tuple[dict[str, object], str]]:
    """Each report of one launch that CNS has, without its day of publication, and the day of the launch as marked; with
    `bare` only those that bear no day of their own."""
    days = {kind: {str(one.first) for one in record.between(STATE, [kind], date.min, date.max)} for kind in KINDS}
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        mains = {(str(one["incident"]), str(one["type"])) for one in gold["incidents"] if one["main"]}
        report = json.loads((folder / "reports" / f"{gold['id']}.json").read_text("utf-8"))
        if bare and report["published"]:
            continue
        name, kind = mains.pop() if len(mains) == 1 else ("", "")
        if name.startswith(STATE) and name[DAY] in days.get(kind, ()):
            hidden = {} if bare else {"published": None, "url": None}
            yield {**report, **hidden}, name[DAY]


def told(folder: Path, record: Record, book: Codebook, *, bare: bool) -> Iterator[tuple[str, str]]:
    """What became of each report, and a line on it."""
    with TemporaryDirectory() as place:
        days = {}
        for report, day in marked(folder, record, bare=bare):
            days[f"{report['id']}.json"] = day
            (Path(place) / f"{report['id']}.json").write_text(json.dumps(report), "utf-8")
        for read in pipeline.extract_paths(pipeline.sources([place]), a_run()) if days else ():
            if read.report is not None and read.extraction is not None:
                name = Path(read.report.path).name
                article = Article(read.report, read.extraction, book, record)
                dated = check(article).dated
                why = "; ".join(dated.why) if dated else "its own words, or nothing to go by"
                yield _outcome(article, dated, days[name]), f"{folder.name}/{name} {days[name]}: {why}"


def _outcome(article: Article, dated: Dating | None, day: str) -> str:
    if dated is None:
        fixed = [article.days_of(one) for one in article.extraction.mentions if one.role is Role.MAIN]
        days = next((one for one in fixed if isinstance(one, DateRange)), None)
        if days is None:
            return "open"
        return "by its own words" if str(days.earliest) <= day <= str(days.latest) else "by its own words, wrong"
    if not dated.unique:
        return "open" if day in map(str, dated.candidates) else "open, its day left out"
    return "by the list" if str(dated.candidates[0]) == day else "by the list, wrong"


def main() -> int:
    """0; the figures stand on stdout, with -v a line a report."""
    if not LIST.exists():
        sys.stdout.write(f"no {LIST}; set REPORTEDLY_DATA\n")
        return 0
    book = codebook.load(None)
    record = cns(book)
    for title, folders, bare in (
        ("reports-dev, those without a day", OPEN[:1], True),
        ("all, days hidden", OPEN, False),
    ):
        found = [one for name in folders for one in told(HERE / name, record, book, bare=bare)]
        counts = Counter(outcome for outcome, _ in found)
        share = sum(counts[name] for name in ("by the list", "by its own words")) / max(len(found), 1)
        sys.stdout.write(f"{title}: {len(found)} reports, {share:.2f} dated rightly\n")
        sys.stdout.write("".join(f"  {counts[name]:4} {name}\n" for name in sorted(counts)))
        if "-v" in sys.argv:
            sys.stdout.write("".join(f"  {outcome}: {line}\n" for outcome, line in found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
