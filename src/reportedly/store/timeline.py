"""When the incidents of a ledger lie: how many in each month, and single ones as stretches of days."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from reportedly.frozen import dataclass
from reportedly.store.browse import Asked, conditions, reading


@dataclass(frozen=True, slots=True)
class Cadence:
    """How many of the incidents asked for lie in each month ("2024-09"), by what is known: `months` those of one month,
    `years` those that may lie in several months of one year ("2024"), `spread` those that may lie in several years."""

    months: Mapping[str, int]
    years: Mapping[str, int]
    spread: int

    @property
    def dated(self) -> int:
        """How many bear a date at all."""
        return sum(self.months.values()) + sum(self.years.values()) + self.spread


@dataclass(frozen=True, slots=True)
class Stretch:
    """One dated incident on a timeline: the days it may have been, both included."""

    id: str
    label: str
    type: str
    earliest: date
    latest: date
    contested: bool


def cadence(path: Path, asked: Asked) -> Cadence:
    """How often. LedgerError where the ledger cannot be read."""
    with reading(path) as db:
        where, arguments = conditions(asked)
        found = db.execute(
            f"SELECT substr(earliest, 1, 7), substr(coalesce(latest, earliest), 1, 7), count(*) FROM incidents WHERE {where} "
            "AND earliest IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2",
            arguments,
        ).fetchall()
    months: dict[str, int] = {}
    years: dict[str, int] = {}
    spread = 0
    for first, last, number in found:
        if first == last:
            months[first] = months.get(first, 0) + number
        elif first[:4] == last[:4]:
            years[first[:4]] = years.get(first[:4], 0) + number
        else:
            spread += number
    return Cadence(months, years, spread)


def stretches(path: Path, asked: Asked, limit: int) -> tuple[Stretch, ...]:
    """The dated incidents that are asked for, oldest first; the newest `limit` of them."""
    with reading(path) as db:
        where, arguments = conditions(asked)
        found = db.execute(
            f"SELECT id, label, type, earliest, latest, contested FROM incidents WHERE {where} "
            "AND earliest IS NOT NULL ORDER BY earliest DESC, latest DESC, id LIMIT ?",
            [*arguments, limit],
        ).fetchall()
    return tuple(
        Stretch(id_, label, type_, date.fromisoformat(first), date.fromisoformat(last or first), bool(contested))
        for id_, label, type_, first, last, contested in reversed(found)
    )
