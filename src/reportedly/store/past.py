"""What a ledger knows of the past, read in one go: of every incident the settled values alone."""

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from reportedly.model import Incident
from reportedly.store.codec import unpack
from reportedly.store.failures import told
from reportedly.store.opening import connect

KEPT = ("$", "value", "status", "history")  # of a settled field; its positions are not asked here


def settled_incidents(path: Path, states: Collection[str] | None = None) -> Iterator[Incident]:
    """The incidents of the ledger at `path`, of these states or all, with what is settled and who stands behind it; without positions, mentions and
    reasons, which take most of the time to read."""
    with closing(connect(path, write=False)) as db, told(path):
        marks = "" if states is None else f"WHERE state IN ({', '.join('?' * len(states))})"
        for id_, label, type_, state, values, support in db.execute(
            f'SELECT id, label, type, state, "values", support FROM incidents {marks} ORDER BY id',
            sorted(states or ()),
        ):
            yield Incident(id_, label, type_, state, _settled(values), (), support=unpack(json.loads(support)))


def _settled(line: str) -> Mapping[str, Any]:
    return {
        name: unpack({**{key: one[key] for key in KEPT if key in one}, "positions": []})
        for name, one in json.loads(line).items()
    }


def mark_of(path: Path) -> tuple[int, ...]:
    """What changes whenever somebody writes to the ledger at `path`: times and sizes of its files."""
    files = (path, path.with_name(path.name + "-wal"))
    seen = [file.stat() for file in files if file.exists()]
    return tuple(number for one in seen for number in (one.st_mtime_ns, one.st_size))
