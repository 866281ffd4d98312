"""Whatever is told has plain English words, and what we print ourselves can be typed again."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.codebook import load
from reportedly.fields.order import FIELD_ORDER
from reportedly.fields.registry import from_json, show
from reportedly.fields.typed import typed
from reportedly.fields.wording import days_told, field_code, field_name, name_of, when_told, word
from reportedly.model import Term

BOOK = load()
CASES = yaml.safe_load(Path(__file__).with_name("derived_words.yaml").read_text("utf-8"))
LISTED = [(name, code) for name, entry in BOOK.fields.items() for code in entry.values if name != "direction"]


@pytest.mark.parametrize(("value", "words"), CASES, ids=lambda part: part if isinstance(part, str) else "")
def test_a_derived_claim_is_said_in_words(value: dict[str, Any], words: str) -> None:
    derived = from_json("derived", value)
    assert show("derived", derived) == words


@pytest.mark.parametrize(("field", "code"), LISTED)
def test_every_code_of_a_closed_list_is_said_in_words_and_read_from_them(field: str, code: str) -> None:
    words = word(field, code)
    assert "_" not in words
    if field in ("statement", "measure"):
        return
    assert show(field, Term(code)) == words
    assert typed(field, words, BOOK) == Term(code)


def test_every_kind_of_incident_relation_and_scope_is_said_in_words() -> None:
    told = [*(word("relation", code) for code in BOOK.relations), *(word("scope", code) for code in BOOK.scopes)]
    assert not [words for words in told if "_" in words]


@pytest.mark.parametrize("field", FIELD_ORDER)
def test_every_field_has_a_name_by_which_it_is_known_again(field: str) -> None:
    assert field_name(field)[0].isupper()
    assert "_" not in field_name(field)
    assert field_code(field_name(field)) == field_code(field) == field


def test_a_field_nobody_knows_stays_as_it_is_written() -> None:
    assert field_code("Depth m") == "Depth m"
    assert field_name("depth_m") == "Depth m"


def test_ids_are_said_as_names() -> None:
    assert [name_of(id_) for id_ in ("unsc", "sohae_station", "?president", "IAEA")] == [
        "UNSC", "Sohae Station", "President", "IAEA",
    ]  # fmt: skip


def test_dates_without_a_year_are_said_in_words_wherever_they_stand() -> None:
    assert days_told("--05-31 PRK missile launch") == "31 May PRK missile launch"
    assert days_told("both also tell of --09-12; --09, otherwise unknown") == (
        "both also tell of 12 September; September, otherwise unknown"
    )
    assert days_told("--13-01 and a --09-18- and x--09-18") == "--13-01 and a --09-18- and x--09-18"
    assert [when_told(one) for one in (None, "2024-09-18", "--05-31", "--05")] == [
        "undated", "2024-09-18", "31 May, year unknown", "May, year unknown",
    ]  # fmt: skip
