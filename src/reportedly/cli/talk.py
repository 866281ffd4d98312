"""Data goes to stdout, talk to stderr."""

import sys
from typing import TYPE_CHECKING

from reportedly.publish.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

FINE, PROBLEMS, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


def say(text: str, *, quiet: bool = False) -> None:
    """Nothing; a line for the person at the terminal, unless they asked for quiet."""
    if not quiet:
        sys.stderr.write(f"{visible(text)}\n")


def data(text: str) -> None:
    """Nothing; a line of output that another program may read."""
    sys.stdout.write(f"{text}\n")


def page() -> "Console":
    """A console on stdout for what a person reads: as wide as the terminal, plain in pipes, safe for any text."""
    from reportedly.cli.console import console

    return console()


def plural(number: int, noun: str) -> str:
    """The number and its noun: "1 report", "2 reports"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
