"""Whether two spellings name the same weapon, place or source; the tables stand in names.yaml."""

import re
import unicodedata
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import cache
from importlib import resources

import yaml

from reportedly.frozen import dataclass

ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}
SMALL_WORDS = frozenset({"the", "of", "s", "and", "for"})
WEAPON_LIKENESS = 0.8
SITE_LIKENESS = 0.88
SOURCE_LIKENESS = 0.8

_NUMBER = re.compile(r"\d+|(?<=[ -])[ivx]+\b")
_NUMBER_PART = re.compile(r"[\d.]+|(?<=[ -])[IVXivx]+\b")
_NOT_FOLDED = re.compile(r"[^a-z0-9]+")
_LETTERS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of names.yaml, as sets."""

    family: Mapping[str, str]
    broad_class: Mapping[str, str]
    sites: tuple[frozenset[str], ...]
    confusable: tuple[frozenset[str], ...]
    weapons: tuple[frozenset[str], ...]


@cache
def tables() -> Tables:
    """What names.yaml says, read once."""
    raw = yaml.safe_load(resources.files(__package__).joinpath("names.yaml").read_text(encoding="utf-8"))
    return Tables(
        family={kind: family for family, kinds in raw["families"].items() for kind in kinds},
        broad_class={narrow: broad for broad, narrows in raw["classes"].items() for narrow in narrows},
        sites=tuple(frozenset(names) for names in raw["sites"]),
        confusable=tuple(frozenset(names) for names in raw["confusable"]),
        weapons=tuple(frozenset(names) for names in raw["weapons"]),
    )


def family(kind: str | None) -> str | None:
    """The family of an incident type; a type of no family is its own."""
    return None if kind is None else tables().family.get(kind, kind)


def broad_class(code: str) -> str:
    """The class that gold would write for a codebook class."""
    return tables().broad_class.get(code, code)


def same_weapon(got: object, expected: str) -> bool:
    """One designation, told apart by its number: Agni-IV is Agni-4 and not Agni-5."""
    return any(_one_weapon(name, expected) for name in spellings(got))


def same_site(got: object, expected: str) -> bool:
    """One place under this or another of its names."""
    return any(_one_site(fold(name), fold(expected)) for name in spellings(got))


def same_source(expected: str, got: str) -> bool:
    """One source, where gold's words may be fewer than the report's."""
    return similar(fold(expected), fold(got), SOURCE_LIKENESS) or _words(expected) <= _words(got)


def spellings(value: object) -> tuple[str, ...]:
    """The names a value goes by: as written, by the codebook, by its id."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Mapping):
        return tuple(str(value[key]) for key in ("name", "id", "written") if value.get(key))
    return ()


def fold(name: str) -> str:
    """The letters and digits of a name, without accents; "-pho" of Taepodong's spellings dropped."""
    return _NOT_FOLDED.sub("", _ascii(name).replace("pho", ""))


def similar(left: str, right: str, likeness: float) -> bool:
    """Whether one holds the other, or they are alike to the given ratio."""
    if not left or not right:
        return False
    return left in right or right in left or SequenceMatcher(None, left, right).ratio() >= likeness


def _ascii(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()


def _words(name: str) -> frozenset[str]:
    return frozenset(_LETTERS.findall(_ascii(name))) - SMALL_WORDS


def _one_weapon(got: str, expected: str) -> bool:
    if any(fold(got) in names and fold(expected) in names for names in tables().weapons):
        return True
    if _numbers(got) != _numbers(expected):
        return False
    return similar(fold(_NUMBER_PART.sub("", got)), fold(_NUMBER_PART.sub("", expected)), WEAPON_LIKENESS)


def _numbers(name: str) -> list[str]:
    return [ROMAN.get(number, number) for number in _NUMBER.findall(name.lower())]


def _one_site(got: str, expected: str) -> bool:
    if any(got in names and expected in names for names in tables().sites):
        return True
    return {got, expected} not in tables().confusable and similar(got, expected, SITE_LIKENESS)
