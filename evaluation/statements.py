"""Reading of real texts nobody here wrote: 51 White House documents against our marks of them.

python -m evaluation.statements [-v]
"""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from evaluation.reading import DATA, HERE, extract
from reportedly.score import Tally, score_found
from reportedly.score.gold import GoldReport, gold_report, json_lines
from reportedly.score.match import pair
from reportedly.score.predicted import FoundReport, by_id

MARKS = HERE / "statements" / "marks.jsonl"
DOCUMENTS = DATA / "statements"


def read_statement_marks(path: Path) -> dict[str, GoldReport]:
    """The marked documents by the stem of their file."""
    return {gold.id: gold for gold in map(_as_gold, json_lines(path))}


def _as_gold(mark: Mapping[str, Any]) -> GoldReport:
    stem = Path(mark["file"]).stem
    incidents = [{"incident": f"{stem}#{n}", **incident} for n, incident in enumerate(mark["incidents"])]
    return gold_report({"id": stem, "relevant": mark["relevant"], "incidents": incidents})


def every_incident(marked: Mapping[str, GoldReport], found: Mapping[str, FoundReport]) -> tuple[Tally, Tally]:
    """Incidents of either role found or missed, and the dates of those found."""
    incidents = dates = Tally()
    for name, gold in marked.items():
        mentions = found.get(name, FoundReport()).mentions
        pairs = pair(gold.incidents, mentions)
        hits = len(pairs)
        incidents += Tally(hits, len(mentions) - hits, len(gold.incidents) - hits)
        for row, column in pairs.items():
            dates += _date(gold.incidents[row].date, mentions[column].values.get("date"))
    return incidents, dates


def _date(expected: str | None, got: Mapping[str, str] | None) -> Tally:
    """The tally of one date; a range that is not one day is no answer."""
    day = got["earliest"] if got and got.get("earliest") == got.get("latest") else None
    right = int(day is not None and day == expected)
    return Tally(right, int(day is not None) - right, int(expected is not None) - right)


def _lines(documents: Path) -> Iterable[Mapping[str, Any]]:
    return (line.model_dump(mode="json", by_alias=True) for line in extract(documents))


def main() -> int:
    """The exit status: 0 where the documents are there."""
    if not DOCUMENTS.exists():
        print(f"no documents at {DOCUMENTS}; set REPORTEDLY_DATA", file=sys.stderr)
        return 2
    marked = read_statement_marks(MARKS)
    found = by_id(_lines(DOCUMENTS), marked)
    scores = score_found(marked, found)
    incidents, dates = every_incident(marked, found)
    rows = {
        "relevance": scores.row("relevance"),
        "mains": scores.row("mains"),
        "dates of mains": scores.row("date"),
        "incidents": incidents,
        "their dates": dates,
    }
    for name, tally in rows.items():
        print(f"{name:14s} P {tally.precision:.3f} R {tally.recall:.3f} F1 {tally.f1:.3f} n {tally.n}")
    if "-v" in sys.argv[1:]:
        for error in scores.errors:
            if error.field in ("relevant", "main", "date"):
                print(f"{error.report} {error.field} {error.kind}: expected {error.expected}, got {error.got}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
