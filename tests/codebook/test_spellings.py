"""Every weapon of the codebook is found in the ordinary spellings of its names."""

import re

import pytest

from reportedly import codebook
from reportedly.codebook import WeaponEntry

BOOK = codebook.load()
ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV", "5": "V", "6": "VI"}
ARABIC = {roman: arabic for arabic, roman in ROMAN.items()}
LONG = 4  # parts of a name that is a phrase ("large-calibre guided multiple rocket launcher"), written one way


def spellings(name: str) -> set[str]:
    """A name as outlets print it: with hyphen, space, or a hyphen that does not break, its mark roman or arabic, and in
    quotation marks of either kind."""
    found = {name, name.replace("-", "‑"), f'"{name}"', f"‘{name}’"}
    if not name[0].isdigit() and len(re.split(r"[- ]", name)) <= LONG:
        found |= {name.replace("-", " "), name.replace(" ", "-")}
    mark = re.search(r"[- ]([1-6]|I|II|III|IV|V|VI)$", name)
    if mark:
        other = ROMAN.get(mark[1]) or ARABIC[mark[1]]
        found |= {f"{name[: mark.start()]}{gap}{other}" for gap in "- "}
    return found


@pytest.mark.parametrize("entry", BOOK.weapons.values(), ids=lambda entry: entry.id)
def test_every_ordinary_spelling_of_a_weapon_finds_it(entry: WeaponEntry) -> None:
    need = entry.needs[0] if entry.needs else "missile"
    lost = []
    for name in (entry.name, *entry.labels):
        for written in spellings(name):
            found = BOOK.names.find(f"They tried out the {written} {need} on Monday.")
            if not any(entry.id in (match.id, *match.others) for match in found):
                lost.append(written)
    assert not lost
