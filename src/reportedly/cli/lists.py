"""What `import` and `compare` share: which list, in which file, read how."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from reportedly.codebook import Codebook
    from reportedly.readers.lists import ListShape


class Kind(StrEnum):
    """The lists whose columns are known, and any other by a mapping."""

    CNS = "cns"
    CSIS = "csis"
    CSV = "csv"


Which = Annotated[
    Kind, typer.Argument(metavar="cns|csis|csv", help="The CNS workbook, the CSIS table, or any table by a mapping.")
]
File = Annotated[Path, typer.Argument(metavar="FILE", help="The list: CSV, or .xlsx.")]
Maps = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="COLUMN=FIELD", help="A column and its field, or a mapping file; can be repeated."),
]
Voice = Annotated[str | None, typer.Option("--voice", metavar="NAME", help="Who keeps the list.")]
State = Annotated[str | None, typer.Option("--state", metavar="ISO3", help="The acting state of all rows.")]
Type = Annotated[str | None, typer.Option("--type", metavar="TYPE", help="The kind of incident of all rows.")]


def shape_of(
    kind: Kind, maps: list[str] | None, voice: str | None, state: str | None, type_: str | None, book: "Codebook"
) -> "ListShape":
    """How the list is read. UsageError where the options do not say enough."""
    from reportedly.readers.lists import CNS, CSIS
    from reportedly.readers.lists.mapping import Wishes, shaped

    known = {Kind.CNS: CNS, Kind.CSIS: CSIS}.get(kind)
    return shaped(known, Wishes(tuple(maps or ()), voice, state, type_), book)


def bytes_of(file: Path) -> bytes:
    """The bytes of a list. UsageError where it cannot be read."""
    from reportedly.model.errors import UsageError

    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}; name the list's own file, CSV or .xlsx") from error
