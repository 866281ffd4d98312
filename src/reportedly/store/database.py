"""The database under a ledger: one engine, transactions that take the writer's lock at once, errors in our words."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from reportedly.store.failures import told, translated
from reportedly.store.opening import APPLICATION, SCHEMA_VERSION, connect
from reportedly.store.tables import SCHEMA, WORDS


class Database:
    """A SQLite file with our tables. Opened for writing, it is made where it is missing."""

    def __init__(self, path: Path, *, write: bool) -> None:
        self.path = path
        self._write = write
        self._last: sqlite3.Connection | None = None
        self._engine = _engine(self._connect, begin="BEGIN IMMEDIATE" if write else "BEGIN")
        with self.transaction() as connection:
            if write:
                _furnish(connection)

    def _connect(self) -> sqlite3.Connection:
        """A new connection, the one before it closed: SQLAlchemy drops one that Ctrl-C hit in mid-statement, and asks
        for another, while the first still holds the writer's lock."""
        if self._last is not None:
            self._last.close()
        self._last = connect(self.path, write=self._write)
        return self._last

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A connection whose work is kept whole or not at all."""
        with told(self.path):
            try:
                with self._engine.begin() as connection:
                    yield connection
            except DBAPIError as error:
                raise translated(error.orig or error, self.path) from error

    def close(self) -> None:
        """Nothing; the file is closed and its log folded in."""
        self._engine.dispose()


def _engine(connect: Callable[[], sqlite3.Connection], *, begin: str) -> Engine:
    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _furnish(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION:
        return
    SCHEMA.create_all(connection, checkfirst=False)
    for statement in WORDS:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
