"""Builds a codebook of the YAML files of a folder, its faults noted with file and line."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar

from reportedly.codebook import rows
from reportedly.codebook.codebook import Codebook
from reportedly.codebook.entries import (
    BodyEntry,
    Check,
    ClockWords,
    CountWord,
    CueClass,
    DayPart,
    FieldEntry,
    IncidentType,
    OtherNews,
    PersonEntry,
    SeaEntry,
    SiteEntry,
    Sort,
    StateEntry,
    WeaponEntry,
)
from reportedly.codebook.faults import cross_faults
from reportedly.codebook.folder import DATA, files_of
from reportedly.codebook.gather import surfaces
from reportedly.codebook.names import NameIndex
from reportedly.codebook.parts import phrases_of
from reportedly.codebook.roles import Role, of_state, unplaced
from reportedly.codebook.source import Source, read
from reportedly.codebook.surfaces import fold
from reportedly.codebook.vocabulary import SpeakerWords, SpeechVerbs
from reportedly.model.errors import CodebookError

E = TypeVar("E")
T = TypeVar("T")

LANGUAGE = frozenset({"cues", "speakers", "phrases", "words", "states", "boilerplate"})
KEYS: Mapping[str, tuple[str, ...]] = {
    "types": ("version", "types"),
    "fields": ("fields",),
    "weapons": ("classes", "stems", "contexts", "no_names", "weapons"),
    "sites": ("sites",),
    "areas": ("areas",),
    "seas": ("seas",),
    "bodies": ("roles", "bodies"),
    "people": ("people",),
    "states": ("states",),
    "cues": ("cues", "speech_verbs"),
    "speakers": ("speakers",),
    "phrases": (
        "parts",
        "outcomes",
        "traits",
        "platforms",
        "trajectories",
        "withheld",
        "hedges",
        "censure",
        "denial",
        "downing",
        "wreckage",
        "harm",
        "strikes",
        "scenes",
        "traces",
    ),
    "words": (
        "count_words",
        "counted",
        "counted_deeds",
        "time_words",
        "day_parts",
        "clock_words",
        "common_words",
        "opening_words",
        "trade_words",
        "incident_words",
    ),
    "other": ("other_news", "space_names"),
    "checks": (
        "scopes",
        "scope_words",
        "plain_words",
        "telling_words",
        "outcome_words",
        "record_words",
        "class_km",
        "checks",
    ),
    "tolerances": ("tolerances", "type_families", "reader_zones"),
    "boilerplate": ("patterns",),
    "relations": ("relations",),
    "outlets": ("outlets", "credits", "letters"),
}


def sound(folder: Path | None) -> Codebook:
    """The codebook of a folder, or the package's own. CodebookError with its first fault."""
    codebook, faults = build(folder)
    if faults:
        rest = f" (and {len(faults) - 1} more: reportedly codebook check)" if len(faults) > 1 else ""
        raise CodebookError(faults[0] + rest)
    return codebook


def build(folder: Path | None) -> tuple[Codebook, list[str]]:
    """The codebook, and all its faults."""
    sources = _sources(folder)
    reader = _Reader(sources)
    codebook = reader.codebook()
    faults = [fault for source in sources for fault in source.faults]
    if folder is not None and not faults:
        faults.extend(cross_faults(codebook, sources))
    return codebook, faults


def _sources(folder: Path | None) -> list[Source]:
    if folder is None:
        return [read(DATA / f"{name}.yaml", strict=False) for name in KEYS if (DATA / f"{name}.yaml").exists()]
    if not folder.is_dir():
        raise CodebookError(f"{folder}: no such folder; give a folder with files such as types.yaml")
    found = [read(path, strict=True) for path in files_of(folder)]
    if not found:
        raise CodebookError(f"{folder}: no .yaml file in it; give a folder with files such as types.yaml")
    allowed = {key for keys in KEYS.values() for key in keys}
    for source in found:
        for key in source.data:
            if key not in allowed:
                source.fault((key,), f"unknown key '{key}'; known are {', '.join(sorted(allowed))}")
    given = {key for source in found for key in source.data}
    lacking = [name for name in KEYS if name in LANGUAGE and not given & set(KEYS[name])]
    return found + [read(DATA / f"{name}.yaml", strict=False) for name in lacking]


