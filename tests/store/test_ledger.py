"""A ledger keeps what it is given, whole or not at all, and says so in words where it cannot."""

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nouns import NOUNS

from reportedly import model
from reportedly.model.errors import LedgerError, LedgerVersionError, LedgerWriteError
from reportedly.store import listing as listings
from reportedly.store import opening
from reportedly.store.carried import decisions_of
from reportedly.store.database import Database
from reportedly.store.ledger import Ledger

assert NOUNS  # the strategies are registered

CLAIM = model.Claim(
    "c1", "m1", "date", model.DateRange(date(2024, 9, 18), date(2024, 9, 18)), "Sept 18", model.Span(0, 7)
)
MENTION = model.Mention("m1", "r1", "missile_launch", model.Role.MAIN, "PRK", (CLAIM,), {"date": CLAIM.value})
EXTRACTION = model.Extraction("r1", True, (MENTION,))
REPORT = model.Report("r1", "a.txt", "Sept 18 it flew", (), b"Sept 18 it flew", outlet="The Harbour Post")
SETTLED = model.Settled(CLAIM.value, model.Status.SINGLE_ORIGIN, ())
INCIDENT = model.Incident(
    "m1", "2024-09-18 PRK missile", "missile_launch", "PRK", {"date": SETTLED}, (model.MentionRef("r1", "m1"),)
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "some.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger.open(path, create=True) as opened:
        yield opened


LAWS = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much, HealthCheck.too_slow],
)


@given(st.from_type(model.Report), st.from_type(model.Mention), st.lists(st.from_type(model.Claim), max_size=3))
@LAWS
def test_a_report_and_its_claims_come_back_as_they_were(
    ledger: Ledger, report: model.Report, mention: model.Mention, claims: list[model.Claim]
) -> None:
    said = tuple(replace(claim, mention="m1", ruled=None) for claim in claims)  # rulings stand in decisions alone
    extraction = model.Extraction("r1", True, (replace(mention, id="m1", report="r1", claims=said),))
    report = replace(report, id="r1")
    ledger.keep(report, extraction, source="s", reading="v1")
    assert ledger.report("r1") == report
    assert list(ledger.extractions()) == [extraction]


@given(st.from_type(model.Incident))
@LAWS
def test_incidents_come_back_as_they_were(ledger: Ledger, incident: model.Incident) -> None:
    incident = replace(incident, mentions=(model.MentionRef("r1", "m1"), model.MentionRef("r1", "m2")))
    ledger.replace_incidents([incident])
    assert list(ledger.incidents()) == [incident]
    assert ledger.incident("m2") == incident
    assert ledger.incidents_starting("m") == (incident,)


def test_decisions_and_problems_come_back(ledger: Ledger) -> None:
    anchor = model.Anchor("r1", 0, 7, "date", "Sept 18")
    when = datetime(2026, 1, 2, tzinfo=UTC)
    decision = model.Decision("d1", model.Ruling.REJECT, "ana", when, "misread", (anchor,))
    ledger.decide(decision)
    ledger.decide(decision)
    assert ledger.decisions() == (decision,)
    problem = model.Problem("a.txt", model.ProblemKind.EMPTY, "is empty", "give it a text")
    ledger.note(problem, source="a.txt")
    ledger.note(problem, source="a.txt")
    assert ledger.problems() == (problem,)
    ledger.begin_source("a.txt")
    assert ledger.problems() == ()


def test_keeping_twice_is_keeping_once(ledger: Ledger) -> None:
    for _ in range(2):
        ledger.keep(REPORT, EXTRACTION, source="a.txt", reading="v1")
    assert ledger.sizes()["claims"] == 1
    assert ledger.knows(REPORT, reading="v1")
    assert not ledger.knows(REPORT, reading="v2")
    assert not ledger.knows(replace(REPORT, path="Z.txt"), reading="v1")  # sorts first: it names the report


def test_a_source_is_read_when_it_was_read_to_its_end(ledger: Ledger) -> None:
    ledger.begin_source("a.txt")
    assert not ledger.has_read("a.txt", "s1", reading="v1")
    ledger.end_source("a.txt", "s1", reading="v1")
    assert ledger.has_read("a.txt", "s1", reading="v1")
    assert not ledger.has_read("a.txt", "s2", reading="v1")
    assert not ledger.has_read("a.txt", "s1", reading="v2")


def test_incidents_lag_until_they_are_replaced(ledger: Ledger, path: Path) -> None:
    ledger.keep(REPORT, EXTRACTION, source="a.txt", reading="v1")
    assert ledger.stale
    assert listings.listing(path, listings.Wanted()).stale
    ledger.replace_incidents([INCIDENT])
    assert not ledger.stale


def test_the_table_of_incidents_is_newest_first_and_filters(ledger: Ledger, path: Path) -> None:
    days = (date(2024, 9, 12), date(2024, 9, 18), None)
    ledger.replace_incidents(
        replace(
            INCIDENT,
            id=f"i{n}",
            mentions=(model.MentionRef("r", f"i{n}"),),
            values={"date": replace(SETTLED, value=model.DateRange(day, day))} if day else {},
        )
        for n, day in enumerate(days)
    )
    shown = listings.listing(path, listings.Wanted())
    assert [line.id for line in shown.lines] == ["i1", "i0", "i2"]
    assert [line.id for line in listings.listing(path, listings.Wanted(since=date(2024, 9, 13))).lines] == ["i1"]
    assert [line.id for line in listings.listing(path, listings.Wanted(until=date(2024, 9, 13))).lines] == ["i0"]
    assert listings.listing(path, listings.Wanted(state="JPN")).total == 0
    one = listings.listing(path, listings.Wanted(limit=1))
    assert (len(one.lines), one.total) == (1, 3)
    assert [i.id for i in ledger.incidents_between(date(2024, 9, 12), date(2024, 9, 12))] == ["i0"]


