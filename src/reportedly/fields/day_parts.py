"""Parts of a day ("evening", "late night") as the codebook gives them, seen by the clock of another place."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from reportedly.codebook import DayPart


def there(
    day: date, word: str | None, parts: Sequence[DayPart], here: str, place: str
) -> tuple[datetime, datetime] | None:
    """When a part of a day by the clock of one IANA zone begins and ends by that of another; None for no part."""
    part = next((p for p in parts if p.word == word), None)
    if part is None:
        return None
    first, last = time.fromisoformat(part.earliest), time.fromisoformat(part.latest)
    until = day + timedelta(days=last < first)
    begins, ends = (datetime.combine(d, t, ZoneInfo(here)) for d, t in ((day, first), (until, last)))
    return begins.astimezone(ZoneInfo(place)), ends.astimezone(ZoneInfo(place))
