"""The errors as one web page: each wrong claim marked in its report, and what gold has beside it."""

from collections.abc import Sequence
from html import escape
from itertools import groupby, pairwise

from reportedly.score.error import ScoreError
from reportedly.score.scoring import Scores
from reportedly.score.shown import shown

_STYLE = (
    "body{font:16px/1.5 serif;max-width:46em;margin:2em auto;padding:0 1em;color:#222}"
    "mark{background:#ffd7d0}sup{font:bold .7em sans-serif;color:#a00}pre{white-space:pre-wrap;font:inherit}"
    "table{border-collapse:collapse;font:14px sans-serif}td,th{padding:.1em .8em .1em 0;text-align:left}"
)


def errors_page(scores: Scores) -> str:
    """The page, whole: a section a report with its errors by number and its text with the numbers in place."""
    sections = [
        _section(report, list(errors), scores.texts.get(report))
        for report, errors in groupby(scores.errors, key=lambda error: error.report)
    ]
    count = f"{len(scores.errors)} errors in {len(sections)} of {scores.reports} reports"
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{count}</title><style>{_STYLE}</style>'
    return f"{head}<h1>{count}</h1>{''.join(sections)}</html>\n"


def _section(report: str, errors: Sequence[ScoreError], text: str | None) -> str:
    rows = "".join(_row(number, error) for number, error in enumerate(errors, 1))
    table = f"<table><tr><th><th>field<th>error<th>marked<th>read</tr>{rows}</table>"
    return f"<h2>{escape(report)}</h2>{table}<pre>{_marked(text, errors) if text else ''}</pre>"


def _row(number: int, error: ScoreError) -> str:
    told = (error.field, error.kind, shown(error.expected), shown(error.got))
    return f"<tr><td>{number}" + "".join(f"<td>{escape(value)}" for value in told) + "</tr>"


def _marked(text: str, errors: Sequence[ScoreError]) -> str:
    """The text in pieces: those inside a wrong claim marked, its number behind it."""
    spans = [(number, *error.span) for number, error in enumerate(errors, 1) if error.span]
    cuts = sorted({0, len(text), *(cut for _, *span in spans for cut in span if cut <= len(text))})
    pieces = []
    for begin, end in pairwise(cuts):
        piece = escape(text[begin:end])
        inside = any(start <= begin and end <= stop for _, start, stop in spans)
        ended = ",".join(str(number) for number, _, stop in spans if stop == end)
        pieces.append((f"<mark>{piece}</mark>" if inside else piece) + (f"<sup>{ended}</sup>" if ended else ""))
    return "".join(pieces)
