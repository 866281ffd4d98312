"""Moments as a user writes them on the command line."""

from typing import Annotated

import typer

AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="MOMENT",
        help="As far as it was told by then: 2024-09-18T09:00+09:00, or a day, to its end in UTC.",
    ),
]
