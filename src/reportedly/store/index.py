"""Every incident in a line, with all that a reader may narrow a list by: what a site is searched through."""

from pathlib import Path

from reportedly.frozen import dataclass
from reportedly.store.browse import reading
from reportedly.store.listing import LINE, NEWEST, Line, line_of


@dataclass(frozen=True, slots=True)
class Indexed:
    """An incident, newest first: the first and last day it may have happened on, and its facets (kind, value)."""

    line: Line
    earliest: str | None
    latest: str | None
    facets: tuple[tuple[str, str], ...]


def index_of(path: Path) -> tuple[Indexed, ...]:
    """All incidents of the ledger at `path`, newest first, undated last."""
    with reading(path) as db:
        facets: dict[str, list[tuple[str, str]]] = {}
        for incident, kind, value in db.execute("SELECT incident, kind, value FROM facets ORDER BY 1, 2, 3"):
            facets.setdefault(incident, []).append((kind, value))
        days = {row[0]: (row[1], row[2]) for row in db.execute("SELECT id, earliest, latest FROM incidents")}
        lines = [line_of(row) for row in db.execute(f"{LINE} {NEWEST}")]
    return tuple(Indexed(line, *days[line.id], tuple(facets.get(line.id, ()))) for line in lines)


def accounts_of(path: Path) -> tuple[tuple[str, str], ...]:
    """Every account by its id, with the id of its incident."""
    with reading(path) as db:
        return tuple(db.execute("SELECT mention, incident FROM incident_members ORDER BY 1"))


def reports_of(path: Path) -> dict[str, tuple[str, ...]]:
    """By incident the ids of the reports that tell of it, that the ledger holds."""
    found: dict[str, tuple[str, ...]] = {}
    with reading(path) as db:
        rows = db.execute(
            "SELECT DISTINCT incident, report FROM incident_members JOIN reports ON reports.id = report ORDER BY 1, 2"
        )
        for incident, report in rows:
            found[incident] = (*found.get(incident, ()), report)
    return found


def last_run(path: Path) -> str:
    """The day the last build of the ledger began, "2026-11-25"; empty before the first."""
    with reading(path) as db:
        started: str | None = db.execute("SELECT max(started) FROM runs").fetchone()[0]
    return (started or "")[:10]
