"""A table as lines of text, each there as soon as it is asked for: ten thousand rows are no reason to wait."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from unicodedata import combining, east_asian_width

from reportedly.frozen import dataclass
from reportedly.publish.visible import visible

GAP = "  "
SLIMMEST = 12  # columns of a cell that is wrapped
DIM, YELLOW = "2", "33"


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head, and how its cells stand: `widest` wraps them, `fills` gives them what the others leave."""

    title: str
    right: bool = False
    style: str = ""
    widest: int | None = None
    fills: bool = False


def screen_width() -> int:
    """The columns of the terminal; 80 where there is none, unless $COLUMNS tells."""
    return shutil.get_terminal_size((80, 24)).columns


def coloured() -> bool:
    """Whether stdout is a terminal that wants and understands colours."""
    refused = os.environ.get("NO_COLOR") or os.environ.get("TERM", "dumb") in {"dumb", "unknown"}
    return sys.stdout.isatty() and not refused


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], *, width: int, colour: bool) -> Iterator[str]:
    """The head, a rule, and a line or more a row, without line ends."""
    widths = _widths(columns, rows, width)
    yield GAP.join(_placed(column.title, column, wide) for column, wide in zip(columns, widths, strict=True)).rstrip()
    yield "─" * (sum(widths) + len(GAP) * (len(widths) - 1))
    for row in rows:
        cells = [_wrapped(visible(cell), wide) for cell, wide in zip(row, widths, strict=True)]
        for parts in zip_longest(*cells, fillvalue=""):
            placed = (_placed(part, column, wide) for part, column, wide in zip(parts, columns, widths, strict=True))
            if colour:
                placed = (_styled(text, column.style) for text, column in zip(placed, columns, strict=True))
            yield GAP.join(placed).rstrip()


def _widths(columns: Sequence[Column], rows: Iterable[Sequence[str]], width: int) -> list[int]:
    cells = zip(*([column.title for column in columns], *rows), strict=True)
    needed = [max(map(_width, column)) for column in cells]
    widths = [min(need, column.widest or need) for need, column in zip(needed, columns, strict=True)]
    others = sum(wide for wide, column in zip(widths, columns, strict=True) if not column.fills)
    left = max(SLIMMEST, width - others - len(GAP) * (len(columns) - 1))
    return [left if column.fills else wide for wide, column in zip(widths, columns, strict=True)]


def _width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def _wrapped(text: str, width: int) -> list[str]:
    return [text] if len(text) <= width else wrap(text, width)


def _placed(text: str, column: Column, width: int) -> str:
    space = " " * max(0, width - _width(text))
    return space + text if column.right else text + space


def _styled(text: str, style: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if style and text.strip() else text
