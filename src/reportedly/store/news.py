"""When an incident was last told of: the newest publication of its reports, and the first."""

from datetime import UTC, datetime
from pathlib import Path

from reportedly.frozen import dataclass
from reportedly.store.browse import Asked, conditions, reading


@dataclass(frozen=True, slots=True)
class Told:
    """An incident and its first and newest publication, in UTC; None where no report of it bears a date. A day alone
    counts from its first moment. `earliest` is the first day it may have happened on."""

    incident: str
    first: datetime | None
    newest: datetime | None
    earliest: str | None


def told_when(path: Path, asked: Asked) -> tuple[Told, ...]:
    """All incidents that are asked for, by id. LedgerError where the ledger cannot be read."""
    with reading(path) as db:
        where, arguments = conditions(asked)
        found = db.execute(
            f"SELECT incidents.id, min({_WHEN}), max({_WHEN}), earliest FROM incidents "
            "JOIN incident_members ON incident_members.incident = incidents.id "
            "LEFT JOIN reports ON reports.id = incident_members.report "
            f"WHERE incidents.id IN (SELECT id FROM incidents WHERE {where}) GROUP BY incidents.id ORDER BY incidents.id",
            arguments,
        )
        return tuple(Told(id_, _moment(first), _moment(newest), day) for id_, first, newest, day in found)


_WHEN = (
    "coalesce(strftime('%Y-%m-%dT%H:%M:%S', json_extract(published, '$.instant.v')), "
    "json_extract(published, '$.day.v') || 'T00:00:00')"
)


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written).replace(tzinfo=UTC) if written else None
