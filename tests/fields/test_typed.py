"""What people type is read by the readers of the fields, and what we print ourselves can be typed again."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.codebook import load
from reportedly.fields.known import must_be_known
from reportedly.fields.registry import show, to_json
from reportedly.fields.typed import typed
from reportedly.model import Landing, Place, Weapon
from reportedly.model.errors import UsageError

BOOK = load()
CASES = yaml.safe_load(Path(__file__).with_name("typed.yaml").read_text("utf-8"))
SHOWN_OTHERWISE = {"statement", "object"}


@pytest.mark.parametrize(("field", "written", "value"), CASES, ids=lambda part: str(part)[:30])
def test_what_is_typed_is_read(field: str, written: str, value: Any) -> None:
    if value is None:
        with pytest.raises(UsageError, match=r"is no value of|no field"):
            typed(field, written, BOOK)
        return
    read = typed(field, written, BOOK)
    assert to_json(field, read) == value
    if field not in SHOWN_OTHERWISE:
        assert to_json(field, typed(field, show(field, read).replace(", year unknown", ""), BOOK)) == value


def test_names_and_ids_of_the_codebook_are_known() -> None:
    for written in ("hwasong-15", "Hwasong-15"):
        weapon = typed("weapon", written, BOOK)
        assert isinstance(weapon, Weapon)
        assert (weapon.id, weapon.written) == ("hwasong-15", written)
    for written in ("sunan", "Sunan"):
        place = typed("site", written, BOOK)
        assert isinstance(place, Place)
        assert (place.id, place.state) == ("sunan", "PRK")
    assert typed("landing", "the Sea of Japan", BOOK) == Landing(("sea_of_japan",), "the Sea of Japan")
    assert typed("landing", "sea_of_japan", BOOK) == Landing(("sea_of_japan",), "sea_of_japan")


def test_a_number_that_a_family_has_not_is_no_name_of_the_family() -> None:
    assert typed("weapon", "Hwasong-99", BOOK) == Weapon(None, "Hwasong-99", "Hwasong-99")


@pytest.mark.parametrize(
    ("field", "written", "near"),
    [
        ("weapon", "Hwasong-99", "did you mean Hwasong-"),
        ("site", "Kaechn", "did you mean Kaechon?"),
        ("site", "Little Hollow", "no site 'Little Hollow'; if it is printed so"),
        ("landing", "Sea of Japn", "did you mean Sea of Japan"),
        ("landing", '{"areas": ["sea_of_japn"], "written": "w"}', "did you mean sea_of_japan"),
        ("weapon", '{"id": "hwasong-71", "name": "w", "written": "w"}', "did you mean hwasong-1"),
        ("statement", '{"act": "bless"}', "it has announce, condemn, deny"),
    ],
)
def test_a_name_that_the_codebook_has_not_is_said_with_those_near_it(field: str, written: str, near: str) -> None:
    value = typed(field, written, BOOK)
    with pytest.raises(UsageError) as refused:
        must_be_known(field, value, BOOK)
    assert near in str(refused.value)


def test_what_the_codebook_has_is_known() -> None:
    for field, written in (
        ("weapon", "Hwasong"),
        ("site", "Sunan"),
        ("landing", "Sea of Japan"),
        ("outcome", "failure"),
    ):
        must_be_known(field, typed(field, written, BOOK), BOOK)


def test_a_name_nobody_knows_stands_as_typed() -> None:
    assert typed("weapon", "Bluebell 9", BOOK) == Weapon(None, "Bluebell 9", "Bluebell 9")
    assert typed("site", "Little Hollow", BOOK) == Place(None, "Little Hollow", "Little Hollow")
