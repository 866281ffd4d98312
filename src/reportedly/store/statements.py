"""The few statements that all of the store is made of: rows found, replaced, marked, grouped, in chunks."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Select, Table, delete, insert, select

from reportedly.store import tables as t
from reportedly.store.rows import Row

CHUNK = 500  # ids in a statement
T = TypeVar("T")


def one(db: Connection, table: Table, **where: object) -> Row | None:
    """The row of a table whose columns have these values, or None."""
    query = select(table).where(*(table.c[name] == value for name, value in where.items()))
    return next(iter(rows_of(db, query)), None)


def rows_of(db: Connection, query: Select[Any]) -> list[Row]:
    """The rows of a query."""
    return [cast(Row, row) for row in db.execute(query).mappings()]


def replace(db: Connection, table: Table, key: Row, row: Row) -> None:
    """Nothing; the row stands in place of what had this key."""
    db.execute(delete(table).where(*(table.c[name] == value for name, value in key.items())))
    db.execute(insert(table), {**key, **row})


def mark(db: Connection, key: str, value: str) -> None:
    """Nothing; the ledger bears this mark."""
    replace(db, t.meta, {"key": key}, {"value": value})


def grouped(found: Iterable[Row], key: str) -> dict[str, list[Row]]:
    """The rows by one of their columns, in their order."""
    groups: dict[str, list[Row]] = {}
    for row in found:
        groups.setdefault(row[key], []).append(row)
    return groups


def chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """The items, so many at a time that a statement can name them."""
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))
