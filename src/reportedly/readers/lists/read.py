"""A list's bytes become rows of history: what cannot be used becomes a problem that names file, line and remedy."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from reportedly.codebook import Codebook
from reportedly.frozen import dataclass
from reportedly.model import Coverage, HistoryList, HistoryRow, Problem, ProblemKind
from reportedly.model.errors import UsageError
from reportedly.readers.lists.cell import CellError
from reportedly.readers.lists.row import RowReader
from reportedly.readers.lists.shape import DAYS, ListShape
from reportedly.readers.lists.table import Line, Table, read_table


@dataclass(frozen=True, slots=True)
class ListRead:
    """A list, its rows, and what of them could not be used."""

    list: HistoryList
    rows: tuple[HistoryRow, ...]
    problems: tuple[Problem, ...]


def read_list(path: str, raw: bytes, shape: ListShape, codebook: Codebook) -> ListRead:
    """The rows of a list in its voice. UsageError where the file is no such table at all; nothing is read then."""
    days = tuple(column for field in DAYS for column in shape.columns_of(field))
    table = read_table(path, raw, _wanted(shape, days))
    reader = RowReader(shape, table.names, codebook, lines=table.lines)
    rows: list[HistoryRow] = []
    problems = [
        Problem(
            path,
            ProblemKind.ROW,
            f"sheet {name!r} has the same columns as {table.sheet!r}, and is not read",
            "put all rows on one sheet, or save it as a file of its own",
        )
        for name in table.unread
    ]
    for line in table.lines:
        row, faults = _row(reader, table, line)
        if row is not None:
            rows.append(row)
        if faults:
            kept = "the row is kept without it" if row is not None else "the row is left out"
            message = "; ".join(str(fault) for fault in faults)
            remedies = "; ".join(dict.fromkeys(fault.remedy for fault in faults))
            problems.append(Problem(f"{path}:{line.number}", ProblemKind.ROW, f"{message}; {kept}", remedies))
    if not rows:
        told = f"; {problems[0].path}: {problems[0].message}; {problems[0].remedy}" if problems else ""
        raise UsageError(f"{path}: none of its {len(table.lines)} rows can be used{told}")
    digest = sha256(raw).hexdigest()
    covered = tuple(_coverage(shape, rows))
    return ListRead(
        HistoryList(shape.voice.id, shape.voice, path, digest, shape.unit, covered), tuple(rows), tuple(problems)
    )


def _wanted(shape: ListShape, days: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The columns without which the file is no such table: a date, and what tells kind and state where only they do."""
    needed = [days, *((name,) for name in shape.required if name not in days)]
    for field, told in (("type", bool(shape.types) or bool(shape.class_types)), ("state", shape.state is not None)):
        columns = shape.columns_of(field)
        if columns and not told:
            needed.append(columns)
    return tuple(needed)


def _row(reader: RowReader, table: Table, line: Line) -> tuple[HistoryRow | None, list[CellError]]:
    if table.sheet is None and len(line.cells) != len(table.names):
        reason = f"has {len(line.cells)} cells where the head names {len(table.names)}"
        return None, [CellError(reason, "quote the cell that holds the separator, or fill the row up")]
    return reader.read(line)


def _coverage(shape: ListShape, rows: list[HistoryRow]) -> Iterator[Coverage]:
    """The span from the first row of each state to the last, unless the shape says more, scope by scope."""
    for state in sorted({row.state for row in rows}):
        own = [row.days for row in rows if row.state == state]
        since = shape.since or min(day.earliest or date.max for day in own)
        until = shape.until or max(day.latest or date.min for day in own)
        yield from (Coverage(state, scope, since, until, note) for scope, note in shape.scopes.items())
