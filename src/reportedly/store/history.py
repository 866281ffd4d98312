"""The lists of others in a ledger, in tables of their own: nothing here is ever read as a report's claim."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from sqlalchemy import Connection, delete, func, insert, select

from reportedly.model import History, HistoryList, HistoryRow, Term, events_of
from reportedly.store import tables as t
from reportedly.store.codec import dumps, loads

_A_CLASS = '"field":"weapon_class","value":{"$":"Term"'  # in the line of a row


def keep(db: Connection, list_: HistoryList, rows: Sequence[HistoryRow]) -> None:
    """Nothing; the list and its rows stand in place of an older import of it, whose problems go with it."""
    for older in db.execute(select(t.history_lists.c.list).where(t.history_lists.c.id == list_.id)).scalars():
        db.execute(delete(t.problems).where(t.problems.c.source == loads(older).source))
    forget(db, list_.id)
    db.execute(insert(t.history_lists), {"id": list_.id, "list": dumps(list_)})
    if rows:
        db.execute(insert(t.history_rows), [_row(list_.id, row) for row in rows])


def forget(db: Connection, list_: str) -> None:
    """Nothing; the list and its rows are gone."""
    db.execute(delete(t.history_rows).where(t.history_rows.c.list == list_))
    db.execute(delete(t.history_lists).where(t.history_lists.c.id == list_))


def read(db: Connection, states: Collection[str] | None = None, days: tuple[date, date] | None = None) -> History:
    """All lists of the ledger, and the events their rows make, of these states or of all; of those that may lie in these days,
    both ends in, where days are given."""
    lists = tuple(
        loads(one) for one in db.execute(select(t.history_lists.c.list).order_by(t.history_lists.c.id)).scalars()
    )
    return History(lists, events_of(_rows(db, states, days)))


def size(db: Connection, states: Collection[str]) -> int:
    """How many rows all lists have of these states."""
    c = t.history_rows.c
    return int(db.execute(select(func.count()).where(c.state.in_(sorted(states)))).scalar_one())


def classing(db: Connection, states: Collection[str], unclassed: Collection[str]) -> frozenset[str]:
    """The ids of the lists that tell a class of weapon of anything they have of these states, another than these codes."""
    c = t.history_rows.c
    told = select(c.row).where(c.state.in_(sorted(states)), c.row.contains(_A_CLASS, autoescape=True))
    found: set[str] = set()
    for list_ in db.execute(select(t.history_lists.c.id)).scalars().all():
        rows = (loads(one) for one in db.execute(told.where(c.list == list_)).scalars())
        values = (row.value("weapon_class") for row in rows)
        if any(isinstance(value, Term) and value.code not in unclassed for value in values):
            found.add(list_)
    return frozenset(found)


def _rows(db: Connection, states: Collection[str] | None, days: tuple[date, date] | None) -> Iterator[HistoryRow]:
    c = t.history_rows.c
    query = select(c.row).order_by(c.list, c.number)
    if states is not None:
        query = query.where(c.state.in_(sorted(states)))
    if days is not None:
        query = query.where(c.earliest <= days[1].isoformat(), c.latest >= days[0].isoformat())
    return (loads(one) for one in db.execute(query).scalars())


def _row(list_: str, row: HistoryRow) -> dict[str, object]:
    days = row.possible
    return {
        "list": list_,
        "number": row.number,
        "state": row.state,
        "earliest": days.earliest.isoformat() if days.earliest else None,
        "latest": days.latest.isoformat() if days.latest else None,
        "row": dumps(row),
    }
