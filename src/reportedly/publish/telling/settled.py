"""What is settled of an incident, as phrases of a sentence; what is contested or withheld is never among them."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from reportedly.codebook import Codebook
from reportedly.fields.registry import show
from reportedly.frozen import dataclass
from reportedly.model import ClockTime, Count, DateRange, Incident, Instant, Place, Settled, Status, Text
from reportedly.publish.moments import beside, shown_day
from reportedly.reconcile.days import zone_of

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
KNOWN = frozenset({Status.AGREED, Status.SINGLE_ORIGIN})
WITH_ARTICLE = ("United ", "Netherlands", "Philippines", "Marshall Islands")
MONTH_LONG = 26  # days from which on a span with a month's name is that month

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Known:
    """What is settled of an incident, and the codebook that names it."""

    incident: Incident
    codebook: Codebook

    def of(self, field: str, kind: type[V]) -> V | None:
        """The settled value of a field, None where it is contested, withheld or not told."""
        settled = self.incident.values.get(field)
        if settled is None or settled.status not in KNOWN or not isinstance(settled.value, kind):
            return None
        return settled.value

    def standing(self, status: Status) -> tuple[str, ...]:
        """The fields of this status."""
        return tuple(name for name, one in self.incident.values.items() if one.status is status)

    def shown(self, field: str) -> str:
        """The settled value in words, empty where there is none."""
        settled: Settled | None = self.incident.values.get(field)
        if settled is None or settled.status not in KNOWN or settled.value is None:
            return ""
        return show(field, settled.value)

    @property
    def state(self) -> str:
        """The acting state's name with its article; empty where it is not one state."""
        return state_name(self.incident.state, self.codebook)

    @property
    def concerns(self) -> str:
        """The state in brackets, empty where it is not one."""
        return f" ({self.state})" if self.state else ""

    @property
    def quoted_object(self) -> str:
        """What it is of, in the words of a report."""
        found = self.of("object", Text)
        return f"“{' '.join(found.text.split())}”" if found else ""

    def place(self, near: str, within: str) -> str:
        """ " from Kaechon": the place behind one word where it is a town or a site, behind another where it is an area."""
        found = self.of("site", Place)
        return f" {within if found.precision in (3, 4, 5) else near} {found.name}" if found else ""

    @property
    def when(self) -> str:
        """ " on 18 September 2024 at about 06:50 local time (21:50 UTC on the 17th)"."""
        return self._day() + self._clock()

    def _day(self) -> str:
        days = self.of("date", DateRange)
        if days is None:
            return "" if "date" in self.incident.values else " on a day that is not told"
        told = show("date", days)
        if days.earliest is None or days.latest is None:
            named = "on" if (days.partial or "").count("-") > 2 else "in"
            return f" {named} {told.replace(', year unknown', ' of a year that is not told')}"
        if days.day:
            return f" on {told}"
        if days.partial and len(days.partial) <= len("2024-09") and (days.latest - days.earliest).days > MONTH_LONG:
            return f" in {told}"
        return f" between {shown_day(days.earliest)} and {shown_day(days.latest)}"

    def _clock(self) -> str:
        local, utc = self.of("time_local", ClockTime), self.of("time_utc", Instant)
        days = self.of("date", DateRange)
        day = days.day if days else None
        if local is None:
            if utc is None:
                return ""
            ends = [beside(end, day or end.date()) for end in (utc.earliest, utc.latest)]
            return f" {_between(ends, approximate=utc.approximate)}"
        said = _between([f"{end:%H:%M}" for end in (local.earliest, local.latest)], approximate=local.approximate)
        place = f"({local.zone} time)" if local.zone else "local time"
        moment = self._moment(local, utc, day)
        return f" {said} {place}" + (f" ({beside(moment, day)})" if moment and day else "")

    def _moment(self, local: ClockTime, utc: Instant | None, day: object) -> datetime | None:
        """The moment in UTC of a clock that is one: as told, else by the zone where the state keeps but one."""
        if local.earliest != local.latest or (utc is not None and utc.earliest != utc.latest):
            return None
        if utc is not None:
            return utc.earliest
        days = self.of("date", DateRange)
        entry = self.codebook.states.get(self.incident.state or "")
        zone = zone_of(self.incident.state, self.codebook)
        if days is None or days.day is None or zone is None or entry is None or entry.zones or local.zone:
            return None
        return datetime.combine(days.day, local.earliest, zone)

    def number(self, noun: str, plural: str) -> str:
        """ "at least two missiles": so many as are settled, "one or more" where that is not."""
        count = self.of("count", Count)
        if count is None:
            return f"one or more {plural}"
        least, most = number_word(count.minimum), None if count.maximum is None else number_word(count.maximum)
        about = "about " if count.approximate else ""
        if most is None:
            return f"at least {least} {plural}"
        if least != most:
            return f"{about}{least} to {most} {plural}"
        return f"{about}{least} {noun if count.maximum == 1 else plural}"

    @property
    def single(self) -> bool:
        """Whether it was one."""
        count = self.of("count", Count)
        return count is not None and count.minimum == count.maximum == 1


def state_name(code: str | None, codebook: Codebook) -> str:
    """A state's name as it stands in a sentence: "the United States"; the code where the codebook has no such state."""
    entry = codebook.states.get(code or "")
    if entry is None:
        return code or ""
    return f"the {entry.name}" if entry.name.startswith(WITH_ARTICLE) else entry.name


def number_word(number: int) -> str:
    """Ten and less in words, as newspapers print it."""
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def listed(names: Sequence[str]) -> str:
    """ "a, b and c"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def _between(ends: Sequence[str], *, approximate: bool) -> str:
    about = "about " if approximate else ""
    return f"at {about}{ends[0]}" if ends[0] == ends[1] else f"between {about}{ends[0]} and {ends[1]}"
