"""Reports and claims a page at a time, for programs that take from a ledger. Read with sqlite3 alone."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from reportedly.frozen import dataclass
from reportedly.store.browse import words_of
from reportedly.store.failures import told
from reportedly.store.opening import connect
from reportedly.store.snippets import of_reports


@dataclass(frozen=True, slots=True)
class Slice:
    """Which part of a list is wanted: `page` counts from 1."""

    page: int = 1
    size: int = 50


@dataclass(frozen=True, slots=True)
class WantedReports:
    """Which reports are asked for; `incident` is the id of one or of any account of it."""

    outlet: str | None = None
    language: str | None = None
    relevant: bool | None = None
    since: date | None = None
    until: date | None = None
    incident: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class WantedClaims:
    """Which claims are asked for; `speaker` is the id of a voice that says it, alone, in a chain or jointly."""

    field: str | None = None
    stance: str | None = None
    speaker: str | None = None
    outlet: str | None = None
    report: str | None = None
    incident: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimKey:
    """A claim by its report and id, and the incident its account belongs to."""

    report: str
    id: str
    mention: str
    incident: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A report in which all words stand: the best passage, with OPENS and CLOSES around each word, and its incidents."""

    report: str
    excerpt: str
    incidents: tuple[str, ...]


def reports_wanted(path: Path, wanted: WantedReports, part: Slice) -> tuple[tuple[str, ...], int]:
    """The ids of a page of reports, newest publication first, undated last; and how many fit in all."""
    where, arguments = _where(
        [
            ("outlet = ?", wanted.outlet),
            ("language = ?", wanted.language),
            ("relevant = ?", None if wanted.relevant is None else int(wanted.relevant)),
            (f"{_DAY} >= ?", wanted.since and wanted.since.isoformat()),
            (f"{_DAY} <= ?", wanted.until and wanted.until.isoformat()),
            (f"id IN (SELECT report FROM incident_members WHERE incident = {_HOME})", wanted.incident),
            (
                "number IN (SELECT rowid FROM report_words WHERE report_words MATCH ?)",
                words_of(wanted.text or "") or None,
            ),
        ]
    )
    with closing(connect(path, write=False)) as db, told(path):
        total = _count(db, f"reports WHERE {where}", arguments)
        found = db.execute(
            f"SELECT id FROM reports WHERE {where} ORDER BY {_DAY} DESC, id LIMIT ? OFFSET ?",
            [*arguments, *_span(part)],
        )
        return tuple(row[0] for row in found), total


def claims_wanted(path: Path, wanted: WantedClaims, part: Slice) -> tuple[tuple[ClaimKey, ...], int]:
    """A page of claims, by report and place in its text; and how many fit in all."""
    voice = None if wanted.speaker is None else f'"id":{json.dumps(wanted.speaker, ensure_ascii=False)}'
    where, arguments = _where(
        [
            ("claims.field = ?", wanted.field),
            ("claims.stance = ?", wanted.stance),
            ("instr(claims.voices, ?)", voice),
            ("claims.report IN (SELECT id FROM reports WHERE outlet = ?)", wanted.outlet),
            ("claims.report = ?", wanted.report),
            (f"claims.mention IN (SELECT mention FROM incident_members WHERE incident = {_HOME})", wanted.incident),
        ]
    )
    with closing(connect(path, write=False)) as db, told(path):
        total = _count(db, f"claims WHERE {where}", arguments)
        found = db.execute(
            "SELECT claims.report, claims.id, claims.mention, incident FROM claims "
            f"LEFT JOIN incident_members ON incident_members.mention = claims.mention WHERE {where} "
            "ORDER BY claims.report, start, field, claims.id, claims.mention LIMIT ? OFFSET ?",
            [*arguments, *_span(part)],
        )
        return tuple(ClaimKey(*row) for row in found), total


def search(path: Path, text: str, part: Slice) -> tuple[tuple[Hit, ...], int]:
    """A page of the reports in which all words of `text` stand, the best first; and how many there are in all."""
    words = words_of(text)
    if not words:
        return (), 0
    with closing(connect(path, write=False)) as db, told(path):
        total = _count(db, "report_words WHERE report_words MATCH ?", [words])
        found = db.execute(
            "SELECT reports.id, number FROM report_words JOIN reports ON number = report_words.rowid WHERE report_words MATCH ? ORDER BY rank, reports.id LIMIT ? OFFSET ?",
            [words, *_span(part)],
        ).fetchall()
        passages = of_reports(db, [number for _, number in found], words)
        return tuple(Hit(id_, passages[number], _incidents(db, id_)) for id_, number in found), total


_DAY = "json_extract(published, '$.day.v')"
_HOME = "(SELECT incident FROM incident_members WHERE mention = ?)"


def _where(said: Sequence[tuple[str, object]]) -> tuple[str, list[object]]:
    used = [(sql, argument) for sql, argument in said if argument is not None]
    return " AND ".join(["1", *(sql for sql, _ in used)]), [argument for _, argument in used]


def _span(part: Slice) -> tuple[int, int]:
    return part.size, part.size * (part.page - 1)


def _count(db: sqlite3.Connection, what: str, arguments: Sequence[object]) -> int:
    number: int = db.execute(f"SELECT count(*) FROM {what}", arguments).fetchone()[0]
    return number


def _incidents(db: sqlite3.Connection, report: str) -> tuple[str, ...]:
    found = db.execute("SELECT DISTINCT incident FROM incident_members WHERE report = ? ORDER BY 1", [report])
    return tuple(row[0] for row in found)