class _Reader:
    """Reads the keys of all sources into entries."""

    def __init__(self, sources: list[Source]) -> None:
        self._by_key = {key: source for source in sources for key in source.data}

    def codebook(self) -> Codebook:
        """The codebook; faults stay with the sources."""
        stems: Mapping[str, tuple[str, ...]] = self._value("stems", Mapping[str, tuple[str, ...]], {})
        types = self._mapped("types", IncidentType)
        states = self._listed("states", StateEntry)
        roles = self._listed("roles", Role)
        own = self._listed("bodies", BodyEntry)
        bodies = {**own, **of_state(roles.values(), states.values(), own.values())}
        sites = {**self._listed("sites", SiteEntry, _place), **self._listed("areas", SiteEntry, _place)}
        weapons = self._listed("weapons", WeaponEntry)
        seas, people = self._listed("seas", SeaEntry), self._listed("people", PersonEntry)
        open_roles = [unplaced(role) for role in roles.values()]

        written = surfaces(
            weapons.values(), sites.values(), seas.values(), [*own.values(), *open_roles], people.values(),
            states.values(), stems,
        )  # fmt: skip
        by_role = {(body.state, body.role): body for body in reversed(bodies.values()) if body.state and body.role}
        return Codebook(
            version=str(self._value("version", str, "0")),
            types=types,
            sorts=_by_sort(types.values()),
            type_of_class={code: kind.id for kind in reversed(types.values()) for code in kind.classes},
            fields=self._mapped("fields", FieldEntry),
            weapon_classes=self._value("classes", Mapping[str, str], {}),
            weapons=weapons,
            sites=sites,
            seas=seas,
            bodies=bodies,
            people=people,
            states=states,
            cues=tuple(self._mapped("cues", CueClass).values()),
            speech_verbs=self._whole("speech_verbs", SpeechVerbs),
            phrases=phrases_of(self._by_key),
            speakers=self._whole("speakers", SpeakerWords),
            count_words=tuple(self._words("count_words", CountWord)),
            counted=self._value("counted", Mapping[str, tuple[str, ...]], {}),
            counted_deeds=self._value("counted_deeds", Mapping[str, tuple[str, ...]], {}),
            time_words=self._value("time_words", Mapping[str, str], {}),
            day_parts=tuple(self._words("day_parts", DayPart)),
            clock_words=tuple(self._mapped("clock_words", ClockWords).values()),
            incident_words=self._value("incident_words", frozenset[str], frozenset()),
            common_words=self._value("common_words", frozenset[str], frozenset()),
            opening_words=self._value("opening_words", frozenset[str], frozenset()),
            trade_words=self._value("trade_words", frozenset[str], frozenset()),
            other_news=tuple(self._mapped("other_news", OtherNews).values()),
            space_names=self._value("space_names", tuple[str, ...], ()),
            scopes=self._value("scopes", Mapping[str, tuple[str, ...]], {}),
            scope_words=self._value("scope_words", Mapping[str, str], {}),
            plain_words=frozenset().union(*self._by_class("plain_words").values()),
            telling_words=frozenset(self._value("telling_words", str, "").split()),
            outcome_words=self._by_class("outcome_words"),
            record_words=frozenset(self._value("record_words", str, "").split()),
            class_km=self._value("class_km", Mapping[str, float], {}),
            checks=self._mapped("checks", Check),
            tolerances=self._value("tolerances", Mapping[str, float], {}),
            type_families=self._value("type_families", tuple[tuple[str, ...], ...], ()),
            reader_zones=self._value("reader_zones", tuple[str, ...], ()),
            no_names=frozenset(self._value("no_names", str, "").split()),
            boilerplate=self._value("patterns", tuple[str, ...], ()),
            relations=self._value("relations", tuple[str, ...], ()),
            outlets=self._houses(),
            credits=self._value("credits", Mapping[str, tuple[str, ...]], {}),
            letters=self._value("letters", Mapping[str, Literal["A", "B", "C", "D", "E", "F"]], {}),
            names=NameIndex(written, by_role),
        )

    def _value(self, key: str, kind: Any, default: T) -> T:
        source = self._by_key.get(key)
        return default if source is None else rows.value(source, (key,), kind, default)

    def _whole(self, key: str, kind: type[E]) -> E:
        """The lists under one key as one object; empty where it is given nowhere."""
        source = self._by_key.get(key)
        made = rows.entry(source, (key,), source.data[key], kind) if source is not None else None
        return made if made is not None else kind()

    def _by_class(self, key: str) -> dict[str, frozenset[str]]:
        """Words by the class they stand under."""
        given: Mapping[str, str] = self._value(key, Mapping[str, str], {})
        return {class_: frozenset(words.split()) for class_, words in given.items()}

    def _houses(self) -> dict[str, str]:
        """Each edition, in small letters, with its house; a fault for one of two houses."""
        houses: Mapping[str, tuple[str, ...]] = self._value("outlets", Mapping[str, tuple[str, ...]], {})
        found: dict[str, str] = {}
        for house, editions in houses.items():
            for edition in map(fold, editions):
                if found.setdefault(edition, house) != house:
                    self._by_key["outlets"].fault(("outlets", house), f"'{edition}' is also of '{found[edition]}'")
        return found

    def _mapped(self, key: str, kind: type[E]) -> dict[str, E]:
        source = self._by_key.get(key)
        if source is None:
            return {}
        made = {name: rows.entry(source, at, row, kind, id=name) for at, name, row in rows.mapped(source, (key,))}
        return {name: entry for name, entry in made.items() if entry is not None}

    def _listed(self, key: str, kind: type[E], change: Callable[[object], object] = lambda row: row) -> dict[str, E]:
        source = self._by_key.get(key)
        found: dict[str, E] = {}
        if source is None:
            return found
        stated = "state" in rows.known(kind)
        for where, row, state in rows.listed(source, (key,)):
            entry = rows.entry(source, where, change(row), kind, **({"state": state} if stated else {}))
            if entry is None:
                continue
            name = str(getattr(entry, "id", ""))
            if isinstance(entry, SiteEntry) and not 1 <= entry.precision <= 7:
                source.fault((*where, "precision"), f"site '{name}': precision must be 1-7")
            if name in found:
                source.fault(where, f"id '{name}' is given twice")
            found[name] = entry
        return found

    def _words(self, key: str, kind: type[E]) -> Iterator[E]:
        source = self._by_key.get(key)
        if source is None:
            return
        for where, row, _ in rows.listed(source, (key,)):
            words = row.get("words") if isinstance(row, Mapping) else None
            if not isinstance(row, Mapping) or not isinstance(words, list):
                source.fault(where, "must be a mapping with a list of words")
                continue
            rest = {name: value for name, value in row.items() if name != "words"}
            made = (rows.entry(source, where, {**rest, "word": word}, kind) for word in words)
            yield from (entry for entry in made if entry is not None)


def _by_sort(types: Iterable[IncidentType]) -> dict[Sort, tuple[str, ...]]:
    found: dict[Sort, tuple[str, ...]] = {}
    for kind in types:
        if kind.sort is not None:
            found[kind.sort] = (*found.get(kind.sort, ()), kind.id)
    return found


def _place(row: object) -> object:
    """A row of a place with `at: [latitude, longitude]` as two values."""
    if not isinstance(row, Mapping) or not isinstance(row.get("at"), list) or len(row["at"]) != 2:
        return row
    rest = {key: value for key, value in row.items() if key != "at"}
    return {**rest, "latitude": row["at"][0], "longitude": row["at"][1]}
