"""The codebook: what kinds of incident there are, the words that tell them, and every name, as data.

`load` gives the package's own or a user's folder; `Codebook.names.find` gives the names in a text.
"""

from reportedly.codebook.codebook import Codebook
from reportedly.codebook.entries import (
    BodyEntry,
    Check,
    ClockWords,
    CountWord,
    CueClass,
    DayPart,
    Entry,
    Evidence,
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
from reportedly.codebook.load import check, load
from reportedly.codebook.names import NameIndex, NameMatch
from reportedly.codebook.surfaces import fold
from reportedly.codebook.vocabulary import Again, Phrases, SpeakerWords, SpeechVerbs

__all__ = [
    "Again",
    "BodyEntry",
    "Check",
    "ClockWords",
    "Codebook",
    "CountWord",
    "CueClass",
    "DayPart",
    "Entry",
    "Evidence",
    "FieldEntry",
    "IncidentType",
    "NameIndex",
    "NameMatch",
    "OtherNews",
    "PersonEntry",
    "Phrases",
    "SeaEntry",
    "SiteEntry",
    "Sort",
    "SpeakerWords",
    "SpeechVerbs",
    "StateEntry",
    "WeaponEntry",
    "check",
    "fold",
    "load",
]
