"""The codebook as one object."""

from collections.abc import Mapping
from dataclasses import field

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
from reportedly.codebook.names import NameIndex
from reportedly.codebook.vocabulary import Phrases, SpeakerWords, SpeechVerbs
from reportedly.frozen import dataclass

SAME = "_same_"  # in the name of a tolerance


@dataclass(frozen=True, slots=True)
class Codebook:
    """Everything Reportedly knows about a field of work: kinds of incident, questions, vocabularies, names, rules."""

    version: str
    types: Mapping[str, IncidentType]
    sorts: Mapping[Sort, tuple[str, ...]]  # the types of each sort
    type_of_class: Mapping[str, str]
    fields: Mapping[str, FieldEntry]
    weapon_classes: Mapping[str, str]
    weapons: Mapping[str, WeaponEntry]
    sites: Mapping[str, SiteEntry]
    seas: Mapping[str, SeaEntry]
    bodies: Mapping[str, BodyEntry]
    people: Mapping[str, PersonEntry]
    states: Mapping[str, StateEntry]
    cues: tuple[CueClass, ...]
    speech_verbs: SpeechVerbs
    speakers: SpeakerWords
    phrases: Phrases
    count_words: tuple[CountWord, ...]
    counted: Mapping[str, tuple[str, ...]]  # things whose number is asked, by what they are counted as
    counted_deeds: Mapping[str, tuple[str, ...]]  # deeds, in the plural alone
    time_words: Mapping[str, str]
    day_parts: tuple[DayPart, ...]
    clock_words: tuple[ClockWords, ...]
    common_words: frozenset[str]
    opening_words: frozenset[str]
    trade_words: frozenset[str]
    incident_words: frozenset[str]
    other_news: tuple[OtherNews, ...]
    space_names: tuple[str, ...]  # of what flies satellites and no weapons
    scopes: Mapping[str, tuple[str, ...]]
    scope_words: Mapping[str, str]
    plain_words: frozenset[str]  # by which a reckoning counts nothing narrower than a kind of incident
    telling_words: frozenset[str]  # verbs and adverbs by which it counts something narrower all the same
    outcome_words: Mapping[str, frozenset[str]]  # by which it counts what ended so
    record_words: frozenset[str]
    class_km: Mapping[str, float]  # how far a class of weapon can fly
    checks: Mapping[str, Check]
    tolerances: Mapping[str, float]
    type_families: tuple[tuple[str, ...], ...]
    reader_zones: tuple[str, ...]
    no_names: frozenset[str]
    boilerplate: tuple[str, ...]
    relations: tuple[str, ...]
    outlets: Mapping[str, str]  # an edition's name or address, in small letters, and its house
    credits: Mapping[str, tuple[str, ...]]
    letters: Mapping[str, str]
    names: NameIndex = field(compare=False)

    @property
    def of_one_position(self) -> Mapping[str, float]:
        """The tolerances within which two values are one position: narrower, where the codebook has one named so, than
        those within which two accounts may be of one incident."""
        same = {name.replace(SAME, "_"): value for name, value in self.tolerances.items() if SAME in name}
        return {**self.tolerances, **same}

    def is_a(self, type_: str, sort: Sort) -> bool:
        """Whether a kind of incident is of a sort."""
        return type_ in self.sorts.get(sort, ())

    def one(self, sort: Sort) -> str | None:
        """The first kind of incident of a sort, None where there is none."""
        return next(iter(self.sorts.get(sort, ())), None)

    @property
    def watched(self) -> frozenset[str]:
        """The states that some kind of incident is kept to."""
        return frozenset(state for kind in self.types.values() for state in kind.only_states)
