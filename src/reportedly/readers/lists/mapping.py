"""A list of any kind by a mapping: which column answers which field, in a file or on the command line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from reportedly.codebook import Codebook
from reportedly.codebook.source import Source, read
from reportedly.frozen import dataclass
from reportedly.model import Voice
from reportedly.model.errors import UsageError
from reportedly.readers.lists.shape import DAYS, TARGETS, ListShape

KEYS = frozenset({"voice", "state", "type", "unit", "zone", "columns", "words", "covers", "since", "until"})
UNITS = ("missile", "incident")
SHORT_NAMES = {"date": "date_local", "time": "time_local", "class": "weapon_class", "distance": "distance_km"}
SHORT_NAMES |= {"apogee": "apogee_km", "yield": "yield_kt", "kind": "type", "number": "count"}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a user says of a list beside the file: `maps` are COLUMN=FIELD or the names of mapping files."""

    maps: tuple[str, ...] = ()
    voice: str | None = None
    state: str | None = None
    type: str | None = None


def shaped(shape: ListShape | None, wishes: Wishes, codebook: Codebook) -> ListShape:
    """The shape the wishes ask for, begun from a known one or from none. UsageError names option, or file and line."""
    made = shape or ListShape(Voice("", "", "list"), "incident", {})
    columns: dict[str, str] = {}
    for one in wishes.maps:
        if "=" in one:
            name, _, target = one.rpartition("=")
            columns[name.strip()] = _target(target.strip(), f"--map {one}")
        else:
            made = _with_file(made, Path(one), codebook)
    made = replace(made, columns={**columns, **made.columns}, required=(*made.required, *columns))
    if wishes.voice:
        made = replace(made, voice=_voice(wishes.voice, codebook))
    if wishes.state:
        made = replace(made, state=_state(wishes.state, codebook, "--state"))
    if wishes.type:
        made = replace(made, types=(_type(wishes.type, codebook, "--type"),))
    return _whole(made)


def _whole(shape: ListShape) -> ListShape:
    if not any(shape.columns_of(field) for field in DAYS):
        raise UsageError(
            "no column gives the date; add --map COLUMN=date_local (days at the place) or --map COLUMN=date_utc"
        )
    if not shape.voice.name:
        raise UsageError("whose list is it? Name who keeps it with --voice NAME, or voice: in the mapping file")
    if shape.state is None and not shape.columns_of("state"):
        raise UsageError("which state acted? Name it with --state ISO3, or map a column to state")
    if not (shape.types or shape.class_types or shape.columns_of("type")):
        raise UsageError("what kind of incident is a row? Name it with --type, or map a column to type")
    return shape


def _with_file(shape: ListShape, path: Path, codebook: Codebook) -> ListShape:
    try:
        source = read(path, strict=True)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is not UTF-8"
        raise UsageError(f"--map {path}: {reason}; give COLUMN=FIELD, or the name of a YAML file") from error
    for key in source.data:
        if key not in KEYS:
            source.fault((key,), f"no key {key!r}; the keys are {', '.join(sorted(KEYS))}")
    if source.faults:
        raise UsageError("\n".join(source.faults))
    return _Mapping(source, codebook).on(shape)


class _Mapping:
    """A mapping file, key by key."""

    def __init__(self, source: Source, codebook: Codebook) -> None:
        self._source, self._book = source, codebook

    def on(self, shape: ListShape) -> ListShape:
        """The shape with what the file says of it."""
        columns = self._columns()
        made = replace(
            shape,
            columns={**columns, **shape.columns},
            words={**shape.words, **self._words()},
            required=(*shape.required, *columns),
        )
        if voice := self._text("voice"):
            made = replace(made, voice=_voice(voice, self._book))
        if state := self._text("state"):
            made = replace(made, state=_state(state, self._book, self._at("state")))
        if type_ := self._text("type"):
            made = replace(made, types=(_type(type_, self._book, self._at("type")),))
        if zone := self._text("zone"):
            made = replace(made, zone=self._zone(zone))
        if unit := self._text("unit"):
            if unit not in UNITS:
                raise UsageError(f"{self._at('unit')}: a row counts a missile or an incident, not {unit!r}")
            made = replace(made, unit=unit)
        since, until = self._day("since"), self._day("until")
        return replace(made, scopes=self._scopes() or made.scopes, since=since or made.since, until=until or made.until)

    def _zone(self, written: str) -> str:
        try:
            return ZoneInfo(written).key
        except (ValueError, OSError, KeyError):
            raise UsageError(f"{self._at('zone')}: no time zone {written!r}; write it as Asia/Pyongyang") from None

    def _columns(self) -> dict[str, str]:
        pairs = self._pairs("columns")
        return {name: _target(str(target), self._at("columns", name)) for name, target in pairs}

    def _words(self) -> dict[str, Mapping[str, str]]:
        found: dict[str, Mapping[str, str]] = {}
        for name, words in self._pairs("words"):
            if not isinstance(words, Mapping):
                raise UsageError(f"{self._at('words', name)}: give the words of this column and what each stands for")
            found[name] = {str(written): str(value) for written, value in words.items()}
        return found

    def _scopes(self) -> dict[str, str]:
        given = self._source.data.get("covers") or []
        scopes = [str(one) for one in given] if isinstance(given, list) else [str(given)]
        for scope in scopes:
            if scope not in self._book.scopes:
                known = ", ".join(self._book.scopes)
                raise UsageError(f"{self._at('covers')}: no counting scope {scope!r}; the scopes are {known}")
        return dict.fromkeys(scopes, "")

    def _pairs(self, key: str) -> Iterator[tuple[str, object]]:
        given = self._source.data.get(key) or {}
        if not isinstance(given, Mapping):
            raise UsageError(f"{self._at(key)}: must be a mapping of column names")
        return ((str(name), value) for name, value in given.items())

    def _text(self, key: str) -> str | None:
        given = self._source.data.get(key)
        return None if given is None else str(given)

    def _day(self, key: str) -> date | None:
        given = self._source.data.get(key)
        if given is None:
            return None
        try:
            return date.fromisoformat(str(given))
        except ValueError:
            raise UsageError(f"{self._at(key)}: {given!r} is no day; write 2024-09-18") from None

    def _at(self, *where: str) -> str:
        return f"{self._source.path}:{self._source.line(where)}"


def _target(written: str, where: str) -> str:
    target = SHORT_NAMES.get(written, written)
    if target not in TARGETS:
        raise UsageError(f"{where}: no field {written!r}; a column can answer {', '.join(sorted(TARGETS))}")
    return target


def _voice(written: str, codebook: Codebook) -> Voice:
    """The codebook's body of this name, or a voice of its own."""
    bodies: Sequence[str] = [match.id for match in codebook.names.find(written) if match.kind == "body"]
    body = codebook.bodies.get(bodies[0]) if len(bodies) == 1 else None
    if body is not None:
        return Voice(body.id, written, body.cls, body.state)
    slug = "-".join("".join(char if char.isalnum() else " " for char in written.casefold()).split())
    return Voice(slug or "list", written, "list")


def _state(written: str, codebook: Codebook, where: str) -> str:
    if written.upper() not in codebook.states:
        raise UsageError(f"{where}: no state {written!r} in the codebook; write its ISO code, such as PRK")
    return written.upper()


def _type(written: str, codebook: Codebook, where: str) -> str:
    if written not in codebook.types:
        raise UsageError(f"{where}: no kind of incident {written!r}; the kinds are {', '.join(codebook.types)}")
    return written
