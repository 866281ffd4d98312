"""One row of a list: its cells become claims in the list's voice, its date a day at the place."""

from collections.abc import Callable, Sequence
from datetime import UTC, time
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

from reportedly.codebook import Codebook
from reportedly.model import ClockTime, HistoryClaim, HistoryRow, Stance, Term, Text, Value
from reportedly.readers.lists import cell
from reportedly.readers.lists.cell import CellError
from reportedly.readers.lists.day import Placed, from_local, from_utc
from reportedly.readers.lists.names import Names
from reportedly.readers.lists.shape import DAYS, QUANTITIES, ListShape
from reportedly.readers.lists.table import Line, column

T = TypeVar("T")


class RowReader:
    """Reads the rows under one head."""

    def __init__(
        self, shape: ListShape, names: Sequence[str], codebook: Codebook, *, lines: Sequence[Line] = ()
    ) -> None:
        self._shape, self._book = shape, codebook
        self._names = Names(codebook)
        self._at: dict[str, list[tuple[int, str]]] = {}
        for name, target in shape.columns.items():
            if (at := column(names, name)) is not None:
                self._at.setdefault(target, []).append((at, names[at]))
        dated = [at for field in DAYS for at, _ in self._at.get(field, ())]
        self._day_first = cell.day_first(line.cells[at] for line in lines for at in dated if at < len(line.cells))

    def read(self, line: Line) -> tuple[HistoryRow | None, list[CellError]]:
        """The row and what was wrong with it; None where it has no state, kind or date that can be used."""
        reading = _Reading(self._at, line, self._shape)
        try:
            return self._row(line.number, reading), reading.faults
        except CellError as fault:
            return None, [fault]

    def _row(self, number: int, reading: "_Reading") -> HistoryRow:
        state = self._state(reading)
        placed = self._placed(reading, self._zone(state))
        weapon_class = reading.value("weapon_class", self._names.weapon_class)
        types = self._types(reading, weapon_class)
        confirmed = not reading.written("confirmation").lower().startswith("unconfirmed")
        stance = Stance.ASSERTED if confirmed else Stance.ALLEGED
        claims = [
            HistoryClaim(field, value, *reading.found(source), stance)
            for field, source, value in (
                *self._times(reading, placed, state),
                ("weapon_class", "weapon_class", weapon_class),
                ("weapon", "weapon", reading.value("weapon", self._names.weapon)),
                ("site", "site", self._site(reading, state)),
                ("landing", "landing", reading.value("landing", lambda w: self._names.landing(w, state))),
                ("outcome", "outcome", reading.value("outcome", cell.outcome)),
                ("object", "object", reading.value("object", Text)),
                ("count", "count", reading.value("count", cell.count)),
                *((f, f, reading.value(f, partial(cell.quantity, unit=unit))) for f, unit in QUANTITIES.items()),
            )
            if value is not None
        ]
        return HistoryRow(
            self._shape.voice.id, number, state, types, placed.days, placed.possible, placed.basis, placed.instant,
            confirmed, tuple(claims),
        )  # fmt: skip

    def _state(self, reading: "_Reading") -> str:
        written = reading.written("state")
        state = written.upper() if written else self._shape.state
        if state is None:
            raise CellError("no state is given", "name it with --state, or map a column to state")
        by_name = {entry.name.casefold(): entry.id for entry in self._book.states.values()}
        state = by_name.get(state.casefold(), state)
        if state not in self._book.states:
            raise CellError(f"{written or state!r} is no state of the codebook", "write its ISO code, such as PRK")
        return state

    def _zone(self, state: str) -> str:
        return self._shape.zone or self._book.states[state].zone

    def _placed(self, reading: "_Reading", zone: str) -> Placed:
        utc, local = (reading.value(field, cell.clock) for field in ("time_utc", "time_local"))
        if written := reading.written("date_utc"):
            return from_utc(cell.days(written, day_first=self._day_first), utc, zone)
        if written := reading.written("date_local"):
            return from_local(cell.days(written, day_first=self._day_first), local, utc, zone)
        raise CellError("the row has no date", "fill in its date, 2024-09-18, or 2024-09 where the day is unknown")

    def _times(self, reading: "_Reading", placed: Placed, state: str) -> list[tuple[str, str, Value | None]]:
        day = "date_utc" if reading.written("date_utc") else "date_local"
        clock = "time_utc" if reading.written("time_utc") else "time_local"
        said: list[tuple[str, str, Value | None]] = [("date", day, placed.days)]
        if placed.instant is not None:
            at = placed.instant.earliest.astimezone(UTC).astimezone(ZoneInfo(self._zone(state)))
            local = time(at.hour, at.minute)
            said += [("time_utc", clock, placed.instant), ("time_local", clock, ClockTime(local, local))]
        return said

    def _types(self, reading: "_Reading", weapon_class: Term | None) -> tuple[str, ...]:
        if weapon_class is not None and weapon_class.code in self._shape.class_types:
            return self._shape.class_types[weapon_class.code]
        written = reading.written("type")
        if not written:
            return self._shape.types
        if written.casefold() in self._shape.kinds:
            return self._shape.kinds[written.casefold()]
        return (written,) if written in self._book.types else ()

    def _site(self, reading: "_Reading", state: str) -> Value | None:
        latitude, longitude = (reading.value(field, cell.number) for field in ("latitude", "longitude"))
        point = (latitude, longitude) if latitude is not None and longitude is not None else None
        return reading.value("site", lambda written: self._names.site(written, state, point))


class _Reading:
    """One line, cell by cell; what a cell that cannot be read says is noted in `faults`."""

    def __init__(self, at: dict[str, list[tuple[int, str]]], line: Line, shape: ListShape) -> None:
        self._at, self._cells, self._words = at, line.cells, shape.words
        self.faults: list[CellError] = []

    def found(self, field: str) -> tuple[str, str]:
        """The words of the first cell that answers the field, and its column; empty where none says anything."""
        for at, name in self._at.get(field, ()):
            written = self._cells[at] if at < len(self._cells) else ""
            if not cell.is_blank(written):
                return written, name
        return "", ""

    def written(self, field: str) -> str:
        """What stands for the field, after the words a mapping replaces; empty where nothing does."""
        written, name = self.found(field)
        return self._words.get(name, {}).get(written, written)

    def value(self, field: str, reader: Callable[[str], T]) -> T | None:
        """What the reader makes of the cell; None where it says nothing, or nothing the reader can use."""
        written = self.written(field)
        if not written:
            return None
        try:
            return reader(written)
        except CellError as fault:
            self.faults.append(CellError(f"{self.found(field)[1]}: {fault}", fault.remedy))
            return None
