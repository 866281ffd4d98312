"""Moments as a user writes them on the command line."""

from datetime import UTC, date, datetime, time, timedelta
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


def moment(written: str) -> datetime:
    """The moment with its zone; of a day its end in UTC. UsageError where it is none, or has an hour and no zone."""
    from reportedly.model.errors import UsageError

    try:
        if len(written) == len("2024-09-18"):
            return datetime.combine(date.fromisoformat(written) + timedelta(days=1), time(), UTC)
        found = datetime.fromisoformat(written)
    except (ValueError, OverflowError):
        raise UsageError(f"{written!r} is no moment; write 2024-09-18T09:00+09:00 or 2024-09-18") from None
    if found.tzinfo is None:
        raise UsageError(f"{written!r} has no time zone; write it behind the hour, as in {written}+09:00 or {written}Z")
    return found
