"""The scores as a table for people and as JSON for programs."""

import json

from rich.console import Console
from rich.table import Table

from reportedly.score.error import ScoreError
from reportedly.score.linking import Linking
from reportedly.score.scoring import Row, Scores
from reportedly.score.shown import shown


def print_scores(scores: Scores, console: Console, *, errors: bool = False) -> None:
    """Writes the table, the figures beside it and, where asked, every error with its sentence."""
    console.print(f"{scores.reports} reports, {scores.answered} answered, {scores.malformed} malformed values")
    console.print(_table(scores))
    for line in _figures(scores):
        console.print(line)
    if errors:
        for error in scores.errors:
            console.print(_error_line(error), markup=False, highlight=False, soft_wrap=True)


def as_json(scores: Scores) -> str:
    """All figures and errors as one JSON object."""
    shown = {
        "reports": scores.reports,
        "answered": scores.answered,
        "malformed": scores.malformed,
        "rows": {name: row_figures(row) for name, row in scores.rows.items()},
        "type_right": _share(scores.types_right, scores.row("mains").n),
        "background_found": scores.background.recall,
        "voices": {
            "recall": _share(scores.voices.found, scores.voices.expected),
            "precision": _share(scores.voices.listed, scores.voices.said),
            "n": scores.voices.expected,
        },
        "linking": scores.linking and _linking_figures(scores.linking),
        "linking_with_background": scores.linking_all and _linking_figures(scores.linking_all),
        "errors": [_error_record(error) for error in scores.errors],
    }
    return json.dumps(shown, ensure_ascii=False, indent=2, default=str)


def _linking_figures(linking: Linking) -> dict[str, float | int]:
    figures = {"precision": linking.precision, "recall": linking.recall, "f1": linking.f1}
    return figures | {"incidents": linking.incidents, "merged": linking.merged, "split": linking.split}


def row_figures(row: Row) -> dict[str, float | int | list[float]]:
    """The figures of one row, as JSON shows them."""
    tally = row.tally
    return {
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
        "f1_95": [row.interval.low, row.interval.high],
        "n": tally.n,
        "right": tally.right,
        "wrong": tally.wrong,
        "missed": tally.missed,
        "where_gold_is_empty": tally.extra,
    }


def _table(scores: Scores) -> Table:
    table = Table("", "P", "R", "F1", "95 %", "n", "right", "where gold is empty", box=None)
    for name, row in scores.rows.items():
        tally, interval = row.tally, row.interval
        figures = (f"{figure:.3f}" for figure in (tally.precision, tally.recall, tally.f1))
        spread = f"{interval.low:.2f}-{interval.high:.2f}"
        table.add_row(name, *figures, spread, str(tally.n), str(tally.right), str(tally.extra))
    return table


def _figures(scores: Scores) -> list[str]:
    mains, background, voices = scores.row("mains"), scores.background, scores.voices
    lines = [
        f"type right {_share(scores.types_right, mains.n):.3f} of {mains.n}",
        f"background found {background.recall:.3f} of {background.n}",
        f"voices R {_share(voices.found, voices.expected):.3f} ({voices.found} of {voices.expected})"
        f"  P {_share(voices.listed, voices.said):.3f} (gold lists not every voice)",
    ]
    lines += [_linking(scores.linking, "linking", "mains")] if scores.linking else []
    lines += [_linking(scores.linking_all, "with background", "mentions")] if scores.linking_all else []
    return lines


def _linking(linking: Linking, told: str, over: str) -> str:
    return (
        f"{told} B3 P {linking.precision:.3f} R {linking.recall:.3f} F1 {linking.f1:.3f} over {linking.mains} {over};"
        f" incidents {linking.incidents} of {linking.expected}, {linking.merged} merged wrongly, {linking.split} split"
    )


def _error_line(error: ScoreError) -> str:
    sentence = f"\n      {error.sentence}" if error.sentence else ""
    told = f"marked {shown(error.expected) or 'nothing'}, read {shown(error.got) or 'nothing'}"
    return f"{error.report} {error.field} {error.kind}: {told}{sentence}"


def _error_record(error: ScoreError) -> dict[str, object]:
    return {
        "report": error.report,
        "field": error.field,
        "kind": error.kind,
        "expected": error.expected,
        "got": error.got,
        "sentence": error.sentence,
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
