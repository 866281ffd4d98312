"""Data goes to stdout, talk to stderr."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

FINE, PROBLEMS, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


def say(text: str, *, quiet: bool = False) -> None:
    """Nothing; a line for the person at the terminal, unless they asked for quiet."""
    if not quiet:
        sys.stderr.write(f"{text}\n")


def data(text: str) -> None:
    """Nothing; a line of output that another program may read."""
    sys.stdout.write(f"{text}\n")


def page() -> "Console":
    """A console on stdout: as wide as the terminal, plain in pipes."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def plural(number: int, noun: str) -> str:
    """The number and its noun: "1 report", "2 reports"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
