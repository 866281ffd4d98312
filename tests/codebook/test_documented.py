"""The page on the codebook names every key that a file may hold and every value that a row may have."""

import dataclasses
import re
from pathlib import Path

import pytest

from reportedly.codebook import entries, vocabulary
from reportedly.codebook.build import KEYS, LANGUAGE

PAGE = (Path(__file__).parents[2] / "docs" / "codebook.md").read_text("utf-8")
NAMED = set(re.findall(r"`(\w+)`", PAGE))
PLACED = {
    "id",
    "state",
    "word",
    "earliest",
    "latest",
    "minimum",
    "maximum",
    "approximate",
    "weapon_class",
    "latitude",
    "longitude",
}
ROWS = [kind for one in (entries, vocabulary) for kind in vars(one).values() if dataclasses.is_dataclass(kind)]


def test_every_key_is_told() -> None:
    assert not {key for keys in KEYS.values() for key in keys} - NAMED


def test_the_files_of_language_are_marked() -> None:
    assert set(re.findall(r"\| `(\w+)` \*", PAGE)) == LANGUAGE


@pytest.mark.parametrize("kind", ROWS, ids=lambda kind: kind.__name__)
def test_every_value_of_a_row_is_told(kind: type) -> None:
    assert not {f.name for f in dataclasses.fields(kind)} - NAMED - PLACED
