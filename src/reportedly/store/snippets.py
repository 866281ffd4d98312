"""Where the words of a search stand: a few words of the body of a report around them, never its front matter."""

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from reportedly.model import Block, BlockKind
from reportedly.store.codec import loads

OPENS, CLOSES = "\x02", "\x03"  # stand around what was found in an excerpt; no text of a report holds them
BEFORE, AFTER = 70, 110  # letters of an excerpt on either side of the first word
_MARK = re.compile(f"[{OPENS}{CLOSES}]")
_READ = frozenset({BlockKind.TITLE, BlockKind.BODY})
_Place = tuple[int, int]


def of_incidents(db: sqlite3.Connection, incidents: Sequence[str], words: str) -> dict[str, str]:
    """By incident the place where these words stand in the report that fits them best."""
    marks = ", ".join("?" * len(incidents))
    found = db.execute(
        "SELECT incident, number FROM report_words JOIN reports ON number = report_words.rowid "
        "JOIN incident_members ON incident_members.report = reports.id "
        f"WHERE report_words MATCH ? AND incident IN ({marks}) ORDER BY rank, reports.id",
        [words, *incidents],
    )
    best: dict[str, int] = {}
    for incident, number in found:
        best.setdefault(incident, number)
    told = of_reports(db, sorted(set(best.values())), words)
    return {incident: told[number] for incident, number in best.items()}


def of_reports(db: sqlite3.Connection, numbers: Sequence[int], words: str) -> Mapping[int, str]:
    """By the number of a report the place where these words stand in it, with OPENS and CLOSES around each."""
    rows = db.execute(
        f"SELECT report_words.rowid, highlight(report_words, 1, '{OPENS}', '{CLOSES}'), blocks, "
        f"highlight(report_words, 0, '{OPENS}', '{CLOSES}') FROM report_words JOIN reports ON number = report_words.rowid "
        f"WHERE report_words MATCH ? AND report_words.rowid IN ({', '.join('?' * len(numbers))})",
        [words, *numbers],
    )
    return {number: snippet(text, loads(blocks)) or title or "" for number, text, blocks, title in rows}


def snippet(marked: str, blocks: Iterable[Block]) -> str:
    """The words around the first marked one that stands in a title or a body; empty where none does."""
    text, places = _unmarked(marked)
    read = [(one.span.start, one.span.end) for one in blocks if one.kind in _READ]
    for start, end in places:
        for first, last in read:
            if first <= start < last:
                left = max(first, start - BEFORE)
                right = min(last, end + AFTER)
                left = left if left == first else text.find(" ", left, start) + 1 or start
                right = right if right == last else max(text.rfind(" ", end, right), end)
                return _marked(text, places, left, right, more=(left > first, right < last))
    return ""


def _unmarked(marked: str) -> tuple[str, list[_Place]]:
    """The text without its marks, and where the marked words stand in it."""
    found = [match.start() - nth for nth, match in enumerate(_MARK.finditer(marked))]
    return _MARK.sub("", marked), list(zip(found[::2], found[1::2], strict=False))


def _marked(text: str, places: Iterable[_Place], left: int, right: int, *, more: tuple[bool, bool]) -> str:
    """A part of the text on one line with its marks, and dots where it goes on."""
    told, at = "…" if more[0] else "", left
    for start, end in places:
        if left <= start and end <= right:
            told += f"{text[at:start]}{OPENS}{text[start:end]}{CLOSES}"
            at = end
    return " ".join((told + text[at:right]).split()) + ("…" if more[1] else "")