def test_a_broken_transaction_leaves_nothing(ledger: Ledger) -> None:
    with pytest.raises(RuntimeError), ledger._db.transaction() as db:
        db.exec_driver_sql("INSERT INTO meta VALUES ('a', 'b')")
        raise RuntimeError
    assert ledger.sizes()["meta"] == 0


def test_a_newer_ledger_is_refused_with_the_remedy(path: Path) -> None:
    Ledger.open(path, create=True).close()
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {opening.SCHEMA_VERSION + 1}")
    for create in (True, False):
        with pytest.raises(LedgerVersionError, match=r"some\.db: written by a newer .* update the program"):
            Ledger.open(path, create=create)


def test_an_older_ledger_is_refused_with_the_remedy(path: Path) -> None:
    Ledger.open(path, create=True).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 0")
    with pytest.raises(LedgerVersionError, match=r"older .* build a new ledger"):
        Ledger.open(path, create=True)


def test_a_foreign_database_is_refused_and_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE mine (a)")
    before = path.read_bytes()
    with pytest.raises(LedgerVersionError, match="no ledger of Reportedly; name another file"):
        Ledger.open(path, create=True)
    assert path.read_bytes() == before


def test_a_file_of_another_kind_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("my thesis " * 200)
    for create in (True, False):
        with pytest.raises(LedgerVersionError, match=r"some\.db: is no ledger"):
            Ledger.open(path, create=create)
    assert path.read_text() == "my thesis " * 200


def test_a_missing_ledger_says_how_to_build_one(path: Path) -> None:
    with pytest.raises(LedgerError, match="reportedly build REPORTS --ledger"):
        Ledger.open(path)
    assert not path.exists()
    with pytest.raises(LedgerError, match="no ledger here"):
        listings.listing(path, listings.Wanted())


def test_a_missing_folder_is_named(path: Path) -> None:
    with pytest.raises(LedgerWriteError, match="there is no folder"):
        Ledger.open(path / "deeper" / "a.db", create=True)


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="it is a folder"):
        Ledger.open(tmp_path, create=True)


def test_another_writer_is_waited_for_and_then_named(
    ledger: Ledger, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerWriteError, match="another program is writing"), Ledger.open(path, create=True):
            pass
        other.execute("ROLLBACK")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "disk is full; what stood in it still stands"),
        (sqlite3.SQLITE_READONLY, "no permission to write"),
        (sqlite3.SQLITE_CORRUPT, "is damaged"),
        (sqlite3.SQLITE_IOERR, "reportedly doctor"),
    ],
)
def test_what_sqlite_says_is_said_in_words(ledger: Ledger, code: int, words: str) -> None:
    def fails() -> None:
        error = sqlite3.OperationalError("as SQLite puts it")
        error.sqlite_errorcode = code
        raise error

    with pytest.raises(LedgerError, match=words), ledger._db.transaction():
        fails()


def test_a_full_disk_leaves_what_stood_there(path: Path) -> None:
    Ledger.open(path, create=True).close()
    database = Database(path, write=True)
    ledger = Ledger(database)
    ledger.keep(REPORT, EXTRACTION, source="a.txt", reading="v1")
    with database.transaction() as db:
        pages = db.exec_driver_sql("PRAGMA page_count").scalar_one()
    database._engine.raw_connection().cursor().execute(f"PRAGMA max_page_count = {pages}")  # SQLite's own full disk
    big = replace(REPORT, id="r2", path="b.txt", text="x" * 500_000)
    with pytest.raises(LedgerWriteError, match="disk is full"):
        ledger.keep(big, None, source="b.txt", reading="v1")
    assert ledger.report_ids() == ("r1",)
    ledger.close()
    with Ledger.open(path) as again:
        assert list(again.extractions()) == [EXTRACTION]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_named_by_the_writer(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(LedgerWriteError, match="check the permissions"):
        Ledger.open(tmp_path / "a.db", create=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_ledger_in_a_folder_without_permission_can_be_read(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.replace_incidents([INCIDENT])
    path.parent.chmod(0o500)
    assert listings.listing(path, listings.Wanted()).total == 1
    with Ledger.open(path) as ledger:
        assert ledger.incident("m1") == INCIDENT
    assert decisions_of(path) == ()


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to mount a small disk")
def test_a_disk_that_really_runs_full(tmp_path: Path) -> None:
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(tmp_path)], check=False)
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a disk")
    try:
        path = tmp_path / "a.db"
        with Ledger.open(path, create=True) as ledger, pytest.raises(LedgerWriteError, match="disk is full"):
            for n in range(100):
                ledger.keep(
                    replace(REPORT, id=f"{n:03}", path=f"{n}", text=os.urandom(20_000).hex()),
                    None,
                    source="s",
                    reading="v",
                )
        with Ledger.open(path) as ledger:
            kept = ledger.report_ids()
        assert kept == tuple(f"{n:03}" for n in range(len(kept)))
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)
