"""What a ledger knows of the past, read in one go: of every incident the settled values alone."""

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from reportedly.check import Limit
from reportedly.model import FindingText, Incident
from reportedly.store.codec import loads, unpack
from reportedly.store.failures import told
from reportedly.store.opening import connect

# CROSS: from the few reports of monitors to their claims, and not from all claims
_LIMITS = """
    SELECT c.value, i.id, i.earliest, j.state, j.type, j.earliest, j.latest
    FROM incidents i
    CROSS JOIN incident_members m ON m.incident = i.id
    CROSS JOIN claims c ON c.report = m.report AND c.mention = m.mention AND c.field = 'limitation'
    CROSS JOIN mentions n ON n.report = m.report
    CROSS JOIN incident_members k ON k.mention = n.id AND k.incident != i.id
    CROSS JOIN incidents j ON j.id = k.incident
    WHERE i.type IN (SELECT value FROM json_each(?))
        AND j.state IS NOT NULL AND j.earliest IS NOT NULL AND j.latest IS NOT NULL
    ORDER BY i.id, c.id, j.id
"""
KEPT = ("$", "value", "status", "history")  # of a settled field; its positions are not asked here


def settled_incidents(
    path: Path, states: Collection[str] | None = None, days: tuple[date, date] | None = None
) -> Iterator[Incident]:
    """The incidents of the ledger at `path`, of these states or all, and in these days where days are given, with what is settled and who stands behind it; without positions, mentions and
    reasons, which take most of the time to read."""
    with closing(connect(path, write=False)) as db, told(path):
        marks = "WHERE 1" if states is None else f"WHERE state IN ({', '.join('?' * len(states))})"
        span = () if days is None else (days[1].isoformat(), days[0].isoformat())
        marks += "" if days is None else " AND earliest <= ? AND latest >= ?"
        for id_, label, type_, state, values, support in db.execute(
            f'SELECT id, label, type, state, "values", support FROM incidents {marks} ORDER BY id',
            (*sorted(states or ()), *span),
        ):
            yield Incident(id_, label, type_, state, _settled(values), (), support=unpack(json.loads(support)))


def limits_of(path: Path, types: Collection[str]) -> tuple[Limit, ...]:
    """What bodies could not find, by the incidents of these types in the ledger at `path`, with the dated incidents that the
    same reports tell."""
    found: dict[tuple[str, str], tuple[FindingText, str, list[tuple[str, str, date, date]]]] = {}
    with closing(connect(path, write=False)) as db, told(path):
        for value, id_, day, state, type_, first, last in db.execute(_LIMITS, (json.dumps(sorted(types)),)):
            text = loads(value)
            if isinstance(text, FindingText) and text.by is not None:
                held = found.setdefault((id_, text.text), (text, day, []))[2]
                held.append((state, type_, date.fromisoformat(first), date.fromisoformat(last)))
    return tuple(
        Limit(str(text.by), text.text, f"incident:{id_}", date.fromisoformat(day) if day else None, tuple(beside))
        for (id_, _), (text, day, beside) in found.items()
    )


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
