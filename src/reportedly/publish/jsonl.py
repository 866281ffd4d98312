"""JSON lines: one object a line, UTF-8, compact, keys in the contract's order."""

from collections.abc import Iterable
from typing import TextIO

from pydantic import BaseModel


def to_text(line: BaseModel) -> str:
    """The object on one line, without a line end; letters of every script as they are."""
    return line.model_dump_json(by_alias=True)


def write_lines(lines: Iterable[BaseModel], out: TextIO) -> int:
    """How many lines were written; each is written as soon as it is there."""
    written = 0
    for line in lines:
        out.write(to_text(line) + "\n")
        written += 1
    return written
