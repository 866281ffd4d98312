"""What a reader marked: one JSON line a report, as in evaluation/reports-dev/gold.jsonl."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reportedly.frozen import dataclass
from reportedly.model.errors import UsageError

Interval = tuple[float | None, float | None]
MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class GoldIncident:
    """One incident as a reader marked it in one report; `incident` names it across reports."""

    incident: str
    type: str
    main: bool
    state: str | None
    date: str | None
    time_local: str | None
    time_utc: str | None
    count: Interval | None
    weapon_class: str | None
    weapon: str | None
    site: str | None
    distance_km: Interval | None
    apogee_km: Interval | None
    flight_time_s: Interval | None
    direction: str | None
    outcome: str | None
    magnitude: Interval | None
    yield_kt: Interval | None


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """What a reader marked of one thing said: by whom, and how it is meant; None where that is not marked."""

    source: str
    modality: str | None
    about: str | None


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One report as marked; its attributions are those that matter most, not every one."""

    id: str
    relevant: bool
    incidents: tuple[GoldIncident, ...]
    attributions: tuple[GoldAttribution, ...]

    @property
    def sources(self) -> frozenset[str]:
        """The names of those who speak."""
        return frozenset(attribution.source for attribution in self.attributions)

    @property
    def mains(self) -> tuple[GoldIncident, ...]:
        """The incidents the report is about; none where it is not relevant."""
        return tuple(i for i in self.incidents if i.main) if self.relevant else ()

    @property
    def background(self) -> tuple[GoldIncident, ...]:
        """The incidents mentioned in passing that date or name can tell apart."""
        return tuple(i for i in self.incidents if not i.main and (i.date or i.weapon))


def read_gold(path: Path) -> dict[str, GoldReport]:
    """The marked reports by id, in the order of their ids."""
    reports = (gold_report(record) for record in json_lines(path))
    return {report.id: report for report in sorted(reports, key=lambda report: report.id)}


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines; a line that is none names file and line."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _object(path, number, line)


def _object(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise UsageError(f"{path}:{number}: not JSON ({error}); each line must hold one object") from error
    if not isinstance(found, dict):
        raise UsageError(f"{path}:{number}: not an object; each line must hold one object")
    return found


def gold_report(record: Mapping[str, Any]) -> GoldReport:
    """One marked report from its JSON object."""
    return GoldReport(
        id=record["id"],
        relevant=bool(record["relevant"]),
        incidents=tuple(_incident(incident) for incident in record["incidents"]),
        attributions=tuple(_attribution(attribution) for attribution in record.get("attributions", ())),
    )


def _attribution(record: Mapping[str, Any]) -> GoldAttribution:
    return GoldAttribution(record["source"], record.get("modality"), record.get("about"))


def _incident(record: Mapping[str, Any]) -> GoldIncident:
    minutes = record.get("flight_time_min")
    fewest = record.get("count_min")
    return GoldIncident(
        incident=record["incident"],
        type=record["type"],
        main=bool(record.get("main")),
        state=record.get("state"),
        date=record.get("date_local"),
        time_local=record.get("time_local"),
        time_utc=record.get("time_utc"),
        count=None if fewest is None else (fewest, record.get("count_max")),
        weapon_class=record.get("weapon_class"),
        weapon=record.get("weapon_name"),
        site=record.get("site"),
        distance_km=_interval(record.get("distance_km")),
        apogee_km=_interval(record.get("apogee_km")),
        flight_time_s=(minutes * MINUTE_S, minutes * MINUTE_S) if minutes else None,
        direction=record.get("direction"),
        outcome=record.get("outcome"),
        magnitude=_interval(record.get("magnitude")),
        yield_kt=_interval(record.get("yield_kt")),
    )


def _interval(ends: list[float | None] | None) -> Interval | None:
    """The two ends; one end alone stands for both."""
    return (ends[0], ends[-1]) if ends else None
