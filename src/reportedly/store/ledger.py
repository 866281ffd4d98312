"""The ledger: reports with their bytes, claims, incidents, problems, decisions and runs in one SQLite file."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from sqlalchemy import Connection, delete, func, insert, select, update

from reportedly.model import (
    Decision,
    Extraction,
    History,
    HistoryList,
    HistoryRow,
    Incident,
    MentionRef,
    Problem,
    ProblemKind,
    Report,
)
from reportedly.reconcile.shelf import State
from reportedly.store import decisions, facets, history, joining, rows
from reportedly.store import tables as t
from reportedly.store.database import Database
from reportedly.store.lookup import Lookup
from reportedly.store.opening import connect
from reportedly.store.statements import chunks, grouped, mark, one, replace, rows_of

STALE = "stale"  # reports or rulings were added since the incidents were last reconciled
JOINED = "joined by"  # the program and codebook that joined last


class Ledger:
    """A ledger file. `with Ledger.open(path) as ledger:` closes it at the end."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self.path = database.path

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Self:
        """The ledger at `path`: to read, or with `create` to write, made where it is missing. LedgerError if not."""
        return cls(Database(path, write=create))

    def close(self) -> None:
        """Nothing; the file is closed."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # ------------------------------------------------------------------ what was read

    def has_read(self, path: str, sha256: str, *, reading: str) -> bool:
        """Whether a file of this path and content was read to its end, in this reading (program, codebook, hints)."""
        with self._db.transaction() as db:
            return one(db, t.sources, path=path, sha256=sha256, reading=reading) is not None

    def begin_source(self, path: str) -> None:
        """Nothing; what the last reading of this file told of its problems and copies is dropped."""
        with self._db.transaction() as db:
            db.execute(delete(t.problems).where(t.problems.c.source == path))
            db.execute(delete(t.copies).where(t.copies.c.source == path))
            db.execute(delete(t.sources).where(t.sources.c.path == path))

    def end_source(self, path: str, sha256: str, *, reading: str) -> None:
        """Nothing; the file counts as read."""
        with self._db.transaction() as db:
            replace(db, t.sources, {"path": path}, {"sha256": sha256, "reading": reading})

    def knows(self, report: Report, *, reading: str) -> bool:
        """Whether the report stands here as read this way, at this path or at one that sorts before it."""
        with self._db.transaction() as db:
            row = one(db, t.reports, id=report.id, reading=reading)
            return row is not None and row["path"] <= report.path

    def outdated(self, reader: str) -> tuple[str, ...]:
        """The ids of the reports that were read by another program or codebook than this one."""
        c = t.reports.c
        with self._db.transaction() as db:
            current = c.reading.startswith(reader + "/", autoescape=True)
            return tuple(db.execute(select(c.id).where(~current).order_by(c.id)).scalars())

    def keep(self, report: Report, extraction: Extraction | None, *, source: str | None, reading: str) -> None:
        """Nothing; the report and what was read out of it are kept in one transaction, in place of an older reading.

        `source` is the file it was met in just now, None where it was read again from the ledger.
        """
        relevant = None if extraction is None else extraction.relevant
        with self._db.transaction() as db:
            _forget(db, report.id)
            replace(db, t.reports, {"id": report.id}, rows.report_row(report, relevant=relevant, reading=reading))
            if extraction is not None and extraction.mentions:
                db.execute(insert(t.mentions), rows.mention_rows(extraction))
                if claims := rows.claim_rows(extraction):
                    db.execute(insert(t.claims), claims)
            if source is not None:
                replace(db, t.copies, {"path": report.path}, {"source": source, "report": report.id})
            joining.wait(_plain(db), report.id)
            mark(db, STALE, "yes")

    def keep_copy(self, path: str, report: str, *, source: str) -> None:
        """Nothing; a report that is known was met at one more path."""
        with self._db.transaction() as db:
            replace(db, t.copies, {"path": path}, {"source": source, "report": report})

    def note(self, problem: Problem, *, source: str) -> None:
        """Nothing; the problem is kept, in place of an older one of the same path and kind."""
        row = rows.problem_row(problem, source=source)
        with self._db.transaction() as db:
            replace(db, t.problems, {"path": row["path"], "kind": row["kind"]}, row)

    def settle(self, path: str, kind: ProblemKind) -> None:
        """Nothing; the problem of this path and kind is over, if there was one."""
        c = t.problems.c
        with self._db.transaction() as db:
            db.execute(delete(t.problems).where(c.path == path, c.kind == kind.value))

    def problems(self) -> tuple[Problem, ...]:
        """All problems, by path."""
        with self._db.transaction() as db:
            found = rows_of(db, select(t.problems).order_by(t.problems.c.path, t.problems.c.kind))
            return tuple(rows.problem_of(row) for row in found)

    # ------------------------------------------------------------------ reports and claims

    def report_ids(self) -> tuple[str, ...]:
        """The ids of all reports, in order."""
        with self._db.transaction() as db:
            return tuple(db.execute(select(t.reports.c.id).order_by(t.reports.c.id)).scalars())

    def reports(self, ids: Sequence[str] | None = None, *, with_raw: bool = False) -> Iterator[Report]:
        """The reports of these ids, or all, by id; without their bytes unless asked for."""
        columns = [c for c in t.reports.c if with_raw or c is not t.reports.c.raw]
        for chunk in chunks(sorted(set(self.report_ids() if ids is None else ids))):
            query = select(*columns).where(t.reports.c.id.in_(chunk)).order_by(t.reports.c.id)
            with self._db.transaction() as db:
                found = rows_of(db, query)
            yield from map(rows.report_of, found)

    def report(self, id_: str) -> Report | None:
        """The report of this id, with its bytes, or None."""
        with self._db.transaction() as db:
            row = one(db, t.reports, id=id_)
            return None if row is None else rows.report_of(row)

    def extractions(self, ids: Sequence[str] | None = None) -> Iterator[Extraction]:
        """What was read out of the reports of these ids, or of all, by report id."""
        r, m, c = t.reports.c, t.mentions.c, t.claims.c
        for chunk in chunks(sorted(set(self.report_ids() if ids is None else ids))):
            with self._db.transaction() as db:
                heads = db.execute(
                    select(r.id, r.relevant).where(r.id.in_(chunk), r.relevant.is_not(None)).order_by(r.id)
                ).all()
                mentions = select(t.mentions).where(m.report.in_(chunk)).order_by(m.report, m.nth)
                claims = select(t.claims).where(c.report.in_(chunk)).order_by(c.mention, c.nth)
                mentions_of = grouped(rows_of(db, mentions), "report")
                claims_of = grouped(rows_of(db, claims), "mention")
            for id_, relevant in heads:
                told = tuple(rows.mention_of(row, claims_of.get(row["id"], ())) for row in mentions_of.get(id_, ()))
                yield Extraction(id_, bool(relevant), told)

    @contextmanager
    def lookup(self) -> Iterator[Lookup]:
        """Where reports and claims are found by what a user writes of them."""
        with self._db.transaction() as db:
            yield Lookup(db)

    # ------------------------------------------------------------------ incidents

    def replace_incidents(
        self, incidents: Iterable[Incident], state: State | None = None, joined_by: str | None = None
    ) -> None:
        """Nothing; these are the incidents now, and every mention resolves to its own. All in one transaction.

        `state` is what joining remembers, `joined_by` the program and codebook that joined; without a state all are
        joined anew next time.
        """
        with self._db.transaction() as db:
            facets.drop(db)
            db.execute(delete(t.members))
            db.execute(delete(t.incidents))
            _add_incidents(db, list(incidents))
            joining.forget(_plain(db))
            if state is not None:
                joining.remember(_plain(db), state)
            mark(db, JOINED, joined_by if joined_by and state is not None else "")
            mark(db, STALE, "no")

    def change_incidents(self, gone: Iterable[str], new: Sequence[Incident], state: State) -> None:
        """Nothing; the incidents of these ids are gone and others are there, as joining now remembers it."""
        with self._db.transaction() as db:
            for chunk in chunks(sorted({*gone, *(incident.id for incident in new)})):
                facets.drop(db, chunk)
                db.execute(delete(t.members).where(t.members.c.incident.in_(chunk)))
                db.execute(delete(t.incidents).where(t.incidents.c.id.in_(chunk)))
            _add_incidents(db, new)
            joining.remember(_plain(db), state)
            mark(db, STALE, "no")

    @contextmanager
    def remembered(self) -> Iterator[joining.Remembered]:
        """What joining remembers, to be read."""
        with closing(connect(self.path, write=False)) as db:
            yield joining.Remembered(db)

    @property
    def joined_by(self) -> str | None:
        """The program and codebook that joined last, where what they remember is here; else None."""
        with self._db.transaction() as db:
            row = one(db, t.meta, key=JOINED)
            return row["value"] or None if row is not None else None

    def waiting(self) -> list[str]:
        """The ids of the reports that were read since the last joining."""
        with self._db.transaction() as db:
            return joining.waiting(_plain(db))

    def text_of(self, report: str) -> str:
        """The text of a report; nothing where there is no such report."""
        with self._db.transaction() as db:
            return db.execute(select(t.reports.c.text).where(t.reports.c.id == report)).scalar() or ""

    def incident_count(self) -> int:
        """How many incidents there are."""
        with self._db.transaction() as db:
            return db.execute(select(func.count()).select_from(t.incidents)).scalar_one()

    def incidents(self, ids: Sequence[str] | None = None) -> Iterator[Incident]:
        """The incidents of these ids in their order, or all, oldest first, undated ones at the end."""
        if ids is None:
            c = t.incidents.c
            order = select(c.id).order_by(c.earliest.is_(None), c.earliest, c.latest, c.id)
            with self._db.transaction() as db:
                ids = db.execute(order).scalars().all()
        for chunk in chunks(ids):
            found = {incident.id: incident for incident in self._incidents(chunk)}
            yield from (found[id_] for id_ in chunk if id_ in found)

    def incident(self, id_: str) -> Incident | None:
        """The incident of this id, or the one that a mention of this id belongs to, or None."""
        with self._db.transaction() as db:
            row = one(db, t.members, mention=id_)
        found = self._incidents([row["incident"]]) if row else ()
        return found[0] if found else None

    def incidents_starting(self, prefix: str) -> tuple[Incident, ...]:
        """The incidents that have a mention whose id begins so."""
        c = t.members.c
        with self._db.transaction() as db:
            ids = db.execute(
                select(c.incident).where(c.mention.startswith(prefix, autoescape=True)).distinct()
            ).scalars()
            wanted = sorted(ids)
        return self._incidents(wanted)

    def incidents_between(self, earliest: date, latest: date) -> tuple[Incident, ...]:
        """The incidents whose date may lie in this span of days, by date."""
        c = t.incidents.c
        fits = (c.latest >= earliest.isoformat()) & (c.earliest <= latest.isoformat())
        with self._db.transaction() as db:
            ids = db.execute(select(c.id).where(fits).order_by(c.earliest, c.latest, c.id)).scalars().all()
        found = {incident.id: incident for incident in self._incidents(ids)}
        return tuple(found[id_] for id_ in ids)

    def homes(self, mentions: Iterable[str]) -> dict[str, str]:
        """The incident of each of these mentions that belongs to one."""
        m, found = t.members.c, dict[str, str]()
        for chunk in chunks(sorted(set(mentions))):
            with self._db.transaction() as db:
                found |= {
                    row.mention: row.incident for row in db.execute(select(t.members).where(m.mention.in_(chunk)))
                }
        return found

    def _incidents(self, ids: Sequence[str]) -> tuple[Incident, ...]:
        i, m = t.incidents.c, t.members.c
        with self._db.transaction() as db:
            heads = rows_of(db, select(t.incidents).where(i.id.in_(ids)).order_by(i.id))
            joined = rows_of(db, select(t.members).where(m.incident.in_(ids)).order_by(m.mention))
            members = grouped(joined, "incident")
        return tuple(
            rows.incident_of(head, (MentionRef(row["report"], row["mention"]) for row in members[head["id"]]))
            for head in heads
        )

    # ------------------------------------------------------------------ lists that others keep

    def keep_history(self, list_: HistoryList, rows_: Sequence[HistoryRow], problems: Sequence[Problem] = ()) -> None:
        """Nothing; the list stands in place of an older import of it, with its problems, all in one transaction."""
        with self._db.transaction() as db:
            history.keep(db, list_, rows_)
            db.execute(delete(t.problems).where(t.problems.c.source == list_.source))
            for problem in problems:
                row = rows.problem_row(problem, source=list_.source)
                replace(db, t.problems, {"path": row["path"], "kind": row["kind"]}, row)

    def history(self, states: Collection[str] | None = None, days: tuple[date, date] | None = None) -> History:
        """The lists of others and their events, of these states or of all, by day; of those that may lie in these days, where
        days are given."""
        with self._db.transaction() as db:
            return history.read(db, states, days)

    def history_size(self, states: Collection[str]) -> int:
        """How many rows the lists of others have of these states."""
        with self._db.transaction() as db:
            return history.size(db, states)

    def classing_lists(self, states: Collection[str], unclassed: Collection[str]) -> frozenset[str]:
        """The ids of the lists that tell classes of what they have of these states, others than these codes."""
        with self._db.transaction() as db:
            return history.classing(db, states, unclassed)

    # ------------------------------------------------------------------ decisions, runs, state

    def decide(self, *made: Decision) -> None:
        """Nothing; the rulings are added, all or none. Rulings are never changed; the same one twice is one."""
        with self._db.transaction() as db:
            if decisions.add(_plain(db), made):
                mark(db, STALE, "yes")

    def decisions(self) -> tuple[Decision, ...]:
        """All rulings, oldest first."""
        with self._db.transaction() as db:
            return decisions.held(_plain(db))

    def begin_run(self, started: datetime, *, program: str, codebook: str) -> None:
        """Nothing; a run is written down."""
        with self._db.transaction() as db:
            replace(db, t.runs, {"started": started.isoformat()}, {"program": program, "codebook": codebook})

    def end_run(self, started: datetime, finished: datetime, *, reports_read: int) -> None:
        """Nothing; the run is marked as finished."""
        row = {"finished": finished.isoformat(), "reports_read": reports_read}
        with self._db.transaction() as db:
            db.execute(update(t.runs).where(t.runs.c.started == started.isoformat()).values(row))

    def last_reading(self) -> str | None:
        """What the last build read with: program, codebook and what else a reading depends on; None before the first."""
        with self._db.transaction() as db:
            return db.execute(select(t.runs.c.codebook).order_by(t.runs.c.started.desc()).limit(1)).scalar()

    @property
    def stale(self) -> bool:
        """Whether reports or rulings were added since the incidents were last reconciled."""
        with self._db.transaction() as db:
            row = one(db, t.meta, key=STALE)
            return row is not None and row["value"] == "yes"

    def sizes(self) -> dict[str, int]:
        """How many rows each table holds."""
        with self._db.transaction() as db:
            return {
                table.name: db.execute(select(func.count()).select_from(table)).scalar_one()
                for table in t.SCHEMA.sorted_tables
            }


def _plain(db: Connection) -> sqlite3.Connection:
    """The connection under SQLAlchemy's, in the same transaction."""
    return cast(sqlite3.Connection, db.connection.driver_connection)


def _add_incidents(db: Connection, incidents: Sequence[Incident]) -> None:
    for chunk in chunks(incidents):
        db.execute(insert(t.incidents), [rows.incident_row(incident) for incident in chunk])
        members = [{"mention": m.mention, "report": m.report, "incident": i.id} for i in chunk for m in i.mentions]
        db.execute(insert(t.members), members)
        facets.add(db, chunk)


def _forget(db: Connection, report: str) -> None:
    db.execute(delete(t.claims).where(t.claims.c.report == report))
    db.execute(delete(t.mentions).where(t.mentions.c.report == report))
