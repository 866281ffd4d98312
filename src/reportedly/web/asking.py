"""What an address asks for, read into filters; what cannot be read is told, never dropped in silence."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from reportedly.frozen import dataclass
from reportedly.store.browse import LACKING, Asked
from reportedly.store.facets import KINDS

PLAIN = ("state", "type", *KINDS, "text")
LONGEST = 200  # letters of a filter
MOST_PAGES = 1_000_000
CALLED = {"since": "From", "until": "To"}  # as the boxes are


@dataclass(frozen=True, slots=True)
class Read:
    """The filters, and a sentence for each that could not be used."""

    asked: Asked
    wrong: tuple[str, ...] = ()


def read(query: Mapping[str, str]) -> Read:
    """The filters of a query string, or of a form."""
    wrong: list[str] = []
    plain = {name: query[name].strip()[:LONGEST] for name in PLAIN if query.get(name, "").strip()}
    if state := plain.get("state"):
        plain["state"] = state.upper()
    if (lacking := query.get("lacking", "").strip()) and lacking not in LACKING:
        wrong.append(f"{lacking[:20]!r} is nothing an incident can lack: write {' or '.join(LACKING)}.")
        lacking = ""
    since, until = (_day(query.get(name, ""), name, wrong) for name in ("since", "until"))
    if since and until and since[0] > until[1]:
        wrong.append(f"No day lies after {since[0]} and before {until[1]}.")
    number, days = page_of(query), {"since": since and since[0], "until": until and until[1]}
    asked = Asked(**plain, **days, lacking=lacking or None, page=number)  # type: ignore[arg-type]  # names of fields
    return Read(asked, tuple(wrong))


def page_of(query: Mapping[str, str]) -> int:
    """Which page of a list is asked for; the first where that is no number of a page."""
    page = query.get("page", "1")
    fits = page.isascii() and page.isdigit() and len(page) <= len(str(MOST_PAGES))
    return int(page) if fits and 1 <= int(page) <= MOST_PAGES else 1


def _day(written: str, name: str, wrong: list[str]) -> tuple[date, date] | None:
    """The first and the last day of "2024-09-18", "2024-09" or "2024"."""
    if not (written := written.strip()):
        return None
    try:
        return days_of(written)
    except (ValueError, OverflowError, TypeError):
        wrong.append(f"{written[:20]!r} is no date for “{CALLED[name]}”: write 2024-09-18, 2024-09 or 2024.")
        return None


def days_of(written: str) -> tuple[date, date]:
    """The first and the last day of "2024-09-18", "2024-09" or "2024". ValueError (or one of its like) for anything else."""
    parts = [int(part) for part in written.split("-")]
    first = date(*[*parts, 1, 1][:3])
    return first, _last(first, len(parts))


def _last(first: date, parts: int) -> date:
    """The last day of the year, month or day that begins with `first`, by how many parts its date was written in."""
    if parts == 1:
        return date(first.year, 12, 31)
    return first if parts == 3 else first.replace(day=monthrange(first.year, first.month)[1])
