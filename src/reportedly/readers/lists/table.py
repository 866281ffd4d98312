"""The cells of a CSV file or a workbook, as text, with the line each row stands on."""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from reportedly.frozen import dataclass
from reportedly.model.errors import UsageError
from reportedly.patterns import compiled
from reportedly.readers.decode import clean, decode, is_binary

WORKBOOK = b"PK\x03\x04"
HEAD_LINES = 20  # in which the row of column names is looked for
_DAY_IN_FORMAT = compiled(r"d", re.IGNORECASE)
_QUOTED = compiled(r'"[^"]*"|\[[^\]]*\]|\\.')
_MIDNIGHT = time()
_BROKEN = (  # what openpyxl lets through of a file that is broken, locked or something else in a zip
    *(zipfile.BadZipFile, zlib.error, EOFError, SyntaxError, LookupError, ValueError, TypeError, AttributeError),
    *(OSError, RuntimeError),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row: the line of the file it stands on (in a workbook its row), and its cells as text."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A row of column names, and the rows under it that do not repeat it. `sheet` is the workbook's name for it, `unread`
    are other sheets that have the same columns."""

    names: tuple[str, ...]
    lines: tuple[Line, ...]
    head: int = 1
    sheet: str | None = None
    unread: tuple[str, ...] = ()


def read_table(path: str, raw: bytes, wanted: Sequence[Sequence[str]]) -> Table:
    """The table whose head has, of each group of column names wanted, at least one. UsageError names file and line."""
    sheets = _workbook(path, raw) if raw.startswith(WORKBOOK) else [(None, _csv(path, raw))]
    heads = [(sheet, lines, at) for sheet, lines in sheets for at in range(min(len(lines), HEAD_LINES))]
    if not heads:
        raise UsageError(f"{path}: holds no rows; give the table itself")
    sheet, lines, at = min(heads, key=lambda head: len(_missing(head[1][head[2]], wanted)))
    head = lines[at]
    if missing := _missing(head, wanted):
        told = ", ".join(" or ".join(repr(name) for name in group) for group in missing)
        found = ", ".join(repr(cell) for cell in head.cells[:12] if cell)
        raise UsageError(
            f"{path}:{head.number}: no column {told} beside {found or 'nothing'}; check the names, or say which "
            "column is what: reportedly import csv FILE --map COLUMN=FIELD"
        )
    below = (one for one in lines[at + 1 :] if any(one.cells) and one.cells != head.cells)
    alike = [
        one
        for one, its, n in heads
        if one is not None and one != sheet and n + 1 < len(its) and not _missing(its[n], wanted)
    ]
    return Table(_names(head), tuple(below), head.number, sheet, tuple(dict.fromkeys(alike)))


def _names(head: Line) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in head.cells)


def _missing(head: Line, wanted: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The groups of which this row names no column."""
    names = _names(head)
    return [group for group in wanted if all(column(names, name) is None for name in group)]


def column(names: Sequence[str], name: str) -> int | None:
    """Where the column of this name stands, capitals aside, or None."""
    folded = name.casefold()
    return next((at for at, one in enumerate(names) if one.casefold() == folded), None)


def _csv(path: str, raw: bytes) -> list[Line]:
    if is_binary(raw):
        raise UsageError(f"{path}: is no text; save the table as CSV (UTF-8) or .xlsx")
    text = clean(decode(raw))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    lines: list[Line] = []
    begun = 1
    try:
        for cells in rows:
            lines.append(Line(begun, tuple(cell.strip() for cell in cells)))
            begun = rows.line_num + 1
    except csv.Error as error:
        raise UsageError(f"{path}:{rows.line_num}: not CSV ({error}); check the quotes on this line") from error
    return [line for line in lines if line.cells]


def _delimiter(text: str) -> str:
    head = text.split("\n", 1)[0]
    return max(",;\t", key=head.count)


def _workbook(path: str, raw: bytes) -> list[tuple[str | None, list[Line]]]:
    try:
        import openpyxl  # noqa: PLC0415  # an extra that only workbooks need
    except ImportError as error:
        raise UsageError(
            f"{path}: reading a workbook needs one more package: pip install 'reportedly[xlsx]'; or save it as CSV"
        ) from error
    try:
        book = openpyxl.load_workbook(io.BytesIO(raw), data_only=True)
        return [(sheet.title, list(_rows(sheet.iter_rows()))) for sheet in book.worksheets]
    except _BROKEN as error:
        raise UsageError(f"{path}: is no workbook that can be read ({error}); save it again as .xlsx or CSV") from error


def _rows(rows: Iterator[Sequence[object]]) -> Iterator[Line]:
    for number, row in enumerate(rows, 1):
        cells = tuple(_shown(cell) for cell in row)
        if any(cells):
            yield Line(number, cells)


def _shown(cell: object) -> str:
    """The cell as its reader sees it: a day shown as month and year is no day."""
    value = getattr(cell, "value", None)
    if isinstance(value, datetime) and value.time() == _MIDNIGHT:
        value = value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        shown = _QUOTED.sub("", str(getattr(cell, "number_format", "")))
        if shown and shown != "General" and not _DAY_IN_FORMAT.search(shown):
            return value.isoformat()[:7]
        return value.isoformat()
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, time):
        return value.isoformat(timespec="seconds")
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds() // 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else clean(str(value)).strip()
