"""Triggers: the places where a text says that an incident of some type happened, may have, or will."""

from enum import StrEnum

from reportedly.extract.tokens import Boundaries, Words
from reportedly.frozen import dataclass


class Modality(StrEnum):
    """Whether the text says that it happened."""

    HAPPENED = "happened"
    POSSIBLE = "possible"  # may have
    DENIED = "denied"  # did not
    PLANNED = "planned"  # will, is to, postponed, threatened
    GENERAL = "general"  # tests in general, a capability, a rule against them


class Shape(StrEnum):
    """How the incident is told."""

    CLAUSE = "clause"  # fired two missiles; conducted a test
    NOUN = "noun"  # the launch, a missile test


@dataclass(frozen=True, slots=True)
class Trigger:
    """One telling of an incident: the phrase, its anchor word, the types it can be, and how it is told."""

    start: int
    end: int
    anchor: int
    types: tuple[str, ...]
    shape: Shape
    modality: Modality
    definite: bool
    sentence: int
    object_start: int | None = None
    object_end: int | None = None
    passive: bool = False
    strike: bool = False  # of use in war, and nothing else
    downs: bool = False  # told by a word of shooting down


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence of a text, as the rules look at it."""

    text: str
    number: int
    start: int
    end: int
    words: Words
    bounds: Boundaries
    in_title: bool
    strikes: tuple[str, ...] = ()  # the kinds of use in war
