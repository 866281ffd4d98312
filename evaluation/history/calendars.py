"""CNS, in UTC, with CSIS, in days of the place: which launch dates agree once they are converted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportedly.codebook import Codebook
from reportedly.model import HistoryEvent, events_of
from reportedly.readers.lists import CNS, CSIS, ListShape, read_list
from reportedly.reconcile.lists import Dated, Match, link_days

SINCE = date(1998, 1, 1)
"""From here on CNS knows every launch to the day; of the ten before, six are known by their month only."""


@dataclass(frozen=True, slots=True)
class Calendars:
    """How many launch dates of CNS meet one of CSIS, and every one that does not meet it exactly, with its reason."""

    since: str
    dates: int
    exact: int
    all_dates: int
    all_exact: int
    utc_dates: int
    exact_in_utc: int
    others: Mapping[str, tuple[tuple[str, str], ...]]


def calendars(folder: Path, cns: str, csis: str, codebook: Codebook) -> Calendars:
    """The figures for the two lists in a folder."""
    ours, theirs = _events(folder / cns, CNS, codebook), _events(folder / csis, CSIS, codebook)
    links = link_days(_by_day(ours), _by_day(theirs), codebook.type_families)
    known = {link.left: link for link in links if len(link.left) == len("2024-09-18")}
    later = {day: link for day, link in known.items() if day >= SINCE.isoformat()}
    matches = (Match.SLIP, Match.UNDECIDED, Match.OTHER_KIND, Match.ABSENT)
    utc = {
        claim.written
        for event in ours
        for claim in event.claims("date")
        if len(claim.written) == len("2024-09-18") and claim.written >= SINCE.isoformat()
    }
    launches = {event.days.day.isoformat() for event in theirs if event.days.day and _launch(event)}
    return Calendars(
        SINCE.isoformat(),
        len(later),
        sum(link.match is Match.SAME_DAY for link in later.values()),
        len(known),
        sum(link.match is Match.SAME_DAY for link in known.values()),
        len(utc),
        len(utc & launches),
        {
            match.value: tuple((day, link.why) for day, link in sorted(later.items()) if link.match is match)
            for match in matches
        },
    )


def _events(path: Path, shape: ListShape, codebook: Codebook) -> tuple[HistoryEvent, ...]:
    return events_of(read_list(path.name, path.read_bytes(), shape, codebook).rows)


def _by_day(events: tuple[HistoryEvent, ...]) -> list[Dated]:
    """The days of a list, each once, whatever kinds of launch it saw."""
    days: dict[tuple[str, str], Dated] = {}
    for event in events:
        written = event.days.day.isoformat() if event.days.day else event.days.partial or "undated"
        key = (written, "launch" if _launch(event) else " ".join(event.types))
        before = days.get(key)
        types = frozenset(event.types) | (before.types if before else frozenset())
        days[key] = Dated(written if _launch(event) else f"{written} {key[1]}", event.state, types, event.days)
    return list(days.values())


def _launch(event: HistoryEvent) -> bool:
    return bool({"missile_launch", "satellite_launch"} & set(event.types))
