"""Class words and designations that no codebook has, found in phrases."""

import pytest
from tests.extract.core import BOOK, LEXICON, Case, cases

from reportedly.extract.weapon_class import find_classes


@pytest.mark.parametrize("case", cases("weapon_words.yaml"))
def test_a_phrase_says_these_classes(case: Case) -> None:
    found = find_classes(case["text"], BOOK.phrases)
    assert [f"short:{c.code}" if c.short else c.code for c in found] == case["classes"]


@pytest.mark.parametrize("case", cases("designations.yaml"))
def test_a_sentence_names_these_weapons(case: Case) -> None:
    text = case["text"]
    found = LEXICON.designations.find(text, BOOK.names.find(text), find_classes(text, BOOK.phrases))
    assert [[name.written, name.id] for name in found] == case["names"]
